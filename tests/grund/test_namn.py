"""Nästan lika namn: paren är de som en jämförelse av alla med alla ger, utan att alla jämförs."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gns.grund.namn import nästan_lika


@pytest.mark.parametrize(
    ("a", "b", "lika"),
    [
        ("Jessica Hådel", "Jessica Hådell", True),
        ("Jessica Hådel", "Jessika Hådel", False),
        ("Per Lind", "Per Lund", True),
        ("Per Ek", "Per Ed", False),
        ("Lars Gunnar Ek", "Lars-Gunnar Ek", True),
        ("Per", "per", True),
        ("Per Lindh", "Per Lund", False),
    ],
)
def test_samma_förnamn_och_högst_en_bokstav(a, b, lika):
    assert list(nästan_lika([b, a])) == ([tuple(sorted((a, b)))] if lika else [])


def _avstånd(a: str, b: str) -> int:
    rad = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        förra, rad[0] = rad[0], i
        for j, y in enumerate(b, 1):
            förra, rad[j] = rad[j], min(rad[j] + 1, rad[j - 1] + 1, förra + (x != y))
    return rad[-1]


@given(st.sets(st.text("abl", min_size=1, max_size=6), max_size=12))
def test_paren_är_de_som_alla_mot_alla_ger(efternamn):
    namn = sorted(f"Eva {e}" for e in efternamn)
    väntade = [
        (a, b) for a, b in combinations(namn, 2) if _avstånd(a, b) == 1 and min(len(a), len(b)) >= len("Eva ") + 4
    ]
    assert list(nästan_lika(namn)) == väntade


def test_tiotusen_namn_jämförs_inte_alla_med_alla():
    namn = [f"Anna {chr(97 + i % 26)}{chr(97 + i // 26 % 26)}{i:05}son" for i in range(10_000)]
    assert sum(1 for _ in nästan_lika(namn)) < 10_000 * 100
