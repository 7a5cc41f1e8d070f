"""Slintar som YAML läser utan att klaga men som tappar eller sväljer det någon skrev."""

from collections.abc import Iterator

from yaml.nodes import MappingNode, Node, ScalarNode

from gns.storage.yamlfel import Yamlfel, vid


def kan_vara_avhuggen(rå: bytes) -> bool:
    """Om filen har ett # efter ett mellanrum och med ett tecken tätt efter; billigt nog för varje läsning."""
    index = rå.find(b"#")
    while index >= 0:
        if rå[index - 1 : index] in (b" ", b"\t") and rå[index + 1 : index + 2].strip(b"# \t\r\n"):
            return True
        index = rå.find(b"#", index + 1)
    return False


def pröva_kommentarer(rot: Node, text: str) -> None:
    """Yamlfel för en text som slutar vid ` #5`: en kommentar har ett mellanslag efter #."""
    for nod in _oskrivna(rot):
        slut = nod.end_mark.index
        radslut = text.find("\n", slut)
        efter = text[slut : radslut if radslut >= 0 else len(text)]
        tecken = efter.lstrip(" \t")
        if efter != tecken and tecken.startswith("#") and tecken[1:2].strip("# \t\r"):
            råd = "sätt citattecken runt texten, eller skriv ett mellanslag efter # om det är en kommentar"
            raise vid(text, slut + len(efter) - len(tecken), "texten tar slut vid #", råd)


def svalda_listor(rot: Node, text: str) -> Iterator[Yamlfel]:
    """Texter utan | som har en lista under sig: punkterna läses som en del av texten."""
    for nod in _oskrivna(rot):
        rader = text[nod.start_mark.index : nod.end_mark.index].split("\n")
        if any(rad.lstrip(" \t").startswith("- ") for rad in rader[1:]):
            råd = "skriv listan under nyckeln, utan text efter kolonet, eller texten efter |"
            yield vid(text, nod.start_mark.index, "texten har en lista under sig som läses som en del av texten", råd)


def _oskrivna(nod: Node) -> Iterator[ScalarNode]:
    """Skalärer utan citattecken och utan |."""
    if isinstance(nod, ScalarNode):
        if not nod.style:
            yield nod
        return
    for barn in nod.value:
        for inre in barn if isinstance(nod, MappingNode) else (barn,):
            yield from _oskrivna(inre)
