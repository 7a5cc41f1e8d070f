"""Elevantalet uppdateras i maj, och skillnaderna mot januari är tillsammans noll.

Delningen efter elevantal räknas om i maj med siffrorna från den 15 oktober året före. Hela året räknas om, så att det som
någon betalar mer betalar någon annan mindre. Före juni, och utan uppdatering i posten, går det inte att pröva.

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

from gns.fordelning.initiativ import Delning, dela_initiativ, initiativ_med
from gns.kontroller.regel import Regel, Utfall, bruten, oprövbar, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.budgetar import Budgetår
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
            elif skillnad := _skillnad(u, b, n.namn):
                text = f"skillnaderna mot januari är tillsammans {skillnad} öre, inte 0"
                yield bruten("budget", id, (*väg, "uppdatering"), text, "räkna om båda delningarna på samma belopp")
            else:
                yield uppfylld("budget", id, (*väg, "uppdatering"))


def _skillnad(u: Underlag, b: Budgetår, nyckel: str) -> int:
    """Det som initiativens delar är mer i maj än i januari, tillsammans."""
    delat = (dela_initiativ(u.bok, b, i) for i in initiativ_med(b, nyckel))
    par = ((d.fördelning, d.före) for d in delat if isinstance(d, Delning))
    return sum(sum(maj.delar.values()) - sum(jan.delar.values()) for maj, jan in par if maj and jan)


REGEL = Regel(
    id="EKONOMI-majuppdatering",
    nummer=(99,),
    fråga="Är elevantalet uppdaterat i maj?",
    nivå="fel",
    pröva=_pröva,
    praxis="verksamhetsplanen 2019, avsnitt 5.2",
)
