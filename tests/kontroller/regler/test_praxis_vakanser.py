"""PRAXIS-vakanser: att en vakant plats räknas med i hälften sägs vid varje möte."""

import pytest

from tests.kontroller.arkiv import BORT, Ändringar, prova, sagt

ID = "PRAXIS-vakanser"
VAKANT = {"platser.2.till": "2023-12-31"}
NY = {"id": "berg-1", "vakant": "ja", "parti": "M", "part": "berg", "som": "ledamot", "från": "2024-01-01"}
TEXT = "platsen berg-1 är vakant men räknas med bland nämndens 3 ledamöter när hälften räknas (KL 6:27)"


def test_alla_platser_är_besatta(tmp_path):
    assert sagt(tmp_path, ID) == []


@pytest.mark.parametrize(("från", "fynd"), [("2024-03-04", 1), ("2024-03-05", 0)])
def test_vakansen_sägs_från_sin_första_dag_och_bara_som_upplysning(tmp_path, från, fynd):
    till = "2024-03-03" if fynd else "2024-03-04"
    ut = prova(tmp_path, ID, {"namnd": {"platser.2.till": till, "platser.6": {**NY, "från": från}}})
    assert [(f["post"], f["nivå"], f["text"]) for f in ut] == [("möte 2024-03-04", "upplysning", TEXT)] * fynd


def test_flera_vakanser_och_okänt_antal(tmp_path):
    nämnd = {
        "platser.2.till": "2024-01-31",
        "platser.1.till": "2024-01-31",
        "platser.6": {**NY, "från": "2024-02-01"},
        "platser.7": {**NY, "id": "are-1", "part": "are", "från": "2024-02-01"},
        "reglementen.0.antal_ledamöter": BORT,
    }
    text = "platserna berg-1 och are-1 är vakanta men räknas med bland nämndens ledamöter när hälften räknas (KL 6:27)"
    assert ("bruten", "närvaro", text) in sagt(tmp_path, ID, {"namnd": nämnd})


def test_en_vakant_plats_för_en_ersättare_räknas_inte(tmp_path):
    assert sagt(tmp_path, ID, {"namnd": {"platser.6": {**NY, "som": "ersättare"}}}) == []


@pytest.mark.parametrize(
    ("nämnd", "text"),
    [
        ({"reglementen.0.antal_ledamöter": BORT}, "det står inte hur många ledamöter nämnden har"),
        ({"reglementen": BORT}, "det står inte hur många ledamöter nämnden har"),
        ({"reglementen.0.antal_ledamöter": "4"}, "3 av nämndens 4 platser för ledamöter är inlagda"),
    ],
)
def test_utan_antal_eller_med_för_få_platser_går_det_inte_att_pröva(tmp_path, nämnd, text):
    assert sagt(tmp_path, ID, {"namnd": nämnd}) == [("går inte att pröva", "närvaro", text)] * 2


def test_ett_planerat_möte_prövas_inte(tmp_path):
    ändringar: Ändringar = {"moten/2022-06-10": {"": {"plats": "Salen"}}}
    assert sagt(tmp_path, ID, ändringar) == []
