"""Från fältväg till rad och kolumn; räknas bara ut när ett fel ska visas."""

from collections.abc import Iterable
from pathlib import Path

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from gns.grund.datafel import Datafel, Filfel
from gns.storage.fil import visa_stig
from gns.storage.yaml_las import komponera
from gns.storage.yamlfel import radtext


def filfel(stig: Path, rå: bytes, fel: Iterable[Datafel]) -> tuple[Filfel, ...]:
    """Postens datafel med fil, rad, kolumn och radens text, i den ordning de står i filen."""
    rot = komponera(rå)
    text = rå.decode()
    fil = visa_stig(stig)
    ut = []
    for f in fel:
        rad, kolumn = _plats(rot, f)
        källrad = radtext(text, rad)
        if f.textrad is not None and källrad:
            kolumn = len(källrad) - len(källrad.lstrip(" ")) + 1
        ut.append(Filfel(fil, rad, kolumn, f.text, f.råd, f.nivå, källrad))
    return tuple(sorted(ut, key=lambda f: (f.rad, f.kolumn)))


def _plats(rot: MappingNode, fel: Datafel) -> tuple[int, int]:
    """Platsen för värdet (eller nyckeln); för det som saknas platsen för det som skulle ha haft det."""
    nod: Node = rot
    for i, led in enumerate(fel.fältväg):
        par = _steg(nod, led)
        if par is None:
            break
        nod = par[0] if fel.på_nyckel and i == len(fel.fältväg) - 1 else par[1]
    i_block = fel.textrad is not None and isinstance(nod, ScalarNode) and nod.style == "|"
    rad = nod.start_mark.line + 1 + (fel.textrad + 1 if i_block and fel.textrad is not None else 0)
    return rad, nod.start_mark.column + 1


def _steg(nod: Node, led: str | int) -> tuple[Node, Node] | None:
    """(nyckelns nod, värdets nod) ett steg ner, None när steget inte finns."""
    if isinstance(nod, MappingNode):
        return next(((n, v) for n, v in nod.value if n.value == led), None)
    if isinstance(nod, SequenceNode) and isinstance(led, int) and 0 <= led < len(nod.value):
        return nod.value[led], nod.value[led]
    return None
