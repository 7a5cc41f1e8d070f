"""Årets protokoll i revisionsunderlaget: när de justerades, vad som är förseglat och med vilken kod, och rättelserna."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gns.dokument.lank import Länk, Var
from gns.grund.kontrollkod import kontrollkod
from gns.modell.bok import Bok
from gns.modell.sigill import Sigill


class SigilletVy(NamedTuple):
    """Ett sigill: på hela protokollet (``paragraf`` är None) eller på en §, dess nummer, kontrollkod och dag."""

    nr: int
    paragraf: int | None
    kontrollkod: str
    förseglat: str


class RättelseVy(NamedTuple):
    """En rättelse av protokollet."""

    paragraf: int | None
    datum: str
    fel: str
    rätt: str
    av: str
    post: Länk


class ProtokollVy(NamedTuple):
    """Ett protokoll: dagen det justerades (None: inte justerat), sigillen som läste det och rättelserna."""

    datum: str
    justerat: str | None
    sigill: tuple[SigilletVy, ...]
    rättelser: tuple[RättelseVy, ...]
    post: Länk


def bygg_protokollen(
    bok: Bok, år: int, per: dt.date, sigill: Sequence[tuple[Sigill, bytes]], var: Var
) -> tuple[ProtokollVy, ...]:
    """Årets protokoll till och med dagen ``per``; sigillen är lästa, inte prövade."""
    möten = (m for dag, m in sorted(bok.möten.items()) if dag.year == år and dag <= per)
    return tuple(
        ProtokollVy(
            datum := str(m.datum),
            str(m.justering.justerat) if m.är_justerat and m.justering else None,
            tuple(
                SigilletVy(s.nr, s.paragraf, kontrollkod(rå), s.förseglad)
                for s, rå in sigill
                if s.möte == datum and s.förseglad <= str(per)
            ),
            tuple(_rättelserna(bok, m.datum, per, var)),
            var("mote", datum, ("justering",) if m.justering else ()),
        )
        for m in möten
    )


def _rättelserna(bok: Bok, dag: dt.date, per: dt.date, var: Var) -> Iterator[RättelseVy]:
    alla = bok.rättelser[dag].rättelser if dag in bok.rättelser else ()
    for i, r in enumerate(alla):
        if r.datum <= per:
            post = var("rattelser", str(dag), ("rättelser", i))
            yield RättelseVy(r.paragraf, str(r.datum), str(r.fel).strip(), str(r.rätt).strip(), r.av, post)
