"""KL-6-28-javsgrund: grunden finns i den lydelse som gällde den dagen."""

import pytest

from tests.kontroller.arkiv import sagt
from tests.kontroller.stallen import prövat

ID = "KL-6-28-javsgrund"


def _fynd(tmp_path, dag, **händelse):
    h = {"typ": "jäv", "namn": "Ulf Uv", "paragraf": "1"} | händelse
    p = {"nr": "1", "rubrik": "Avtal", "beslut": ["Avtalet förlängs.\n"]}
    return sagt(tmp_path, ID, {f"moten/{dag}": {"": {"plats": "Salen", "händelser": [h], "paragrafer": [p]}}})


@pytest.mark.parametrize(
    ("dag", "punkter"), [("2018-01-01", 5), ("2022-06-30", 5), ("2022-07-01", 4), ("2024-03-05", 4)]
)
def test_den_sista_punkten_finns_och_nästa_inte(tmp_path, dag, punkter):
    for grund in ("1", str(punkter)):
        assert _fynd(tmp_path / grund, dag, grund=grund) == []
        assert prövat(tmp_path / grund, ID).uppfyllda == 1
    text = f"grund {punkter + 1} finns inte: den {dag} hade KL 6:28 {punkter} punkter"
    fynd = _fynd(tmp_path / "efter", dag, grund=str(punkter + 1))
    assert fynd == [("bruten", "händelser Ulf Uv grund", text)]
    assert prövat(tmp_path / "efter", ID).uppfyllda == 0


def test_ett_möte_före_lagen_går_inte_att_pröva(tmp_path):
    text = "lagens lydelse den dagen är inte inlagd"
    assert _fynd(tmp_path, "2017-12-31", grund="1") == [("går inte att pröva", "händelser Ulf Uv", text)]


@pytest.mark.parametrize(
    ("händelse", "prövas"),
    [
        ({}, True),
        ({"typ": "jävsfråga", "utfall": "jävig"}, True),
        ({"typ": "jävsfråga", "utfall": "inte jävig"}, False),  # då finns det ingen grund
        ({"typ": "går"}, False),
    ],
)
def test_utan_grund_går_jävet_inte_att_pröva(tmp_path, händelse, prövas):
    text = "det står inte på vilken grund Ulf Uv är jävig"
    fynd = _fynd(tmp_path, "2024-03-05", **händelse)
    assert fynd == ([("går inte att pröva", "händelser Ulf Uv", text)] if prövas else [])


def test_en_påstådd_grund_som_inte_finns_är_fel_också_när_den_inte_höll(tmp_path):
    fynd = _fynd(tmp_path, "2024-03-05", typ="jävsfråga", utfall="inte jävig", grund="5")
    assert [f[:2] for f in fynd] == [("bruten", "händelser Ulf Uv grund")]
