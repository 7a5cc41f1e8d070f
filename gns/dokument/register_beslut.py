"""Beslutsregistret: varje delbeslut i varje möte."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from gns.dokument.register import ren_text, är_justerad
from gns.grund.dnr import Dnr
from gns.modell.bok import Bok
from gns.modell.paragraf import Paragraf
from gns.sammantrade.lage_jav import jävsfrågor
from gns.sammantrade.sammantrade import Sammanträde


@dataclass(frozen=True, slots=True)
class Beslutsrad:
    """Ett delbeslut; ``delbeslut`` är satt när § har flera, ``utgång`` är delbeslutets.

    ``ändrat`` är vad beslutet bytte ut i förslaget: ”914 400 kr → 457 200 kr”.
    """

    datum: dt.date
    paragraf: int
    delbeslut: int | None
    rubrik: str
    dnr: str | None
    utgång: str
    justerat: bool
    beslut: str
    ändrat: tuple[str, ...]


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
            ändrat=_ändrat(s, p, nummer) if spelad.utgångar.get(nummer) == "med ändring" else (),
        )


def _ändrat(s: Sammanträde, p: Paragraf, delbeslut: int) -> tuple[str, ...]:
    """Orden som skiljer delbeslutet från förslagspunkten som det svarar på."""
    punkt = delbeslut - sum(k < delbeslut for k in jävsfrågor(s.möte, p.nr))
    if not 0 < punkt <= len(p.förslag_till_beslut):
        return ()
    före, efter = p.förslag_till_beslut[punkt - 1].ord.split(), p.beslut[delbeslut - 1].ord.split()
    olika = (o for o in SequenceMatcher(None, före, efter, autojunk=False).get_opcodes() if o[0] != "equal")
    return tuple(_byte(" ".join(före[a:b]), " ".join(efter[c:d])) for _, a, b, c, d in olika)


def _byte(bort: str, nytt: str) -> str:
    if not bort:
        return f"tillagt: {nytt}"
    return f"{bort} → {nytt}" if nytt else f"struket: {bort}"
