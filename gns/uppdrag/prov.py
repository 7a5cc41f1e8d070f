"""Alla prov av det som löper genom mötena: uppdrag, hänvisningar, ärenden, anmälningar och nummer."""

from collections.abc import Iterator

from gns.modell.bok import Bok
from gns.uppdrag.anmalningsprov import anmälningsfel
from gns.uppdrag.arendelage import bordläggningsfel
from gns.uppdrag.beslut import Fynd
from gns.uppdrag.hanvisning import hänvisningsvarningar
from gns.uppdrag.liv import uppdragsfel
from gns.uppdrag.nummer import paragrafnummerfel
from gns.uppdrag.tidigare import tidigarefel

PROV = (uppdragsfel, tidigarefel, bordläggningsfel, anmälningsfel, paragrafnummerfel, hänvisningsvarningar)


def uppdragsprov(bok: Bok) -> Iterator[Fynd]:
    """(slag, id, fel) för varje fel och varning; det som kräver hela arkivet sägs bara när det är läst."""
    for prov in PROV:
        yield from prov(bok)
