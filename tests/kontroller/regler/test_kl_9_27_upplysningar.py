"""KL-9-27-upplysningar: frågor från parternas fullmäktige besvaras inom 30 dagar; bara när nämnden har valt regeln."""

import datetime as dt

import pytest

from tests.kontroller.arkiv import IDAG, sagt

ID = "KL-9-27-upplysningar"
FRÅGA = {"part": "are", "fråga": "Hur många använder tjänsten?"}


def _fynd(tmp_path, *frågor, vald=True):
    valda = {"reglementen.0.valda_regler": [ID]} if vald else {}
    ställda = {"upplysningar": [FRÅGA | f for f in frågor]} if frågor else {}
    return sagt(tmp_path, ID, {"namnd": ställda | valda})


def _dag(före):
    return str(IDAG - dt.timedelta(days=före))


@pytest.mark.parametrize(("före", "brutet"), [(30, False), (31, True)])
def test_trettio_dagar_går_och_trettioen_inte(tmp_path, före, brutet):
    text = f"frågan från Åre kommun den {_dag(31)} är inte besvarad efter 31 dagar"
    väntat = [("bruten", "upplysningar are", text)] if brutet else []
    assert _fynd(tmp_path, {"datum": _dag(före)}) == väntat


def test_en_besvarad_fråga_är_besvarad_också_när_det_tog_tid(tmp_path):
    assert _fynd(tmp_path, {"datum": "2023-01-10", "besvarad": "2024-01-10"}) == []


@pytest.mark.parametrize(("besvarad", "antal"), [("2024-05-01", 0), ("2024-04-30", 1)])
def test_svaret_är_inte_äldre_än_frågan(tmp_path, besvarad, antal):
    text = "frågan från Åre kommun kom 2024-05-01 men besvarades redan 2024-04-30"
    väntat = [("bruten", "upplysningar are besvarad", text)] * antal
    assert _fynd(tmp_path, {"datum": "2024-05-01", "besvarad": besvarad}) == väntat


def test_en_fråga_före_lagens_lydelse_går_inte_att_pröva(tmp_path):
    text = "lagens lydelse före 2020-01-01 är inte inlagd"
    assert _fynd(tmp_path, {"datum": "2019-12-31"}) == [("går inte att pröva", "upplysningar are", text)]


def test_utan_frågor_och_utan_val_sägs_inget(tmp_path):
    assert _fynd(tmp_path / "a") == []
    assert _fynd(tmp_path / "b", {"datum": "2021-01-01"}, vald=False) == []
