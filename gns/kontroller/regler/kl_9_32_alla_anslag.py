"""Att en gemensam nämnds protokoll är justerat ska tillkännages på varje parts anslagstavla.

Det ska alltså finnas ett anslag för varje part som var med i nämnden på mötesdagen, både för protokollet och för en §
som justerades för sig; för en sådan § räcker det att parten har anslagit hela protokollet. När ett anslag är antecknat
ska de andra också vara det. Är inget antecknat än, eller är det för få anslag som säger vilken part de gäller, går det
inte att pröva.

Rätt:
    anslag:
      - part: region
        uppsatt: 2021-01-04
      - part: are
        uppsatt: 2021-01-05

Fel:
    anslag:
      - uppsatt: 2021-01-04       # ett anslag, nio parter
"""

import datetime as dt
from collections.abc import Iterator

from gns.grund.tal import RÄKNEORD
from gns.kontroller.anslagstid import KOMMUNALLAGEN, Varv, varv
from gns.kontroller.regel import EJ_INLAGD, Lagrum, Regel, Utfall, bruten, oprövbar, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.anslag import Anslag
from gns.modell.mote import Möte
from gns.sammantrade.narvaroprov_text import uppräknat

_RÅD = "skriv ett anslag med part och uppsatt för varje part; överklagandetiden börjar först med det sista (KL 13:5)"


def _pröva(u: Underlag) -> Iterator[Utfall]:
    for id, möte in u.möten():
        if möte.är_justerat and not _anslaget(möte, u.bok.anslag.get(möte.datum)):
            text = "inget anslag av protokollet är antecknat"
            yield oprövbar("mote", id, ("justering", "justerat"), text, "skriv anslagen i data/anslag")
    for _, post in sorted(u.bok.anslag.items()):
        yield from (_varvet(post, v) for v in varv(u.bok.nämnd, post))


def _anslaget(möte: Möte, post: Anslag | None) -> bool:
    """Om något anslag gäller hela protokollet, eller varje § för sig."""
    if post is None:
        return False
    för_sig = {nr for ett in post.anslag for nr in ett.paragrafer}
    alla_för_sig = bool(möte.paragrafer) and all(p.nr in för_sig for p in möte.paragrafer)
    return alla_för_sig or any(not ett.paragrafer for ett in post.anslag)


def _varvet(post: Anslag, v: Varv) -> Utfall:
    id, fält = str(post.datum), ("anslag",)
    if post.datum < KOMMUNALLAGEN:
        return oprövbar("anslag", id, fält, EJ_INLAGD)
    if v.hos_alla:
        return uppfylld("anslag", id, ("anslag", v.egna[0][0]))
    if v.hos_alla is None:
        return oprövbar("anslag", id, fält, f"{v.inledning}{_oklart(v)}", "skriv part för varje anslag")
    return bruten("anslag", id, fält, f"{v.inledning}{_brist(v)}", _RÅD)


def _oklart(v: Varv) -> str:
    if not v.parter:
        return "ingen part var med i nämnden på mötesdagen"
    return f"{_i_ord(v.utan_part)} anslag utan part; det går inte att säga om {uppräknat(v.saknas)} har något"


def _brist(v: Varv) -> str:
    utan = f"{_i_ord(v.utan_part)} anslag utan part; " if v.utan_part else ""
    if utan and v.saknas == v.parter:
        return f"{utan}de {_i_ord(len(v.parter))} parternas anslag är inte antecknade"
    return f"{utan}inget anslag är antecknat för {uppräknat(v.saknas)}"


def _i_ord(tal: int) -> str:
    return RÄKNEORD[tal] if tal < len(RÄKNEORD) else str(tal)


REGEL = Regel(
    id="KL-9-32-alla-anslag",
    nummer=(51,),
    fråga="Har justeringen tillkännagetts på varje parts anslagstavla?",
    nivå="fel",
    pröva=_pröva,
    stöd=(Lagrum("KL 9:32", "2019:835", dt.date(2020, 1, 1)),),
)
