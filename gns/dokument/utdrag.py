"""Protokollsutdrag: en § som står för sig själv, med vilka som tog del i den."""

import datetime as dt
from typing import NamedTuple

from gns.dokument.omslag import OmslagVy, bygg_omslag
from gns.dokument.paragraf import ParagrafVy, bygg_paragraf
from gns.dokument.rattelse import RättelseVy, rättelser
from gns.dokument.sparvy import SpårVy
from gns.modell.bok import Bok
from gns.sammantrade.sammantrade import Sammanträde


class UtdragVy(NamedTuple):
    """Allt som utdraget visar; ``utkast`` är sant när varken protokollet eller § är justerad."""

    organ: str
    datum: str
    utkast: bool
    omslag: OmslagVy
    paragraf: ParagrafVy
    spår: SpårVy | None
    rättelser: tuple[RättelseVy, ...]


def bygg_utdrag(bok: Bok, datum: dt.date, nr: int, spår: SpårVy | None = None) -> UtdragVy:
    """Utdragets fakta; KeyError om mötet inte är läst eller saknar §. ``spår`` är satt när § är förseglad, eller blir det."""
    möte = bok.möten[datum]
    paragraf = next((p for p in möte.paragrafer if p.nr == nr), None)
    if paragraf is None:
        raise KeyError(nr)
    s = Sammanträde(bok.nämnd, möte)
    vy = bygg_paragraf(bok, s, paragraf)
    return UtdragVy(
        bok.nämnd.namn, str(datum), not vy.justerad, bygg_omslag(bok, s, nr), vy, spår, rättelser(bok, datum, nr)
    )
