"""Nämnden har mål för året, och varje mål har något som mäts.

Nämnden ska se till att verksamheten drivs efter de mål och riktlinjer som fullmäktige har bestämt. Revisorerna fann att det
inte gick att följa upp en verksamhet som saknar mål. Säger en handling att inga mål är fastställda är det ett fel; har
planens text inga mål i posten är det en varning, och när året är slut är varje indikator mätt. Utan plan i posten går det inte att pröva. Lagens ändring 2025:374 rör inte
det som prövas här.

Rätt:
    mål:
      - id: svarstid
        mål: Parterna får svar inom fem dagar
        indikatorer:
          - namn: svarstid, median
            enhet: dagar
            målvärde: 5
            riktning: högst

Fel:
    utan_mål: årsredovisningen för 2020      # inga mål är fastställda
"""

import datetime as dt
from collections.abc import Iterator

from gns.kontroller.regel import Lagrum, Regel, Utfall, bruten, oprövbar, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.budgetar import Budgetår

_RÅD = "besluta om mål och skriv dem under mål, med indikatorer"


def _pröva(u: Underlag) -> Iterator[Utfall]:
    for id, b in u.budgetår():
        if b.mål:
            yield from _målen(id, b, slut=b.år < u.idag.year)
        elif b.utan_mål:
            text = f"inga mål är fastställda för {b.år}: {b.utan_mål}"
            yield bruten("budget", id, ("utan_mål",), text, _RÅD, "fel")
        elif b.verksamhetsplan:
            yield bruten("budget", id, ("verksamhetsplan",), f"planen för {b.år} har inga mål i posten", _RÅD)
        else:
            yield oprövbar("budget", id, (), f"varken plan eller mål för {b.år} finns i posten", _RÅD)


def _målen(id: str, b: Budgetår, *, slut: bool) -> Iterator[Utfall]:
    for i, m in enumerate(b.mål):
        väg = ("mål", i)
        omätta = [x.namn for x in m.indikatorer if not any(y.per.year == b.år for y in x.mätningar)]
        if not m.indikatorer:
            yield bruten("budget", id, väg, f"målet {m.id} har inget som mäts", "skriv minst en indikator")
        elif slut and omätta:
            text = f"målet {m.id}: {', '.join(omätta)} mättes aldrig {b.år}"
            yield bruten("budget", id, väg, text, "skriv mätningen, eller ta bort indikatorn")
        else:
            yield uppfylld("budget", id, väg)


REGEL = Regel(
    id="KL-6-6-mal",
    nummer=(75,),
    fråga="Har nämnden mål för året, och mäts de?",
    nivå="varning",
    pröva=_pröva,
    stöd=(Lagrum("KL 6:6", "2017:725", dt.date(2018, 1, 1)),),
)
