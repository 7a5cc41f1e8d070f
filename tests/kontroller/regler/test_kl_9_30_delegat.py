"""KL-9-30-delegat: den som beslutar på delegation är anställd hos någon som är part just då."""

import pytest

from tests.kontroller.arkiv import BORT, Ändringar, prova, sagt

ID = "KL-9-30-delegat"
DELEGATION = "delegation/2024"
FÄLT = "beslut 1"


def _beslut(**fält: object) -> Ändringar:
    return {DELEGATION: {f"beslut.0.{namn}": värde for namn, värde in fält.items()}}


def test_anställd_hos_en_part_är_uppfyllt(tmp_path):
    assert prova(tmp_path, ID) == []


@pytest.mark.parametrize(
    ("från", "till", "med"),
    [
        ("2024-05-06", "2024-05-06", True),
        ("2024-05-07", None, False),
        ("2022-01-01", "2024-05-05", False),
    ],
)
def test_parten_är_med_dagen_för_beslutet(tmp_path, från, till, med):
    tid = {"parter.2.från": från} | ({"parter.2.till": till} if till else {})
    text = "Driftchefen är anställd hos Bergs kommun, som inte var med i nämnden 2024-05-06"
    fynd = prova(tmp_path, ID, {"namnd": tid, **_beslut(part="berg")})
    assert [(f["svar"], f["nivå"], f["fält"], f["text"]) for f in fynd] == (
        [] if med else [("bruten", "fel", "beslut 1 part", text)]
    )


def test_en_part_som_inte_finns(tmp_path):
    text = "Driftchefen är anställd hos ”ragunda”, som inte finns i nämnden"
    assert sagt(tmp_path, ID, _beslut(part="ragunda")) == [("bruten", "beslut 1 part", text)]


def test_utan_part_går_det_inte_att_pröva(tmp_path):
    text = "det står inte vem Driftchefen är anställd hos"
    assert sagt(tmp_path, ID, _beslut(part=BORT)) == [("går inte att pröva", "beslut 1", text)]


@pytest.mark.parametrize(
    "fält",
    [
        {"delegat": "Ordföranden"},
        {"delegat": "Vice ordförande"},
        {"delegat": "Arbetsutskottet"},
        {"delegat": "Eva Ek"},
        {"brådskande": "ja"},
    ],
)
def test_en_förtroendevald_har_ingen_arbetsgivare_att_pröva(tmp_path, fält):
    assert sagt(tmp_path, ID, _beslut(part=BORT, **fält)) == []


def test_ett_beslut_före_lagen_går_inte_att_pröva(tmp_path):
    beslut = {"nr": "1", "datum": "2017-05-02", "rubrik": "Inköp", "delegat": "Chefen", "part": "ragunda"}
    text = "lagens lydelse den dagen är inte inlagd"
    fynd = sagt(tmp_path, ID, {"delegation/2017": {"": {"beslut": [beslut]}}})
    assert [(svar, t) for svar, _, t in fynd] == [("går inte att pröva", text)]
