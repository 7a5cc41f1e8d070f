"""KL-6-27-beslutsfor: fler än hälften av ledamöterna, i varje § och delbeslut."""

import pytest

from tests.kontroller.arkiv import BORT, Ändringar, sagt
from tests.kontroller.stallen import uppfyllda

ID = "KL-6-27-beslutsfor"
MÖTE = "moten/2024-03-04"
SENASTE: Ändringar = {"moten/2023-12-04": {"": BORT}, "anslag/2023-12-04": {"": BORT}}


def _fynd(tmp_path, antal, **möte):
    ändringar = {"namnd": {"reglementen.0.antal_ledamöter": antal}, MÖTE: möte, **SENASTE}
    return sagt(tmp_path, ID, ändringar)


@pytest.mark.parametrize(("antal", "hålls"), [("5", True), ("6", False), ("4", True), ("7", False)])
def test_tre_räcker_för_fem_ledamöter_men_inte_för_sex(tmp_path, antal, hålls):
    fynd = _fynd(tmp_path, antal)
    gräns = f"{int(antal) / 2:g}".replace(".", ",")
    text = f"bara 3 av {antal} tjänstgör i § 1, nämnden är beslutsför med fler än {gräns} (KL 6:27)"
    assert fynd[:1] == ([] if hålls else [("bruten", "§ 1 beslut", text)])
    assert len(fynd) == (0 if hålls else 3)


def test_den_prövas_i_varje_delbeslut_efter_jäv_och_efter_dem_som_gått(tmp_path):
    jäv = [{"typ": "jäv", "namn": "Ulf Uv", "paragraf": "1", "grund": "1"}]
    går = [{"typ": "går", "namn": "Ada Ask", "paragraf": "3"}]
    assert [f for _, f, _ in _fynd(tmp_path / "a", "4", händelser=jäv)] == ["§ 1 beslut"]
    assert [f for _, f, _ in _fynd(tmp_path / "b", "4", händelser=går)] == ["§ 3 beslut"]


def test_en_vakant_plats_räknas_med(tmp_path):
    vakanta = [{"id": f"berg-{i}", "vakant": "ja", "part": "berg", "som": "ledamot"} for i in (2, 3, 4)]
    platser = {f"platser.{6 + i}": v for i, v in enumerate(vakanta)}
    ändringar: Ändringar = {"namnd": {"reglementen.0.antal_ledamöter": "6", **platser}, **SENASTE}
    assert [s for s, _, _ in sagt(tmp_path, ID, ändringar)] == ["bruten"] * 3


def test_utan_antal_sägs_hur_många_som_räcker(tmp_path):
    ((svar, fält, text), *_) = sagt(tmp_path, ID, {"namnd": {"reglementen.0.antal_ledamöter": BORT}, **SENASTE})
    assert (svar, fält) == ("går inte att pröva", "§ 1 beslut")
    assert text == "det står inte hur många ledamöter nämnden har; 3 tjänstgör, vilket räcker för högst 5"


def test_ett_möte_före_lagen_går_inte_att_pröva(tmp_path):
    möte: dict[str, object] = {"plats": "Salen", "närvaro": [{"namn": "Eva Ek", "som": "ledamot"}]}
    möte |= {"paragrafer": [{"nr": "1", "rubrik": "x", "beslut": ["Ja."]}]}
    platser = {"platser.0.från": "2016-01-01", "reglementen.0.från": "2016-01-01"}
    fynd = sagt(tmp_path, ID, {"moten/2017-12-31": {"": möte}, "namnd": platser})
    assert fynd == [("går inte att pröva", "§ 1 beslut", "det går inte att pröva utan lagens lydelse")]


def test_det_som_beslutades_ändå_är_ett_fel_som_trycks(tmp_path):
    """``inte_beslutsför: ja`` gör att protokollet går att trycka, men lagen är bruten lika fullt."""
    fynd = _fynd(tmp_path, "6", **{f"paragrafer.{i}.inte_beslutsför": "ja" for i in range(3)})
    assert [s for s, _, _ in fynd] == ["bruten"] * 3


def test_varje_paragraf_med_beslut_räknas(tmp_path):
    assert uppfyllda(tmp_path, ID, SENASTE) == 3
