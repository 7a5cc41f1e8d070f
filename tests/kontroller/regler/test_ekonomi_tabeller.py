"""EKONOMI-tabeller: budgetens tabell säger varifrån den kommer."""

from tests.kontroller.arkiv import BORT, prova, sagt

ID = "EKONOMI-tabeller"
ÅR = "budgetar/2024"


def test_källan_är_uppfylld(tmp_path):
    assert prova(tmp_path, ID) == []


def test_utan_källa_och_beslut(tmp_path):
    fynd = sagt(tmp_path / "a", ID, {ÅR: {"budget.källa": BORT}})
    assert fynd == [("bruten", "budget", "budgeten för 2024 säger inte varifrån den kommer")]
    assert sagt(tmp_path / "b", ID, {ÅR: {"budget.källa": BORT, "beslut": "2024-03-04 § 2"}}) == []
