"""REG-kallelse: kallelsen minst så många dagar före mötet som reglementet säger."""

import datetime as dt

import pytest

from tests.kontroller.arkiv import BORT, prova, sagt

ID = "REG-kallelse"
MÖTE = "moten/2024-03-04"


def test_det_rena_arkivet_är_uppfyllt(tmp_path):
    assert sagt(tmp_path, ID) == []


@pytest.mark.parametrize(
    ("sänd", "när"),
    [
        ("2024-02-26", None),
        ("2024-02-27", "6 dagar före mötet"),
        ("2024-03-03", "1 dag före mötet"),
        ("2024-03-04", "samma dag som mötet"),
        ("2024-03-05", "efter mötet"),
    ],
)
def test_sju_dagar_går_och_sex_inte(tmp_path, sänd, när):
    text = f"kallelsen sändes {sänd}, {när}, men reglementet säger minst 7 dagar"
    fynd = prova(tmp_path, ID, {MÖTE: {"kallelse_sänd": sänd}})
    väntat = [("bruten", "varning", "kallelse_sänd", text)] if när else []
    assert [(f["svar"], f["nivå"], f["fält"], f["text"]) for f in fynd] == väntat


def test_strömsunds_kallelse_den_22_maj_till_den_29_maj(tmp_path):
    nytt = {"plats": "Salen", "kallelse_sänd": "2023-05-22"}
    assert sagt(tmp_path, ID, {"moten/2023-05-29": {"": nytt}}) == []


def test_en_frist_på_en_dag(tmp_path):
    ändringar = {"namnd": {"reglementen.0.kallelsefrist": "1"}, MÖTE: {"kallelse_sänd": "2024-03-04"}}
    (fynd,) = sagt(tmp_path, ID, ändringar)
    assert fynd[2] == "kallelsen sändes 2024-03-04, samma dag som mötet, men reglementet säger minst 1 dag"


@pytest.mark.parametrize(
    ("sänd", "nivå"), [("2024-03-01", "upplysning"), ("2024-03-04", "upplysning"), ("2024-03-05", "varning")]
)
def test_ett_extra_möte_får_ofta_kortare_varsel(tmp_path, sänd, nivå):
    """Men aldrig efter mötet."""
    (fynd,) = prova(tmp_path, ID, {MÖTE: {"kallelse_sänd": sänd, "slag": "extra", "begärt_av": "Eva Ek"}})
    assert fynd["nivå"] == nivå


def test_utan_frist_går_det_inte_att_pröva(tmp_path):
    """Som 2020-12-18, där källan varken säger fristen eller dagen."""
    text = "reglementet säger inte hur lång tid före mötet kallelsen ska sändas"
    fynd = sagt(tmp_path, ID, {"namnd": {"reglementen.0.kallelsefrist": BORT}, MÖTE: {"kallelse_sänd": BORT}})
    assert fynd == [("går inte att pröva", "", text)] * 2


@pytest.mark.parametrize(("idag", "antal"), [("2024-02-26", 0), ("2024-02-27", 1)])
def test_utan_dag_går_det_inte_att_pröva_när_tiden_har_gått_ut(tmp_path, idag, antal):
    text = "det står inte när kallelsen sändes; 7 dagar före mötet var det senaste"
    fynd = sagt(tmp_path, ID, {MÖTE: {"kallelse_sänd": BORT}}, dt.date.fromisoformat(idag))
    assert fynd == [("går inte att pröva", "", text)] * antal
