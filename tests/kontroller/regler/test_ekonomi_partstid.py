"""EKONOMI-partstid: den som betalar är part då, och månaderna räknas hela."""

from typing import Any

import pytest

from tests.kontroller.arkiv import BORT, sagt

ID = "EKONOMI-partstid"
ÅR = "budgetar/2024"


@pytest.mark.parametrize(
    ("fält", "dag", "bruten"),
    [
        ("från", "2022-01-01", False),
        ("från", "2022-01-02", True),
        ("från", "2022-01-31", True),
        ("till", "2024-02-29", False),
        ("till", "2024-02-28", True),
        ("till", "2024-03-01", True),
    ],
)
def test_hela_månader(tmp_path, fält, dag, bruten):
    fynd = [f for f in sagt(tmp_path, ID, {"namnd": {f"parter.2.{fält}": dag}}) if f[0] == "bruten"]
    text = f"Bergs kommun är part {fält} {dag}, mitt i en månad som inte räknas när kostnader delas"
    assert fynd == ([("bruten", f"parter berg {fält}", text)] if bruten else [])


@pytest.mark.parametrize(("datum", "bruten"), [("2024-01-31", False), ("2024-02-01", True)])
def test_en_betalning_från_den_som_har_lämnat(tmp_path, datum, bruten):
    betalning = {"nr": "1", "part": "berg", "datum": datum, "belopp": "100 kr"}
    fynd = sagt(tmp_path, ID, {ÅR: {"inbetalningar": [betalning]}, "namnd": {"parter.2.till": "2024-01-31"}})
    text = "Bergs kommun betalade 100 kr 2024-02-01 men är inte part då"
    assert fynd == ([("bruten", "inbetalningar 1 part", text)] if bruten else [])


def test_en_nämnd_utan_budgetår_räknar_inga_månader(tmp_path):
    ändringar: dict[str, dict[str, Any]] = {
        ÅR: {"": BORT},
        "budgetar/2023": {"": BORT},
        "namnd": {"parter.2.från": "2022-01-15"},
    }
    assert sagt(tmp_path, ID, ändringar) == []
