"""EKONOMI-kop: det som parterna köper av varandra har ett avtal."""

from tests.kontroller.arkiv import prova, sagt

ID = "EKONOMI-kop"
KÖP = {
    "id": "gis", "typ": "köp-sälj", "namn": "GIS-stöd", "säljare": "region", "pris": "850 kr",
    "köpare": [{"part": "are", "antal": "10"}],
}  # fmt: skip


def _med(**mer):
    return {"budgetar/2024": {"initiativ.1": KÖP | mer}}


def test_utan_köp_sägs_inget(tmp_path):
    assert prova(tmp_path, ID) == []


def test_avtalet(tmp_path):
    assert sagt(tmp_path / "a", ID, _med(avtal="GNS/12/2023")) == []
    assert sagt(tmp_path / "b", ID, _med()) == [
        ("bruten", "initiativ gis", "GIS-stöd har inget avtal som säger vad köparna betalar")
    ]


def test_en_säljare_som_inte_är_part_går_inte_att_räkna(tmp_path):
    ändringar = _med(säljare="berg", avtal="x") | {"namnd": {"parter.2.till": "2023-06-30"}}
    assert [f[0] for f in sagt(tmp_path, ID, ändringar)] == ["går inte att pröva"]
