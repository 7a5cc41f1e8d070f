"""Vilka paragrafer protokollet omfattar."""

from collections.abc import Iterable


def omfattning(nummer: Iterable[int]) -> list[tuple[int, int]]:
    """Numren som hela följder (första, sista): 17–21 och 23 blir [(17, 21), (23, 23)]."""
    följder: list[tuple[int, int]] = []
    for nr in sorted(nummer):
        if följder and nr == följder[-1][1] + 1:
            följder[-1] = (följder[-1][0], nr)
        else:
            följder.append((nr, nr))
    return följder
