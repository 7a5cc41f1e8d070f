"""En nyckel går att jämföra med året före: samma definition och samma enhet.

Parterna ska kunna se hur mycket nyckeln har flyttat mellan dem (``gns fördela --jämför ÅR``). Har definitionen eller enheten
bytts är talen inte jämförbara. Finns nyckeln inte året före går det inte att pröva.

Rätt:
    - typ: budgetomslutning          # i 2020 och 2021
      definition: verksamhetens kostnader

Fel:
      definition: omslutning         # 2021, men verksamhetens kostnader 2020
"""

from collections.abc import Iterator

from gns.kontroller.regel import Regel, Utfall, bruten, oprövbar, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.nyckel import Budgetomslutning, Nyckel, Nytta

_RÅD = "räkna om den ena, så att båda åren mäter samma sak"


def _pröva(u: Underlag) -> Iterator[Utfall]:
    for id, b in u.budgetår():
        förra = u.bok.budgetår.get(b.år - 1)
        for i, n in enumerate(b.nycklar):
            if isinstance(n, Nytta):
                continue
            då = förra.nyckel(n.namn) if förra else None
            if då is None or isinstance(då, Nytta):
                text = f"nyckeln {n.namn} finns inte {b.år - 1}, så det går inte att se hur den har ändrats"
                yield oprövbar("budget", id, ("nycklar", i), text)
            elif skillnad := _skillnad(n, då):
                text = f"{n.namn} är inte jämförbar med {b.år - 1}: {skillnad}"
                yield bruten("budget", id, ("nycklar", i), text, _RÅD)
            else:
                yield uppfylld("budget", id, ("nycklar", i))


def _skillnad(nu: Nyckel, då: Nyckel) -> str:
    if isinstance(nu, Budgetomslutning) and isinstance(då, Budgetomslutning) and nu.definition != då.definition:
        return f"definitionen var {då.definition} och är {nu.definition}"
    enheter = [n.enhet for n in (då, nu) if not isinstance(n, Nytta)]
    return f"enheten var {enheter[0]} och är {enheter[1]}" if len(set(enheter)) > 1 else ""


REGEL = Regel(
    id="EKONOMI-jamforelse",
    nummer=(97,),
    fråga="Går nyckeln att jämföra med året före?",
    nivå="varning",
    pröva=_pröva,
    praxis="en ändrad nyckel visas bredvid den gamla",
)
