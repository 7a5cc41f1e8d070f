"""EKONOMI-nyckelunderlag: varje nyckel har källa, och avser den tid som den ska."""

import pytest

from tests.kontroller.arkiv import BORT, prova, sagt

ID = "EKONOMI-nyckelunderlag"
ÅR = "budgetar/2024"


def test_källa_dag_och_godkännande_är_uppfyllt(tmp_path):
    assert prova(tmp_path, ID) == []


@pytest.mark.parametrize(
    ("ändring", "text"),
    [
        ({"nycklar.0.källa": BORT}, "källan för nyckeln budgetomslutning är inte antecknad"),
        ({"nycklar.0.källa.hämtad": BORT}, "hämtad för nyckeln budgetomslutning är inte antecknad"),
        ({"nycklar.0.exempeldata": "ja"}, "nyckeln budgetomslutning har exempeldata och ingen källa"),
    ],
)
def test_det_som_inte_är_antecknat_går_inte_att_pröva(tmp_path, ändring, text):
    assert sagt(tmp_path, ID, {ÅR: ändring}) == [("går inte att pröva", "nycklar budgetomslutning", text)]


def test_uppdateringens_källa_sägs_vara_uppdateringens(tmp_path):
    text = "källan för uppdateringen av nyckeln elevantal är inte antecknad"
    fynd = sagt(tmp_path, ID, {ÅR: {"nycklar.1.uppdatering.källa": BORT}})
    assert fynd == [("går inte att pröva", "nycklar elevantal uppdatering", text)]


@pytest.mark.parametrize(
    ("ändring", "fält", "text"),
    [
        (
            {"nycklar.0.värdeår": "2023"}, "nycklar budgetomslutning värdeår",
            "budgetomslutningen är från 2023, men 2024 års nyckel använder årsredovisningen för 2022",
        ),
        (
            {"nycklar.0.värden.1.värdeår": "2021"}, "nycklar budgetomslutning värden are värdeår",
            "värdet för are avser 2021, de andra 2022",
        ),
        (
            {"nycklar.1.mätdag": "2021-10-15"}, "nycklar elevantal mätdag",
            "elevantalet är från 2021-10-15, men 2024 års nyckel använder 2023-10-15",
        ),
        (
            {"nycklar.1.uppdatering.mätdag": "2023-10-16"}, "nycklar elevantal uppdatering mätdag",
            "uppdateringen är från 2023-10-16, men 2024 års nyckel använder 2023-10-15",
        ),
        (
            {"nycklar.1.uppdatering.datum": "2024-06-01"}, "nycklar elevantal uppdatering datum",
            "uppdateringen gjordes 2024-06-01, men ska göras i maj 2024",
        ),
    ],
)  # fmt: skip
def test_fel_tid(tmp_path, ändring, fält, text):
    assert ("bruten", fält, text) in sagt(tmp_path, ID, {ÅR: ändring})


def test_rätt_tid_utan_uppdatering(tmp_path):
    ändring = {"nycklar.1.mätdag": "2023-10-15", "nycklar.1.uppdatering": BORT}
    assert sagt(tmp_path / "a", ID, {ÅR: ändring}) == []
    ändring["nycklar.1.mätdag"] = "2022-10-15"  # går bara när den uppdateras i maj
    assert [f[0] for f in sagt(tmp_path / "b", ID, {ÅR: ändring})] == ["bruten"]


def test_en_överenskommen_nyckel_har_namn_och_beslut(tmp_path):
    nyckel = {"typ": "överenskommen", "benämning": "Yta", "enhet": "km2", "värden": [{"part": "are", "värde": "1"}]}
    texter = [f[2] for f in sagt(tmp_path, ID, {ÅR: {"nycklar.3": nyckel}})]
    assert texter == ["nyckeln har inget namn", "nyckeln överenskommen har inget beslut"]
