"""PRAXIS-sammantraden: planerade sammanträden hålls den dag som planen säger."""

import datetime as dt
from typing import Any

import pytest

from tests.kontroller.arkiv import prova, sagt

ID = "PRAXIS-sammantraden"
MÖTE, ÅR = "moten/2024-03-04", "budgetar/2023"


def test_de_planerade_som_hölls_är_uppfyllda_och_de_som_inte_är_än_sägs_inget_om(tmp_path):
    assert prova(tmp_path, ID) == []


@pytest.mark.parametrize(
    ("planerad", "svar"), [("2023-11-20", "bruten"), ("2023-12-25", "bruten"), ("2023-11-12", "går inte att pröva")]
)
def test_ett_möte_inom_tre_veckor_är_flyttat(tmp_path, planerad, svar):
    fynd = sagt(tmp_path, ID, {ÅR: {"sammanträden": [{"datum": planerad}]}})
    assert [(f[0], f[1]) for f in fynd] == [(svar, "sammanträden 1 datum")]
    if svar == "bruten":
        assert fynd[0][2] == f"planen säger {planerad}, men mötet hölls 2023-12-04 (mötets post)"


def test_ett_möte_som_bara_nämns_är_hållet(tmp_path):
    mening = "Den 6 juni 2023 § 9 gav nämnden ett uppdrag.\n"
    ändringar: dict[str, dict[str, Any]] = {
        ÅR: {"sammanträden": [{"datum": "2023-06-12"}]},
        MÖTE: {"paragrafer.2.sammanfattning": mening},
    }
    text = "planen säger 2023-06-12, men mötet hölls 2023-06-06 (en text i 2024-03-04)"
    assert sagt(tmp_path / "a", ID, ändringar) == [("bruten", "sammanträden 1 datum", text)]
    ändringar[MÖTE] = {"paragrafer.2.sammanfattning": "Regionfullmäktige beslutade den 6 juni 2023 § 9.\n"}
    assert [f[0] for f in sagt(tmp_path / "b", ID, ändringar)] == ["går inte att pröva"]


def test_beslutets_dagar_går_före_budgetårets(tmp_path):
    assert prova(tmp_path, ID, {"budgetar/2024": {"sammanträden": [{"datum": "2024-01-08"}]}}) == []


def test_en_planerad_dag_utan_möte_går_inte_att_pröva_när_den_är_förbi(tmp_path):
    for idag, svar in ((dt.date(2024, 6, 3), []), (dt.date(2024, 6, 4), ["går inte att pröva"])):
        assert [f["svar"] for f in prova(tmp_path, ID, idag=idag)] == svar
