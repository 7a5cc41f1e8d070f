"""En nämnd får handlägga ett ärende bara när fler än hälften av ledamöterna är närvarande.

Det prövas i varje § och delbeslut, efter jäv och efter dem som kommit och gått; en ersättare som tjänstgör räknas,
och vakanta platser räknas med i hälften. Antalet ledamöter är ``antal_ledamöter`` i det reglemente som gällde.

Rätt:
    reglementen:
      - antal_ledamöter: 9        # fem tjänstgör

Fel:
    reglementen:
      - antal_ledamöter: 10       # fem tjänstgör: det ska vara sex
"""

import datetime as dt
from collections.abc import Iterator

from gns.kontroller.regel import Lagrum, Regel, Utfall, oprövbar, redan_sagt, uppfylld
from gns.kontroller.underlag import Underlag

ID = "KL-6-27-beslutsfor"


def _pröva(u: Underlag) -> Iterator[Utfall]:
    yield from redan_sagt(u, ID)
    for id, möte, i, p in u.paragrafer():
        if not p.beslut or not möte.närvaro:
            continue
        s = u.sammanträden[möte.datum]
        prov = [s.beslutsförhet(läge) for läge in s.i_paragraf(p.nr)]
        if saknas := next((b.saknas for b in prov if b.saknas), None):
            yield oprövbar("mote", id, ("paragrafer", i, "beslut"), f"det går inte att pröva utan {saknas}")
        elif all(b.beslutsför for b in prov):
            yield uppfylld("mote", id, ("paragrafer", i))


REGEL = Regel(
    id=ID,
    nummer=(1,),
    fråga="Är fler än hälften av nämndens ledamöter närvarande när ett ärende avgörs?",
    nivå="fel",
    pröva=_pröva,
    stöd=(Lagrum("KL 6:27", "2017:725", dt.date(2018, 1, 1)),),
)
