"""EKONOMI-aterbetalning: det som betalas tillbaka följer de månader som var och en har betalat för."""

import pytest

from tests.kontroller.arkiv import prova, sagt

ID = "EKONOMI-aterbetalning"
MÖTE = "moten/2024-03-04"


def _verkan(*från_år, **mer):
    delat = mer or {"fördelningsnyckel": "lika"}
    åren = {"från_år": list(från_år)} if från_år else {}
    return {
        "paragrafer.2.innebär.1": {
            "id": "b", "typ": "återbetalar", "avser": "medel", "belopp": "300 kr", "härlett": "ja", **åren, **delat,
        }
    }  # fmt: skip


def test_utan_återbetalning_sägs_inget(tmp_path):
    assert prova(tmp_path, ID) == []


@pytest.mark.parametrize(("från", "bruten"), [("2022-01-01", False), ("2022-02-01", True), ("2021-06-01", False)])
def test_lika_delar_när_alla_var_med_lika_länge(tmp_path, från, bruten):
    fynd = sagt(tmp_path, ID, {MÖTE: _verkan("2022"), "namnd": {"parter.2.från": från}})
    text = (
        "300 kr delas lika, men parterna betalade för olika lång tid 2022 "
        "(12 månader: Region Ett, Åre kommun; 11 månader: Bergs kommun)"
    )
    assert fynd == ([("bruten", "§ 3 innebär b fördelningsnyckel", text)] if bruten else [])


def test_flera_år_räknas_tillsammans_och_belopp_per_part_är_lika_delar(tmp_path):
    verkan = _verkan("2022", "2023", per_part="100 kr")
    fynd = sagt(tmp_path, ID, {MÖTE: verkan, "namnd": {"parter.2.från": "2022-07-01"}})
    assert [(f[0], f[1]) for f in fynd] == [("bruten", "§ 3 innebär b per_part")]
    assert "2022 och 2023 (24 månader: Region Ett, Åre kommun; 18 månader: Bergs kommun)" in fynd[0][2]


def test_utan_år_går_det_inte_att_pröva_och_en_annan_nyckel_sägs_inget_om(tmp_path):
    assert [f[0] for f in sagt(tmp_path / "a", ID, {MÖTE: _verkan()})] == ["går inte att pröva"]
    annan = _verkan("2022", fördelningsnyckel="elevantal")
    assert sagt(tmp_path / "b", ID, {MÖTE: annan, "namnd": {"parter.2.från": "2022-07-01"}}) == []


def test_lika_delar_när_inbetalningarna_är_olika(tmp_path):
    betalt = [
        {"nr": str(n), "part": part, "datum": "2023-01-31", "belopp": belopp}
        for n, (part, belopp) in enumerate([("region", "200 kr"), ("are", "100 kr"), ("berg", "100 kr")])
    ]
    fynd = sagt(tmp_path, ID, {MÖTE: _verkan("2023"), "budgetar/2023": {"inbetalningar": betalt}})
    text = (
        "300 kr delas lika, men parterna betalade olika mycket 2023 "
        "(200 kr: Region Ett; 100 kr: Åre kommun, Bergs kommun)"
    )
    assert fynd == [("bruten", "§ 3 innebär b fördelningsnyckel", text)]
