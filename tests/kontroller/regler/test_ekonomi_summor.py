"""EKONOMI-summor: varje angiven summa är radernas, eller avrundad till det som den är skriven i."""

import pytest

from tests.kontroller.arkiv import BORT, prova, sagt

ID = "EKONOMI-summor"
ÅR = "budgetar/2024"
SUMMA = "budget grupper intäkter angiven_summa"


def test_uträknade_och_rätta_summor_är_uppfyllda(tmp_path):
    assert prova(tmp_path, ID) == []


@pytest.mark.parametrize(
    ("angiven", "nivå", "text"),
    [
        ("550 tkr", None, None),
        ("550,4 tkr", "fel", "summan för intäkter anges som 550,4 tkr, men raderna är 550 tkr"),
        ("0,55 mnkr", None, None),
        ("0,6 mnkr", "varning", "0,6 mnkr, men raderna är 0,55 mnkr: -0,05 mnkr är avrundning"),
        ("0,7 mnkr", "fel", "summan för intäkter anges som 0,7 mnkr, men raderna är 0,55 mnkr"),
        ("549 999 kr", "fel", "summan för intäkter anges som 549 999 kr, men raderna är 550 000 kr"),
    ],
)
def test_båda_sidor_om_avrundningen(tmp_path, angiven, nivå, text):
    fynd = prova(tmp_path, ID, {ÅR: {"budget.grupper.0.angiven_summa": angiven}})
    assert [(f["nivå"], f["fält"]) for f in fynd] == ([(nivå, SUMMA)] if text else [])
    assert all(f["text"].endswith(text) for f in fynd)


def test_ett_angivet_resultat_prövas_mot_alla_rader(tmp_path):
    fynd = sagt(tmp_path, ID, {ÅR: {"budget.angivet_resultat": "1 kr"}})
    assert fynd == [("bruten", "budget angivet_resultat", "resultatet anges som 1 kr, men raderna är 0 kr")]


def test_tabellen_som_inte_summerar(tmp_path):
    """En verklig tabell vars rader är 146 746 tkr men vars summa säger 146 779 (regelunderlaget, Figures)."""
    rader = [{"namn": "Rader", "belopp": "146 746 tkr"}]
    grupp = {"namn": "kostnader", "rader": rader, "angiven_summa": "146 779 tkr"}
    fynd = sagt(tmp_path, ID, {ÅR: {"budget.grupper": [grupp], "budget.angivet_resultat": BORT}})
    text = "summan för kostnader anges som 146 779 tkr, men raderna är 146 746 tkr"
    assert fynd == [("bruten", "budget grupper kostnader angiven_summa", text)]


def test_en_okänd_rad_går_inte_att_summera(tmp_path):
    rad = {"namn": "Bidrag", "hämtas": "basfinansiering"}
    svar = [f[0] for f in sagt(tmp_path, ID, {ÅR: {"budget.grupper.0.rader": [rad]}})]
    assert svar == ["går inte att pröva", "går inte att pröva"]
