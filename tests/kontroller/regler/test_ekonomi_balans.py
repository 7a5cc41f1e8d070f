"""EKONOMI-balans: över- och underskott förs vidare eller betalas tillbaka, som överenskommelsen säger."""

import datetime as dt

import pytest

from tests.kontroller.arkiv import prova, sagt

ID = "EKONOMI-balans"
FÖRRA, ÅR = "budgetar/2023", "budgetar/2024"
ÅTER = {"id": "b", "typ": "återbetalar", "avser": "medel", "belopp": "300 kr", "per_part": "100 kr", "härlett": "ja"}


def _resultat(belopp):
    return {"redovisat": [{"per": "2023-12-31", "resultat": belopp, "källa": "bokslutet"}]}


def _balans(belopp, från="2023"):
    return {"ingående_balans": {"belopp": belopp, "från_år": från, "källa": "bokslutet"}}


def test_ett_år_som_är_slut_har_ett_resultat_men_inte_ett_som_pågår(tmp_path):
    assert [(f["svar"], f["post"]) for f in prova(tmp_path, ID)] == [("går inte att pröva", "budgetår 2023")]
    poster = [f["post"] for f in prova(tmp_path, ID, idag=dt.date(2025, 1, 1))]
    assert poster == ["budgetår 2023", "budgetår 2024"]
    assert prova(tmp_path, ID, {FÖRRA: _resultat("0 kr")}) == []


def test_ett_resultat_som_ingen_tar_om_hand(tmp_path):
    text = "överskottet 2023, 300 kr, förs inte vidare till något år, och 300 kr av det är inte tillbakabetalt"
    assert sagt(tmp_path, ID, {FÖRRA: _resultat("300 kr")}) == [("bruten", "redovisat 1 resultat", text)]
    text = "underskottet 2023, -1 kr, förs inte vidare till något år"
    assert sagt(tmp_path, ID, {FÖRRA: _resultat("-1 kr")})[0][2] == text
    assert sagt(tmp_path, ID, {FÖRRA: _resultat("300 kr"), ÅR: _balans("300 kr")}) == []


def test_en_liten_återbetalning_räcker_inte(tmp_path):
    verkan = ÅTER | {"belopp": "9 kr", "per_part": "3 kr", "från_år": ["2023"]}
    ändringar = {FÖRRA: _resultat("300 kr"), "moten/2024-03-04": {"paragrafer.2.innebär.1": verkan}}
    (fynd,) = [f for f in sagt(tmp_path, ID, ändringar) if f[0] == "bruten"]
    assert fynd[2].endswith("och 291 kr av det är inte tillbakabetalt")


@pytest.mark.parametrize(
    ("resultat", "balans", "bruten"),
    [
        ("745 tkr", "745 tkr", False),
        ("745 tkr", "744 500 kr", False),
        ("745 000 kr", "744 999 kr", True),
        ("-5 kr", "-5 kr", False),
    ],
)
def test_den_ingående_balansen_är_det_som_var_kvar(tmp_path, resultat, balans, bruten):
    fynd = sagt(tmp_path, ID, {FÖRRA: _resultat(resultat), ÅR: _balans(balans)})
    text = "den ingående balansen är 744 999 kr, men 2023 slutade med 745 000 kr"
    assert fynd == ([("bruten", "ingående_balans belopp", text)] if bruten else [])


def test_utan_året_före_går_balansen_inte_att_räkna_fram(tmp_path):
    fynd = sagt(tmp_path, ID, {FÖRRA: _resultat("0 kr") | _balans("0 kr", "2022")})
    assert fynd == [
        (
            "går inte att pröva",
            "ingående_balans belopp",
            "budgetåret 2022 finns inte, så balansen går inte att räkna fram",
        )
    ]


@pytest.mark.parametrize(
    ("säger", "svar"), [("återbetalas", None), ("balanseras", "bruten"), (None, "går inte att pröva")]
)
def test_en_återbetalning_mot_överenskommelsen(tmp_path, säger, svar):
    ändringar = {
        "moten/2024-03-04": {"paragrafer.2.innebär.1": ÅTER | {"från_år": ["2023"]}},
        FÖRRA: _resultat("300 kr"),
    }
    if säger:
        ändringar["namnd"] = {"reglementen.0.överskott": säger}
    fynd = sagt(tmp_path, ID, ändringar)
    assert [(f[0], f[1]) for f in fynd] == ([(svar, "§ 3 innebär b")] if svar else [])
    if svar == "bruten":
        assert fynd[0][2] == "enligt överenskommelsen balanseras över- och underskott, men § 3 återbetalar 300 kr"


def test_ett_beslut_att_föra_vidare_mot_en_överenskommelse_om_återbetalning(tmp_path):
    verkan = {"id": "b", "typ": "balanserar", "belopp": "300 kr", "från_år": "2023", "till_år": "2024", "härlett": "ja"}
    ändringar = {
        "moten/2024-03-04": {"paragrafer.2.innebär.1": verkan}, "namnd": {"reglementen.0.överskott": "återbetalas"},
        FÖRRA: _resultat("300 kr"), ÅR: _balans("300 kr"),
    }  # fmt: skip
    text = "enligt överenskommelsen återbetalas över- och underskott, men § 3 balanserar 300 kr"
    assert sagt(tmp_path, ID, ändringar) == [("bruten", "§ 3 innebär b", text)]


def test_balansen_går_inte_att_pröva_när_ett_tidigare_resultat_inte_är_känt(tmp_path):
    fynd = sagt(tmp_path, ID, {ÅR: _balans("500 kr")})
    text = "den ingående balansen är 500 kr, men 2023 slutade med 0 kr så långt posterna säger: resultatet för 2023 är inte känt"
    assert ("går inte att pröva", "ingående_balans belopp", text) in fynd
