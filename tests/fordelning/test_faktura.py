"""Det som faktureras: förskottet är hela basfinansieringen, skillnaderna i maj är noll, återbetalningen är den beslutade."""

import pytest

from gns.fordelning.faktura import Utelämnat, fakturering
from gns.fordelning.moms import momsgrupper
from tests.fordelning.test_avrakning import ÅTER, bok

BAS = {"belopp": "100 kr", "ursprung": "fullmäktige"}


def _belopp(f):
    return [(u.part, u.belopp_öre, [str(r.förfaller) for r in u.rader if r.förfaller]) for u in f.underlag]


def test_förskottet_är_hela_basfinansieringen():
    b = bok({2019: {"basfinansiering": BAS}})
    f = fakturering(b, b.budgetår[2019], "januari")
    assert _belopp(f) == [("region", 3_300, []), ("are", 3_400, []), ("berg", 3_300, [])]
    assert f.utelämnat == ()


def test_förskottet_delas_på_betalningsdagarna_utan_att_något_faller_bort():
    bas = BAS | {"betalas": ["2019-01-31", "2019-07-31"], "betalningsbeslut": "2018-12-01 § 1"}
    fakturor = [
        {"nr": "2", "part": "are", "avser": "januari", "datum": "2019-07-01", "förfaller": "2019-07-31"},
        {"nr": "1", "part": "are", "avser": "januari", "datum": "2019-01-02", "förfaller": "2019-01-31"},
    ]
    b = bok({2019: {"basfinansiering": bas, "fakturor": fakturor}})
    f = fakturering(b, b.budgetår[2019], "januari")
    are = [u for u in f.underlag if u.part == "are"]
    assert [(u.belopp_öre, u.faktura.nr if u.faktura else None) for u in are] == [(1_700, "1"), (1_700, "2")]
    assert sum(u.belopp_öre for u in f.underlag) == 10_000
    region = [u.belopp_öre for u in f.underlag if u.part == "region"]
    assert region == [1_700, 1_600]  # 33 kr på två dagar


def _elever(*tal):
    return [
        {"part": "region", "deltar": "nej"},
        *({"part": p, "värde": v} for p, v in zip(("are", "berg"), tal, strict=True)),
    ]


def test_skillnaden_i_maj_är_tillsammans_noll_och_januari_är_det_som_var_känt():
    nyckel = {
        "typ": "elevantal", "mätdag": "2017-10-15", "enhet": "elever", "exempeldata": "ja", "värden": _elever("100", "100"),
        "uppdatering": {"datum": "2019-05-06", "mätdag": "2018-10-15", "värden": _elever("150", "50")},
    }  # fmt: skip
    ett = {
        "id": "support", "typ": "gemensamt", "namn": "Support", "belopp": "1 000 kr", "fördelningsnyckel": "elevantal",
        "parter": [{"part": "are"}, {"part": "berg"}],
    }  # fmt: skip
    b = bok({2019: {"nycklar": [nyckel], "initiativ": [ett]}})
    januari, maj = (fakturering(b, b.budgetår[2019], t) for t in ("januari", "maj"))
    assert _belopp(januari) == [("are", 50_000, []), ("berg", 50_000, [])]
    assert _belopp(maj) == [("are", 25_000, []), ("berg", -25_000, [])]
    assert januari.exempeldata
    assert maj.exempeldata
    assert januari.utelämnat == (Utelämnat("Basfinansiering", "den är inte känd", hindrar=True),)


def test_en_återbetalning_är_en_kredit_och_det_som_ingen_får_sägs():
    b = bok({2019: {"basfinansiering": BAS}}, [("2019-06-03", ÅTER | {"belopp": "100 kr", "per_part": "33 kr"})])
    f = fakturering(b, b.budgetår[2019], "återbetalning")
    assert _belopp(f) == [("region", -3_300, []), ("are", -3_300, []), ("berg", -3_300, [])]
    assert f.utelämnat == (Utelämnat("medel", "1 kr av 100 kr får ingen part"),)
    assert fakturering(b, b.budgetår[2019], "maj").underlag == ()


