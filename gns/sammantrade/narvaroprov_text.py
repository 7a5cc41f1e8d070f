"""Nummer, namn och punkter som de står i felens text."""

from collections.abc import Iterable, Sequence

from gns.modell.paragraf import Paragraf
from gns.sammantrade.lage_punkter import Punkt
from gns.sammantrade.omfattning import omfattning


def uppräknat(ord: Sequence[str]) -> str:
    """``A, B och C``."""
    return " och ".join([", ".join(ord[:-1]), ord[-1]] if len(ord) > 1 else ord)


def paragrafer(nummer: Iterable[int]) -> str:
    """``§ 3``, eller ``§§ 3–5 och 7``."""
    följder = omfattning(set(nummer))
    text = uppräknat([str(a) if a == b else f"{a}–{b}" for a, b in följder])
    return f"§ {text}" if len(följder) == 1 and följder[0][0] == följder[0][1] else f"§§ {text}"


def i_punkt(p: Paragraf, punkt: Punkt) -> str:
    """``§ 3``, eller ``§ 3 delbeslut 2`` när paragrafen har flera beslut."""
    return f"§ {p.nr} delbeslut {punkt.delbeslut}" if len(p.beslut) > 1 else f"§ {p.nr}"
