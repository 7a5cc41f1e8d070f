"""PRAXIS-aktiviteter: varje planerad aktivitet har lett till ett ärende, eller sägs inte vara påbörjad."""

import pytest

from tests.kontroller.arkiv import BORT, prova, sagt

ID = "PRAXIS-aktiviteter"
ÅR = "budgetar/2024"


def test_ett_ärende_är_uppfyllt(tmp_path):
    assert prova(tmp_path, ID) == []


def test_under_året_går_det_inte_att_pröva(tmp_path):
    fynd = sagt(tmp_path, ID, {ÅR: {"aktiviteter.0.ärenden": BORT}})
    assert fynd == [("går inte att pröva", "aktiviteter 1", "aktiviteten har inget ärende än, och 2024 är inte slut")]


@pytest.mark.parametrize(
    ("mer", "bruten"), [({}, True), ({"ej_påbörjad": "ja"}, False), ({"ärenden": ["GNS/2/2024"]}, False)]
)
def test_efter_året(tmp_path, mer, bruten):
    fynd = sagt(tmp_path, ID, {"budgetar/2023": {"aktiviteter": [{"aktivitet": "Se över.\n", **mer}]}})
    text = "aktiviteten har inget ärende, fast 2023 är slut"
    assert fynd == ([("bruten", "aktiviteter 1", text)] if bruten else [])


def test_det_ena_eller_det_andra(tmp_path):
    fynd = sagt(tmp_path, "POST-samband", {ÅR: {"aktiviteter.0.ej_påbörjad": "ja"}})
    assert [f[2] for f in fynd] == ["aktiviteten har ärenden men sägs inte vara påbörjad"]
