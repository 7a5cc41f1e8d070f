"""Beslutsförhet: om tillräckligt många ledamöter tjänstgör för att nämnden ska få besluta (KL 6:27)."""

import datetime as dt
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from gns.grund.lagmatt import BESLUTSFÖRHET, gällande
from gns.modell.namnd import Nämnd

if TYPE_CHECKING:
    from gns.sammantrade.lage import Läge


class Beslutsförhet(NamedTuple):
    """Beviset: fler än ``gräns`` måste tjänstgöra.

    ``beslutsför`` är None när det inte går att pröva; ``saknas`` säger då vad som fattas.
    """

    tjänstgör: int
    antal_ledamöter: int | None
    gräns: Fraction | None
    beslutsför: bool | None
    lagrum: str | None
    saknas: str | None


def beslutsförhet(nämnd: Nämnd, dag: dt.date, läge: "Läge") -> Beslutsförhet:
    """Om nämnden är beslutsför i läget, efter reglementet och lagen den dagen; vakanta platser räknas med."""
    return pröva(nämnd, dag, len(läge.tjänstgör))


def pröva(nämnd: Nämnd, dag: dt.date, tjänstgör: int) -> Beslutsförhet:
    """Om nämnden är beslutsför den dagen när så många tjänstgör."""
    reglemente = nämnd.reglemente(dag)
    antal = reglemente.antal_ledamöter if reglemente else None
    mått = gällande(BESLUTSFÖRHET, dag)
    if mått is None:
        return Beslutsförhet(tjänstgör, antal, None, None, None, "lagens lydelse")
    if antal is None:
        return Beslutsförhet(tjänstgör, None, None, None, mått.lagrum, "antal ledamöter")
    gräns = mått.värde * antal
    return Beslutsförhet(tjänstgör, antal, gräns, tjänstgör > gräns, mått.lagrum, None)
