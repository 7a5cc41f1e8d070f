"""Varje ledamot som tjänstgör har en röst: rösterna är de som tjänstgör, var och en precis en gång.

Ja, nej och avstår är tillsammans de som tjänstgör i just det delbeslutet. Den som är borta, jävig eller inte inkallad hör
inte dit, och inte heller den som står som deltar ej. Står antalen bredvid namnen är de lika många. Saknas uppropet, eller
finns någon av dem som röstade inte i det, går det inte att pröva.

Rätt:
    röster:
      ja:
        - Eva Ek
        - Ada Ask
      nej: Ulf Uv

Fel:
    röster:
      ja:
        - Eva Ek
        - Ulf Uv          # Ulf Uv står två gånger, och Ada Ask ingen
      nej: Ulf Uv
"""

import datetime as dt
from collections.abc import Iterator

from gns.kontroller.propositioner import Ställd, omröstningar
from gns.kontroller.regel import Lagrum, Regel, Utfall, oprövbar, redan_sagt
from gns.kontroller.stallen import Ställe, håller, sagda
from gns.kontroller.underlag import Underlag
from gns.modell.omrostning import Omröstning

ID = "KL-4-24-roster"
_LAG = Lagrum("KL 4:24", "2017:725", dt.date(2018, 1, 1))


def _pröva(u: Underlag) -> Iterator[Utfall]:
    yield from redan_sagt(u, ID)
    alla, egna = sagda(u), sagda(u, ID)
    for s, o in omröstningar(u):
        yield from _en(s, o, alla, egna)


def _en(s: Ställd, o: Omröstning, alla: set[Ställe], egna: set[Ställe]) -> Iterator[Utfall]:
    väg = (*s.väg, "omröstning")
    if (s.id, väg) in egna or (s.id, (*s.väg, "delbeslut")) in egna:
        return
    if okänt := _okänt(s, o):
        yield oprövbar("mote", s.id, väg, okänt, "skriv uppropet under närvaro, med samma namn som i rösterna")
    elif not any((s.id, (*väg, fält)) in alla for fält in ("röster", "antal", "form")):
        yield håller(_LAG, s.möte, väg)


def _okänt(s: Ställd, o: Omröstning) -> str:
    närvaro = {n.namn for n in s.möte.närvaro}
    if not närvaro:
        return "uppropet saknas, så det går inte att säga vilka som skulle rösta"
    okända = [n for _, namn in o.röster or () for n in namn if n not in närvaro]
    return f"{okända[0]} finns inte i uppropet" if okända else ""


REGEL = Regel(
    id=ID,
    nummer=(36,),
    fråga="Är rösterna de som tjänstgör, var och en en gång, och stämmer antalen?",
    nivå="fel",
    pröva=_pröva,
    stöd=(_LAG,),
)
