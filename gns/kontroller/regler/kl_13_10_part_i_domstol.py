"""När lagligheten av nämndens beslut prövas är den gemensamma nämnden själv part, inte värdorganisationen.

Det prövas för ett ärende som har ``mål`` i en förvaltningsdomstol: part ska vara nämndens namn, början på det eller
diarieprefixet. Böjning räknas inte: ”gemensamma nämnden för samverkan” är samma som ”gemensam nämnd för samverkan”. I
andra domstolar, till exempel en tingsrätt, gäller inte bestämmelsen.

Rätt:
    mål:
      domstol: Förvaltningsrätten i Härnösand
      nummer: 1234-24
      part: Gemensam nämnd för samverkan

Fel:
    mål:
      domstol: Förvaltningsrätten i Härnösand
      nummer: 1234-24
      part: Region Jämtland Härjedalen
"""

import datetime as dt
import re
from collections.abc import Iterator

from gns.kontroller.regel import Lagrum, Regel, Utfall, bruten, oprövbar, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.arende import Mål
from gns.modell.namnd import Nämnd

_FÖRVALTNINGSDOMSTOL = re.compile(
    r"förvaltnings(?:rätt|domstol)|kammarrätt|regeringsrätten|\b(?:fr|kamr|kr|hfd)\b", re.IGNORECASE
)
_GRUNDFORM = {"gemensamma": "gemensam", "nämnden": "nämnd", "nämndens": "nämnd", "nämnds": "nämnd"}


def _pröva(u: Underlag) -> Iterator[Utfall]:
    for id, _, ärende in u.ärenden():
        if ärende.mål and _FÖRVALTNINGSDOMSTOL.search(ärende.mål.domstol):
            yield _ett(u.bok.nämnd, id, ärende.mål)


def _ett(nämnd: Nämnd, id: str, mål: Mål) -> Utfall:
    fält = ("mål", "part")
    if mål.part is None:
        text = f"det står inte vem som är part i målet {mål.nummer}"
        return oprövbar("arende", id, ("mål",), text, "skriv part, som det står i målet")
    if är_nämnden(nämnd, mål.part):
        return uppfylld("arende", id, fält)
    text = f"{mål.part} står som part i målet {mål.nummer}, men den gemensamma nämnden är själv part"
    return bruten("arende", id, fält, text, f"be {mål.domstol} rätta det, eller rätta part om den är fel här")


def är_nämnden(nämnd: Nämnd, part: str) -> bool:
    """Om texten är nämndens namn, början på det, eller prefixet; en part som nämns först är inte nämnden."""
    ord_, namn = _ord(part), _ord(nämnd.namn)
    if ord_ == namn[: len(ord_)] and (ord_ == namn or any("nämnd" in o for o in ord_)):
        return True
    if any((p := _ord(parten.namn)) and ord_[: len(p)] == p for parten in nämnd.parter):
        return False
    return ord_[: len(namn)] == namn or nämnd.prefix.casefold() in ord_


def _ord(text: str) -> list[str]:
    return [_GRUNDFORM.get(o, o) for o in re.findall(r"\w+", text.casefold())]


REGEL = Regel(
    id="KL-13-10-part-i-domstol",
    nummer=(67,),
    fråga="Är det nämnden själv som är part när dess beslut prövas i domstol?",
    nivå="upplysning",
    pröva=_pröva,
    stöd=(Lagrum("KL 13:10", "2019:835", dt.date(2020, 1, 1)),),
)
