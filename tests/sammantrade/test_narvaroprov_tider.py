"""Mötets klockslag finns, ligger inom mötet och går åt rätt håll."""

from typing import Any

import pytest

from gns.grund.datum import finns_klockslag, läs_datum
from tests.sammantrade.narvarobygge import fynden, fyndet, händelse


@pytest.mark.parametrize(
    ("dag", "finns"),
    [
        ("1981-03-29", False),
        ("1996-03-31", False),
        ("2020-03-29", False),
        ("2021-03-28", False),
        ("2021-03-21", True),
        ("2021-03-27", True),
        ("2021-10-31", True),
        ("1979-03-25", True),
    ],
)
def test_timmen_som_sommartiden_hoppar_över_finns_inte(dag, finns):
    assert finns_klockslag(läs_datum(dag), "02:00") is finns
    assert finns_klockslag(läs_datum(dag), "02:59") is finns
    assert finns_klockslag(läs_datum(dag), "01:59")
    assert finns_klockslag(läs_datum(dag), "03:00")


def test_varje_klockslag_i_posten_prövas_mot_sommartiden():
    natt: dict[str, Any] = {
        "start": "02:00",
        "slut": "02:40",
        "förfall": [{"namn": "Ivo", "anmält": "02:05"}],
        "ajourneringar": [{"från": "02:10", "till": "02:20"}],
        "paragraf": {"reservationer": [{"av": "Bo", "anmäld": "02:30"}]},
        "beslut": (1,),
    }
    händelser = [händelse("går", "Bo", 1, klockan="02:30")]
    ut = fynden(*händelser, datum="2021-03-28", **natt)
    assert [väg for väg, _, _ in ut] == [
        ("start",),
        ("slut",),
        ("förfall", 0, "anmält"),
        ("händelser", 0, "klockan"),
        ("ajourneringar", 0, "från"),
        ("ajourneringar", 0, "till"),
        ("paragrafer", 0, "reservationer", 0, "anmäld"),
    ]
    assert ut[0][1:] == ("fel", "klockan 02:00 finns inte den 2021-03-28, då sommartiden börjar")
    assert fynden(*händelser, datum="2021-03-27", **natt) == []


@pytest.mark.parametrize(
    ("klockan", "text"),
    [
        ("08:59", "klockan 08:59 är före mötets start 09:00"),
        ("09:00", None),
        ("09:30", None),
        ("09:31", "klockan 09:31 är mötet ajournerat, från 09:30 till 09:40"),
        ("09:40", None),
        ("10:00", None),
        ("10:01", "klockan 10:01 är efter mötets slut 10:00"),
    ],
)
def test_klockan_är_inom_mötet_och_inte_i_en_ajournering(klockan, text):
    tider: dict[str, Any] = {"start": "09:00", "slut": "10:00", "ajourneringar": [{"från": "09:30", "till": "09:40"}]}
    ut = fynden(händelse("går", "Hed", 2, klockan=klockan), **tider)
    assert ut == ([(("händelser", 0, "klockan"), "fel", text)] if text else [])


def test_slutar_mötet_innan_det_börjar_sägs_bara_det():
    assert fynden(händelse("går", "Hed", 2, klockan="09:30"), start="10:00", slut="09:00") == []


def test_klockan_går_inte_bakåt():
    händelser = [händelse("går", "Hed", 3, klockan="09:10"), händelse("går", "Gun", 2, klockan="09:20")]
    text = "i § 3 är klockan 09:10, men redan i § 2 var den 09:20"
    assert fyndet(*händelser) == (("händelser", 0, "klockan"), "fel", text)
    assert fynden(*(h | {"paragraf": "2"} for h in händelser)) == []


def test_för_en_person_går_klockan_inte_bakåt_i_samma_paragraf():
    händelser = [händelse("går", "Hed", 2, klockan="09:20"), händelse("kommer", "Hed", 2, 2, klockan="09:10")]
    text = "i § 2 är klockan 09:10, men tidigare i § 2 var den 09:20"
    assert fyndet(*händelser, beslut=(1, 2)) == (("händelser", 1, "klockan"), "fel", text)
