"""Vilka §§ protokollet omfattar räknas ut ur posten."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from gns.sammantrade.omfattning import omfattning


def test_omfattning_ger_hela_följder():
    assert omfattning([17, 18, 19, 23, 21, 20]) == [(17, 21), (23, 23)]
    assert omfattning([]) == []


@given(st.sets(st.integers(1, 400)))
def test_omfattningen_är_precis_numren(nummer):
    följder = omfattning(nummer)
    assert [n for a, b in följder for n in range(a, b + 1)] == sorted(nummer)
    assert all(b + 1 < a for (_, b), (a, _) in pairwise(följder))
