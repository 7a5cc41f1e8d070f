"""Vilka som beslutade och vilka §§ protokollet omfattar räknas ut ur posten."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from gns.modell.mote import Möte
from gns.sammantrade import narvaro
from gns.sammantrade.omfattning import omfattning
from tests.modell.hjalp import läst, möte


def test_ersättare_beslutar_bara_när_den_ersätter_någon():
    post = läst(
        Möte,
        "mote",
        "2020-12-18",
        möte(
            närvaro=[
                {"namn": "Eva", "som": "ledamot", "roll": "Ordförande"},
                {"namn": "Bo", "som": "ersättare", "ersätter": "Ulf"},
                {"namn": "Ann", "som": "ersättare"},
                {"namn": "Li", "som": "övrig", "roll": "sekreterare"},
            ]
        ),
    )
    assert [n.namn for n in narvaro.beslutande(post)] == ["Eva", "Bo"]
    assert [n.namn for n in narvaro.ej_tjänstgörande(post)] == ["Ann"]
    assert [n.namn for n in narvaro.övriga(post)] == ["Li"]
    assert narvaro.med_roll(post, "ordförande") == ["Eva"]


def test_omfattning_ger_hela_följder():
    assert omfattning([17, 18, 19, 23, 21, 20]) == [(17, 21), (23, 23)]
    assert omfattning([]) == []


@given(st.sets(st.integers(1, 400)))
def test_omfattningen_är_precis_numren(nummer):
    följder = omfattning(nummer)
    assert [n for a, b in följder for n in range(a, b + 1)] == sorted(nummer)
    assert all(b + 1 < a for (_, b), (a, _) in pairwise(följder))
