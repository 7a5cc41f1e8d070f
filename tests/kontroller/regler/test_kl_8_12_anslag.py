"""KL-8-12-anslag: anslaget senast den andra dagen efter justeringen, eller nästa vardag."""

import pytest

from tests.kontroller.arkiv import BORT, Ändringar, sagt

ID = "KL-8-12-anslag"
MÖTE, ANSLAG = "moten/2024-03-04", "anslag/2024-03-04"


def _fynd(tmp_path, justerat, uppsatt, **annat):
    ändringar = {MÖTE: {"justering.justerat": justerat, **annat}, ANSLAG: {"anslag.1.uppsatt": uppsatt}}
    return [f for f in sagt(tmp_path, ID, ändringar) if f[1] == "anslag are uppsatt"]


@pytest.mark.parametrize(
    ("justerat", "senast"),
    [
        ("2024-03-05", "2024-03-07"),
        ("2024-03-08", "2024-03-11"),  # den andra dagen är en söndag
        ("2024-03-28", "2024-04-02"),  # påsk
    ],
)
def test_den_sista_dagen_går_och_dagen_efter_inte(tmp_path, justerat, senast):
    år, månad, dag = senast.split("-")
    assert _fynd(tmp_path / "a", justerat, senast) == []
    efter = f"{år}-{månad}-{int(dag) + 1:02}"
    text = f"anslaget sattes upp {efter}, 1 dag efter {senast} som var den sista dagen"
    assert _fynd(tmp_path / "b", justerat, efter) == [("bruten", "anslag are uppsatt", text)]


def test_en_planerad_justering_ger_ett_villkorat_fynd(tmp_path):
    ((svar, _, text),) = _fynd(tmp_path, "okänd dag", "2024-03-13")
    assert svar == "bruten"
    assert text.endswith("om protokollet justerades som planerat 2024-03-08")


def test_utan_justeringsdag_går_det_inte_att_pröva(tmp_path):
    ((svar, _, _),) = _fynd(tmp_path, "okänd dag", "2024-03-13", **{"justering.planerad": BORT})
    assert svar == "går inte att pröva"


def test_ett_möte_före_lagen_går_inte_att_pröva(tmp_path):
    ändringar: Ändringar = {
        "moten/2017-12-04": {"": {"plats": "Salen", "justering": {"justerat": "2017-12-07"}}},
        "anslag/2017-12-04": {"": {"anslag": [{"uppsatt": "2017-12-20"}]}},
    }
    assert [s for s, _, _ in sagt(tmp_path, ID, ändringar)] == ["går inte att pröva"]


def test_en_omedelbart_justerad_paragraf_räknas_från_sin_egen_dag(tmp_path):
    omedelbar = {"paragrafer.0.omedelbart_justerad": "2024-03-04"}
    egen = {"paragrafer": ["1"], "uppsatt": "2024-03-07", "justerat": "2024-03-04"}
    fynd = sagt(tmp_path, ID, {MÖTE: omedelbar, ANSLAG: {"anslag.3": egen}})
    assert [text for _, _, text in fynd] == [
        "anslaget sattes upp 2024-03-07, 1 dag efter 2024-03-06 som var den sista dagen"
    ]


def test_anslaget_före_justeringen_tillkännager_inget(tmp_path):
    text = "anslaget sattes upp 2024-03-07, innan protokollet justerades 2024-03-08"
    assert _fynd(tmp_path / "a", "2024-03-08", "2024-03-07") == [("bruten", "anslag are uppsatt", text)]
    assert _fynd(tmp_path / "b", "2024-03-08", "2024-03-08") == []
    assert _fynd(tmp_path / "c", "okänd dag", "2024-03-07") == []


@pytest.mark.parametrize(
    ("möte", "anslag", "fält", "text"),
    [
        ({}, {"anslag.1.uppsatt": "2024-03-01"}, "anslag are uppsatt", "2024-03-01 är före mötet den 2024-03-04"),
        (
            {"justering.justerat": BORT},
            {"anslag.0": BORT},
            "anslag are",
            "mötet 2024-03-04 är inte justerat och kan inte vara anslaget",
        ),
    ],
)
def test_det_som_läsningen_redan_har_sagt_sägs_en_gång(tmp_path, möte, anslag, fält, text):
    ändringar: Ändringar = {MÖTE: möte, ANSLAG: anslag}
    fynd = sagt(tmp_path / "a", ID, ändringar)
    assert ("bruten", fält, text) in fynd
    assert [t for _, f, t in fynd if f.startswith("anslag are")] == [text]
    assert text not in [t for _, _, t in sagt(tmp_path / "b", "POST-samband", ändringar)]
