"""EKONOMI-nyckelvarden: ett värde som saknas är inte noll, och den som står utanför sägs uttryckligen."""

import pytest

from tests.kontroller.arkiv import BORT, Ändringar, prova, sagt

ID = "EKONOMI-nyckelvarden"
ÅR = "budgetar/2024"


def test_alla_har_värde_eller_står_utanför(tmp_path):
    assert prova(tmp_path, ID) == []


@pytest.mark.parametrize(
    ("ändring", "text"),
    [
        ({"nycklar.0.värden.1": BORT}, "budgetomslutning: Åre kommun saknar värde"),
        ({"nycklar.0.värden.1.värde": BORT}, "budgetomslutning: Åre kommun saknar värde"),
        ({"nycklar.0.värden.1.värde": "0"}, None),
        ({"nycklar.0.värden.0": {"part": "region", "deltar": "nej"}}, None),
        ({"nycklar.1.värden.0": BORT}, "elevantal: Region Ett saknar värde"),
        ({"nycklar.1.uppdatering.värden.2": BORT}, "elevantal: uppdateringen: Bergs kommun saknar värde"),
    ],
)
def test_saknat_är_inte_noll(tmp_path, ändring, text):
    fynd = prova(tmp_path, ID, {ÅR: ändring})
    assert [(f["nivå"], f["text"]) for f in fynd] == ([("fel", text)] if text else [])


def test_en_region_med_noll_elever_ska_stå_utanför(tmp_path):
    fynd = prova(tmp_path, ID, {ÅR: {"nycklar.1.värden.0": {"part": "region", "värde": "0"}}})
    assert [(f["nivå"], f["text"]) for f in fynd] == [("varning", "elevantal: Region Ett har 0 elever")]


def test_en_part_som_inte_var_med_det_året_behöver_inget_värde(tmp_path):
    ändring: Ändringar = {ÅR: {"nycklar.0.värden.1": BORT}, "namnd": {"parter.1.från": "2025-01-01"}}
    assert [f for f in sagt(tmp_path, ID, ändring) if "budgetomslutning" in f[2]] == []
