"""Ärenderegistret: varje ärende, hur det står och när det senast behandlades."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from gns.dokument.register import ref
from gns.modell.bok import Bok
from gns.uppdrag.arendelage import Steg, Ärendeläge, läge_efter, steg_per_ärende


@dataclass(frozen=True, slots=True)
class Tillstånd:
    """Ett ärendes tillstånd; ``beslut`` är None när registrator avslutade det, eller inget har ändrat det."""

    tillstånd: str
    sedan: dt.date | None
    beslut: str | None
    till_möte: dt.date | None


@dataclass(frozen=True, slots=True)
class Ärenderad:
    """Ett ärende; fälten om tillståndet är som i ``Tillstånd`` och ``behandlat`` är den senaste §."""

    dnr: str
    rubrik: str
    tillstånd: str
    sedan: dt.date | None
    beslut: str | None
    till_möte: dt.date | None
    behandlat: str | None


_VÄNTAR = ("bordlagt", "återremitterat")


def bygg_ärenden(bok: Bok, per: dt.date, öppna: bool = False, endast_väntande: bool = False) -> tuple[Ärenderad, ...]:
    """Ärendena efter diarienummer, som de står när dagen ``per`` är slut; väntande är bordlagda eller återremitterade."""
    steg = steg_per_ärende(bok)
    rader = []
    for dnr, ärende in sorted(bok.ärenden.items()):
        egna = [s for s in steg.get(dnr, []) if s.datum <= per]
        t = tillstånd(läge_efter(egna, dnr))
        senast = _senast(bok, egna)
        rader.append(Ärenderad(str(dnr), ärende.rubrik, t.tillstånd, t.sedan, t.beslut, t.till_möte, senast))
    valda = (r for r in rader if not endast_väntande or r.tillstånd in _VÄNTAR)
    return tuple(r for r in valda if not (öppna and r.tillstånd == "avslutat"))


def tillstånd(läge: Ärendeläge) -> Tillstånd:
    """Ärendets läge med beslutet utpekat."""
    beslut = ref(läge.sedan, läge.nr) if läge.sedan and läge.nr else None
    return Tillstånd(läge.tillstånd, läge.sedan, beslut, läge.till_möte)


def _senast(bok: Bok, steg: Sequence[Steg]) -> str | None:
    """Den senaste § i ett möte som har hållits; ett möte utan närvaro och beslut är bara planerat."""
    hållna = [(s.datum, s.paragraf) for s in steg if s.paragraf]
    hållna = [(dag, p) for dag, p in hållna if p.beslut or bok.möten[dag].närvaro]
    return ref(hållna[-1][0], hållna[-1][1].nr) if hållna else None
