"""EKONOMI-deltagande: minst två deltar i varje initiativ, hela tiden."""

import pytest

from tests.kontroller.arkiv import prova, sagt

ID = "EKONOMI-deltagande"
ÅR = "budgetar/2024"


def test_två_är_nog(tmp_path):
    assert prova(tmp_path, ID) == []


def test_en_ensam_deltagare(tmp_path):
    ändring = {
        "initiativ.0.parter": [{"part": "are"}],
        "initiativ.0.angivna_delar": [{"part": "are", "belopp": "1 kr"}],
    }
    assert sagt(tmp_path, ID, {ÅR: ändring}) == [("bruten", "initiativ drift parter", "Driften har en enda deltagare")]


@pytest.mark.parametrize(
    ("tid", "text"),
    [
        ({"till": "2024-08-31"}, "Driften har en enda deltagare i september 2024"),
        ({"till": "2024-12-01"}, "Driften har en enda deltagare i december 2024"),
        ({"till": "2024-12-31"}, None),
        ({"från": "2024-01-02"}, "Driften har en enda deltagare i januari 2024"),
    ],
)
def test_den_som_blir_kvar_ensam(tmp_path, tid, text):
    fynd = sagt(tmp_path, ID, {ÅR: {"initiativ.0.parter.1": {"part": "berg", **tid}}})
    assert fynd == ([("bruten", "initiativ drift parter", text)] if text else [])


def test_en_del_till_någon_som_inte_deltar(tmp_path):
    fynd = sagt(tmp_path, ID, {ÅR: {"initiativ.0.angivna_delar.1.part": "region"}})
    assert fynd == [("bruten", "initiativ drift angivna_delar region part", "region deltar inte i Driften")]
