"""KL-8-12-anslagets-innehall: var protokollet finns, och vilken dag det justerades."""

import pytest

from tests.kontroller.arkiv import BORT, Ändringar, prova

ID = "KL-8-12-anslagets-innehall"
MÖTE, ANSLAG = "moten/2024-03-04", "anslag/2024-03-04"


def _fynd(mapp, ändringar):
    return [(f["svar"], f["nivå"], f["fält"], f["text"]) for f in prova(mapp, ID, ändringar)]


def test_plats_och_dag_är_uppfyllt(tmp_path):
    assert _fynd(tmp_path, {}) == []


def test_utan_förvaringsplats_är_det_ett_fel(tmp_path):
    text = "anslaget säger inte var protokollet finns att läsa"
    ändringar = {ANSLAG: {"anslag.1.förvaringsplats": BORT}}
    assert _fynd(tmp_path, ändringar) == [("bruten", "fel", "anslag are", text)]


def test_utan_justeringsdag_är_det_en_varning(tmp_path):
    text = "anslaget säger inte vilken dag protokollet justerades"
    assert _fynd(tmp_path, {ANSLAG: {"anslag.1.justerat": BORT}}) == [("bruten", "varning", "anslag are", text)]


def test_en_annan_dag_än_mötets_post_är_en_varning(tmp_path):
    text = "anslaget säger att protokollet justerades 2024-03-07, men i mötets post står 2024-03-08"
    ändringar = {ANSLAG: {"anslag.1.justerat": "2024-03-07"}}
    assert _fynd(tmp_path, ändringar) == [("bruten", "varning", "anslag are justerat", text)]


def test_en_dag_som_mötets_post_inte_har_går_inte_att_pröva(tmp_path):
    text = "anslaget säger att protokollet justerades 2024-03-08; i mötets post står ingen dag att jämföra med"
    fynd = _fynd(tmp_path, {MÖTE: {"justering.justerat": "okänd dag"}})
    assert fynd[0] == ("går inte att pröva", "fel", "anslag region justerat", text)
    assert len(fynd) == 3


@pytest.mark.parametrize(
    ("justerat", "väntat"),
    [
        ("2024-03-04", []),
        ("2024-03-08", ["anslaget säger att § 1 justerades 2024-03-08, men i mötets post står 2024-03-04"]),
        (None, ["anslaget säger inte vilken dag § 1 justerades"]),
    ],
)
def test_en_paragraf_för_sig_har_sin_egen_dag(tmp_path, justerat, väntat):
    egen = {"paragrafer": ["1"], "uppsatt": "2024-03-05", "förvaringsplats": "Regionens hus"}
    egen |= {"justerat": justerat} if justerat else {}
    ändringar: Ändringar = {MÖTE: {"paragrafer.0.omedelbart_justerad": "2024-03-04"}, ANSLAG: {"anslag.3": egen}}
    assert [text for *_, text in _fynd(tmp_path, ändringar)] == väntat


def test_ett_möte_före_lagen_går_inte_att_pröva(tmp_path):
    ändringar: Ändringar = {
        "moten/2017-12-04": {"": {"plats": "Salen", "justering": {"justerat": "2017-12-07"}}},
        "anslag/2017-12-04": {"": {"anslag": [{"uppsatt": "2017-12-08"}]}},
    }
    assert _fynd(tmp_path, ändringar) == [
        ("går inte att pröva", "fel", "anslag 1", "lagens lydelse den dagen är inte inlagd")
    ]
