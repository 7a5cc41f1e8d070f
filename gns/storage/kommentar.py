"""Kommentarer och tomrader runt postens nycklar och listpunkter; det ovanför hör till det som följer."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from yaml.nodes import MappingNode, Node, ScalarNode

from gns.storage.kant import kant

_BLOCKHUVUD = re.compile(r"[|>][-+0-9]*[ \t]+(#.*)")

Plats = tuple[int, int]  # (nodens id, index i den) för en nyckel eller listpunkt


@dataclass(slots=True)
class Kommentarer:
    """``ovanför``: rader före en plats, "" är en tomrad. ``efter``: på platsens rad. ``slut``: efter allt."""

    ovanför: dict[Plats, list[str]] = field(default_factory=dict)
    efter: dict[Plats, list[str]] = field(default_factory=dict)
    slut: list[str] = field(default_factory=list)


def läs_kommentarer(text: str, rot: Node) -> Kommentarer:
    """Alla kommentarer i texten, var och en på sin plats; ingen går förlorad."""
    ut = Kommentarer()
    platser = list(_platser(rot))
    nästa = 0
    förra = 0
    väntar: list[str] = []
    for start, slut in _skalärer(text, rot):
        _läs_mellanrum(text[förra:start], förra == 0, väntar, ut.efter, platser[nästa - 1][1] if nästa else None)
        while nästa < len(platser) and platser[nästa][0] <= start:
            if väntar:
                ut.ovanför[platser[nästa][1]] = väntar
                väntar = []
            nästa += 1
        if huvud := _BLOCKHUVUD.match(text, start, slut):
            ut.efter.setdefault(platser[nästa - 1][1], []).append(huvud[1].rstrip())
        förra = slut
    _läs_mellanrum(text[förra:], förra == 0, väntar, ut.efter, platser[nästa - 1][1] if nästa else None)
    ut.slut = väntar
    return ut


def _läs_mellanrum(
    text: str, från_början: bool, väntar: list[str], efter: dict[Plats, list[str]], förra: Plats | None
) -> None:
    """Kommentarer och tomrader mellan två skalärer: på förra platsens rad, eller väntande på nästa plats."""
    rader = text.split("\n")
    for i, rad in enumerate(rader):
        före, _, kommentar = rad.partition("#")
        egen_rad = i > 0 or från_början
        if kommentar or "#" in rad:
            if (egen_rad and not före.strip(" \t-")) or förra is None:
                väntar.append(f"#{kommentar}".rstrip())
            else:
                efter.setdefault(förra, []).append(f"#{kommentar}".rstrip())
        elif egen_rad and i < len(rader) - 1 and not rad.strip():
            väntar.append("")


def _platser(nod: Node) -> Iterator[tuple[int, Plats]]:
    """(index där den börjar, plats) för varje nyckel och listpunkt, i textens ordning, den yttre först."""
    if isinstance(nod, ScalarNode):
        return
    for i, barn in enumerate(nod.value):
        nyckel, värde = barn if isinstance(nod, MappingNode) else (barn, barn)
        yield nyckel.start_mark.index, (id(nod), i)
        yield from _platser(värde)


def _skalärer(text: str, nod: Node) -> Iterator[tuple[int, int]]:
    if isinstance(nod, ScalarNode):
        yield nod.start_mark.index, kant(text, nod)
        return
    for barn in nod.value:
        for inre in barn if isinstance(nod, MappingNode) else (barn,):
            yield from _skalärer(text, inre)
