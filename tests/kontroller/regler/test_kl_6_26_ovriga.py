"""KL-6-26-ovriga: det framgår i vilken egenskap den är med som varken är ledamot eller ersättare."""

import pytest

from tests.kontroller.arkiv import BORT, Ändringar, prova, sagt

ID = "KL-6-26-ovriga"
MÖTE = "moten/2024-03-04"
TEXT = "Siv Sjö är med utan att vara ledamot eller ersättare, men det står inte i vilken egenskap"


def test_med_roll_är_det_uppfyllt(tmp_path):
    assert sagt(tmp_path, ID) == []


def test_utan_roll_varnas_det(tmp_path):
    (fynd,) = prova(tmp_path, ID, {MÖTE: {"närvaro.3.roll": BORT}})
    assert (fynd["svar"], fynd["nivå"], fynd["fält"], fynd["text"]) == ("bruten", "varning", "närvaro Siv Sjö", TEXT)


def test_en_ledamot_behöver_ingen_roll(tmp_path):
    assert sagt(tmp_path, ID, {MÖTE: {"närvaro.3": BORT}}) == []


@pytest.mark.parametrize("hållet", [True, False])
def test_ett_hållet_möte_utan_närvaro_går_inte_att_pröva(tmp_path, hållet):
    ändringar: Ändringar = {
        "moten/2024-06-03": {"": {"plats": "Salen", **({"justering": {"justerat": "okänd dag"}} if hållet else {})}}
    }
    fynd = [("går inte att pröva", "närvaro", "det står inte vilka som var med")]
    assert sagt(tmp_path, ID, ändringar) == (fynd if hållet else [])


def test_ett_möte_före_lydelsen_går_inte_att_pröva(tmp_path):
    närvaro = [{"namn": "Siv Sjö", "som": "övrig"}]
    möten: Ändringar = {
        f"moten/{dag}": {"": {"plats": "Salen", "närvaro": närvaro}} for dag in ("2019-12-31", "2020-01-01")
    }
    assert sagt(tmp_path, ID, möten) == [
        ("går inte att pröva", "", "den lydelse av KL 6:26 som gällde 2019-12-31 är inte inlagd"),
        ("bruten", "närvaro Siv Sjö", TEXT),
    ]
