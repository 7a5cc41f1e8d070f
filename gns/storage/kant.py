"""En nods yttre kant: var dess egen text slutar. libyamls slutmärken går förbi tomrader och kommentarer."""

from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode

_BLOCK = ("|", ">")


def kant(text: str, nod: Node) -> int:
    """Index efter nodens sista tecken; för ett textblock slutet på dess sista rad, utan radslutet."""
    if isinstance(nod, ScalarNode):
        return _blockets_slut(text, nod) if nod.style in _BLOCK else int(nod.end_mark.index)
    if not isinstance(nod, CollectionNode) or nod.flow_style:
        return int(nod.end_mark.index)
    sista = nod.value[-1]
    return kant(text, sista[1] if isinstance(nod, MappingNode) else sista)


def _blockets_slut(text: str, nod: ScalarNode) -> int:
    start, slut = nod.start_mark.index, nod.end_mark.index
    if "+" in text[start : start + 3]:  # |+ behåller tomraderna: de är innehåll
        return int(slut)
    synligt = start + len(text[start:slut].rstrip())
    radslut = text.find("\n", synligt, slut)
    return int(radslut if radslut >= 0 else slut)
