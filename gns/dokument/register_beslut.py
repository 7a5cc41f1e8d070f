"""Beslutsregistret: varje delbeslut i varje möte."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from gns.dokument.register import ren_text, är_justerad
from gns.grund.dnr import Dnr
from gns.modell.bok import Bok
from gns.modell.paragraf import Paragraf
from gns.sammantrade.sammantrade import Sammanträde


@dataclass(frozen=True, slots=True)
class Beslutsrad:
    """Ett delbeslut; ``delbeslut`` är satt när § har flera, ``utgång`` är delbeslutets."""

    datum: dt.date
    paragraf: int
    delbeslut: int | None
    rubrik: str
    dnr: str | None
    utgång: str
    justerat: bool
    beslut: str


def bygg_beslut(bok: Bok, dnr: Dnr | None = None, år: int | None = None) -> tuple[Beslutsrad, ...]:
    """Besluten i tidsordning; med ``dnr`` bara ärendets, med ``år`` bara årets."""
    sammanträden = [Sammanträde(bok.nämnd, m) for dag, m in sorted(bok.möten.items()) if år in (None, dag.year)]
    return tuple(rad for s in sammanträden for p in s.möte.paragrafer if dnr in (None, p.dnr) for rad in _rader(s, p))


def _rader(s: Sammanträde, p: Paragraf) -> Iterator[Beslutsrad]:
    spelad = s.uppspelning(p)
    for nummer, beslut in enumerate(p.beslut, start=1):
        yield Beslutsrad(
            datum=s.möte.datum,
            paragraf=p.nr,
            delbeslut=nummer if len(p.beslut) > 1 else None,
            rubrik=p.rubrik,
            dnr=str(p.dnr) if p.dnr else None,
            utgång=spelad.utgångar.get(nummer, spelad.utgång),
            justerat=är_justerad(s.möte, p),
            beslut=ren_text(beslut),
        )
