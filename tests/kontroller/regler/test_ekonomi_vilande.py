"""EKONOMI-vilande: sparade medel används eller betalas tillbaka inom ett år."""

import datetime as dt
from typing import Any

import pytest

from tests.kontroller.arkiv import BORT, sagt

ID = "EKONOMI-vilande"
RESULTAT = {"redovisat": [{"per": "2022-12-31", "resultat": "100 kr", "källa": "bokslutet"}]}
SLUT = dt.date(2023, 12, 31)


def _använt(belopp, datum):
    return {"användningar": [{"vad": "x", "belopp": belopp, "från_år": "2022", "datum": datum, "källa": "k"}]}


@pytest.mark.parametrize(
    ("belopp", "datum", "text"),
    [
        ("100 kr", "2023-12-31", None),
        ("99 kr", "2023-12-31", "1 kr från 2022 låg kvar den 2023-12-31, ett år efter året, och ännu"),
    ],
)
def test_det_som_inte_är_använt_ett_år_efter_året(tmp_path, belopp, datum, text):
    fynd = sagt(tmp_path, ID, {"budgetar/2022": {"": RESULTAT}, "budgetar/2023": _använt(belopp, datum)})
    assert fynd == ([("bruten", "redovisat 1 resultat", text)] if text else [])


def test_när_medlen_tog_slut_sägs(tmp_path):
    fynd = sagt(tmp_path, ID, {"budgetar/2022": {"": RESULTAT}, "budgetar/2024": _använt("100 kr", "2024-01-01")})
    assert fynd[0][2] == "100 kr från 2022 låg kvar den 2023-12-31, ett år efter året, och till 2024-01-01"


def test_före_gränsen_går_det_inte_att_pröva_och_ett_underskott_ligger_inte(tmp_path):
    resultat = {"redovisat": [{"per": "2023-12-31", "resultat": "100 kr", "källa": "bokslutet"}]}
    assert [f[0] for f in sagt(tmp_path, ID, {"budgetar/2023": resultat})] == ["går inte att pröva"]
    resultat["redovisat"][0]["resultat"] = "-100 kr"
    assert sagt(tmp_path, ID, {"budgetar/2023": resultat}) == []


def test_en_återbetalning_tar_det_äldsta_först(tmp_path):
    senare = {"redovisat": [{"per": "2023-12-31", "resultat": "50 kr", "källa": "bokslutet"}]}
    verkan = {
        "id": "b", "typ": "återbetalar", "avser": "medel", "belopp": "120 kr", "per_part": "40 kr", "från_år": ["2023", "2022"],
        "härlett": "ja",
    }  # fmt: skip
    ändringar: dict[str, dict[str, Any]] = {
        "budgetar/2022": {"": RESULTAT}, "budgetar/2023": senare, "moten/2024-03-04": {"paragrafer.2.innebär.1": verkan},
    }  # fmt: skip
    fynd = sagt(tmp_path, ID, ändringar)
    assert [(f[0], f[2][:60]) for f in fynd] == [
        ("bruten", "100 kr från 2022 låg kvar den 2023-12-31, ett år efter året,"),
        ("går inte att pröva", "2023 års medel ska vara använda 2024-12-31, och den dagen är"),
    ]  # fmt: skip


def test_ett_underskott_tar_det_äldsta_och_utan_budgetår_går_det_inte_att_se(tmp_path):
    underskott = {"redovisat": [{"per": "2023-12-31", "resultat": "-100 kr", "källa": "bokslutet"}]}
    assert sagt(tmp_path / "a", ID, {"budgetar/2022": {"": RESULTAT}, "budgetar/2023": underskott}) == []
    ändringar: dict[str, dict[str, Any]] = {
        "budgetar/2022": {"": RESULTAT},
        "budgetar/2023": {"": BORT},
        "budgetar/2024": {"": BORT},
    }
    assert [f[0] for f in sagt(tmp_path / "b", ID, ändringar)] == ["går inte att pröva"]
