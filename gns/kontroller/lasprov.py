"""Det som måste gå ihop för att lästa poster ska kunna användas: hänvisningar, mötets logik, tillstånd och uppdrag.

Ett fel här stoppar som ett fel i en post; det som bara bör ses är en varning.
"""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping

from gns.grund.datafel import Datafel
from gns.modell.bok import Bok, hänvisningsfel
from gns.sammantrade.narvaroprov import platsfel
from gns.sammantrade.sammantrade import Sammanträde
from gns.sammantrade.tillstand import tillståndsfel
from gns.uppdrag.arendelage import ärendelägen
from gns.uppdrag.prov import uppdragsprov

Postfynd = tuple[str, str, Datafel]


def läsprov(
    bok: Bok, bredvid: Collection[dt.date] = (), sammanträden: Mapping[dt.date, Sammanträde] | None = None
) -> Iterator[Postfynd]:
    """(slag, id, fel) för allt i boken som inte går ihop.

    Mötena i ``bredvid`` är lästa bara för att andra pekar på dem: deras egna fel sägs inte. ``sammanträden`` är mötena
    uträknade, för den som redan har dem.
    """
    utom = {("mote", str(dag)) for dag in bredvid}
    uträknade = sammanträden or {dag: Sammanträde(bok.nämnd, m) for dag, m in bok.möten.items() if dag not in bredvid}
    return (fynd for fynd in _fynd(bok, bredvid, uträknade) if fynd[:2] not in utom)


def _fynd(bok: Bok, bredvid: Collection[dt.date], sammanträden: Mapping[dt.date, Sammanträde]) -> Iterator[Postfynd]:
    yield from hänvisningsfel(bok)
    yield from (("namnd", "namnd", fel) for fel in platsfel(bok.nämnd))
    lägen = ärendelägen(bok)
    for dag, möte in bok.möten.items():
        if dag in bredvid:
            continue
        ärenden = [lägen[dag, p.nr] for p in möte.paragrafer]
        yield from (("mote", str(dag), fel) for fel in sammanträden[dag].fel())
        yield from (("mote", str(dag), fel) for fel in tillståndsfel(möte, ärenden.__getitem__))
    yield from uppdragsprov(bok)
