"""KL-6-6-internkontroll: planen för den interna kontrollen finns, och kontrollerna görs i tid."""

import datetime as dt

import pytest

from tests.kontroller.arkiv import BORT, prova, sagt

ID = "KL-6-6-internkontroll"
ÅR = "budgetar/2024"
MOMENT = "internkontroll.moment.0."


def test_en_gjord_kontroll_är_uppfylld(tmp_path):
    assert prova(tmp_path, ID) == []


def test_utan_plan_går_det_inte_att_pröva(tmp_path):
    fynd = sagt(tmp_path, ID, {ÅR: {"internkontroll": BORT}})
    assert fynd == [("går inte att pröva", "", "ingen plan för den interna kontrollen 2024 finns i posten")]


@pytest.mark.parametrize(
    ("idag", "bruten"), [(dt.date(2024, 6, 2), False), (dt.date(2024, 6, 3), False), (dt.date(2024, 6, 4), True)]
)
def test_dagen_passerar(tmp_path, idag, bruten):
    ändring = {ÅR: {MOMENT + "senast": "2024-06-03", MOMENT + "utfört": BORT}}
    text = "kontrollen belopp skulle vara gjord 2024-06-03, och det står inte att den är det"
    fynd = sagt(tmp_path, ID, ändring, idag)
    assert fynd == ([("bruten", "internkontroll moment belopp senast", text)] if bruten else [])


@pytest.mark.parametrize(("utfört", "bruten"), [("2023-02-14", False), ("2023-02-15", False), ("2023-02-16", True)])
def test_en_sen_kontroll(tmp_path, utfört, bruten):
    fynd = sagt(tmp_path, ID, {ÅR: {MOMENT + "utfört": utfört}})
    text = f"kontrollen belopp gjordes {utfört}, efter 2023-02-15"
    assert fynd == ([("bruten", "internkontroll moment belopp utfört", text)] if bruten else [])


def test_en_kontroll_som_sägs_vara_gjord_en_dag_som_inte_har_varit(tmp_path):
    ändring = {ÅR: {MOMENT + "utfört": "2024-06-04", MOMENT + "senast": "2024-12-31"}}
    fynd = sagt(tmp_path, ID, ändring, dt.date(2024, 6, 3))
    assert [f[2] for f in fynd] == ["kontrollen belopp sägs vara gjord 2024-06-04, och den dagen har inte varit"]


def test_en_kontroll_utan_ansvarig_och_dag(tmp_path):
    ändring = {ÅR: {MOMENT + "utfört": BORT, MOMENT + "ansvarig": BORT, MOMENT + "senast": BORT}}
    fynd = sagt(tmp_path, ID, ändring)
    assert [f[2] for f in fynd] == ["kontrollen belopp har ingen ansvarig och ingen dag"]


def test_ett_resultat_utan_dag(tmp_path):
    ändring = {ÅR: {MOMENT + "utfört": BORT, MOMENT + "senast": "2024-12-31", MOMENT + "resultat": "inget fel"}}
    assert [f[2] for f in sagt(tmp_path, "POST-samband", ändring)] == ["kontrollen har ett resultat men ingen dag"]
