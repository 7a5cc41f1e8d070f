"""POST-uppdrag-agare: varje öppet uppdrag har någon som ska göra det."""

import pytest

from tests.kontroller.arkiv import prova, sagt

ID = "POST-uppdrag-agare"
MÖTE = "moten/2024-03-04"
TILL = "paragrafer.2.innebär.0.till"
FÄLT = "§ 3 innebär a till"
REF = "2024-03-04 § 3 a"


def _fynd(tmp_path, till, nämnd=None):
    return sagt(tmp_path, ID, {MÖTE: {TILL: till}, "namnd": nämnd or {}})


@pytest.mark.parametrize("till", ["vakant", "Okänd", "E-strateg (vakant)", "ingen", "N.N.", "?"])
def test_ingen_har_uppdraget(tmp_path, till):
    väntat = ("bruten", FÄLT, f"ingen har det öppna uppdraget {REF}")
    assert _fynd(tmp_path / "a", till) == [väntat]
    assert _fynd(tmp_path / "b", [till, "Driftchefen"]) == []


@pytest.mark.parametrize("till", ["Driftchefen", "Ingenjören", "Nn Nilsson", "Ansvarig för vakanta tjänster"])
def test_någon_har_uppdraget(tmp_path, till):
    assert _fynd(tmp_path, till) == []


@pytest.mark.parametrize(("slut", "brutet"), [("2024-06-03", False), ("2024-06-02", True)])
def test_den_som_har_uppdraget_har_lämnat_nämnden(tmp_path, slut, brutet):
    text = f"det öppna uppdraget {REF} har bara den som lämnat nämnden: Ulf Uv (plats till 2024-06-02)"
    väntat = [("bruten", FÄLT, text)] if brutet else []
    assert _fynd(tmp_path / "a", "Ulf Uv", {"platser.2.till": slut}) == väntat
    assert _fynd(tmp_path / "b", ["Ulf Uv", "Ada Ask"], {"platser.2.till": slut}) == []


def test_den_som_har_fått_en_ny_plats_har_inte_lämnat(tmp_path):
    ny = {"person": "Ulf Uv", "parti": "M", "part": "berg", "som": "ersättare", "från": "2024-06-01"}
    assert _fynd(tmp_path, "Ulf Uv", {"platser.2.till": "2024-05-31", "platser.6": ny}) == []


def test_ett_uppdrag_som_är_återtaget_behöver_ingen(tmp_path):
    åter = {
        "nr": "4",
        "rubrik": "Översyn",
        "beslut": ["Uppdraget återtas."],
        "innebär": [{"id": "a", "typ": "återtar uppdrag", "uppdrag": "2024-03-04 § 3 a"}],
    }
    assert sagt(tmp_path, ID, {MÖTE: {TILL: "vakant", "paragrafer.3": åter}}) == []


def test_ett_uppdrag_som_lämnats_över_till_ingen(tmp_path):
    över = {"id": "a", "typ": "lämnar över uppdrag", "uppdrag": REF, "övertas_av": "vakant"}
    paragraf = {"nr": "4", "rubrik": "Översyn", "beslut": ["Uppdraget lämnas över."], "innebär": [över]}
    fynd = sagt(tmp_path, ID, {MÖTE: {"paragrafer.3": paragraf}})
    assert fynd == [("bruten", FÄLT, f"ingen har det öppna uppdraget {REF}")]


def _utifrån(till):
    om = {"id": "a", "typ": "redovisar uppdrag", "uppdrag": "2023-03-06 § 4"} | ({"till": till} if till else {})
    return {"nr": "4", "rubrik": "Översyn", "beslut": ["Redovisningen tas emot."], "innebär": [om]}


def test_ett_uppdrag_utanför_arkivet(tmp_path):
    text = "uppdraget 2023-03-06 § 4 är öppet, men inget möte i arkivet säger vem som har det"
    fynd = sagt(tmp_path / "a", ID, {MÖTE: {"paragrafer.3": _utifrån(None)}})
    assert fynd == [("går inte att pröva", "§ 4 innebär a till", text)]
    assert sagt(tmp_path / "b", ID, {MÖTE: {"paragrafer.3": _utifrån("Driftchefen")}}) == []


def test_det_är_en_varning(tmp_path):
    (fynd,) = prova(tmp_path, ID, {MÖTE: {TILL: "vakant"}})
    assert fynd["nivå"] == "varning"