def test_det_som_köps_av_en_part_faktureras_inte_här():
    köp = {
        "id": "gis",
        "typ": "köp-sälj",
        "namn": "GIS",
        "säljare": "region",
        "pris": "9 kr",
        "köpare": [{"part": "are", "antal": "1"}],
    }
    b = bok({2019: {"basfinansiering": BAS, "initiativ": [köp]}})
    assert fakturering(b, b.budgetår[2019], "januari").utelämnat == (
        Utelämnat("GIS", "köparna betalar säljaren direkt"),
    )


def test_ören_under_en_krona_sägs():
    ett = {
        "id": "drift", "typ": "gemensamt", "namn": "Drift", "belopp": "100,40 kr", "fördelningsnyckel": "lika",
        "parter": [{"part": "are"}, {"part": "berg"}],
    }  # fmt: skip
    b = bok({2019: {"initiativ": [ett]}})
    assert Utelämnat("Drift", "0,40 kr är kvar odelat") in fakturering(b, b.budgetår[2019], "januari").utelämnat


def test_en_kredit_och_en_ny_faktura_är_tillsammans_underlaget():
    fakturor = [
        {"nr": nr, "part": "are", "avser": "januari", "datum": f"2019-01-{dag}", "belopp": belopp}
        for nr, dag, belopp in (("1", "02", "300 kr"), ("2", "03", "-300 kr"), ("3", "04", "34 kr"))
    ]
    b = bok({2019: {"basfinansiering": BAS, "fakturor": fakturor}})
    (are,) = [u for u in fakturering(b, b.budgetår[2019], "januari").underlag if u.part == "are"]
    assert are.faktura
    assert are.faktura.nr == "3"


def test_fakturan_hör_till_sin_förfallodag_och_varje_återbetalning_har_sin():
    bas = BAS | {"betalas": ["2019-01-31", "2019-06-30"], "betalningsbeslut": "2018-12-01 § 1"}
    juni = {"nr": "9", "part": "are", "avser": "januari", "datum": "2019-06-01", "förfaller": "2019-06-30"}
    krediter = [{"nr": f"K{n}", "part": "are", "avser": "återbetalning", "datum": f"2019-1{n}-05"} for n in (1, 2)]
    åter = [(f"2019-1{n}-01", ÅTER | {"belopp": f"{n}00 kr", "fördelningsnyckel": "lika"}) for n in (1, 2)]
    b = bok({2019: {"basfinansiering": bas, "fakturor": [juni, *krediter]}}, åter)

    def åres(tillfälle):
        alla = fakturering(b, b.budgetår[2019], tillfälle).underlag
        return [(u.belopp_öre, u.faktura.nr if u.faktura else None) for u in alla if u.part == "are"]

    assert åres("januari") == [(1_700, None), (1_700, "9")]
    assert åres("återbetalning") == [(-3_400, "K1"), (-6_700, "K2")]


def test_det_som_beslutas_efter_januari_är_inte_med_i_förskottet():
    ett = {
        "id": "sent", "typ": "gemensamt", "namn": "Sent", "belopp": "100 kr", "fördelningsnyckel": "lika", "beslut": "2019-09-13 § 3",
        "parter": [{"part": "are"}, {"part": "berg"}],
    }  # fmt: skip
    b = bok({2019: {"basfinansiering": BAS, "initiativ": [ett]}})
    f = fakturering(b, b.budgetår[2019], "januari")
    assert sum(u.belopp_öre for u in f.underlag) == 10_000
    assert f.utelämnat == (
        Utelämnat("Sent", "beslutades 2019-09-13 § 3, efter januari; det faktureras som nämnden bestämmer"),
    )


@pytest.mark.parametrize(
    ("rader", "väntat"),
    [
        ([(10_000, "25 %", None)], [("S", 25, 10_000, 2_500)]),
        ([(1, "25 %", None), (1, "25 %", None)], [("S", 25, 2, 1)]),  # avrundas en gång per grupp, halva från noll
        ([(-1, "25 %", None), (-1, "25 %", None)], [("S", 25, -2, -1)]),
        ([(100, "undantaget", "skäl"), (50, "6 %", None)], [("E", 0, 100, 0), ("S", 6, 50, 3)]),
        ([(100, "utanför momsen", "skäl")], [("O", None, 100, 0)]),
    ],
)
def test_momsen_räknas_en_gång_per_grupp(rader, väntat):
    assert [(g.kategori, g.procent, g.underlag_öre, g.moms_öre) for g in momsgrupper(rader)] == väntat
