"""PRAXIS-expediering: den som beslutet ger ett uppdrag, eller tar det från, får beslutet."""

import pytest

from tests.kontroller.arkiv import BORT, prova, sagt

ID = "PRAXIS-expediering"
MÖTE = "moten/2024-03-04"
TILL, LISTA = "paragrafer.2.innebär.0.till", "paragrafer.2.expedieras_till"
FÄLT = "§ 3 innebär a till"


def _saknas(*namn, vad="ger ett uppdrag"):
    return [("bruten", FÄLT, f"§ 3 {vad}, men {' och '.join(namn)} står inte under expedieras till")]


@pytest.mark.parametrize(
    ("till", "lista"),
    [
        ("regiondirektören", "Regiondirektör"),
        ("Regiondirektör", "Regiondirektören Ann Ask"),
        ("ekonomen", "Ekonom"),
        ("e-strateg", "eStrategen"),
        ("IT-chefen", "IT chef"),
        ("regional digitaliseringskoordinator", "Regionala digitaliseringskoordinatorn"),
        ("sekretariatet", "Sekretariat"),
        ("respektive part", "Nämndens parter"),
        ("parterna", "Nämndens parter"),
        ("Bergs kommun", "Nämndens parter"),
        ("Bergs kommun", "Kommunerna"),
        ("Region Ett", "Nämndens parter"),
        ("förvaltningen", "Samhällsbyggnadsförvaltningen"),
    ],
)
def test_mottagaren_står_där_i_någon_form(tmp_path, till, lista):
    assert sagt(tmp_path, ID, {MÖTE: {TILL: till, LISTA: ["Sekretariatet", lista]}}) == []


@pytest.mark.parametrize(
    ("till", "lista"),
    [
        ("regiondirektören", "Förvaltningsdirektören"),
        ("ekonomen", "Ekonomichefen"),
        ("driftchefen", "Nämndens parter"),
        ("Region Ett", "Kommunerna"),
        ("Region Ett", "Region Två"),
        ("Bergs kommun", "Åre kommun"),
        ("e-strateg", "Koordinator"),
    ],
)
def test_en_annan_mottagare_räcker_inte(tmp_path, till, lista):
    fynd = prova(tmp_path, ID, {MÖTE: {TILL: till, LISTA: [lista]}})
    assert [(f["svar"], f["fält"], f["text"]) for f in fynd] == _saknas(till)
    assert [f["nivå"] for f in fynd] == ["varning"]


def test_att_ingen_står_där_är_felet(tmp_path):
    fynd = sagt(tmp_path, ID, {MÖTE: {TILL: ["e-strateg", "Driftchefen"], LISTA: BORT}})
    assert fynd == _saknas("e-strateg", "Driftchefen")


def test_bara_den_som_saknas_sägs(tmp_path):
    assert sagt(tmp_path, ID, {MÖTE: {TILL: ["e-strateg", "Driftchefen"]}}) == _saknas("e-strateg")


def _juni(typ, lista=(), **mer):
    p = {
        "nr": "4",
        "rubrik": "Översyn av driften",
        "dnr": "GNS/2/2024",
        "beslut": ["Så blir det."],
        "innebär": [{"id": "a", "typ": typ, "uppdrag": "2024-03-04 § 3", **mer}],
        **({"expedieras_till": lista} if lista else {}),
    }
    return {"moten/2024-06-03": {"": {"plats": "Salen", "paragrafer": [p]}}}


@pytest.mark.parametrize(
    ("typ", "mer", "antal"),
    [
        ("återtar uppdrag", {}, 1),
        ("ändrar uppdrag", {"senast": "2024-12-01"}, 1),
        ("redovisar uppdrag", {}, 0),
        ("avslutar uppdrag", {}, 0),
    ],
)
def test_utan_till_är_det_den_som_fick_uppdraget(tmp_path, typ, mer, antal):
    vad = {"återtar uppdrag": "återtar ett uppdrag", "ändrar uppdrag": "ändrar ett uppdrag"}.get(typ)
    text = f"§ 4 {vad}, men Driftchefen står inte under expedieras till"
    assert sagt(tmp_path / "a", ID, _juni(typ, **mer)) == [("bruten", "§ 4 innebär a uppdrag", text)] * antal
    assert sagt(tmp_path / "b", ID, _juni(typ, ["driftchef"], **mer)) == []


@pytest.mark.parametrize(
    ("lista", "saknas"),
    [(["Driftchefen", "IT-chefen"], ""), (["Driftchefen"], "IT-chefen"), (["IT-chefen"], "Driftchefen")],
)
def test_både_den_som_lämnar_och_den_som_tar_över(tmp_path, lista, saknas):
    fynd = sagt(tmp_path, ID, _juni("lämnar över uppdrag", lista, till="Driftchefen", övertas_av="IT-chefen"))
    text = f"§ 4 lämnar över ett uppdrag, men {saknas} står inte under expedieras till"
    assert fynd == ([("bruten", "§ 4 innebär a till", text)] if saknas else [])


def test_ett_uppdrag_som_gavs_utanför_arkivet_går_inte_att_pröva(tmp_path):
    fynd = sagt(tmp_path, ID, _juni("återtar uppdrag", ["Driftchefen"], uppdrag="2019-06-03"))
    text = "det står inte vem som har uppdraget 2019-06-03"
    assert fynd == [("går inte att pröva", "§ 4 innebär a uppdrag", text)]


def test_ett_uppdrag_som_har_lämnats_över_går_inte_att_pröva_utan_till(tmp_path):
    ändringar = _juni("lämnar över uppdrag", ["Driftchefen", "IT-chefen"], till="Driftchefen", övertas_av="IT-chefen")
    ändringar |= {"moten/2024-06-10": _juni("återtar uppdrag", ["IT-chefen"])["moten/2024-06-03"]}
    fynd = sagt(tmp_path, ID, ändringar)
    text = "det står inte vem som har uppdraget 2024-03-04 § 3"
    assert fynd == [("går inte att pröva", "§ 4 innebär a uppdrag", text)]
