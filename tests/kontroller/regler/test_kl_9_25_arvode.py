"""KL-9-25-arvode: den gemensamma budgeten betalar inga arvoden till förtroendevalda."""

import pytest

from tests.kontroller.arkiv import prova, sagt

ID = "KL-9-25-arvode"
RAD = "budget.grupper.{}.rader.0.namn"


def test_en_budget_utan_arvoden_är_uppfylld(tmp_path):
    assert prova(tmp_path, ID) == []


@pytest.mark.parametrize("namn", ["Arvode förtroendevalda", "Sammanträdesarvoden", "Förlorad arbetsinkomst"])
def test_en_kostnad_för_förtroendevalda(tmp_path, namn):
    fynd = sagt(tmp_path, ID, {"budgetar/2024": {RAD.format(1): namn}})
    text = f"{namn} är en kostnad i den gemensamma budgeten, men parten som valt den förtroendevalde betalar"
    assert fynd == [("bruten", "budget grupper kostnader rader lon namn", text)]


def test_en_intäkt_får_heta_basarvode(tmp_path):
    """Planen för 2019 kallar parternas bidrag så."""
    assert sagt(tmp_path, ID, {"budgetar/2024": {RAD.format(0): "Basarvode"}}) == []


def test_den_äldre_lydelsen_är_inte_inlagd(tmp_path):
    grupper = [{"namn": "kostnader", "rader": [{"namn": "Arvode", "belopp": "-1 kr"}]}]
    gammalt = {"": {"budget": {"enhet": "kr", "grupper": grupper}}}
    fynd = sagt(tmp_path, ID, {"budgetar/2019": gammalt})
    assert [f[0] for f in fynd] == ["går inte att pröva"]
