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
        "300 kr delas inte efter hela månader som part 2022: Bergs kommun 100 kr i stället för 94 kr, "
        "Åre kommun 100 kr i stället för 103 kr och Region Ett 100 kr i stället för 103 kr"
    )
    assert fynd == ([("bruten", "§ 3 innebär b fördelningsnyckel", text)] if bruten else [])


def test_flera_år_räknas_tillsammans_och_belopp_per_part_är_lika_delar(tmp_path):
    verkan = _verkan("2022", "2023", per_part="100 kr")
    fynd = sagt(tmp_path, ID, {MÖTE: verkan, "namnd": {"parter.2.från": "2022-07-01"}})
    assert [(f[0], f[1]) for f in fynd] == [("bruten", "§ 3 innebär b per_part")]
    assert "efter hela månader som part 2022 och 2023: Bergs kommun 100 kr i stället för 82 kr" in fynd[0][2]


def test_utan_år_går_det_inte_att_pröva(tmp_path):
    assert [f[0] for f in sagt(tmp_path / "a", ID, {MÖTE: _verkan()})] == ["går inte att pröva"]


def test_en_annan_nyckel_och_den_som_har_lämnat_prövas_också(tmp_path):
    annan = _verkan("2022", fördelningsnyckel="budgetomslutning")
    (fynd,) = sagt(tmp_path / "a", ID, {MÖTE: annan})
    assert "Bergs kommun 150 kr i stället för 100 kr" in fynd[2]
    (fynd,) = sagt(tmp_path / "b", ID, {MÖTE: _verkan("2022"), "namnd": {"parter.2.till": "2023-12-31"}})
    assert "Bergs kommun 0 kr i stället för 100 kr" in fynd[2]


def test_en_krona_är_avrundning(tmp_path):
    betalt = [
        {"nr": str(n), "part": part, "datum": "2023-01-31", "belopp": belopp}
        for n, (part, belopp) in enumerate([("region", "101 601 kr"), ("are", "101 600 kr"), ("berg", "101 600 kr")])
    ]
    assert sagt(tmp_path, ID, {MÖTE: _verkan("2023"), "budgetar/2023": {"inbetalningar": betalt}}) == []


def test_lika_delar_när_inbetalningarna_är_olika(tmp_path):
    betalt = [
        {"nr": str(n), "part": part, "datum": "2023-01-31", "belopp": belopp}
        for n, (part, belopp) in enumerate([("region", "200 kr"), ("are", "100 kr"), ("berg", "100 kr")])
    ]
    fynd = sagt(tmp_path, ID, {MÖTE: _verkan("2023"), "budgetar/2023": {"inbetalningar": betalt}})
    text = (
        "300 kr delas inte efter det som betalades in 2023: Region Ett 100 kr i stället för 150 kr, "
        "Åre kommun 100 kr i stället för 75 kr och Bergs kommun 100 kr i stället för 75 kr"
    )
    assert fynd == [("bruten", "§ 3 innebär b fördelningsnyckel", text)]
