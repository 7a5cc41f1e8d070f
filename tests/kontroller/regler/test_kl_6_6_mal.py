"""KL-6-6-mal: nämnden har mål för året, och varje mål mäts."""

import pytest

from tests.kontroller.arkiv import BORT, prova, sagt

ID = "KL-6-6-mal"
ÅR = "budgetar/2024"
PLAN = {"avsnitt": [{"rubrik": "Mål"}]}


def test_ett_mål_som_mäts_är_uppfyllt(tmp_path):
    assert prova(tmp_path, ID) == []


@pytest.mark.parametrize(("per", "fynd"), [("2023-01-01", 0), ("2023-12-31", 0), ("2024-01-01", 1), (None, 1)])
def test_när_året_är_slut_är_varje_indikator_mätt(tmp_path, per, fynd):
    mätningar = [{"per": per, "värde": "4"}] if per else BORT
    ändring = {"budgetar/2023": {"mål.0.indikatorer.0.mätningar": mätningar}}
    text = "målet svar: svarstid mättes aldrig 2023"
    assert sagt(tmp_path, ID, ändring) == [("bruten", "mål svar", text)] * fynd


def test_ett_mål_som_inte_mäts(tmp_path):
    fynd = sagt(tmp_path, ID, {ÅR: {"mål.0.indikatorer": BORT}})
    assert fynd == [("bruten", "mål svar", "målet svar har inget som mäts")]


def test_en_handling_som_säger_att_målen_saknas_är_ett_fel(tmp_path):
    fynd = prova(tmp_path, ID, {ÅR: {"mål": BORT, "utan_mål": "bokslutet"}})
    assert [(f["nivå"], f["text"]) for f in fynd] == [("fel", "inga mål är fastställda för 2024: bokslutet")]


@pytest.mark.parametrize(("plan", "svar"), [(True, "bruten"), (False, "går inte att pröva")])
def test_utan_mål_avgör_planen(tmp_path, plan, svar):
    fynd = prova(tmp_path, ID, {ÅR: {"mål": BORT, **({"verksamhetsplan": PLAN} if plan else {})}})
    assert [(f["svar"], f["nivå"]) for f in fynd] == [(svar, "varning")]


def test_det_ena_eller_det_andra(tmp_path):
    fynd = sagt(tmp_path, "POST-samband", {ÅR: {"utan_mål": "bokslutet"}})
    assert [f[2] for f in fynd] == ["året har mål men sägs vara utan"]


def test_två_mål_med_samma_id(tmp_path):
    fynd = sagt(tmp_path, "POST-samband", {ÅR: {"mål.1": {"id": "svar", "mål": "Ett till"}}})
    assert [f[1] for f in fynd] == ["mål svar (2) id"]
