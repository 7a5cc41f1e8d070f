"""OSL-5-1-registrering: inom tre vardagar, med avsändare eller mottagare."""

import pytest

from tests.kontroller.arkiv import BORT, prova, sagt

ID = "OSL-5-1-registrering"
ÄRENDE = "arenden/2024/GNS-1-2024"
FÄLT = "handlingar Avtal om drift registrerad"


def _fynd(tmp_path, **fält):
    return sagt(tmp_path, ID, {ÄRENDE: {f"handlingar.0.{k}": v for k, v in fält.items()}})


@pytest.mark.parametrize(
    ("datum", "senast", "efter"),
    [
        ("2024-02-05", "2024-02-08", "2024-02-09"),  # måndag till torsdag
        ("2024-02-08", "2024-02-13", "2024-02-14"),  # över en helg
        ("2024-03-27", "2024-04-03", "2024-04-04"),  # över påsken
        ("2024-04-30", "2024-05-06", "2024-05-07"),  # över första maj
    ],
)
def test_den_tredje_vardagen_går_och_dagen_efter_inte(tmp_path, datum, senast, efter):
    assert _fynd(tmp_path / "a", datum=datum, registrerad=senast) == []
    text = f"handlingen ”Avtal om drift” från {datum} registrerades {efter}, efter {senast} (tre vardagar)"
    assert _fynd(tmp_path / "b", datum=datum, registrerad=efter) == [("bruten", FÄLT, text)]


def test_det_är_en_varning(tmp_path):
    (fynd,) = prova(tmp_path, ID, {ÄRENDE: {"handlingar.0.registrerad": "2024-05-02"}})
    assert fynd["nivå"] == "varning"


def test_registrerad_före_sin_dag_är_inget_dröjsmål(tmp_path):
    assert _fynd(tmp_path, datum="2024-02-05", registrerad="2024-01-02") == []


@pytest.mark.parametrize(
    ("fält", "saknas"),
    [
        ({"datum": BORT}, "datum (1 av 2)"),
        ({"registrerad": BORT}, "registrerad (1 av 2)"),
        ({"från": BORT}, "från eller till (1 av 2)"),
        ({"från": BORT, "datum": BORT}, "datum (1 av 2), från eller till (1 av 2)"),
    ],
)
def test_det_som_saknas_sägs_en_gång_för_ärendet(tmp_path, fält, saknas):
    hel = {"titel": "Svar", "datum": "2024-02-05", "registrerad": "2024-02-05", "till": "Åre kommun"}
    fynd = sagt(tmp_path, ID, {ÄRENDE: {f"handlingar.0.{k}": v for k, v in fält.items()} | {"handlingar.1": hel}})
    assert fynd == [("går inte att pröva", "handlingar", f"handlingarna saknar {saknas}")]


def test_mottagare_i_stället_för_avsändare(tmp_path):
    assert _fynd(tmp_path, från=BORT, till="Åre kommun") == []
