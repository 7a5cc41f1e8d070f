"""KL-5-66-tjanstgoring: vilka som tjänstgjorde i varje §, och en på varje plats."""

import datetime as dt

import pytest

from tests.kontroller.arkiv import BORT, prova, sagt

ID = "KL-5-66-tjanstgoring"
MÖTE = "moten/2024-03-04"
TOM = "närvaron saknas, så det går inte att säga vilka som tjänstgjorde (KL 5:66)"
BO = {"namn": "Bo By", "som": "ersättare", "ersätter": "Ulf Uv"}
RUT = {"namn": "Rut Ros", "som": "ersättare", "ersätter": "Ulf Uv"}


def test_det_rena_arkivet_är_uppfyllt(tmp_path):
    assert sagt(tmp_path, ID) == []


@pytest.mark.parametrize(("justerat", "nivå"), [("2024-03-08", "fel"), ("okänd dag", "fel"), (BORT, "varning")])
def test_ett_justerat_möte_utan_närvaro_är_ett_fel(tmp_path, justerat, nivå):
    """I ett utkast där någon redan yrkar är det bara en varning."""
    (fynd,) = prova(
        tmp_path, ID, {MÖTE: {"närvaro": BORT, "justering.justerat": justerat}, "anslag/2024-03-04": {"": BORT}}
    )
    assert (fynd["svar"], fynd["nivå"], fynd["fält"], fynd["text"]) == ("bruten", nivå, "närvaro", TOM)


@pytest.mark.parametrize(("idag", "antal"), [("2024-05-05", 0), ("2024-05-06", 1)])
def test_ett_möte_som_inte_är_skrivet_än_går_inte_att_pröva_när_dagen_är_inne(tmp_path, idag, antal):
    nytt = {"plats": "Salen", "paragrafer": [{"nr": "4", "rubrik": "Budget"}]}
    fynd = sagt(tmp_path, ID, {"moten/2024-05-06": {"": nytt}}, dt.date.fromisoformat(idag))
    assert fynd == [("går inte att pröva", "", "närvaron är inte skriven än")] * antal


def test_två_på_samma_plats(tmp_path):
    närvaro = {"närvaro.2": BO, "närvaro.4": RUT}
    (fynd,) = sagt(tmp_path, ID, {MÖTE: närvaro})
    assert fynd == ("bruten", "närvaro Rut Ros ersätter", "Bo By och Rut Ros ersätter båda Ulf Uv i § 1")


def test_en_efter_den_andra_på_samma_plats_går_bra(tmp_path):
    byte = {
        "närvaro.2": BO,
        "närvaro.4": {"namn": "Rut Ros", "som": "ersättare"},
        "händelser": [
            {"typ": "går", "namn": "Bo By", "paragraf": "2"},
            {"typ": "tjänstgör", "namn": "Rut Ros", "paragraf": "2", "ersätter": "Ulf Uv"},
        ],
    }
    assert sagt(tmp_path, ID, {MÖTE: byte}) == []


def test_en_som_inte_är_i_rummet(tmp_path):
    byte = {
        "närvaro.2": BO,
        "händelser": [
            {"typ": "går", "namn": "Bo By", "paragraf": "2"},
            {"typ": "tjänstgör", "namn": "Bo By", "paragraf": "3", "ersätter": "Ulf Uv"},
        ],
    }
    (fynd,) = sagt(tmp_path, ID, {MÖTE: byte})
    assert fynd == ("bruten", "händelser Bo By (2) ersätter", "Bo By börjar tjänstgöra i § 3 men är inte i rummet då")


def test_en_person_på_två_platser(tmp_path):
    """Två händelser i samma § säger olika platser: den sista gäller, och den första säger då emot den."""
    byte = [
        {"typ": "går", "namn": "Ada Ask", "paragraf": "2"},
        {"typ": "går", "namn": "Ulf Uv", "paragraf": "2"},
        {"typ": "tjänstgör", "namn": "Bo By", "paragraf": "3", "ersätter": "Ada Ask"},
        {"typ": "tjänstgör", "namn": "Bo By", "paragraf": "3", "ersätter": "Ulf Uv"},
    ]
    närvaro = {"närvaro.4": {"namn": "Bo By", "som": "ersättare"}, "paragrafer.1": BORT, "paragrafer.0.nr": "2"}
    (fynd,) = sagt(tmp_path, ID, {MÖTE: {**närvaro, "händelser": byte}})
    assert fynd == ("bruten", "händelser Bo By ersätter", "Bo By ersätter både Ada Ask och Ulf Uv i § 3")


def test_en_paragraf_där_ingen_tjänstgör(tmp_path):
    gick = [{"typ": "går", "namn": namn, "paragraf": "3"} for namn in ("Eva Ek", "Ada Ask", "Ulf Uv")]
    (fynd,) = sagt(tmp_path, ID, {MÖTE: {"händelser": gick}})
    assert fynd == ("bruten", "§ 3 beslut", "ingen tjänstgör i § 3, som har beslut")


@pytest.mark.parametrize(("antal", "bruten"), [("3", False), ("2", True)])
def test_fler_än_platserna(tmp_path, antal, bruten):
    fynd = sagt(tmp_path, ID, {"namnd": {"reglementen.0.antal_ledamöter": antal}})
    text = "3 tjänstgör i § 1, men nämnden har 2 ledamöter"
    assert fynd == [("bruten", "§ 1 beslut", text)] * (2 if bruten else 0)


def test_ett_möte_före_lagen_går_inte_att_pröva(tmp_path):
    gammalt = {"plats": "Salen", "paragrafer": [{"nr": "1", "rubrik": "Budget", "beslut": ["Budgeten fastställs."]}]}
    (fynd,) = sagt(tmp_path, ID, {"moten/2017-12-31": {"": gammalt}})
    assert fynd == ("går inte att pröva", "", "lagens lydelse den dagen är inte inlagd")
