"""Delegationsregistret: delegationsbeslut och handlingar som ska anmälas för nämnden (KL 6:40)."""

import datetime as dt
from dataclasses import dataclass

from gns.modell.bok import Bok
from gns.uppdrag.anmalan import anmälningar


@dataclass(frozen=True, slots=True)
class Anmälningsrad:
    """Ett delegationsbeslut, eller en handling: då är ``nr`` och ``delegat`` None.

    ``justerat`` säger om protokollet som har anmälan är justerat, och är None när inget är anmält.
    """

    datum: dt.date | None
    nr: str | None
    dnr: str | None
    rubrik: str
    delegat: str | None
    brådskande: bool
    tillstånd: str
    anmält: dt.date | None
    borde_anmälas: dt.date | None
    justerat: bool | None


def bygg_delegation(bok: Bok, per: dt.date, år: int | None = None, oanmälda: bool = False) -> tuple[Anmälningsrad, ...]:
    """Raderna efter dag, som de står den dagen; ``oanmälda`` är de som väntar eller aldrig anmäldes."""
    rader = (
        Anmälningsrad(
            datum=a.datum,
            nr=f"{a.år}-{a.nr}" if a.år else None,
            dnr=str(a.dnr) if a.dnr else None,
            rubrik=a.rubrik,
            delegat=a.delegat,
            brådskande=a.brådskande,
            tillstånd=a.tillstånd,
            anmält=a.anmält,
            borde_anmälas=a.borde_anmälas,
            justerat=bok.möten[a.anmält].är_justerat if a.anmält else None,
        )
        for a in anmälningar(bok, per)
    )
    return tuple(
        r
        for r in rader
        if år in (None, r.datum.year if r.datum else 0)
        and (not oanmälda or r.tillstånd in ("väntar på nästa möte", "aldrig anmält"))
    )
