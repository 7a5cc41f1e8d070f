"""KL-11-20-bokslut: nämndens redovisning för året lämnas till styrelsen i tid."""

import datetime as dt

import pytest

from tests.kontroller.arkiv import BORT, prova, sagt

ID = "KL-11-20-bokslut"
ÅR = "budgetar/2023"
UTAN_DAG = {"namnd": {"reglementen.0.bokslut_senast": BORT}}


def _året(lämnat="2024-01-31", per="2023-12-31"):
    redovisat = {"per": per, "resultat": "1 kr", "källa": "bokslutet", **({"lämnat": lämnat} if lämnat else {})}
    return {"redovisat": [redovisat]}


def test_i_tid_är_uppfyllt(tmp_path):
    assert prova(tmp_path, ID, {ÅR: _året()}) == []


@pytest.mark.parametrize(("lämnat", "dagar"), [("2024-01-30", 0), ("2024-01-31", 0), ("2024-02-01", 1)])
def test_styrelsens_dag(tmp_path, lämnat, dagar):
    fynd = sagt(tmp_path, ID, {ÅR: _året(lämnat)})
    text = f"redovisningen för 2023 lämnades {lämnat}, {dagar} dagar efter 2024-01-31 som styrelsen har bestämt"
    assert fynd == ([("bruten", "redovisat 1 lämnat", text)] if dagar else [])


@pytest.mark.parametrize(("lämnat", "svar"), [("2024-04-15", "går inte att pröva"), ("2024-04-16", "bruten")])
def test_utan_styrelsens_dag_gäller_lagens(tmp_path, lämnat, svar):
    fynd = sagt(tmp_path, ID, {**UTAN_DAG, ÅR: _året(lämnat)})
    assert [f[0] for f in fynd] == [svar]


def test_inte_antecknat_går_inte_att_pröva_när_dagen_har_passerat(tmp_path):
    assert [f[0] for f in sagt(tmp_path, ID, {ÅR: _året(None)})] == ["går inte att pröva"]
    assert sagt(tmp_path, ID, {ÅR: _året(None)}, dt.date(2024, 1, 31)) == []


def test_ett_delår_är_inget_bokslut(tmp_path):
    fynd = sagt(tmp_path, ID, {ÅR: _året(per="2023-08-31")})
    assert [f[0] for f in fynd] == ["går inte att pröva"]


def test_styrelsens_dag_är_före_den_15_april(tmp_path):
    fynd = sagt(tmp_path, "POST-samband", {"namnd": {"reglementen.0.bokslut_senast": "04-16"}})
    assert ["KL 11:20" in f[2] for f in fynd] == [True]
    assert sagt(tmp_path, "POST-samband", {"namnd": {"reglementen.0.bokslut_senast": "04-15"}}) == []
