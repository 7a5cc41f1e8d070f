"""KL-6-25-dorrar: stängda dörrar, om inte fullmäktige har medgett annat; alltid i myndighetsutövning och vid sekretess."""

import pytest

from tests.kontroller.arkiv import BORT, Ändringar, prova, sagt

ID = "KL-6-25-dorrar"
MÖTE = "moten/2024-03-04"
MEDGETT = {
    "reglementen.0.offentliga_sammanträden": "ja",
    "reglementen.0.offentlighetsbeslut": "regionfullmäktige 2021-10-18 § 44",
}
ÖPPET: Ändringar = {MÖTE: {"offentligt": "ja"}, "namnd": MEDGETT}


@pytest.mark.parametrize("ändringar", [{}, ÖPPET])
def test_stängda_dörrar_och_ett_medgett_offentligt_möte_är_uppfyllt(tmp_path, ändringar):
    assert sagt(tmp_path, ID, ändringar) == []


def test_offentligt_utan_var_fullmäktige_har_medgett_det(tmp_path):
    ändringar = {**ÖPPET, "namnd": {"reglementen.0.offentliga_sammanträden": "ja"}}
    text = "mötet är offentligt, men det står inte var fullmäktige har medgett det"
    assert sagt(tmp_path, ID, ändringar) == [("bruten", "offentligt", text)]


def test_offentligt_fast_fullmäktige_inte_har_medgett_det_är_ett_fel_och_sägs_en_gång(tmp_path):
    (ett,) = prova(tmp_path, ID, {MÖTE: {"offentligt": "ja"}})
    assert (ett["nivå"], ett["text"]) == ("fel", "mötet är offentligt, fast fullmäktige inte har medgett det (KL 6:25)")
    assert sagt(tmp_path, "POST-samband", {MÖTE: {"offentligt": "ja"}}) == []


@pytest.mark.parametrize("reglemente", [{"reglementen.0.offentliga_sammanträden": BORT}, {"reglementen": BORT}])
def test_utan_uppgift_om_medgivande_går_det_inte_att_pröva(tmp_path, reglemente):
    text = "det står inte om fullmäktige har medgett offentliga sammanträden"
    fynd = sagt(tmp_path, ID, {MÖTE: {"offentligt": "ja"}, "namnd": reglemente})
    assert fynd == [("går inte att pröva", "offentligt", text)]


@pytest.mark.parametrize("stängt", [True, False])
def test_myndighetsutövning_är_alltid_stängd(tmp_path, stängt):
    dörrar = {"paragrafer.2.stängda_dörrar": "ja"} if stängt else {}
    ändringar = {**ÖPPET, MÖTE: {"offentligt": "ja", "paragrafer.2.slag": "myndighetsutövning", **dörrar}}
    text = "§ 3 är myndighetsutövning och hålls alltid inom stängda dörrar (KL 6:25)"
    assert sagt(tmp_path, ID, ändringar) == ([] if stängt else [("bruten", "§ 3 stängda_dörrar", text)])


def test_dörrarna_kan_inte_stängas_i_ett_möte_som_redan_är_stängt(tmp_path):
    text = "dörrarna kan inte stängas för § 3: mötet är inte offentligt"
    fynd = sagt(tmp_path, ID, {MÖTE: {"paragrafer.2.stängda_dörrar": "ja"}})
    assert fynd == [("bruten", "§ 3 stängda_dörrar", text)]


HEMLIG = [("bruten", "§ 3 stängda_dörrar", "§ 3 har en handling med sekretess men hölls inte inom stängda dörrar")]


@pytest.mark.parametrize(
    ("handling", "mötet", "fynd"),
    [
        ({"sekretess": "OSL 21:1", "datum": "2024-03-04"}, {}, HEMLIG),
        ({"sekretess": "OSL 21:1", "datum": "2024-03-04"}, {"paragrafer.2.stängda_dörrar": "ja"}, []),
        ({"sekretess": "OSL 21:1", "datum": "2024-03-05"}, {"paragrafer.2.beslutsunderlag": BORT}, []),
        ({"sekretess": "OSL 21:1", "datum": BORT}, {}, HEMLIG),  # den är beslutsunderlag
        ({"datum": "2024-03-04"}, {}, []),
    ],
)
def test_ett_ärende_med_sekretess_är_alltid_stängt(tmp_path, handling, mötet, fynd):
    ärende = {f"handlingar.0.{nyckel}": värde for nyckel, värde in handling.items()}
    ändringar = {**ÖPPET, MÖTE: {"offentligt": "ja", **mötet}, "arenden/2024/GNS-2-2024": ärende}
    assert sagt(tmp_path, ID, ändringar) == fynd


def test_ett_möte_före_lagen_går_inte_att_pröva(tmp_path):
    text = "den lydelse av KL 6:25 som gällde 2017-12-31 är inte inlagd"
    fynd = sagt(
        tmp_path, ID, {"moten/2017-12-31": {"": {"plats": "Salen"}}, "moten/2018-01-01": {"": {"plats": "Salen"}}}
    )
    assert fynd == [("går inte att pröva", "", text)]
