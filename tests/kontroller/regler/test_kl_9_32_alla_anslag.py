"""KL-9-32-alla-anslag: ett anslag för varje part som var med på mötesdagen."""

import pytest

from tests.kontroller.arkiv import BORT, Ändringar, prova, sagt

ID = "KL-9-32-alla-anslag"
MÖTE, ANSLAG = "moten/2024-03-04", "anslag/2024-03-04"
UTAN_PART = {"uppsatt": "2024-03-11"}


def _anslag(*anslag: object) -> Ändringar:
    return {ANSLAG: {"anslag": list(anslag)}}


def _hos(part: str, **annat: object) -> dict[str, object]:
    return {"part": part, "uppsatt": "2024-03-11", **annat}


def test_ett_anslag_för_varje_part_är_uppfyllt(tmp_path):
    assert prova(tmp_path, ID) == []


@pytest.mark.parametrize(
    ("anslag", "text"),
    [
        ([UTAN_PART], "ett anslag utan part; de tre parternas anslag är inte antecknade"),
        ([_hos("region")], "inget anslag är antecknat för Åre kommun och Bergs kommun"),
        ([_hos("region"), _hos("are")], "inget anslag är antecknat för Bergs kommun"),
        (
            [_hos("region"), UTAN_PART],
            "ett anslag utan part; inget anslag är antecknat för Åre kommun och Bergs kommun",
        ),
        ([_hos("region"), _hos("region"), _hos("are")], "inget anslag är antecknat för Bergs kommun"),
    ],
)
def test_en_part_utan_anslag(tmp_path, anslag, text):
    assert sagt(tmp_path, ID, _anslag(*anslag)) == [("bruten", "anslag", text)]


def test_för_många_anslag_utan_part_går_inte_att_pröva(tmp_path):
    text = "två anslag utan part; det går inte att säga om Åre kommun och Bergs kommun har något"
    assert sagt(tmp_path, ID, _anslag(_hos("region"), UTAN_PART, UTAN_PART)) == [("går inte att pröva", "anslag", text)]


def test_utan_något_anslag_går_det_inte_att_pröva(tmp_path):
    text = "inget anslag av protokollet är antecknat"
    väntat = [("går inte att pröva", "justering justerat", text)]
    assert sagt(tmp_path / "a", ID, {ANSLAG: {"": BORT}}) == väntat
    utkast: Ändringar = {ANSLAG: {"": BORT}, MÖTE: {"justering.justerat": BORT}}
    assert sagt(tmp_path / "b", ID, utkast) == []


@pytest.mark.parametrize(
    ("från", "till", "väntat"),
    [
        ("2024-03-05", BORT, []),
        ("2024-03-04", BORT, ["inget anslag är antecknat för Bergs kommun"]),
        ("2022-01-01", "2024-03-03", []),
        ("2022-01-01", "2024-03-04", ["inget anslag är antecknat för Bergs kommun"]),
    ],
)
def test_en_part_räknas_bara_om_den_var_med_på_mötesdagen(tmp_path, från, till, väntat):
    tid = {"parter.2.från": från} | ({} if till is BORT else {"parter.2.till": till})
    ändringar: Ändringar = {**_anslag(_hos("region"), _hos("are")), "namnd": tid}
    assert [text for _, _, text in sagt(tmp_path, ID, ändringar)] == väntat


def test_paragrafer_för_sig_prövas_för_sig_och_hela_protokollet_täcker_dem(tmp_path):
    omedelbar: Ändringar = {MÖTE: {"paragrafer.0.omedelbart_justerad": "2024-03-04"}}
    egen = _hos("region", paragrafer=["1"])
    assert sagt(tmp_path / "a", ID, {**omedelbar, ANSLAG: {"anslag.3": egen}}) == []
    text = "§ 1: inget anslag är antecknat för Åre kommun och Bergs kommun"
    oprövad = ("går inte att pröva", "justering justerat", "inget anslag av protokollet är antecknat")
    assert sagt(tmp_path / "b", ID, {**omedelbar, **_anslag(egen)}) == [("bruten", "anslag", text), oprövad]


def test_ett_möte_före_lagen_går_inte_att_pröva(tmp_path):
    ändringar: Ändringar = {
        "moten/2017-12-04": {"": {"plats": "Salen", "justering": {"justerat": "2017-12-07"}}},
        "anslag/2017-12-04": {"": {"anslag": [{"part": "region", "uppsatt": "2017-12-08"}]}},
    }
    assert sagt(tmp_path, ID, ändringar) == [
        ("går inte att pröva", "anslag", "lagens lydelse den dagen är inte inlagd")
    ]
