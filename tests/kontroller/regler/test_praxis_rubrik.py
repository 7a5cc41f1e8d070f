"""PRAXIS-rubrik: samma diarienummer, samma rubrik."""

import pytest

from tests.kontroller.arkiv import BORT, prova, sagt

ID = "PRAXIS-rubrik"
MÖTE, ÄRENDE = "moten/2024-03-04", "arenden/2024/GNS-2-2024"
RUBRIK = "paragrafer.2.rubrik"


@pytest.mark.parametrize(
    ("rubrik", "antal"),
    [
        ("Översyn av driften", 0),
        ("ÖVERSYN – av driften.", 0),
        ("Översyn av drift", 1),
        ("Översyn av driften 2024", 1),
    ],
)
def test_rubriken_är_ärendets(tmp_path, rubrik, antal):
    fynd = prova(tmp_path, ID, {MÖTE: {RUBRIK: rubrik}})
    text = f"§ 3 i GNS/2/2024 heter ”{rubrik}”, men ärendet heter ”Översyn av driften”"
    assert [(f["svar"], f["nivå"], f["fält"], f["text"]) for f in fynd] == [
        ("bruten", "varning", "§ 3 rubrik", text)
    ] * antal


@pytest.mark.parametrize(("rubrik", "antal"), [("Översyn av driften", 0), ("Driften", 1)])
def test_utan_ärende_jämförs_paragraferna_med_den_första(tmp_path, rubrik, antal):
    fjärde = {"nr": "4", "rubrik": rubrik, "dnr": "GNS/2/2024", "beslut": ["Driften ses över."]}
    ärende, *brutna = sagt(tmp_path, ID, {MÖTE: {"paragrafer.3": fjärde}, ÄRENDE: {"": BORT}})
    assert ärende == ("går inte att pröva", "§ 3 rubrik", "ärendet GNS/2/2024 har ingen post att jämföra rubriken med")
    text = "§ 4 i GNS/2/2024 heter ”Driften”, men 2024-03-04 § 3 heter ”Översyn av driften”"
    assert brutna == [("bruten", "§ 4 rubrik", text)] * antal


def test_en_paragraf_utan_diarienummer_rörs_inte(tmp_path):
    assert sagt(tmp_path, ID, {MÖTE: {"paragrafer.2.dnr": BORT, RUBRIK: "Något annat"}}) == []
