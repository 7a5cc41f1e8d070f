"""KL-9-34-ansvarsfrihet: granskad och prövad hos varje part, varje år; bara när reglementet har valt regeln."""

import datetime as dt

import pytest

from tests.kontroller.arkiv import BORT, Ändringar, prova, sagt

ID = "KL-9-34-ansvarsfrihet"
ÅR_2022 = {"år": "2022", "granskad": "2023-04-17", "ansvarsfrihet": "2023-06-19"}


def _vald(åre: object = None, **annat: object) -> Ändringar:
    revision: dict[str, object] = {f"parter.{i}.revision": [ÅR_2022] for i in range(3)}
    revision |= {"parter.1.revision": åre} if åre is not None else {}
    return {"namnd": {"reglementen.0.valda_regler": [ID], **revision, **annat}}


def test_varje_part_och_år_är_uppfyllt(tmp_path):
    assert prova(tmp_path, ID, _vald()) == []


def test_regeln_prövas_bara_när_den_är_vald(tmp_path):
    fel = [{**ÅR_2022, "ansvarsfrihet": "2023-01-09"}]
    ändringar = _vald(fel)
    assert [svar for svar, _, _ in sagt(tmp_path / "a", ID, ändringar)] == ["bruten"]
    del ändringar["namnd"]["reglementen.0.valda_regler"]
    assert sagt(tmp_path / "b", ID, ändringar) == []


@pytest.mark.parametrize(
    ("ansvarsfrihet", "text"),
    [
        (
            "2023-04-16",
            "Åre kommun 2022: fullmäktige beslutade om ansvarsfrihet 2023-04-16, före granskningen 2023-04-17",
        ),
        ("2023-04-17", ""),
        ("2023-06-30", ""),
        (
            "2023-07-01",
            (
                "Åre kommun 2022: fullmäktige beslutade om ansvarsfrihet 2023-07-01, "
                "efter 2023-06-30 som var den sista dagen"
            ),
        ),
    ],
)
def test_beslutet_kommer_efter_granskningen_och_före_halvårsskiftet(tmp_path, ansvarsfrihet, text):
    fynd = sagt(tmp_path, ID, _vald([{**ÅR_2022, "ansvarsfrihet": ansvarsfrihet}]))
    assert fynd == ([("bruten", "parter are revision 1 ansvarsfrihet", text)] if text else [])


@pytest.mark.parametrize(
    ("revision", "fält", "text"),
    [
        ([], "parter are", "Åre kommun: granskning och ansvarsfrihet är inte antecknade för 2022"),
        (
            [{"år": "2022", "granskad": "2023-04-17"}],
            "parter are revision 1",
            "Åre kommun 2022: ansvarsfriheten är inte antecknad",
        ),
        (
            [{"år": "2022"}],
            "parter are revision 1",
            "Åre kommun 2022: granskningen och ansvarsfriheten är inte antecknade",
        ),
    ],
)
def test_det_som_fattas_går_inte_att_pröva(tmp_path, revision, fält, text):
    ändringar = _vald(revision) if revision else _vald()
    if not revision:
        del ändringar["namnd"]["parter.1.revision"]
    assert sagt(tmp_path, ID, ändringar) == [("går inte att pröva", fält, text)]


@pytest.mark.parametrize(
    ("idag", "år"), [("2024-06-30", []), ("2024-07-01", ["2023"]), ("2025-07-01", ["2023 och 2024"])]
)
def test_ett_år_prövas_när_den_första_juli_efter_har_kommit(tmp_path, idag, år):
    fynd = sagt(tmp_path, ID, _vald(), dt.date.fromisoformat(idag))
    text = "Åre kommun: granskning och ansvarsfrihet är inte antecknade för"
    assert [t for _, fält, t in fynd if fält == "parter are"] == [f"{text} {ett}" for ett in år]


def test_bara_åren_som_parten_var_med(tmp_path):
    bort = {"parter.1.från": "2022-01-01", "parter.1.till": "2022-12-31"}
    fynd = sagt(tmp_path / "a", ID, _vald(**bort), dt.date(2026, 7, 1))
    assert [f for f in fynd if f[1] == "parter are"] == []
    fynd = sagt(tmp_path / "b", ID, _vald(**{"parter.1.från": "2016-05-01"}))
    text = "Åre kommun: granskning och ansvarsfrihet är inte antecknade för 2018, 2019, 2020 och 2021"
    assert fynd == [("går inte att pröva", "parter are", text)]


def test_utan_första_dag_går_det_inte_att_pröva(tmp_path):
    väntat = ("går inte att pröva", "parter are", "det står inte när Åre kommun kom med i nämnden")
    assert sagt(tmp_path, ID, _vald(**{"parter.1.från": BORT})) == [väntat]
