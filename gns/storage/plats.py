"""Från fältväg till rad och kolumn; räknas bara ut när ett fel ska visas."""

from collections.abc import Iterable
from pathlib import Path

from yaml.nodes import MappingNode, Node, SequenceNode

from gns.grund.datafel import Datafel, Filfel, Fältväg
from gns.storage.fil import visa_stig
from gns.storage.yaml_las import komponera
from gns.storage.yamlfel import utdrag


def filfel(stig: Path, rå: bytes, fel: Iterable[Datafel]) -> tuple[Filfel, ...]:
    """Postens datafel med fil, rad, kolumn och radens text, i den ordning de står i filen."""
    rot = komponera(rå)
    text = rå.decode()
    fil = visa_stig(stig)
    ut = []
    for f in fel:
        rad, kolumn = _plats(rot, f.fältväg, f.på_nyckel)
        ut.append(Filfel(fil, rad, kolumn, f.text, f.råd, f.nivå, utdrag(text, rad)))
    return tuple(sorted(ut, key=lambda f: (f.rad, f.kolumn)))


def _plats(rot: MappingNode, väg: Fältväg, på_nyckel: bool) -> tuple[int, int]:
    """Platsen för värdet (eller nyckeln); för det som saknas platsen för det som skulle ha haft det."""
    nod: Node = rot
    for i, led in enumerate(väg):
        par = _steg(nod, led)
        if par is None:
            break
        nod = par[0] if på_nyckel and i == len(väg) - 1 else par[1]
    return nod.start_mark.line + 1, nod.start_mark.column + 1


def _steg(nod: Node, led: str | int) -> tuple[Node, Node] | None:
    """(nyckelns nod, värdets nod) ett steg ner, None när steget inte finns."""
    if isinstance(nod, MappingNode):
        return next(((n, v) for n, v in nod.value if n.value == led), None)
    if isinstance(nod, SequenceNode) and isinstance(led, int) and 0 <= led < len(nod.value):
        return nod.value[led], nod.value[led]
    return None
