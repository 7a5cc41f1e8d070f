"""Var i en text ett uttryck står: rad för rad, så att fyndet kan visas på sin egen rad."""

import re
from collections.abc import Iterator

from gns.grund.block import Text


def ställen(text: Text | str, mönster: re.Pattern[str]) -> Iterator[tuple[str, tuple[int, int] | None]]:
    """(uttrycket, rad och tecken från 0 i en löptext) för varje träff; i en enda rad är platsen raden själv."""
    rå = text.rå if isinstance(text, Text) else text
    if not mönster.search(rå):
        return
    for i, rad in enumerate(rå.split("\n")):
        for träff in mönster.finditer(rad):
            yield träff[0], (i, träff.start()) if isinstance(text, Text) else None
