"""Elevantalet uppdateras i maj.

Delningen efter elevantal räknas om i maj med siffrorna från den 15 oktober året före. Hela året räknas om, och gns räknar
skillnaderna mot januari så att de tillsammans är noll. Före juni, utan uppdatering i posten, går det inte att pröva.

Rätt:
    - typ: elevantal                 # budgetåret 2021
      mätdag: 2019-10-15
      uppdatering:
        datum: 2021-05-03
        mätdag: 2020-10-15

Fel:
      mätdag: 2020-10-15             # ingen uppdatering, och det är juni 2021
"""

import datetime as dt
from collections.abc import Iterator

from gns.kontroller.regel import Regel, Utfall, bruten, oprövbar, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.nyckel import Elevantal


def _pröva(u: Underlag) -> Iterator[Utfall]:
    for id, b in u.budgetår():
        for i, n in enumerate(b.nycklar):
            if not isinstance(n, Elevantal):
                continue
            väg = ("nycklar", i)
            if n.uppdatering is None and u.idag <= dt.date(b.år, 5, 31):
                yield oprövbar("budget", id, väg, f"uppdateringen i maj {b.år} är inte gjord än")
            elif n.uppdatering is None:
                text = f"elevantalet uppdaterades inte i maj {b.år}"
                yield bruten("budget", id, väg, text, "skriv uppdatering med de nya talen")
            else:
                yield uppfylld("budget", id, (*väg, "uppdatering"))


REGEL = Regel(
    id="EKONOMI-majuppdatering",
    nummer=(99,),
    fråga="Är elevantalet uppdaterat i maj?",
    nivå="fel",
    pröva=_pröva,
    praxis="verksamhetsplanen 2019, avsnitt 5.2",
)
