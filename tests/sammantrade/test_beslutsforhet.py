"""En nämnd är beslutsför när fler än hälften av ledamöterna tjänstgör (KL 6:27)."""

import datetime as dt
from fractions import Fraction

import pytest

from gns.sammantrade.beslutsforhet import Beslutsförhet, beslutsförhet
from gns.sammantrade.lage import lägen
from tests.sammantrade.narvarobygge import ledamot, mötet, nämnden

DAG = dt.date(2021, 3, 1)


def _prov(tjänstgör, antal, dag=DAG, **mått):
    n = nämnden(antal, **mått)
    (läge,) = lägen(n, mötet(närvaro=[ledamot(f"L{i}") for i in range(tjänstgör)], beslut=(1,)))
    return beslutsförhet(n, dag, läge)


@pytest.mark.parametrize(
    ("tjänstgör", "antal", "beslutsför"),
    [(5, "9", True), (4, "9", False), (6, "10", True), (5, "10", False), (1, "1", True), (0, "1", False)],
)
def test_fler_än_hälften_och_vakanta_platser_räknas(tjänstgör, antal, beslutsför):
    assert _prov(tjänstgör, antal).beslutsför is beslutsför


def test_beviset_säger_talen_och_lagrummet():
    assert _prov(4, "9") == Beslutsförhet(4, 9, Fraction(9, 2), False, "KL 6:27", None)


def test_utan_antal_ledamöter_går_det_inte_att_pröva():
    assert _prov(4, None) == Beslutsförhet(4, None, None, None, "KL 6:27", "antal ledamöter")
    assert _prov(4, "9", till="2020-12-31") == Beslutsförhet(4, None, None, None, "KL 6:27", "antal ledamöter")


def test_före_den_lag_som_är_inlagd_går_det_inte_att_pröva():
    assert _prov(4, "9", dt.date(2017, 12, 31)) == Beslutsförhet(4, 9, None, None, None, "lagens lydelse")
    assert _prov(5, "9", dt.date(2018, 1, 1)).beslutsför
