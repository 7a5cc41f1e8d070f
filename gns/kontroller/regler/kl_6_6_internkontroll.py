"""Nämnden har en plan för sin interna kontroll, och kontrollerna görs i tid.

Nämnden ska se till att den interna kontrollen är tillräcklig. Varje moment i planen har en ansvarig och en dag, och när
dagen har passerat är kontrollen gjord. Utan plan i posten går det inte att pröva. Lagens ändring 2025:374 rör inte det som
prövas här.

Rätt:
    internkontroll:
      beslut: 2024-03-04 § 6
      moment:
        - id: belopp
          risk: ett beslutat belopp skrivs av fel
          kontroll: fakturaunderlaget jämförs med besluten
          ansvarig: Ekonomen
          senast: 2024-02-15
          utfört: 2024-02-01

Fel:
          senast: 2024-02-15               # dagen har passerat, och utfört saknas
"""

import datetime as dt
from collections.abc import Iterator

from gns.kontroller.regel import Lagrum, Regel, Utfall, bruten, oprövbar, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.styrning import Kontrollmoment


def _pröva(u: Underlag) -> Iterator[Utfall]:
    for id, b in u.budgetår():
        if b.internkontroll is None:
            text = f"ingen plan för den interna kontrollen {b.år} finns i posten"
            yield oprövbar("budget", id, (), text, "skriv planen under internkontroll")
            continue
        for i, m in enumerate(b.internkontroll.moment):
            yield _moment(id, ("internkontroll", "moment", i), m, u.idag)


def _moment(id: str, väg: tuple[str | int, ...], m: Kontrollmoment, idag: dt.date) -> Utfall:
    fattas = [ord for ord, värde in (("ansvarig", m.ansvarig), ("dag", m.senast)) if not värde]
    if m.utfört and m.utfört > idag:
        text = f"kontrollen {m.id} sägs vara gjord {m.utfört}, och den dagen har inte varit"
        return bruten("budget", id, (*väg, "utfört"), text, "rätta dagen, eller ta bort utfört")
    if m.utfört:
        sent = m.senast is not None and m.utfört > m.senast
        text = f"kontrollen {m.id} gjordes {m.utfört}, efter {m.senast}"
        return bruten("budget", id, (*väg, "utfört"), text, "gör nästa i tid") if sent else uppfylld("budget", id, väg)
    if m.senast and m.senast < idag:
        text = f"kontrollen {m.id} skulle vara gjord {m.senast}, och det står inte att den är det"
        return bruten("budget", id, (*väg, "senast"), text, "gör kontrollen och skriv utfört och resultat")
    if fattas:
        text = f"kontrollen {m.id} har ingen {' och ingen '.join(fattas)}"
        return bruten("budget", id, väg, text, "skriv ansvarig och senast")
    return uppfylld("budget", id, väg)


REGEL = Regel(
    id="KL-6-6-internkontroll",
    nummer=(75,),
    fråga="Har nämnden en plan för sin interna kontroll, och följs den?",
    nivå="varning",
    pröva=_pröva,
    stöd=(Lagrum("KL 6:6", "2017:725", dt.date(2018, 1, 1)),),
)
