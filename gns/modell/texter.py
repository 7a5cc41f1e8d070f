"""Alla texter i en post, var och en med sin väg från postens rot."""

from collections.abc import Iterator

from gns.grund.block import Text
from gns.grund.datafel import Fältväg
from gns.modell.bas import Modell


def texter(värde: object, väg: Fältväg = ()) -> Iterator[tuple[Fältväg, Text | str]]:
    """Löptexter och rader i en modell eller en lista av modeller, i fältens ordning."""
    if isinstance(värde, Text | str):
        yield väg, värde
    elif isinstance(värde, Modell):
        for namn, inre in värde.__dict__.items():
            yield from texter(inre, (*väg, namn))
    elif isinstance(värde, tuple):
        for i, inre in enumerate(värde):
            yield from texter(inre, (*väg, i))
