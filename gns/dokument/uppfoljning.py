"""Uppföljningen av ett år till och med en dag: tertial per april, delår per augusti, och hela året."""

import datetime as dt
from typing import Literal, NamedTuple

from gns.dokument.uppfoljning_arbete import (
    AktivitetsVy,
    SammanträdenVy,
    StyrningVy,
    UppdragVy,
    bygg_aktiviteter,
    bygg_sammanträden,
    bygg_styrning,
    bygg_årets_uppdrag,
    räkna_lägen,
)
from gns.dokument.uppfoljning_pengar import EkonomiVy, MedelVy, bygg_ekonomi, bygg_medel
from gns.modell.bok import Bok

Slag = Literal["tertial", "delår", "år", "dag"]
_SLAG: dict[tuple[int, int], Slag] = {(4, 30): "tertial", (8, 31): "delår", (12, 31): "år"}


class UppföljningVy(NamedTuple):
    """Allt som uppföljningen visar; ``slag`` följer dagen."""

    organ: str
    år: int
    per: str
    slag: Slag
    ekonomi: EkonomiVy
    medel: MedelVy
    styrning: StyrningVy
    aktiviteter: tuple[AktivitetsVy, ...]
    aktivitetslägen: dict[str, int]
    uppdrag: UppdragVy
    sammanträden: SammanträdenVy


def bygg_uppföljning(bok: Bok, år: int, per: dt.date) -> UppföljningVy:
    """Uppföljningens fakta; KeyError om budgetåret inte finns."""
    b, aktiviteter = bok.budgetår[år], bygg_aktiviteter(bok, år, per)
    return UppföljningVy(
        organ=bok.nämnd.namn,
        år=år,
        per=str(per),
        slag=_SLAG.get((per.month, per.day), "dag"),
        ekonomi=bygg_ekonomi(bok, b, per),
        medel=bygg_medel(bok, år, per),
        styrning=bygg_styrning(b, per),
        aktiviteter=aktiviteter,
        aktivitetslägen=räkna_lägen(aktiviteter),
        uppdrag=bygg_årets_uppdrag(bok, år, per),
        sammanträden=bygg_sammanträden(bok, år, per),
    )
