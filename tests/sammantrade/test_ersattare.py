"""Ersättarna träder in i den ordning som reglementet bestämmer (KL 6:17)."""

import datetime as dt

import pytest

from gns.modell.namnd import Nämnd
from gns.sammantrade.ersattare import inkallelseordning
from tests.modell.hjalp import läst, nämnd

DAG = dt.date(2021, 3, 1)
PLATSER = [
    {"person": "Ada", "som": "ledamot", "parti": "S", "part": "are"},
    {"person": "Eli", "som": "ersättare", "parti": "M", "part": "region"},
    {"person": "Fia", "som": "ersättare", "parti": "S", "part": "region"},
    {"person": "Gun", "som": "ersättare", "parti": "M", "part": "are"},
    {"person": "Hal", "som": "ersättare", "parti": "S", "part": "are"},
    {"person": "Ivo", "som": "ersättare", "parti": "S", "part": "are", "till": "2020-12-31"},
    {"id": "vakant-1", "vakant": "ja", "som": "ersättare"},
]


def _ordning(led, platser=PLATSER, **mått):
    n = läst(Nämnd, "namnd", "namnd", nämnd(platser=platser, reglementen=[{"ersättarordning": led, **mått}]))
    return [p.namn for p in inkallelseordning(n, DAG, n.platser[0])]


@pytest.mark.parametrize(
    ("led", "ordning"),
    [
        (["egen part", "eget parti"], ["Hal", "Gun", "Fia", "Eli"]),
        (["eget parti", "egen part"], ["Hal", "Fia", "Gun", "Eli"]),
        (["egen part"], ["Gun", "Hal", "Eli", "Fia"]),
        (["eget parti"], ["Fia", "Hal", "Eli", "Gun"]),
    ],
)
def test_leden_avgör_i_tur_och_ordning_sedan_platsernas_ordning(led, ordning):
    assert _ordning(led) == ordning


def test_ordningen_är_okänd_utan_reglementets_led_den_dagen():
    assert _ordning([]) == []
    assert _ordning(["egen part"], till="2020-12-31") == []


@pytest.mark.parametrize("index", [0, 2])
def test_ordningen_är_okänd_när_det_som_avgör_saknas(index):
    utan_part = [{k: v for k, v in p.items() if k != "part" or i != index} for i, p in enumerate(PLATSER)]
    assert _ordning(["egen part"], utan_part) == []
    assert _ordning(["eget parti"], utan_part) == ["Fia", "Hal", "Eli", "Gun"]
