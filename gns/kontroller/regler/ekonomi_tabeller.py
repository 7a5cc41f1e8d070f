"""Varje tabell som publiceras säger sin enhet, sitt år och sin källa.

Enheten och året har varje budget; källan är ``källa`` eller årets ``beslut``. En budget utan någon av dem går inte att föra
tillbaka till något.

Rätt:
    budget:
      enhet: tkr
      källa: verksamhetsplanen för 2019, avsnitt 5.1

Fel:
    budget:
      enhet: tkr                    # ingen källa, och året har inget beslut
"""

from collections.abc import Iterator

from gns.kontroller.regel import Regel, Utfall, bruten, uppfylld
from gns.kontroller.underlag import Underlag


def _pröva(u: Underlag) -> Iterator[Utfall]:
    for id, b in u.budgetår():
        if b.budget is None:
            continue
        if b.budget.källa or b.beslut:
            yield uppfylld("budget", id, ("budget",))
        else:
            text = f"budgeten för {id} säger inte varifrån den kommer"
            yield bruten("budget", id, ("budget",), text, "skriv källa, eller årets beslut")


REGEL = Regel(
    id="EKONOMI-tabeller",
    nummer=(108,),
    fråga="Säger budgetens tabell varifrån den kommer?",
    nivå="varning",
    pröva=_pröva,
    praxis="tabeller med enhet, år och källa",
)
