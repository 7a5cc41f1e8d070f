"""KL-6-21-presidium: ordföranden och vice ordföranden är ledamöter den dagen."""

import pytest

from tests.kontroller.arkiv import BORT, prova, sagt
from tests.kontroller.stallen import uppfyllda

ID = "KL-6-21-presidium"
MÖTE = "moten/2024-03-04"


def test_det_rena_arkivet_är_uppfyllt(tmp_path):
    assert sagt(tmp_path, ID) == []


def test_en_ersättare_med_roll_i_nämnden(tmp_path):
    ändringar = {"platser.1.roll": BORT, "platser.4.roll": "vice ordförande"}
    assert sagt(tmp_path, ID, {"namnd": ändringar}) == [
        ("bruten", "platser Bo By roll", "vice ordförande måste vara ledamot")
    ]


def test_en_ersättare_som_är_ordförande_i_mötet(tmp_path):
    ny = {"namn": "Rut Ros", "som": "ersättare", "roll": "ordförande"}
    (fynd,) = sagt(tmp_path, ID, {MÖTE: {"närvaro.0": {**ny, "ersätter": "Eva Ek"}}})
    assert fynd == ("bruten", "närvaro Rut Ros roll", "Rut Ros är ersättare och kan inte vara ordförande (KL 6:21)")


def test_en_ersättare_som_står_som_ledamot_och_ordförande(tmp_path):
    ny = {"namn": "Rut Ros", "som": "ledamot", "roll": "ordförande"}
    assert sagt(tmp_path, ID, {MÖTE: {"närvaro.0": ny}}) == [
        ("bruten", "närvaro Rut Ros som", "Rut Ros är ersättare i nämnden den 2024-03-04, inte ledamot")
    ]


def test_en_annan_än_den_valda_ordföranden(tmp_path):
    roller = {"närvaro.0.roll": BORT, "närvaro.2.roll": "ordförande"}
    assert sagt(tmp_path, ID, {MÖTE: roller}) == [
        ("bruten", "närvaro Ulf Uv roll", "Eva Ek är nämndens ordförande den 2024-03-04, inte Ulf Uv")
    ]


@pytest.mark.parametrize(("till", "bruten"), [("2024-03-04", False), ("2024-03-03", True)])
def test_ordföranden_är_ledamot_till_och_med_sin_sista_dag(tmp_path, till, bruten):
    vakant = {"vakant": "ja", "id": "region-2", "part": "region", "som": "ledamot", "från": "2024-03-04"}
    nämnd = {"platser.0.till": till, "platser.0.id": "region-1", **({"platser.6": vakant} if bruten else {})}
    fynd = prova(tmp_path, ID, {"namnd": nämnd})
    väntat = [("bruten", "fel", "närvaro Eva Ek namn", "Eva Ek har ingen plats i nämnden den 2024-03-04")]
    assert [(f["svar"], f["nivå"], f["fält"], f["text"]) for f in fynd] == (väntat if bruten else [])


def test_när_alla_platser_inte_är_kända_är_det_en_varning(tmp_path):
    """Ingen plats följer på ordförandens: registret kan vara ofullständigt."""
    (fynd,) = prova(tmp_path, ID, {"namnd": {"platser.0.till": "2024-03-03"}})
    assert (fynd["nivå"], fynd["text"]) == ("varning", "Eva Ek har ingen plats i nämnden den 2024-03-04")


def test_ett_namn_som_nämnden_aldrig_haft_hör_till_namnen(tmp_path):
    text = "Eva Eek har en roll i mötet men ingen plats i nämnden, så det går inte att säga om personen är ledamot"
    assert sagt(tmp_path, ID, {MÖTE: {"närvaro.0.namn": "Eva Eek"}}) == [("går inte att pröva", "närvaro", text)]


@pytest.mark.parametrize(
    ("roller", "vem"),
    [
        ({"platser.0.roll": BORT}, "ordförande"),
        ({"platser.1.roll": BORT}, "vice ordförande"),
        ({"platser.0.roll": BORT, "platser.1.roll": BORT}, "ordförande eller vice ordförande"),
    ],
)
def test_utan_känt_presidium_går_det_inte_att_pröva(tmp_path, roller, vem):
    i_mötet = {"närvaro.0.roll": BORT, "närvaro.1.roll": BORT}
    fynd = sagt(tmp_path, ID, {"namnd": roller, MÖTE: i_mötet})
    assert fynd == [("går inte att pröva", "", f"det står inte vem som är {vem} i nämnden den 2024-03-04")]


def test_utan_platser_går_det_inte_att_pröva(tmp_path):
    text = "nämndens platser är inte skrivna, så det går inte att säga vilka som är ledamöter"
    assert sagt(tmp_path, ID, {"namnd": {"platser": BORT}}) == [("går inte att pröva", "", text)] * 2


def test_ett_möte_före_lagen_går_inte_att_pröva(tmp_path):
    (fynd,) = sagt(tmp_path, ID, {"moten/2017-12-31": {"": {"plats": "Salen"}}})
    assert fynd == ("går inte att pröva", "", "lagens lydelse den dagen är inte inlagd")


def test_mötet_räknas_bara_när_hela_presidiet_är_ledamöter(tmp_path):
    assert uppfyllda(tmp_path / "a", ID) == 2
    ersättare = {"platser.4.roll": "andre vice ordförande"}
    assert uppfyllda(tmp_path / "b", ID, {"namnd": ersättare}) == 0
    assert uppfyllda(tmp_path / "c", ID, {"namnd": {**ersättare, "platser.4.till": "2023-12-31"}}) == 1
