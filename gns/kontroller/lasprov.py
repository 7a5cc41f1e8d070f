"""Det som måste gå ihop för att lästa poster ska kunna användas: hänvisningar, mötets logik, tillstånd och uppdrag.

Ett fel här stoppar som ett fel i en post; det som bara bör ses är en varning.
"""

import datetime as dt
from collections.abc import Collection, Iterator

from gns.grund.datafel import Datafel
from gns.modell.bok import Bok, hänvisningsfel
from gns.sammantrade.narvaroprov import platsfel
from gns.sammantrade.sammantrade import Sammanträde
from gns.sammantrade.tillstand import tillståndsfel
from gns.uppdrag.arendelage import ärendelägen
from gns.uppdrag.prov import uppdragsprov

Postfynd = tuple[str, str, Datafel]


def läsprov(bok: Bok, bredvid: Collection[dt.date] = ()) -> Iterator[Postfynd]:
    """(slag, id, fel) för allt i boken som inte går ihop.

    Mötena i ``bredvid`` är lästa bara för att andra pekar på dem: deras egna fel sägs inte.
    """
    utom = {("mote", str(dag)) for dag in bredvid}
    return (fynd for fynd in _fynd(bok, bredvid) if fynd[:2] not in utom)


def _fynd(bok: Bok, bredvid: Collection[dt.date]) -> Iterator[Postfynd]:
    yield from hänvisningsfel(bok)
    yield from (("namnd", "namnd", fel) for fel in platsfel(bok.nämnd))
    lägen = ärendelägen(bok)
    for dag, möte in bok.möten.items():
        if dag in bredvid:
            continue
        ärenden = [lägen[dag, p.nr] for p in möte.paragrafer]
        yield from (("mote", str(dag), fel) for fel in Sammanträde(bok.nämnd, möte).fel())
        yield from (("mote", str(dag), fel) for fel in tillståndsfel(möte, ärenden.__getitem__))
    yield from uppdragsprov(bok)
