"""EKONOMI-saldo: sparade medel räcker, och angivna saldon går att räkna fram."""

import pytest

from tests.kontroller.arkiv import prova, sagt

ID = "EKONOMI-saldo"
ÅR = "budgetar/2024"


def _resultat(belopp):
    return {"budgetar/2023": {"redovisat": [{"per": "2023-12-31", "resultat": belopp, "källa": "bokslutet"}]}}


def _användning(belopp, **mer):
    return {"vad": "Förstudie", "belopp": belopp, "från_år": "2023", "källa": "bokslutet", **mer}


def test_utan_rörelser_sägs_inget(tmp_path):
    assert prova(tmp_path, ID) == []


@pytest.mark.parametrize(("belopp", "text"), [
    ("100 kr", None),
    ("100,01 kr", "saldot blir -0,01 kr när 100,01 kr tas ur det den 2024-12-31"),
])  # fmt: skip
def test_det_som_används_finns(tmp_path, belopp, text):
    fynd = sagt(tmp_path, ID, _resultat("100 kr") | {ÅR: {"användningar": [_användning(belopp)]}})
    assert fynd == ([("bruten", "användningar 1 belopp", text)] if text else [])


def test_en_återbetalning_som_saldot_inte_räcker_till(tmp_path):
    verkan = {
        "id": "b",
        "typ": "återbetalar",
        "avser": "medel",
        "belopp": "303 kr",
        "per_part": "101 kr",
        "härlett": "ja",
    }
    fynd = sagt(tmp_path, ID, _resultat("300 kr") | {"moten/2024-03-04": {"paragrafer.2.innebär.1": verkan}})
    assert fynd == [("bruten", "§ 3 innebär b belopp", "saldot blir -3 kr när 303 kr tas ur det den 2024-03-04")]


@pytest.mark.parametrize(
    ("resultat", "angivet", "slut"),
    [
        ("745 tkr", "745 tkr", None),
        ("745 tkr", "744 501 kr", None),
        ("745 tkr", "745 501 kr", "501 kr för mycket är inte förklarat"),
        ("745 000 kr", "744 999 kr", "1 kr saknas är inte förklarat"),
    ],
)
def test_ett_angivet_saldo(tmp_path, resultat, angivet, slut):
    saldo = {"per": "2024-02-14", "belopp": angivet, "källa": "rapporten"}
    fynd = prova(tmp_path, ID, _resultat(resultat) | {ÅR: {"saldon": [saldo]}})
    if slut is None:
        assert fynd == []
        return
    (ett,) = fynd
    assert (ett["svar"], ett["nivå"], ett["fält"]) == (
        "bruten",
        "varning",
        "saldon 1 belopp",
    )
    assert ett["text"].endswith(slut)


def test_ett_underskott_större_än_medlen_är_en_varning(tmp_path):
    (ett,) = prova(tmp_path, ID, _resultat("-5 kr"))
    assert (ett["nivå"], ett["text"]) == ("varning", "underskottet 2023 är större än sparade medel: saldot blir -5 kr")


def test_ur_en_reservering_tas_inte_mer_än_den_är(tmp_path):
    reservering = {"id": "r", "ändamål": "x", "belopp": "50 kr", "från_år": "2023", "beslut": "2024-03-04 § 2"}
    for belopp, antal in (("50 kr", 0), ("51 kr", 1)):
        år = {"reserveringar": [reservering], "användningar": [_användning(belopp, reservering="r")]}
        fynd = sagt(tmp_path / str(antal), ID, _resultat("100 kr") | {ÅR: år})
        text = "51 kr är använt ur reserveringen r, men 50 kr är reserverat"
        assert fynd == [("bruten", "användningar 1 belopp", text)] * antal


@pytest.mark.parametrize(
    ("användning", "fält", "text"),
    [
        ({"datum": "2024-03-04"}, None, None),
        (
            {"datum": "2024-03-03"},
            "datum",
            "2024-03-03 är utanför reserveringen r, som gäller från 2024-03-04 till 2024-05-06",
        ),
        (
            {"datum": "2024-05-07"},
            "datum",
            "2024-05-07 är utanför reserveringen r, som gäller från 2024-03-04 till 2024-05-06",
        ),
        ({"från_år": "2022"}, "från_år", "medlen kommer från 2022, men reserveringen r är av medel från 2023"),
    ],
)
def test_det_tas_ur_reserveringen_medan_den_gäller(tmp_path, användning, fält, text):
    reservering = {
        "id": "r", "ändamål": "x", "belopp": "50 kr", "från_år": "2023", "beslut": "2024-03-04 § 2", "upphör": "2024-05-06 § 1",
    }  # fmt: skip
    år = {"reserveringar": [reservering], "användningar": [_användning("5 kr", reservering="r") | användning]}
    fynd = sagt(tmp_path, ID, _resultat("100 kr") | {ÅR: år})
    assert fynd == ([("bruten", f"användningar 1 {fält}", text)] if text else [])


@pytest.mark.parametrize(("belopp", "bruten"), [("100 kr", False), ("101 kr", True)])
def test_det_reserverade_finns(tmp_path, belopp, bruten):
    reservering = {"id": "r", "ändamål": "x", "belopp": belopp, "från_år": "2023", "beslut": "2024-03-04 § 2"}
    fynd = sagt(tmp_path, ID, _resultat("100 kr") | {ÅR: {"reserveringar": [reservering]}})
    text = "101 kr är reserverat den 2024-03-04, men saldot är 100 kr"
    assert fynd == ([("bruten", "reserveringar r belopp", text)] if bruten else [])


def test_en_användning_utan_dag_är_efter_årets_resultat(tmp_path):
    resultat = {"redovisat": [{"per": "2024-12-31", "resultat": "5 kr", "källa": "bokslutet"}]}
    assert sagt(tmp_path, ID, {ÅR: {**resultat, "användningar": [_användning("8 kr") | {"från_år": "2024"}]}}) == []
