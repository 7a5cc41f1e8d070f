"""Protokollet: ett mötes hela handling (KL 5:65–69 genom 6:35)."""

import datetime as dt
from dataclasses import dataclass

from gns.dokument.omslag import AnslagVy, OmslagVy, bygg_anslag, bygg_omslag
from gns.dokument.paragraf import ParagrafVy, bygg_paragraf
from gns.modell.bok import Bok
from gns.modell.narvaro import Anmälningsärende


@dataclass(frozen=True, slots=True)
class ProtokollVy:
    """Allt som protokollet visar; ``datum`` är ISO, ``utkast`` är sant tills det är justerat."""

    organ: str
    datum: str
    utkast: bool
    omslag: OmslagVy
    anslag: tuple[AnslagVy, ...]
    anmälningsärenden: tuple[Anmälningsärende, ...]
    paragrafer: tuple[ParagrafVy, ...]


def bygg_protokoll(bok: Bok, datum: dt.date) -> ProtokollVy:
    """Protokollets fakta ur boken; KeyError om mötet inte är läst."""
    möte = bok.möten[datum]
    anslag = bok.anslag.get(datum)
    return ProtokollVy(
        organ=bok.nämnd.namn,
        datum=str(datum),
        utkast=not möte.är_justerat,
        omslag=bygg_omslag(bok, möte),
        anslag=tuple(bygg_anslag(bok, a) for a in anslag.anslag) if anslag else (),
        anmälningsärenden=möte.anmälningsärenden,
        paragrafer=tuple(bygg_paragraf(möte, p) for p in möte.paragrafer),
    )
