"""Mötets klockslag går ihop: slut efter start, uppehåll och händelser inom mötet och i samma ordning som paragraferna.

Ett klockslag som inte kan vara sant är ett fel redan när posten läses, och hindrar att handlingar görs av den.

Rätt:
    start: 09:00
    slut: 10:30
    ajourneringar:
      - från: 09:30
        till: 09:45

Fel:
    start: 09:00
    slut: 10:30
    ajourneringar:
      - från: 10:15
        till: 10:45               # efter mötets slut
"""

from collections.abc import Iterator

from gns.kontroller.regel import Regel, Utfall, oprövbar, redan_sagt, uppfylld
from gns.kontroller.stallen import möten_med_fynd
from gns.kontroller.underlag import Underlag

ID = "PRAXIS-tider"


def _pröva(u: Underlag) -> Iterator[Utfall]:
    sagt = list(redan_sagt(u, ID))
    yield from sagt
    brutna = möten_med_fynd(sagt)
    for id, möte in u.möten():
        fattas = [vad for vad, tid in (("började", möte.start), ("slutade", möte.slut)) if tid is None]
        if id in brutna or not möte.är_hållet:
            continue
        if fattas:
            text = f"det står inte när mötet {' och '.join(fattas)}"
            yield oprövbar("mote", id, ("slut" if möte.start else "start",), text, "skriv start och slut")
        else:
            yield uppfylld("mote", id)


REGEL = Regel(
    id=ID,
    nummer=(13,),
    fråga="Går mötets klockslag ihop med varandra?",
    nivå="varning",
    pröva=_pröva,
    praxis="mötets klockslag",
)
