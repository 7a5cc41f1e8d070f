"""Protokollet: ett mötes hela handling (KL 5:65–69 genom 6:35)."""

import datetime as dt
from typing import NamedTuple

from gns.dokument.omslag import AnslagVy, OmslagVy, bygg_anslag, bygg_omslag
from gns.dokument.paragraf import ParagrafVy, bygg_paragraf
from gns.grund.block import Text
from gns.modell.bok import Bok
from gns.modell.narvaro import Anmälningsärende
from gns.sammantrade.sammantrade import Sammanträde


class AnmälanVy(NamedTuple):
    """Ett anmälningsärende; delegat, dag och punkt när det är ett delegationsbeslut."""

    rubrik: str
    dnr: str | None
    text: Text | None
    delegationsbeslut: str | None
    delegat: str | None
    dag: str | None
    punkt: str | None


class ProtokollVy(NamedTuple):
    """Allt som protokollet visar; ``datum`` är ISO, ``utkast`` är sant tills det är justerat."""

    organ: str
    datum: str
    utkast: bool
    omslag: OmslagVy
    anslag: tuple[AnslagVy, ...]
    anmälningsärenden: tuple[AnmälanVy, ...]
    paragrafer: tuple[ParagrafVy, ...]


def bygg_protokoll(bok: Bok, datum: dt.date) -> ProtokollVy:
    """Protokollets fakta ur boken; KeyError om mötet inte är läst."""
    möte = bok.möten[datum]
    s = Sammanträde(bok.nämnd, möte)
    anslag = bok.anslag.get(datum)
    return ProtokollVy(
        organ=bok.nämnd.namn,
        datum=str(datum),
        utkast=not möte.är_justerat,
        omslag=bygg_omslag(bok, s),
        anslag=tuple(bygg_anslag(bok, a) for a in anslag.anslag) if anslag else (),
        anmälningsärenden=tuple(_anmälan(bok, a) for a in möte.anmälningsärenden),
        paragrafer=tuple(bygg_paragraf(bok, s, p) for p in möte.paragrafer),
    )


def _anmälan(bok: Bok, a: Anmälningsärende) -> AnmälanVy:
    beslut = bok.delegationsbeslut(a.delegationsbeslut)
    if beslut is None:
        return AnmälanVy(a.rubrik or "", a.dnr, a.text, a.delegationsbeslut, None, None, None)
    dnr = a.dnr or (str(beslut.dnr) if beslut.dnr else None)
    text = a.text or beslut.beslut
    return AnmälanVy(beslut.rubrik, dnr, text, a.delegationsbeslut, beslut.delegat, str(beslut.datum), beslut.punkt)
