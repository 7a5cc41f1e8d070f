"""Namn som nästan är lika: samma förnamn, och resten av namnet lika så när som på högst en bokstav."""

from collections.abc import Iterable, Iterator
from itertools import combinations

_KORTAST = 4  # bokstäver i det som jämförs: Ek och Ed är olika namn


def nästan_lika(namnen: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Varje par av olika namn som nästan är lika, en gång, i bokstavsordning; tiden växer med namnens längd, inte med paren."""
    hinkar: dict[tuple[str, str], list[str]] = {}
    for namn in sorted(set(namnen)):
        förnamn, resten = _delat(namn)
        for form in {resten, *_utan_en(resten)}:
            hinkar.setdefault((förnamn, form), []).append(namn)
    par = {p for hink in hinkar.values() for p in combinations(hink, 2)}
    yield from sorted((a, b) for a, b in par if _högst_en(_delat(a)[1], _delat(b)[1]))


def _delat(namn: str) -> tuple[str, str]:
    """Förnamnet och resten, utan skillnad på stora och små bokstäver eller på bindestreck och mellanrum."""
    första, *resten = namn.casefold().replace("-", " ").split() or [""]
    return första, " ".join(resten)


def _utan_en(text: str) -> Iterator[str]:
    """Texten utan en av sina bokstäver; två texter som skiljer sig i en bokstav har en sådan form gemensam."""
    return (text[:i] + text[i + 1 :] for i in range(len(text)))


def _högst_en(a: str, b: str) -> bool:
    """Om texterna är lika, eller långa nog och lika så när som på en tillagd, borttagen eller utbytt bokstav."""
    if a == b:
        return True
    kort, lång = sorted((a, b), key=len)
    if len(kort) < _KORTAST or len(lång) - len(kort) > 1:
        return False
    i = next((i for i, (x, y) in enumerate(zip(kort, lång, strict=False)) if x != y), len(kort))
    return kort[i + (len(kort) == len(lång)) :] == lång[i + 1 :]
