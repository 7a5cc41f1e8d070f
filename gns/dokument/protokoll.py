"""Protokollet: ett mötes hela handling (KL 5:65–69 genom 6:35)."""

import datetime as dt
from typing import NamedTuple

from gns.dokument.anmalan import AnmälanVy, anmälningar
from gns.dokument.omslag import AnslagVy, OmslagVy, bygg_anslag, bygg_omslag
from gns.dokument.paragraf import ParagrafVy, bygg_paragraf
from gns.dokument.rattelse import RättelseVy, rättelser
from gns.dokument.sparvy import SpårVy
from gns.modell.bok import Bok
from gns.sammantrade.sammantrade import Sammanträde


class ProtokollVy(NamedTuple):
    """Allt som protokollet visar; ``datum`` är ISO, ``utkast`` är sant tills det är justerat.

    ``anmälningsärenden`` är de som inte redovisas i någon §.
    """

    organ: str
    datum: str
    utkast: bool
    omslag: OmslagVy
    anslag: tuple[AnslagVy, ...]
    anmälningsärenden: tuple[AnmälanVy, ...]
    paragrafer: tuple[ParagrafVy, ...]
    spår: SpårVy | None
    rättelser: tuple[RättelseVy, ...]


def bygg_protokoll(bok: Bok, datum: dt.date, spår: SpårVy | None = None) -> ProtokollVy:
    """Protokollets fakta ur boken; KeyError om mötet inte är läst. ``spår`` är satt när det är förseglat, eller blir det."""
    möte = bok.möten[datum]
    s = Sammanträde(bok.nämnd, möte)
    anslag = bok.anslag.get(datum)
    return ProtokollVy(
        organ=bok.nämnd.namn,
        datum=str(datum),
        utkast=not möte.är_justerat,
        omslag=bygg_omslag(bok, s),
        anslag=tuple(bygg_anslag(bok, a) for a in anslag.anslag) if anslag else (),
        anmälningsärenden=() if any(p.anmälningar for p in möte.paragrafer) else anmälningar(bok, möte),
        paragrafer=tuple(bygg_paragraf(bok, s, p) for p in möte.paragrafer),
        spår=spår,
        rättelser=rättelser(bok, datum),
    )
