"""Planerade och hållna sammanträden: planens dagar mot möten i arkivet och möten som andra poster nämner."""

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from gns.grund.block import Text
from gns.grund.datafel import Fältväg
from gns.modell.bok import Bok
from gns.modell.innebar import FastställerSammanträden, OmUppdrag
from gns.uppdrag.anmalan import hållet
from gns.uppdrag.beslut import läs_ref, paragrafer
from gns.uppdrag.hanvisning import annat_organ, hänvisningar


class Planerat(NamedTuple):
    """En planerad dag, och fältet den står i."""

    datum: dt.date
    plats: tuple[str, str, Fältväg]


class Hållet(NamedTuple):
    """Ett möte som har hållits, och var det sägs; i arkivet är det mötets egen post."""

    datum: dt.date
    var: str


def planerade(bok: Bok, år: int) -> tuple[Planerat, ...]:
    """Årets planerade dagar i ordning, ur budgetåret och ur de senaste besluten om sammanträdesdagar."""
    b = bok.budgetår.get(år)
    dagar: dict[dt.date, tuple[str, str, Fältväg]] = {
        m.datum: ("budget", str(år), ("sammanträden", i, "datum")) for i, m in enumerate(b.sammanträden if b else ())
    }
    for dag, i, p in paragrafer(bok):
        for j, v in enumerate(p.innebär):
            if isinstance(v, FastställerSammanträden) and v.år == år:
                väg = ("paragrafer", i, "innebär", j, "dagar")
                dagar = {d.datum: ("mote", str(dag), (*väg, k, "datum")) for k, d in enumerate(v.dagar)}
    return tuple(Planerat(dag, plats) for dag, plats in sorted(dagar.items()))


def hållna(bok: Bok) -> dict[dt.date, Hållet]:
    """Varje dag då nämnden har hållit möte, i ordning: arkivets möten, och de som besluten och texterna nämner."""
    ut = {dag: Hållet(dag, "mötets post") for dag, möte in bok.möten.items() if hållet(möte)}
    for dag, var in _nämnda(bok):
        if dag not in bok.möten:
            ut.setdefault(dag, Hållet(dag, var))
    return dict(sorted(ut.items()))


def _nämnda(bok: Bok) -> Iterator[tuple[dt.date, str]]:
    for dag, _, p in paragrafer(bok):
        var = f"{dag} § {p.nr}"
        yield from ((läs_ref(v.uppdrag).datum, var) for v in p.innebär if isinstance(v, OmUppdrag))
        yield from ((läs_ref(t.när).datum, var) for t in p.tidigare_behandling if not t.av)
    for s in hänvisningar(bok):
        rå = s.text.rå if isinstance(s.text, Text) else s.text
        if s.hänvisning.datum and not annat_organ(rå, s.hänvisning):
            yield s.hänvisning.datum, f"en text i {s.id}"
