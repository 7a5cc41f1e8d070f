"""KL-5-69-justering: justerat senast den fjortonde dagen, eller nästa vardag."""

import datetime as dt

import pytest

from tests.kontroller.arkiv import BORT, Ändringar, prova, sagt

ID = "KL-5-69-justering"
MÖTE = "moten/2024-03-04"
JUST = "justering.justerat"
PLAN = "justering.planerad.datum"


def _möte(datum: str, **justering: object) -> Ändringar:
    paragraf = {"nr": "1", "rubrik": "Budget", "beslut": ["Budgeten fastställs."]}
    return {f"moten/{datum}": {"": {"plats": "Salen", "justering": justering, "paragrafer": [paragraf]}}}


def test_justerat_i_tid_är_uppfyllt(tmp_path):
    assert prova(tmp_path, ID) == []


@pytest.mark.parametrize(
    ("möte", "senast", "efter"),
    [
        ("2024-04-09", "2024-04-23", "2024-04-24"),
        ("2024-03-15", "2024-04-02", "2024-04-03"),  # den fjortonde dagen är långfredag
        ("2024-06-07", "2024-06-24", "2024-06-25"),  # midsommarafton
        ("2020-12-18", "2021-01-04", "2021-01-05"),  # nyårsdagen, en fredag
    ],
)
def test_den_sista_dagen_går_och_dagen_efter_inte(tmp_path, möte, senast, efter):
    assert sagt(tmp_path / "a", ID, _möte(möte, justerat=senast)) == []
    text = f"protokollet justerades {efter}, 1 dag efter {senast} som var den sista dagen"
    assert sagt(tmp_path / "b", ID, _möte(möte, justerat=efter)) == [("bruten", "justering justerat", text)]


@pytest.mark.parametrize(
    ("planerad", "väntat"),
    [
        (
            "2021-01-04",
            (
                "går inte att pröva",
                "justering justerat",
                "planerad 2021-01-04, senast 2021-01-04; den verkliga dagen är inte antecknad",
            ),
        ),
        (
            "2021-01-07",
            (
                "bruten",
                "justering planerad datum",
                (
                    "justeringen är planerad till 2021-01-07, 3 dagar efter 2021-01-04 som är den sista dagen; "
                    "den verkliga dagen är inte antecknad"
                ),
            ),
        ),
    ],
)
def test_okänd_dag_och_en_planerad(tmp_path, planerad, väntat):
    assert sagt(tmp_path, ID, _möte("2020-12-18", justerat="okänd dag", planerad={"datum": planerad})) == [väntat]


def test_okänd_dag_utan_plan_går_inte_att_pröva(tmp_path):
    text = "senast 2024-03-18; den verkliga dagen är inte antecknad"
    ändringar = {MÖTE: {JUST: "okänd dag", "justering.planerad": BORT}}
    assert sagt(tmp_path, ID, ändringar) == [("går inte att pröva", "justering justerat", text)]


def test_den_verkliga_dagen_gäller_före_den_planerade(tmp_path):
    assert sagt(tmp_path, ID, {MÖTE: {PLAN: "2024-05-06"}}) == []


@pytest.mark.parametrize(
    ("idag", "svar", "text"),
    [
        ("2024-03-18", "går inte att pröva", "protokollet är inte justerat än; planerad 2024-03-08, senast 2024-03-18"),
        ("2024-03-19", "bruten", "protokollet är inte justerat; sista dagen var 2024-03-18"),
    ],
)
def test_inte_justerat_är_för_sent_först_dagen_efter_den_sista(tmp_path, idag, svar, text):
    ändringar = {MÖTE: {JUST: BORT}, "anslag/2024-03-04": {"": BORT}}
    assert sagt(tmp_path, ID, ändringar, dt.date.fromisoformat(idag)) == [(svar, "justering", text)]


def test_en_sen_plan_sägs_medan_den_går_att_ändra(tmp_path):
    ändringar = {MÖTE: {JUST: BORT, PLAN: "2024-03-19"}, "anslag/2024-03-04": {"": BORT}}
    ((svar, fält, _),) = sagt(tmp_path, ID, ändringar, dt.date(2024, 3, 11))
    assert (svar, fält) == ("bruten", "justering planerad datum")


def test_ett_möte_som_bara_är_planerat_prövas_inte(tmp_path):
    planerat = {"plats": "Salen", "paragrafer": [{"nr": "1", "rubrik": "Budget"}]}
    assert sagt(tmp_path, ID, {"moten/2024-05-06": {"": planerat}}) == []


def test_en_paragraf_som_justeras_för_sig_har_samma_sista_dag(tmp_path):
    def ändringar(dag):
        return {MÖTE: {JUST: "okänd dag", "paragrafer.0.omedelbart_justerad": dag}}

    fält = "§ 1 omedelbart_justerad"
    assert [f for f in sagt(tmp_path / "a", ID, ändringar("2024-03-18")) if f[1] == fält] == []
    text = "§ 1 justerades 2024-03-19, 1 dag efter 2024-03-18 som var den sista dagen"
    assert ("bruten", fält, text) in sagt(tmp_path / "b", ID, ändringar("2024-03-19"))


def test_är_varje_paragraf_justerad_för_sig_finns_inget_kvar_att_justera(tmp_path):
    alla = {f"paragrafer.{i}.omedelbart_justerad": "2024-03-04" for i in range(3)}
    assert sagt(tmp_path, ID, {MÖTE: {JUST: BORT, **alla}, "anslag/2024-03-04": {"": BORT}}) == []


def test_justerat_före_mötet_sägs_en_gång(tmp_path):
    text = "2024-03-01 är före mötet den 2024-03-04"
    ändringar: Ändringar = {MÖTE: {JUST: "2024-03-01"}}
    assert sagt(tmp_path / "a", ID, ändringar) == [("bruten", "justering justerat", text)]
    assert text not in [t for _, _, t in sagt(tmp_path / "b", "POST-samband", ändringar)]


def test_ett_möte_före_lagen_går_inte_att_pröva(tmp_path):
    väntat = ("går inte att pröva", "justering justerat", "lagens lydelse den dagen är inte inlagd")
    assert sagt(tmp_path, ID, _möte("2017-12-04", justerat="2018-02-01")) == [väntat]
