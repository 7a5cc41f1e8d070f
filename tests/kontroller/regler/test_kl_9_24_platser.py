"""KL-9-24-platser: varje part har en ledamot och en ersättare, och lika många av båda slagen."""

import pytest

from tests.kontroller.arkiv import BORT, Ändringar, sagt
from tests.kontroller.stallen import uppfyllda

ID = "KL-9-24-platser"
NY = {"från": "2023-01-01", "parti": "S"}


def _sagt(tmp_path, ändringar):
    return sagt(tmp_path, ID, {"namnd": ändringar})


def test_det_rena_arkivet_är_uppfyllt(tmp_path):
    assert _sagt(tmp_path, {}) == []


def test_en_part_utan_ersättare(tmp_path):
    """Berg har ingen, men Åre har två: antalen är lika, så bara det ena är brutet."""
    assert _sagt(tmp_path, {"platser.5.part": "are"}) == [
        ("bruten", "parter berg", "Bergs kommun har ingen ersättare i nämnden den 2023-12-04")
    ]


def test_en_part_utan_ledamot(tmp_path):
    assert _sagt(tmp_path, {"platser.2.part": "are"}) == [
        ("bruten", "parter berg", "Bergs kommun har ingen ledamot i nämnden den 2023-12-04")
    ]


def test_en_ersättare_för_mycket(tmp_path):
    ny = {"person": "Ny Nyman", "part": "are", "som": "ersättare", **NY}
    assert _sagt(tmp_path, {"platser.6": ny}) == [
        ("bruten", "platser", "nämnden har 3 platser för ledamöter men 4 för ersättare den 2023-12-04")
    ]


def test_en_ersättare_för_lite(tmp_path):
    """Region Ett har två ledamöter och en ersättare."""
    ny = {"person": "Ny Nyman", "part": "region", "som": "ledamot", **NY}
    assert _sagt(tmp_path, {"platser.6": ny, "reglementen.0.antal_ledamöter": "4"}) == [
        ("bruten", "platser", "nämnden har 4 platser för ledamöter men 3 för ersättare den 2023-12-04")
    ]


def test_bristen_sägs_med_det_första_möte_där_den_fanns(tmp_path):
    """Platsen upphörde dagen före det andra mötet; på sin sista dag gäller den."""
    (fynd,) = _sagt(
        tmp_path / "a", {"platser.5.part": "are", "platser.5.från": "2023-12-05", "platser.6": _lo("2024-03-03")}
    )
    assert fynd == ("bruten", "parter berg", "Bergs kommun har ingen ersättare i nämnden den 2024-03-04")
    till_och_med = {"platser.5.part": "are", "platser.5.från": "2024-03-05", "platser.6": _lo("2024-03-04")}
    assert _sagt(tmp_path / "b", till_och_med) == []


def _lo(till):
    return {"person": "Mo Mork", "part": "berg", "som": "ersättare", "till": till, **NY}


def test_en_vakant_plats_är_en_plats(tmp_path):
    vakant = {"platser.5.person": BORT, "platser.5.vakant": "ja", "platser.5.id": "berg-2"}
    assert _sagt(tmp_path, vakant) == []


def test_samma_plats_som_byter_person_räknas_en_gång(tmp_path):
    """Båda har platsen på bytesdagen; det säger POST-samband, och här räknas platsen en gång."""
    byte = {
        "platser.5.id": "berg-2",
        "platser.5.till": "2024-03-04",
        "platser.6": {"id": "berg-2", "person": "Mo Mork", "part": "berg", "som": "ersättare", "från": "2024-03-04"},
    }
    assert _sagt(tmp_path, byte) == []


def test_en_part_som_ännu_inte_är_med_behöver_ingen(tmp_path):
    ny = {"id": "krokom", "namn": "Krokoms kommun", "orgnr": "212000-2478"}
    assert _sagt(tmp_path / "a", {"parter.3": {**ny, "från": "2024-03-05"}}) == []
    assert [t for _, _, t in _sagt(tmp_path / "b", {"parter.3": {**ny, "från": "2024-03-04"}})] == [
        "Krokoms kommun har ingen ersättare i nämnden den 2024-03-04",
        "Krokoms kommun har ingen ledamot i nämnden den 2024-03-04",
    ]


@pytest.mark.parametrize(
    ("ändringar", "text"),
    [
        ({"platser": BORT}, "inga platser är skrivna för den 2023-12-04"),
        (
            {"platser.3.som": "ledamot", "platser.4.som": "ledamot", "platser.5.som": "ledamot"},
            "inga platser för ersättare är skrivna för den 2023-12-04",
        ),
        ({"platser.5.part": BORT}, "1 av 6 platser säger inte sin part den 2023-12-04"),
        ({"platser.2.part": BORT, "platser.5.part": BORT}, "2 av 6 platser säger inte sin part den 2023-12-04"),
        (
            {"reglementen.0.antal_ledamöter": "4"},
            "3 platser för ledamöter är skrivna för den 2023-12-04, men antal_ledamöter är 4",
        ),
        (
            {"platser.5.part": "are", "reglementen.0.antal_ledamöter": BORT},
            "utan antal ledamöter i reglementet går det inte att säga om alla platser den 2023-12-04 är skrivna",
        ),
    ],
)
def test_går_inte_att_pröva(tmp_path, ändringar, text):
    assert _sagt(tmp_path, ändringar) == [("går inte att pröva", "platser", text)]


def test_utan_antal_ledamöter_är_fulla_platser_uppfyllda(tmp_path):
    assert _sagt(tmp_path, {"reglementen.0.antal_ledamöter": BORT}) == []


def test_ett_möte_före_lydelsen_går_inte_att_pröva(tmp_path):
    ändringar: Ändringar = {"moten/2019-12-31": {"": {"plats": "Salen"}}, "moten/2020-01-01": {"": {"plats": "Salen"}}}
    fynd = sagt(tmp_path, ID, ändringar)
    assert fynd == [
        ("går inte att pröva", "", "lagens lydelse den dagen är inte inlagd"),
        ("går inte att pröva", "platser", "inga platser är skrivna för den 2020-01-01"),
    ]


def test_varje_möte_räknas(tmp_path):
    assert uppfyllda(tmp_path / "a", ID) == 2
    assert uppfyllda(tmp_path / "b", ID, {"namnd": {"platser.5.part": "are", "platser.5.från": "2023-12-05"}}) == 0
