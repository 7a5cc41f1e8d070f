"""Ett svar gäller sin regel, sin post och sin plats, och bara det som är brutet; annat stoppar som förut."""

import pytest

from tests.kontroller.arkiv import prova

ANSLAG, ID = "anslag/2024-03-04", "KL-8-12-anslag"
SENT = {"anslag.1.uppsatt": "2024-03-20"}
SVAR = {
    "regel": ID,
    "plats": "anslag are uppsatt",
    "svar": "Det vet nämnden om.\n",
    "av": "Eva Ek",
    "datum": "2024-05-02",
}


def _besvarat(mapp, **annat):
    svar = {n: v for n, v in (SVAR | annat).items() if v is not None}
    (fynd,) = prova(mapp, ID, {ANSLAG: SENT, "svar/2024-03-04": {"": {"svar": [svar]}}})
    return fynd["besvarat"]


@pytest.mark.parametrize(
    ("annat", "gäller"),
    [
        ({}, True),
        ({"plats": None}, True),
        ({"slag": "anslag"}, True),
        ({"slag": "möte"}, False),
        ({"regel": "KL-13-5-nedtagning"}, False),
        ({"regel": "KL-13-5-nedtagning", "plats": None}, False),
        ({"plats": "anslag berg uppsatt"}, False),
    ],
)
def test_svaret_gäller_bara_sitt_fynd(tmp_path, annat, gäller):
    assert _besvarat(tmp_path, **annat) == gäller


def test_det_som_inte_går_att_pröva_kan_inte_besvaras(tmp_path):
    okänd = {"moten/2024-03-04": {"justering": {"justerat": "okänd dag"}}}
    alla = {"": {"svar": [SVAR | {"plats": "anslag region uppsatt"}]}}
    fynd = prova(tmp_path, ID, {**okänd, "svar/2024-03-04": alla})
    assert [f["besvarat"] for f in fynd if f["fält"] == "anslag region uppsatt"] == [False]


@pytest.mark.parametrize(("till", "prövas"), [(None, True), ("2024-06-03", True), ("2024-06-02", False)])
def test_en_valfri_regel_prövas_så_länge_reglementet_väljer_den(tmp_path, till, prövas):
    valt = {"reglementen.0.valda_regler": ["KL-9-34-ansvarsfrihet"]} | ({"reglementen.0.till": till} if till else {})
    fynd = prova(tmp_path, "KL-9-34-ansvarsfrihet", {"namnd": valt})
    assert bool(fynd) == prövas
