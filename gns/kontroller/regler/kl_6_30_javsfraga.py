"""När det är tvistigt om någon är jävig beslutar nämnden om det för sig, före ärendet.

Den som frågan gäller är inte med i det beslutet. Undantaget är när nämnden annars inte är beslutsför och ingen annan kan
tillkallas utan olägligt uppskov; då skrivs ``ingen_att_tillkalla: ja``. Beslutets ord och ``utfall`` säger detsamma. En
jävsfråga i en § som ännu saknar beslut går inte att pröva, och inte heller den där personen röstade när antalet
ledamöter inte är känt.

Rätt:
    händelser:
      - typ: jävsfråga
        namn: Ulf Uv
        paragraf: 3
        delbeslut: 1       # delbeslut 2 är saken
        utfall: jävig

Fel:
    händelser:
      - typ: jävsfråga
        namn: Ulf Uv
        paragraf: 3
        delbeslut: 2       # efter saken
        utfall: jävig
"""

import datetime as dt
from collections.abc import Iterator

from gns.kontroller.regel import Lagrum, Regel, Utfall, oprövbar, redan_sagt
from gns.kontroller.stallen import håller, sagda
from gns.kontroller.underlag import Underlag
from gns.modell.narvaro import Händelse
from gns.modell.paragraf import Paragraf
from gns.sammantrade.beslutsforhet import pröva
from gns.sammantrade.sammantrade import Sammanträde

ID = "KL-6-30-javsfraga"
_LAG = Lagrum("KL 6:30", "2017:725", dt.date(2018, 1, 1))


def _pröva(u: Underlag) -> Iterator[Utfall]:
    yield from redan_sagt(u, ID)
    brutna = sagda(u, ID)
    for dag, s in u.sammanträden.items():
        frågor = [(i, h) for i, h in enumerate(s.möte.händelser) if h.typ == "jävsfråga"]
        var = {p.nr: (k, p) for k, p in enumerate(s.möte.paragrafer)} if frågor else {}
        for i, h in frågor:
            k, p = var.get(h.paragraf, (-1, None))
            if not {(str(dag), ("händelser", i)), (str(dag), ("paragrafer", k))} & brutna:
                yield _en(s, i, h, p)


def _en(s: Sammanträde, i: int, h: Händelse, p: Paragraf | None) -> Utfall:
    id, väg = str(s.möte.datum), ("händelser", i)
    if p is None or (h.delbeslut or 1) > len(p.beslut):
        return oprövbar("mote", id, väg, f"jävsfrågan har inget beslut i § {h.paragraf} ännu", "skriv beslutet")
    if h.ingen_att_tillkalla and _röstade(p, h) and pröva(s.nämnd, s.möte.datum, 0).beslutsför is None:
        text = f"det går inte att säga om nämnden var beslutsför utan {h.namn}, som röstade i jävsfrågan"
        return oprövbar("mote", id, väg, text, "skriv antal_ledamöter i data/namnd.yaml")
    return håller(_LAG, s.möte, väg)


def _röstade(p: Paragraf, h: Händelse) -> bool:
    frågor = (prop.omröstning for prop in p.propositionsordning if prop.delbeslut in (None, h.delbeslut or 1))
    return any(h.namn in namn for o in frågor if o and o.röster for _, namn in o.röster)


REGEL = Regel(
    id=ID,
    nummer=(47,),
    fråga="Avgjordes jävsfrågan för sig, före ärendet och utan den som den gällde?",
    nivå="fel",
    pröva=_pröva,
    stöd=(_LAG,),
)
