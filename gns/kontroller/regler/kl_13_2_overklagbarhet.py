"""Ett beslut som är rent förberedande eller rent verkställande kan inte överklagas; alla andra kan det.

``överklagas`` säger vilket. Ett beslut som fastställer ett belopp, betalar tillbaka, väljer någon eller avslutar ett
ärende är varken förberedande eller verkställande, så ``överklagas: nej`` säger då emot det. Att utse justerare räknas
inte hit. Har beslutet en verkan men ingen uppgift går det inte att pröva; att bara utse justerare, bordlägga eller
återremittera behöver ingen.

Rätt:
    överklagas: ja
    innebär:
      - id: a
        typ: fastställer

Fel:
    överklagas: nej
    innebär:
      - id: a
        typ: fastställer
"""

import datetime as dt
from collections.abc import Iterator

from gns.kontroller.anslagstid import KOMMUNALLAGEN
from gns.kontroller.regel import EJ_INLAGD, Lagrum, Regel, Utfall, bruten, oprövbar, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.innebar import AvslutarÄrende, Bordlägger, Innebär, OmPengar, Utser, Återremitterar
from gns.modell.mote import Möte

_AVGÖR = OmPengar | Utser | AvslutarÄrende


def _pröva(u: Underlag) -> Iterator[Utfall]:
    for id, möte, i, p in u.paragrafer():
        if p.överklagas is not None or any(_verkar(v) for v in p.innebär):
            yield _paragrafen(id, möte, i)


def _paragrafen(id: str, möte: Möte, i: int) -> Utfall:
    p = möte.paragrafer[i]
    fält = ("paragrafer", i, "överklagas")
    if möte.datum < KOMMUNALLAGEN:
        return oprövbar("mote", id, ("paragrafer", i), EJ_INLAGD)
    if p.överklagas is None:
        text = f"det står inte om beslutet i § {p.nr} kan överklagas"
        return oprövbar("mote", id, ("paragrafer", i), text, "skriv överklagas: ja eller nej")
    säger_emot = [v for v in p.innebär if isinstance(v, _AVGÖR) and _verkar(v)]
    if p.överklagas or not säger_emot:
        return uppfylld("mote", id, fält)
    text = f"§ {p.nr} sägs inte gå att överklaga, men beslutet {säger_emot[0].typ}{_vad(säger_emot[0])}"
    return bruten("mote", id, fält, text, "skriv överklagas: ja, eller rätta innebär")


def _verkar(v: Innebär) -> bool:
    """Om verkan kan vara något annat än förberedande."""
    justerare = isinstance(v, Utser) and v.till.casefold().startswith("juster")
    return not justerare and not isinstance(v, Bordlägger | Återremitterar)


def _vad(v: Innebär) -> str:
    if isinstance(v, OmPengar):
        return f" {v.belopp}"
    match v:
        case Utser():
            return f" {v.personer[0]} till {v.till}" if v.personer else f" till {v.till}"
        case AvslutarÄrende():
            return f" {v.dnr}"
        case _:
            return ""


REGEL = Regel(
    id="KL-13-2-overklagbarhet",
    nummer=(57,),
    fråga="Stämmer det att beslutet kan, eller inte kan, överklagas?",
    nivå="upplysning",
    pröva=_pröva,
    stöd=(Lagrum("KL 13:2", "2017:725", dt.date(2018, 1, 1)),),
)
