"""PRAXIS-tider: mötets klockslag går ihop."""

import pytest

from tests.kontroller.arkiv import BORT, prova, sagt

ID = "PRAXIS-tider"
MÖTE = "moten/2024-03-04"
GÅR = {"typ": "går", "namn": "Siv Sjö", "paragraf": "2"}


def _uppehåll(från, till):
    return {"ajourneringar": [{"från": från, "till": till}]}


@pytest.mark.parametrize(
    "ändring",
    [
        {},
        _uppehåll("09:00", "10:30"),
        {**_uppehåll("09:30", "09:40"), "händelser": [{**GÅR, "klockan": "09:30"}]},
        {"justering.planerad": {"datum": "2024-03-04", "tid": "10:30"}},
    ],
)
def test_tider_inom_mötet_är_uppfyllda(tmp_path, ändring):
    assert sagt(tmp_path, ID, {MÖTE: ändring}) == []


@pytest.mark.parametrize(
    ("ändring", "fält", "text"),
    [
        ({"slut": "09:00"}, "slut", "mötet slutar innan det börjar"),
        (_uppehåll("09:30", "09:30"), "ajourneringar 1 till", "ajourneringen slutar innan den börjar"),
        (_uppehåll("08:59", "09:30"), "ajourneringar 1 från", "ajourneringen ligger utanför mötet"),
        (_uppehåll("10:00", "10:31"), "ajourneringar 1 från", "ajourneringen ligger utanför mötet"),
        (
            {"ajourneringar": [{"från": "09:30", "till": "09:40"}, {"från": "09:39", "till": "09:50"}]},
            "ajourneringar 2 från",
            "ajourneringen börjar innan en annan är slut",
        ),
        (
            {"händelser": [{**GÅR, "klockan": "10:31"}]},
            "händelser Siv Sjö klockan",
            "klockan 10:31 är efter mötets slut 10:30",
        ),
        (
            {**_uppehåll("09:30", "09:40"), "händelser": [{**GÅR, "klockan": "09:35"}]},
            "händelser Siv Sjö klockan",
            "klockan 09:35 är mötet ajournerat, från 09:30 till 09:40",
        ),
        (
            {
                "ajourneringar": [{"från": "09:30", "till": "09:40", "paragraf": "3"}],
                "händelser": [{**GÅR, "klockan": "09:50"}],
            },
            "ajourneringar 1 paragraf",
            "ajourneringen 09:30–09:40 i § 3 går inte ihop med 09:50 i § 2",
        ),
        (
            {
                "händelser": [
                    {**GÅR, "klockan": "09:50"},
                    {"typ": "går", "namn": "Ulf Uv", "paragraf": "3", "klockan": "09:45"},
                ]
            },
            "händelser Ulf Uv klockan",
            "i § 3 är klockan 09:45, men redan i § 2 var den 09:50",
        ),
        (
            {"justering.planerad": {"datum": "2024-03-04", "tid": "10:29"}},
            "justering planerad tid",
            "justeringen är planerad till 10:29, före 10:30 samma dag",
        ),
    ],
)
def test_tider_som_säger_emot_varandra_är_fel_och_sägs_en_gång(tmp_path, ändring, fält, text):
    (fynd,) = prova(tmp_path, ID, {MÖTE: ändring})
    assert (fynd["svar"], fynd["nivå"], fynd["fält"], fynd["text"]) == ("bruten", "fel", fält, text)
    assert text not in [t for _, _, t in sagt(tmp_path, "POST-samband", {MÖTE: ändring})]


def test_ett_klockslag_som_sommartiden_hoppade_över(tmp_path):
    ändring = {"moten/2024-03-31": {"": {"plats": "Salen", "start": "02:30"}}}
    text = "klockan 02:30 finns inte den 2024-03-31, då sommartiden börjar"
    assert sagt(tmp_path, ID, ändring) == [("bruten", "start", text)]


@pytest.mark.parametrize(
    ("bort", "fält", "text"),
    [
        (("start",), "start", "det står inte när mötet började"),
        (("slut",), "slut", "det står inte när mötet slutade"),
        (("start", "slut"), "start", "det står inte när mötet började och slutade"),
    ],
)
def test_utan_start_eller_slut_går_det_inte_att_pröva(tmp_path, bort, fält, text):
    fynd = sagt(tmp_path, ID, {MÖTE: dict.fromkeys(bort, BORT)})
    assert fynd == [("går inte att pröva", fält, text)]


def test_ett_möte_som_bara_är_planerat_behöver_inget_klockslag(tmp_path):
    assert sagt(tmp_path, ID, {"moten/2024-06-10": {"": {"plats": "Salen"}}}) == []
