"""PRAXIS-underlag: underlagen är registrerade handlingar, och inget är ett utkast."""

import pytest

from tests.kontroller.arkiv import BORT, prova, sagt

ID = "PRAXIS-underlag"
MÖTE, ÄRENDE = "moten/2024-03-04", "arenden/2024/GNS-2-2024"
UNDERLAG, FÄLT = "paragrafer.2.beslutsunderlag", "§ 3 beslutsunderlag 1"


@pytest.mark.parametrize(
    ("titel", "antal"),
    [
        ("Översyn av driften", 0),
        ("Översyn – av driften", 0),
        ("Översyn av driften, 2024-01-22", 0),
        ("Översyn av driften den 22 januari 2024", 0),
        ("Avtal om drift", 0),  # registrerad i ett annat ärende
        ("Översyn", 1),
    ],
)
def test_underlaget_är_en_registrerad_handling(tmp_path, titel, antal):
    fynd = prova(tmp_path, ID, {MÖTE: {UNDERLAG: [titel]}})
    väntat = ("bruten", "varning", FÄLT, f"underlaget ”{titel}” finns inte bland handlingarna i GNS/2/2024")
    assert [(f["svar"], f["nivå"], f["fält"], f["text"]) for f in fynd] == [väntat] * antal


@pytest.mark.parametrize(("datum", "antal"), [("2024-03-04", 0), ("2024-03-05", 1)])
def test_underlaget_är_inte_daterat_efter_mötet(tmp_path, datum, antal):
    fynd = sagt(tmp_path, ID, {ÄRENDE: {"handlingar.0.datum": datum}})
    text = "underlaget ”Översyn av driften” är daterat 2024-03-05, efter mötet 2024-03-04"
    assert fynd == [("bruten", FÄLT, text)] * antal


@pytest.mark.parametrize(
    ("ändringar", "text"),
    [
        ({ÄRENDE: {"handlingar.0.datum": BORT}}, "handlingen ”Översyn av driften” har inget datum"),
        ({ÄRENDE: {"handlingar": BORT}}, "ärendet GNS/2/2024 har inga handlingar inlagda"),
        (
            {MÖTE: {"paragrafer.2.dnr": BORT, UNDERLAG: ["Kalkyl"]}},
            "§ 3 har inget ärende att söka ”Kalkyl” i",
        ),
    ],
)
def test_det_som_fattas_går_inte_att_pröva(tmp_path, ändringar, text):
    assert sagt(tmp_path, ID, ändringar) == [("går inte att pröva", FÄLT, text)]


def _utkast(tmp_path, titel, **mer):
    ändringar = {
        MÖTE: {"paragrafer.2.rubrik": titel, **mer},
        ÄRENDE: {"rubrik": titel, "handlingar.1": {"titel": titel}},
    }
    return sagt(tmp_path, ID, ändringar)


@pytest.mark.parametrize("titel", ["Test", "TEST 2", "Avtal med XX", "Budget (handlingar kommer senare)"])
def test_ett_utkast_står_inte_kvar_i_ett_justerat_protokoll(tmp_path, titel):
    text = f"”{titel}” är ett utkast, men protokollet är justerat"
    fynd = _utkast(tmp_path / "a", titel)
    assert sorted(fynd) == [
        ("bruten", f"handlingar {titel} titel", text),
        ("bruten", "rubrik", text),
        ("bruten", "§ 3 rubrik", text),
    ]
    assert _utkast(tmp_path / "b", titel, **{"justering.justerat": BORT}) == []


@pytest.mark.parametrize("titel", ["Test av nödvatten", "Provtest", "Taxx och avgift", "Handlingar som kommer senare"])
def test_hela_ord_och_bara_de_som_är_utkast(tmp_path, titel):
    assert _utkast(tmp_path, titel) == []


def test_också_i_underlaget(tmp_path):
    fynd = sagt(tmp_path, ID, {MÖTE: {UNDERLAG: ["Test"]}, ÄRENDE: {"handlingar.0.titel": "Test"}})
    text = "”Test” är ett utkast, men protokollet är justerat"
    assert sorted(fynd) == [("bruten", "handlingar Test titel", text), ("bruten", FÄLT, text)]
