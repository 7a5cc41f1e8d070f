"""Den som är jävig är det på en av de grunder som lagen räknar upp, och grunden står vid händelsen.

Sedan den 1 juli 2022 är grunderna fyra: man är själv part eller påverkas av beslutet, eller någon närstående är det (1),
man företräder eller har företrätt någon sådan (2), ärendet är tillsyn över egen verksamhet (3), eller det finns en annan
särskild omständighet (4). Den äldre lydelsen hade fem punkter. Utan ``grund`` går det inte att pröva, och inte heller för
ett möte före 2018.

Rätt:
    händelser:
      - typ: jäv
        namn: Ulf Uv
        paragraf: 3
        grund: 1

Fel:
    händelser:
      - typ: jäv
        namn: Ulf Uv
        paragraf: 3
        grund: 5          # fanns bara till och med den 30 juni 2022
"""

import datetime as dt
from collections.abc import Iterator

from gns.grund.datafel import Fältväg
from gns.kontroller.regel import EJ_INLAGD, Lagrum, Regel, Utfall, bruten, oprövbar, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.mote import Möte
from gns.modell.narvaro import Händelse

_NY = Lagrum("KL 6:28", "2022:638", dt.date(2022, 7, 1))
_ÄLDRE = Lagrum("KL 6:28 i äldre lydelse", "2017:725", dt.date(2018, 1, 1), dt.date(2022, 6, 30))
_PUNKTER = ((_NY, 4), (_ÄLDRE, 5))


def _pröva(u: Underlag) -> Iterator[Utfall]:
    for id, möte in u.möten():
        for i, h in enumerate(möte.händelser):
            if h.typ == "jäv" or (h.typ == "jävsfråga" and (h.utfall == "jävig" or h.grund)):
                yield _en(id, möte, i, h)


def _en(id: str, möte: Möte, i: int, h: Händelse) -> Utfall:
    punkter = next((n for lag, n in _PUNKTER if lag.gäller(möte.datum)), None)
    väg: Fältväg = ("händelser", i)
    if h.grund is None:
        text = f"det står inte på vilken grund {h.namn} är jävig"
        return oprövbar("mote", id, väg, text, "skriv grund med punkten i KL 6:28")
    if punkter is None:
        return oprövbar("mote", id, väg, EJ_INLAGD)
    if h.grund <= punkter:
        return uppfylld("mote", id, väg)
    text = f"grund {h.grund} finns inte: den {möte.datum} hade KL 6:28 {punkter} punkter"
    return bruten("mote", id, (*väg, "grund"), text, "skriv den punkt som jävet grundas på")


REGEL = Regel(
    id="KL-6-28-javsgrund",
    nummer=(46,),
    fråga="Är jävet grundat på en av lagens punkter?",
    nivå="fel",
    pröva=_pröva,
    stöd=(_NY, _ÄLDRE),
)
