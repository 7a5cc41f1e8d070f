"""Mötets punkter, som är varje § och varje delbeslut i den, och vilken punkt en händelse börjar gälla vid."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeVar

from gns.modell.mote import Möte
from gns.modell.narvaro import Händelse
from gns.modell.paragraf import Paragraf

T = TypeVar("T")


class Punkt(NamedTuple):
    """Ett delbeslut i en §, räknat från 1; en § utan beslut har punkten 1."""

    nr: int
    delbeslut: int


class Ankrad(NamedTuple):
    """En händelse: index för punkten där den börjar gälla, index i postens händelser och händelsen."""

    punkt: int
    i_posten: int
    händelse: Händelse


def antal_punkter(p: Paragraf) -> int:
    """Hur många punkter paragrafen har."""
    return max(1, len(p.beslut))


def punkter(möte: Möte) -> list[Punkt]:
    """Mötets punkter i ordning."""
    return [Punkt(p.nr, d) for p in möte.paragrafer for d in range(1, antal_punkter(p) + 1)]


def ankrade(möte: Möte) -> list[Ankrad]:
    """Händelserna efter den punkt där de börjar gälla, sedan som i posten; de som saknar punkt är inte med."""
    index: dict[tuple[int, int], int] = {}
    for i, punkt in enumerate(punkter(möte)):
        index.setdefault(punkt, i)
    alla = [
        Ankrad(index[plats], i, h)
        for i, h in enumerate(möte.händelser)
        if (plats := (h.paragraf, h.delbeslut or 1)) in index
    ]
    return sorted(alla, key=lambda a: (a.punkt, a.i_posten))


def per_paragraf(möte: Möte, lägen: Sequence[T]) -> Iterator[tuple[int, Paragraf, Sequence[T]]]:
    """(index, paragraf, dess lägen) i ordning; också när två §§ har samma nummer."""
    början = 0
    for i, p in enumerate(möte.paragrafer):
        slut = början + antal_punkter(p)
        yield i, p, lägen[början:slut]
        början = slut
