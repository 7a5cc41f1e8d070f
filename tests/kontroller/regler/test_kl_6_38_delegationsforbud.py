"""KL-6-38-delegationsforbud: fem slags ärenden får inte delegeras."""

import pytest

from gns.modell.delegation import DELEGATIONSSLAG
from tests.kontroller.arkiv import BORT, prova, sagt

ID = "KL-6-38-delegationsforbud"
DELEGATION = "delegation/2024"
FÄLT = "beslut 1 slag"


def _fynd(tmp_path, **ändringar):
    return sagt(tmp_path, ID, {DELEGATION: {f"beslut.0.{k}": v for k, v in ändringar.items()}})


@pytest.mark.parametrize("slag", DELEGATIONSSLAG[:5])
def test_de_fem_första_får_inte_delegeras(tmp_path, slag):
    text = f"Driftchefen har beslutat i ett ärende som inte får delegeras: {slag} (delegationsbeslutet 2024-1)"
    assert _fynd(tmp_path, slag=slag) == [("bruten", FÄLT, text)]


@pytest.mark.parametrize("slag", DELEGATIONSSLAG[5:])
def test_resten_får_delegeras(tmp_path, slag):
    assert _fynd(tmp_path, slag=slag) == []


def test_det_är_ett_fel(tmp_path):
    (fynd,) = prova(tmp_path, ID, {DELEGATION: {"beslut.0.slag": "medborgarförslag"}})
    assert (fynd["nivå"], fynd["lagrum"]) == ("fel", "KL 6:38")


def test_det_brådskande_i_ett_förbjudet_ärende_går_inte_att_pröva(tmp_path):
    text = "delegationsbeslutet 2024-1 är brådskande; om ett ärende om mål och inriktning då får avgöras är inte givet"
    assert _fynd(tmp_path, slag="mål och inriktning", brådskande="ja") == [("går inte att pröva", FÄLT, text)]


def test_utan_slag_går_det_inte_att_pröva(tmp_path):
    text = "det står inte vad delegationsbeslutet 2024-1 är för slags ärende"
    assert _fynd(tmp_path, slag=BORT) == [("går inte att pröva", FÄLT, text)]


@pytest.mark.parametrize(("dag", "svar"), [("2017-12-31", "går inte att pröva"), ("2018-01-01", "bruten")])
def test_före_lagen_går_det_inte_att_pröva(tmp_path, dag, svar):
    beslut = {"nr": "1", "datum": dag, "rubrik": "Svar", "delegat": "Ada", "slag": "medborgarförslag"}
    fynd = sagt(tmp_path, ID, {f"delegation/{dag[:4]}": {"": {"beslut": [beslut]}}})
    assert [(s, f) for s, f, _ in fynd] == [(svar, "beslut 1 slag")]
