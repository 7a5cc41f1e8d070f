"""Slintar som YAML läser utan att klaga men som tappar eller slår ihop det någon skrev."""

import re
from collections.abc import Iterator

from yaml.nodes import MappingNode, Node, ScalarNode

from gns.grund.block import börjar_block
from gns.storage.yamlfel import vid

_KOMMENTAR = re.compile(r"[ \t]+(#(?:[^\s#]|#*[ \t]*[0-9]|##).*)")
_RUBRIK_UNDER = re.compile(r"[ \t]*\n+[ \t]+(####+ )")
_BLOCK = "skriv | efter kolonet eller strecket, och texten på raderna under"
_CITAT = "sätt citattecken runt texten, eller skriv kommentaren på en egen rad ovanför"


def pröva_slintar(rot: Node, text: str) -> None:
    """Yamlfel för den första texten som inte sägs som den skrevs: avhuggen vid #, hopslagen rad för rad, eller med >."""
    for nod in _skalärer(rot):
        if nod.style == ">":
            raise vid(
                text, nod.start_mark.index, "texten är skriven med >, som slår ihop raderna", "skriv | i stället för >"
            )
        if nod.style != "|":
            _pröva_rader(nod, text)
        if not nod.style:
            _pröva_kommentar(nod, text)


def _pröva_rader(nod: ScalarNode, text: str) -> None:
    """En text över flera rader utan | läses som en enda: stycken och listor försvinner."""
    if nod.start_mark.line == nod.end_mark.line:
        return
    rader = [rad.strip() for rad in text[nod.start_mark.index : nod.end_mark.index].split("\n")]
    if any(not rad or börjar_block(rad) for rad in rader[1:]):
        raise vid(text, nod.start_mark.index, "texten har stycken eller en lista men läses som en enda rad", _BLOCK)


def _pröva_kommentar(nod: ScalarNode, text: str) -> None:
    slut = nod.end_mark.index
    if träff := _KOMMENTAR.match(text, slut):
        raise vid(text, träff.start(1), "texten tar slut vid #", _CITAT)
    if träff := _RUBRIK_UNDER.match(text, slut):
        raise vid(text, träff.start(1), "mellanrubriken läses som en kommentar", _BLOCK)


def _skalärer(nod: Node) -> Iterator[ScalarNode]:
    if isinstance(nod, ScalarNode):
        yield nod
        return
    for barn in nod.value:
        for inre in barn if isinstance(nod, MappingNode) else (barn,):
            yield from _skalärer(inre)
