"""Skillnaden mellan två träd i ord, och en posts händelser ur dess versioner."""

import pytest

from gns.dokument.andring import skillnader
from gns.dokument.historik import Händelse, Postval, Version, bygg_händelser

MÖTET = Postval("mote", "2024-03-04", "2024-03-04")
LÅNG = " ".join(f"ord{n}" for n in range(40))


def _par(förr, nu):
    return [tuple(ä) for ä in skillnader(förr, nu)]


@pytest.mark.parametrize(
    ("förr", "nu", "väntat"),
    [
        ({"a": "1"}, {"a": "1"}, []),
        ({"belopp": "914 400 kr"}, {"belopp": "457 200 kr"}, [("belopp", "914 400 kr", "457 200 kr")]),
        ({}, {"senast": "2024-01-01"}, [("senast", "", "2024-01-01")]),
        ({"plats": "Salen"}, {}, [("plats", "Salen", "")]),
        ({"a": {"b": {"c": "1"}}}, {"a": {"b": {"c": "2"}}}, [("a b c", "1", "2")]),
        ({"a": "x  y\nz"}, {"a": "x y z"}, [("a", "x y z", "x y z")]),
        ({"till": ["A", "B"]}, {"till": ["A", "C", "B"]}, [("till", "", "C")]),
        ({"till": ["A", "B"]}, {"till": ["A", "C"]}, [("till 2", "B", "C")]),
        ({"till": ["A"]}, {"till": "A"}, [("till", "A", "A")]),
        (
            {"paragrafer": [{"nr": "1", "rubrik": "Ett"}, {"nr": "2", "rubrik": "Två"}]},
            {"paragrafer": [{"nr": "1", "rubrik": "Ett"}, {"nr": "2", "rubrik": "Budget"}]},
            [("§ 2 rubrik", "Två", "Budget")],
        ),
        (
            {"paragrafer": [{"rubrik": "Ett", "beslut": ["x"]}]},
            {"paragrafer": [{"nr": "7", "rubrik": "Ett", "beslut": ["x"]}]},
            [("§ 7 nr", "", "7")],
        ),
        (
            {"yrkanden": [{"id": "a", "av": "Eva"}]},
            {"yrkanden": [{"id": "ny", "av": "Ulf"}, {"id": "a", "av": "Eva Ek"}]},
            [("yrkanden ny", "", "id ny, av Ulf"), ("yrkanden a av", "Eva", "Eva Ek")],
        ),
        (
            {"x": [{"id": "a"}, {"id": "b"}]},
            {"x": [{"id": "b"}, {"id": "a"}]},
            [("x ordning", "a, b", "b, a")],
        ),
        ({"x": [{"id": "a", "v": "1"}, {"id": "b"}]}, {"x": [{"id": "b"}]}, [("x a", "id a, v 1", "")]),
    ],
)
def test_skillnaden_sägs_fält_för_fält(förr, nu, väntat):
    assert _par(förr, nu) == väntat


def test_av_en_lång_text_visas_orden_som_skiljer():
    nu = LÅNG.replace("ord3 ", "tre ").replace("ord20", "ett tal till").replace(" ord39", "")
    assert _par({"t": LÅNG}, {"t": nu}) == [("t", "ord3 … ord20 … ord39", "tre … ett tal till")]


def test_två_poster_med_samma_namn_hålls_isär():
    förr = {"närvaro": [{"namn": "Eva", "som": "ledamot"}, {"namn": "Eva", "som": "övrig"}]}
    nu = {"närvaro": [{"namn": "Eva", "som": "ledamot"}, {"namn": "Eva", "som": "ersättare"}]}
    assert _par(förr, nu) == [("närvaro Eva (2) som", "övrig", "ersättare")]


def _v(commit, träd, *föräldrar, fel="", fil="a.yaml"):
    return Version(commit, föräldrar, "Åsa", None, "", fil, träd, fel)


def _rader(*versioner, val=MÖTET):
    return [(h.commit, h.vad, h.fält, h.förr, h.nu) for h in bygg_händelser(versioner, val)]


def test_ett_helt_liv():
    assert _rader(
        _v("1", {"plats": "Salen"}),
        _v("2", {"plats": "Aulan"}, "1"),
        _v("3", {"plats": "Aulan"}, "2"),
        _v("4", None, "3", fel="filen är tom (rad 1)"),
        _v("5", {"plats": "Aulan", "start": "09:00"}, "4"),
        _v("6", None, "5"),
        _v("7", {"plats": "Salen"}, "6", fil="b.yaml"),
    ) == [
        ("1", "ny", "", "", "plats Salen"),
        ("2", "ändrat", "plats", "Salen", "Aulan"),
        ("3", "bara formen", "", "", ""),
        ("4", "går inte att läsa", "", "", "filen är tom (rad 1)"),
        ("5", "tillagt", "start", "", "09:00"),
        ("6", "borttagen", "", "plats Aulan, start 09:00", ""),
        ("7", "nytt filnamn", "", "a.yaml", "b.yaml"),
        ("7", "ny", "", "", "plats Salen"),
    ]


def test_en_sammanslagning_visar_bara_det_som_ingen_gren_hade():
    träd = {"a": "1", "b": "1", "c": "1"}
    assert _rader(
        _v("1", träd),
        _v("2", träd | {"a": "2"}, "1"),
        _v("3", träd | {"b": "2"}, "1"),
        _v("4", {"a": "2", "b": "2", "c": "9"}, "2", "3"),
    )[1:] == [
        ("2", "ändrat", "a", "1", "2"),
        ("3", "ändrat", "b", "1", "2"),
        ("4", "ändrat", "c", "1", "9"),
    ]


def _möte(*paragrafer):
    return {"paragrafer": list(paragrafer)}


def test_en_paragraf_följs_genom_sina_nummer_och_andras_ändringar_syns_inte():
    val = Postval("mote", "2024-03-04", "2024-03-04 § 8", "8")
    ett = {"nr": "8", "rubrik": "Ett", "beslut": ["Ja."]}
    assert _rader(
        _v("1", _möte({"rubrik": "Budget", "beslut": ["Nej."]})),
        _v("2", _möte(ett | {"nr": "7"}, {"nr": "8", "rubrik": "Budget", "beslut": ["Nej."]}), "1"),
        _v("3", _möte(ett | {"nr": "6"}, {"nr": "8", "rubrik": "Budget", "beslut": ["Ja."]}), "2"),
        val=val,
    ) == [
        ("1", "ny", "", "", "Budget"),
        ("2", "tillagt", "nr", "", "8"),
        ("3", "ändrat", "beslut", "Nej.", "Ja."),
    ]


def test_ett_belopp_för_sig():
    val = Postval("mote", "2024-03-04", "2024-03-04 § 1 a", "1", "a")

    def möte(*verkningar):
        return _möte({"nr": "1", "rubrik": "Budget", "innebär": list(verkningar)})

    assert _rader(
        _v("1", möte()),
        _v("2", möte({"id": "a", "typ": "fastställer", "belopp": "914 400 kr"}), "1"),
        _v("", möte({"id": "a", "typ": "fastställer", "belopp": "457 200 kr"}, {"id": "b"}), "2"),
        val=val,
    ) == [
        ("2", "ny", "", "", "typ fastställer, belopp 914 400 kr"),
        (None, "ändrat", "belopp", "914 400 kr", "457 200 kr"),
    ]


def test_en_post_som_aldrig_fanns_har_inget_liv():
    assert bygg_händelser((), MÖTET) == ()
    assert bygg_händelser((_v("1", None),), MÖTET) == ()
    assert Händelse.__slots__
