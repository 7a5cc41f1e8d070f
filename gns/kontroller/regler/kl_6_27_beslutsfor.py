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

from gns.kontroller.regel import Lagrum, Regel, Utfall, bruten, oprövbar, redan_sagt, uppfylld
from gns.kontroller.stallen import paragrafer_med_fynd
from gns.kontroller.underlag import Underlag
from gns.sammantrade.beslutsforhet import Beslutsförhet

ID = "KL-6-27-beslutsfor"


def _pröva(u: Underlag) -> Iterator[Utfall]:
    sagda = list(redan_sagt(u, ID))
    yield from sagda
    brutna = paragrafer_med_fynd(sagda)
    for id, möte, i, p in u.paragrafer():
        if not p.beslut or not möte.närvaro or (id, i) in brutna:
            continue
        s = u.sammanträden[möte.datum]
        prov = [s.beslutsförhet(läge) for läge in s.i_paragraf(p.nr)]
        if any(b.saknas for b in prov):
            yield oprövbar("mote", id, ("paragrafer", i, "beslut"), _saknas(prov))
        elif all(b.beslutsför for b in prov):
            yield uppfylld("mote", id, ("paragrafer", i))
        elif p.inte_beslutsför:
            text = f"§ {p.nr} avgjordes fast nämnden inte var beslutsför, som protokollet också säger"
            yield bruten("mote", id, ("paragrafer", i, "inte_beslutsför"), text, "ta upp ärendet igen vid nästa möte")


def _saknas(prov: list[Beslutsförhet]) -> str:
    """Det som fattas, och hur många ledamöter nämnden högst kan ha för att de som tjänstgör ska räcka."""
    b = min(prov, key=lambda b: b.tjänstgör)
    if b.saknas != "antal ledamöter":
        return f"det går inte att pröva utan {b.saknas}"
    högst = f"; {b.tjänstgör} tjänstgör, vilket räcker för högst {2 * b.tjänstgör - 1}" if b.tjänstgör else ""
    return f"det står inte hur många ledamöter nämnden har{högst}"


REGEL = Regel(
    id=ID,
    nummer=(1,),
    fråga="Är fler än hälften av nämndens ledamöter närvarande när ett ärende avgörs?",
    nivå="fel",
    pröva=_pröva,
    stöd=(Lagrum("KL 6:27", "2017:725", dt.date(2018, 1, 1)),),
)
