"""EKONOMI-majuppdatering: elevantalet räknas om i maj, och skillnaderna är tillsammans noll."""

import datetime as dt

import pytest

from tests.kontroller.arkiv import BORT, prova, sagt

ID = "EKONOMI-majuppdatering"
ÅR = "budgetar/2024"


def test_uppdaterat_är_uppfyllt(tmp_path):
    assert prova(tmp_path, ID) == []


@pytest.mark.parametrize(
    ("idag", "svar"), [(dt.date(2024, 5, 31), "går inte att pröva"), (dt.date(2024, 6, 1), "bruten")]
)
def test_sista_dagen_är_den_sista_maj(tmp_path, idag, svar):
    ändring = {"nycklar.1.mätdag": "2023-10-15", "nycklar.1.uppdatering": BORT}
    fynd = [f for f in prova(tmp_path, ID, {ÅR: ändring}, idag) if f["post"] == "budgetår 2024"]
    assert [f["svar"] for f in fynd] == [svar]


def test_andra_nycklar_uppdateras_inte(tmp_path):
    assert sagt(tmp_path, ID, {ÅR: {"nycklar.1": BORT, "initiativ": BORT}}) == []
