"""PRAXIS-livscykel: möten, platser och nya beslut inom nämndens och parternas tid."""

import pytest

from tests.kontroller.arkiv import BORT, Ändringar, sagt

ID = "PRAXIS-livscykel"
MÖTE = "moten/2024-03-04"


def test_ett_möte_på_bildandets_dag_går_och_dagen_före_inte(tmp_path):
    assert sagt(tmp_path / "a", ID, {"namnd": {"bildad": "2023-12-04"}}) == []
    text = "mötet 2023-12-04 är före 2023-12-05, då nämnden bildades"
    assert sagt(tmp_path / "b", ID, {"namnd": {"bildad": "2023-12-05"}}) == [("bruten", "", text)]


def test_utan_bildad_går_det_inte_att_pröva_och_sägs_en_gång(tmp_path):
    väntat = [("går inte att pröva", "bildad", "det står inte när nämnden bildades")]
    assert sagt(tmp_path, ID, {"namnd": {"bildad": BORT}}) == väntat


def test_en_plats_före_partens_tid(tmp_path):
    assert sagt(tmp_path / "a", ID, {"namnd": {"parter.1.från": "2023-01-01"}}) == []
    fynd = sagt(tmp_path / "b", ID, {"namnd": {"parter.1.från": "2023-01-02"}})
    text = "har plats för Åre kommun från 2023-01-01, men parten är med först 2023-01-02"
    assert fynd == [
        ("bruten", "platser are-1 från", f"Ada Ask {text}"),
        ("bruten", "platser Bo By från", f"Bo By {text}"),
    ]
    assert sagt(tmp_path / "c", ID, {"namnd": {"parter.1.från": "2023-01-02", "platser.1.från": BORT}}) == fynd[1:]


@pytest.mark.parametrize(("till", "brutet"), [("2024-06-03", False), ("2024-06-02", True)])
def test_en_plats_kvar_efter_partens_tid(tmp_path, till, brutet):
    text = f"Ada Ask har plats för Åre kommun ännu, men parten var med bara till {till}"
    ändringar = {"namnd": {"parter.1.till": till, "platser.4.till": "2024-06-01"}}
    assert sagt(tmp_path, ID, ändringar) == ([("bruten", "platser are-1 till", text)] if brutet else [])


def test_en_plats_som_slutar_efter_partens_tid(tmp_path):
    ändringar = {
        "namnd": {"parter.1.till": "2024-05-31", "platser.1.till": "2024-06-01", "platser.4.till": "2024-05-31"}
    }
    text = "Ada Ask har plats för Åre kommun till 2024-06-01, men parten var med bara till 2024-05-31"
    assert sagt(tmp_path, ID, ändringar) == [("bruten", "platser are-1 till", text)]


def test_den_som_deltar_för_någon_som_inte_längre_är_part(tmp_path):
    slut = {"parter.1.till": "2024-03-03", "platser.1.till": "2024-03-03", "platser.4.till": "2024-03-03"}
    text = "Ada Ask deltar för Åre kommun, som inte är part i nämnden 2024-03-04"
    assert sagt(tmp_path / "a", ID, {"namnd": slut}) == [("bruten", "närvaro Ada Ask part", text)]
    slut = dict.fromkeys(slut, "2024-03-04")
    assert sagt(tmp_path / "b", ID, {"namnd": slut}) == []
    övrig = {"namn": "Ada Ask", "som": "övrig", "part": "are"}
    slut = dict.fromkeys(slut, "2024-03-03")
    assert sagt(tmp_path / "c", ID, {"namnd": slut, MÖTE: {"närvaro.1": övrig}}) == []


def test_parten_tas_ur_platsen_när_närvaron_inte_säger_den(tmp_path):
    ändringar: Ändringar = {"namnd": {"parter.1.från": "2024-03-05"}, MÖTE: {"närvaro.1.part": BORT}}
    mötena = [f for f in sagt(tmp_path, ID, ändringar) if f[1].startswith("närvaro")]
    text = "Ada Ask deltar för Åre kommun, som inte är part i nämnden"
    assert mötena == [
        ("bruten", "närvaro Ada Ask part", f"{text} 2023-12-04"),
        ("bruten", "närvaro Ada Ask part", f"{text} 2024-03-04"),
    ]


def test_en_nämnd_som_avvecklas_tar_inget_nytt(tmp_path):
    belopp = {"id": "b", "typ": "fastställer", "avser": "ram", "budgetår": "2025", "belopp": "9 kr", "härlett": "ja"}
    åter = {"id": "c", "typ": "återbetalar", "avser": "rest", "belopp": "9 kr", "härlett": "ja"}
    möte = {"paragrafer.1.innebär": [belopp, åter]}
    assert sagt(tmp_path / "a", ID, {"namnd": {"avvecklad": "2024-03-04"}, MÖTE: möte}) == []
    assert sagt(tmp_path / "b", ID, {"namnd": {"avvecklad": "2024-03-03"}, MÖTE: möte}) == [
        ("bruten", "§ 2 innebär b", "§ 2 fastställer ett belopp för 2025, fast nämnden avvecklas sedan 2024-03-03"),
        ("bruten", "§ 3 innebär a", "§ 3 ger ett nytt uppdrag, fast nämnden avvecklas sedan 2024-03-03"),
    ]
