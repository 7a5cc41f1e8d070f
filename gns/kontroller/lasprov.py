"""Det som måste gå ihop för att lästa poster ska kunna användas: hänvisningar, mötets logik, tillstånd och uppdrag.

Ett fel här stoppar som ett fel i en post; det som bara bör ses är en varning.
"""

from collections.abc import Iterator

from gns.grund.datafel import Datafel
from gns.modell.bok import Bok, hänvisningsfel
from gns.sammantrade.narvaroprov import platsfel
from gns.sammantrade.sammantrade import Sammanträde
from gns.sammantrade.tillstand import tillståndsfel
from gns.uppdrag.arendelage import ärendelägen
from gns.uppdrag.prov import uppdragsprov

Postfynd = tuple[str, str, Datafel]


def läsprov(bok: Bok) -> Iterator[Postfynd]:
    """(slag, id, fel) för allt i boken som inte går ihop."""
    yield from hänvisningsfel(bok)
    yield from (("namnd", "namnd", fel) for fel in platsfel(bok.nämnd))
    lägen = ärendelägen(bok)
    for dag, möte in bok.möten.items():
        ärenden = [lägen[dag, p.nr] for p in möte.paragrafer]
        yield from (("mote", str(dag), fel) for fel in Sammanträde(bok.nämnd, möte).fel())
        yield from (("mote", str(dag), fel) for fel in tillståndsfel(möte, ärenden.__getitem__))
    yield from uppdragsprov(bok)
