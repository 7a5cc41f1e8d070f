"""PRAXIS-dnr: diarienumren utan inledande nolla, också i löpande text."""

import pytest

from tests.kontroller.arkiv import prova, sagt

ID = "PRAXIS-dnr"
MÖTE, ÄRENDE = "moten/2024-03-04", "arenden/2024/GNS-2-2024"
TEXT = "paragrafer.2.sammanfattning"


@pytest.mark.parametrize(
    ("dnr", "antal"), [("GNS/3/2019", 0), ("GNS/30/2019", 0), ("GNS/03/2019", 1), ("GNS/003/2019", 1)]
)
def test_en_nolla_i_löpande_text_är_en_varning(tmp_path, dnr, antal):
    fynd = prova(tmp_path, ID, {MÖTE: {TEXT: f"Beslutet togs förut.\nSe {dnr}.\n"}})
    väntat = ("bruten", "varning", "§ 3 sammanfattning", f"diarienumret {dnr} har en inledande nolla")
    assert [(f["svar"], f["nivå"], f["fält"], f["text"]) for f in fynd] == [väntat] * antal
    assert all(f["råd"].startswith("ärendet heter GNS/3/2019;") for f in fynd)


def test_platsen_är_numret_i_texten(tmp_path):
    (fynd,) = prova(tmp_path, ID, {MÖTE: {TEXT: "Beslutet togs förut.\nSe GNS/03/2019.\n"}})
    assert (tmp_path / "data" / f"{MÖTE}.yaml").read_text().split("\n")[fynd["rad"] - 1][
        fynd["kolumn"] - 1 :
    ] == "GNS/03/2019."


def test_också_i_ärendets_texter(tmp_path):
    fynd = sagt(tmp_path, ID, {ÄRENDE: {"beredning.sammanfattning": "Se GNS/01/2024."}})
    assert fynd == [("bruten", "beredning sammanfattning", "diarienumret GNS/01/2024 har en inledande nolla")]


def test_en_annan_myndighets_nummer_går_inte_att_pröva(tmp_path):
    fynd = sagt(tmp_path, ID, {MÖTE: {TEXT: "Se RS/012/2024."}})
    text = "RS/012/2024 är inte nämndens eget nummer, och hur det ska skrivas går inte att säga"
    assert fynd == [("går inte att pröva", "§ 3 sammanfattning", text)]
