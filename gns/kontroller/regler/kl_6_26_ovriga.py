"""Andra än ledamöter och ersättare får vara med när de har kallats för att lämna upplysningar, men inte besluta.

Därför ska det framgå i vilken egenskap var och en är med: den som står som ``övrig`` i närvaron har en ``roll``. Vilka §§
personen är med i räknar gns ut ur händelserna. Att någon sådan yrkar eller röstar sägs av regeln om tjänstgöring.

Rätt:
    - namn: Siv Sjö
      som: övrig
      roll: sekreterare

Fel:
    - namn: Siv Sjö
      som: övrig
"""

import datetime as dt
from collections.abc import Iterator

from gns.kontroller.regel import Lagrum, Regel, Utfall, bruten, oprövbar, uppfylld
from gns.kontroller.stallen import äldre_lydelse
from gns.kontroller.underlag import Underlag
from gns.modell.mote import Möte

_LAG = Lagrum("KL 6:26", "2019:835", dt.date(2020, 1, 1))
_RÅD = "skriv roll: sekreterare, en titel, eller i vilken egenskap personen annars är med"


def _pröva(u: Underlag) -> Iterator[Utfall]:
    for id, möte in u.möten():
        if gammal := äldre_lydelse(_LAG, id, möte):
            yield gammal
        elif not möte.närvaro and möte.är_hållet:
            yield oprövbar("mote", id, ("närvaro",), "det står inte vilka som var med", "skriv uppropet under närvaro")
        else:
            yield from _övriga(id, möte)


def _övriga(id: str, möte: Möte) -> Iterator[Utfall]:
    for i, n in enumerate(möte.närvaro):
        if n.som == "övrig" and n.roll:
            yield uppfylld("mote", id, ("närvaro", i, "roll"))
        elif n.som == "övrig":
            text = f"{n.namn} är med utan att vara ledamot eller ersättare, men det står inte i vilken egenskap"
            yield bruten("mote", id, ("närvaro", i), text, _RÅD, "varning")


REGEL = Regel(
    id="KL-6-26-ovriga",
    nummer=(12,),
    fråga="Framgår det i vilken egenskap var och en av de övriga närvarande är med?",
    nivå="fel",
    pröva=_pröva,
    stöd=(_LAG, Lagrum("KL 4:28", "2017:725", dt.date(2018, 1, 1))),
)
