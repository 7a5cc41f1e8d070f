"""Den som har deltagit i avgörandet av ett ärende får reservera sig mot beslutet, och anmäler det före mötets slut.

Har paragrafen flera delbeslut gäller det just det delbeslut som reservationen är mot: den som var jävig, hade gått eller
står som deltar ej där kan inte reservera sig. Att någon reserverar sig fast personen avstod, eller röstade för det som vann,
är en varning. Tiden prövas när den är antecknad, i reservationen och i mötets ``slut``.

Rätt:
    slut: 10:15
    reservationer:
      - av: Ulf Uv                # tjänstgjorde i §
        anmäld: 10:10

Fel:
    slut: 10:15
    reservationer:
      - av: Ulf Uv
        anmäld: 10:40             # mötet var slut
"""

import datetime as dt
from collections.abc import Iterator

from gns.grund.datafel import Fältväg
from gns.kontroller.regel import EJ_INLAGD, Lagrum, Regel, Utfall, oprövbar, redan_sagt, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.mote import Möte
from gns.modell.omrostning import Reservation
from gns.sammantrade.beslutsprov_antecknat import RESERVATION as ID

_LAG = Lagrum("KL 4:27", "2017:725", dt.date(2018, 1, 1))
_REDOVISAS = Lagrum("KL 5:67", "2017:725", dt.date(2018, 1, 1))


def _pröva(u: Underlag) -> Iterator[Utfall]:
    fynd = list(redan_sagt(u, ID))
    yield from fynd
    sagda = {(f.id, f.fält) for f in fynd}
    for id, möte, i, p in u.paragrafer():
        for j, r in enumerate(p.reservationer):
            väg: Fältväg = ("paragrafer", i, "reservationer", j)
            if (id, väg) in sagda or not p.beslut:
                continue
            if not _LAG.gäller(möte.datum):
                yield oprövbar("mote", id, väg, EJ_INLAGD)
                continue
            prov = ((*väg, "av"), _deltog(möte, r)), ((*väg, "anmäld"), _i_tid(möte, r))
            yield from (_svar(id, fält, saknas) for fält, saknas in prov if (id, fält) not in sagda)


def _svar(id: str, fält: Fältväg, saknas: tuple[str, str]) -> Utfall:
    return oprövbar("mote", id, fält, *saknas) if any(saknas) else uppfylld("mote", id, fält)


def _deltog(möte: Möte, r: Reservation) -> tuple[str, str]:
    """Det som fattas för att pröva vem som deltog, med råd; tomt när inget fattas."""
    namn = {n.namn for n in möte.närvaro}
    if not namn:
        return "närvaron saknas, så det går inte att säga vem som deltog i beslutet", "skriv uppropet under närvaro"
    okända = [n for n in r.av if n not in namn]
    return (f"{', '.join(okända)} finns inte i närvaron", "rätta namnet eller närvaron") if okända else ("", "")


def _i_tid(möte: Möte, r: Reservation) -> tuple[str, str]:
    if r.anmäld is None:
        return "det står inte när reservationen anmäldes", "skriv anmäld, om tiden är känd"
    return ("", "") if möte.slut else ("det står inte när mötet slutade", "skriv slut i mötets post")


REGEL = Regel(
    id=ID,
    nummer=(22,),
    fråga="Deltog den som reserverar sig i beslutet, och anmäldes reservationen innan mötet slutade?",
    nivå="fel",
    pröva=_pröva,
    stöd=(_LAG, _REDOVISAS),
)
