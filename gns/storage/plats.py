"""Från fältväg till rad och kolumn; räknas bara ut när ett fel ska visas."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from gns.grund.datafel import Datafel, Filfel, Fältväg
from gns.storage.fil import visa_stig
from gns.storage.yaml_las import komponera
from gns.storage.yamlfel import rad_i


def filfel(stig: Path, rå: bytes, fel: Iterable[Datafel]) -> tuple[Filfel, ...]:
    """Postens datafel med fil, rad, kolumn och radens text, i den ordning de står i filen."""
    return tuple(sorted(platser(stig, rå, fel), key=lambda f: (f.rad, f.kolumn)))


def platser(stig: Path, rå: bytes, fel: Iterable[Datafel]) -> list[Filfel]:
    """Som ``filfel``, men i den ordning felen gavs."""
    rot = komponera(rå)
    text = rå.decode()
    fil, rader = visa_stig(stig), text.split("\n")
    ut = []
    for f in fel:
        rad, kolumn = _plats(_nod(rot, f), f, rader)
        ut.append(Filfel(fil, rad, kolumn, f.text, f.råd, f.nivå, rad_i(rader, rad)))
    return ut


def _nod(rot: MappingNode, fel: Datafel) -> Node:
    """Noden för värdet (eller nyckeln); för det som saknas noden som skulle ha haft det."""
    nod: Node = rot
    for i, led in enumerate(fel.fältväg):
        par = _steg(nod, led)
        if par is None:
            break
        nod = par[0] if fel.på_nyckel and i == len(fel.fältväg) - 1 else par[1]
    return nod


def _plats(nod: Node, fel: Datafel, rader: Sequence[str]) -> tuple[int, int]:
    """Nodens rad och kolumn, eller raden och tecknet inne i den när det är en text efter |."""
    rad, kolumn = nod.start_mark.line + 1, nod.start_mark.column + 1
    if fel.i_text is None or not isinstance(nod, ScalarNode) or nod.style != "|":
        return rad, kolumn
    rad += 1 + fel.i_text[0]
    källrad = rad_i(rader, rad)
    return rad, len(källrad) - len(källrad.lstrip(" ")) + 1 + fel.i_text[1]


def _steg(nod: Node, led: str | int) -> tuple[Node, Node] | None:
    """(nyckelns nod, värdets nod) ett steg ner, None när steget inte finns."""
    if isinstance(nod, MappingNode):
        return next(((n, v) for n, v in nod.value if n.value == led), None)
    if isinstance(nod, SequenceNode) and isinstance(led, int) and 0 <= led < len(nod.value):
        return nod.value[led], nod.value[led]
    return None


def radvisare(rå: bytes) -> Callable[[Fältväg], int]:
    """Frågan om vilken rad ett fält står på, för en post som många frågar om."""
    rot = komponera(rå)
    return lambda väg: _nod(rot, Datafel(väg, "", på_nyckel=True)).start_mark.line + 1
