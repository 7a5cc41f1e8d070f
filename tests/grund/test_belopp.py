"""Belopp läses till hela öre och skrivs som protokollen skriver dem."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gns.grund.belopp import STÖRST, Belopp, belopp_i_text, läs_belopp, skriv_belopp


@pytest.mark.parametrize(
    ("text", "öre"),
    [
        ("457 200 kr", 45_720_000),
        ("457200 kr", 45_720_000),
        ("457\u00a0200\u00a0kr", 45_720_000),
        ("52 010,11 kr", 5_201_011),
        ("745 tkr", 74_500_000),
        ("914,4 tkr", 91_440_000),
        ("+32 tkr", 3_200_000),
        ("-5 kr", -500),
        ("1,5 mnkr", 150_000_000),
        ("0 kr", 0),
    ],
)
def test_belopp_läses_till_öre(text, öre):
    assert läs_belopp(text).öre == öre


@pytest.mark.parametrize(
    "text",
    [
        "457 200",
        "kr",
        "45 20 kr",
        "1 23 kr",
        "12,345 kr",
        "1.5 kr",
        "１ kr",
        "5 kronor",
        "5 kr ",
        "5  kr",
        "",
        "1e3 kr",
    ],
)
def test_det_som_inte_är_belopp_vägras(text):
    with pytest.raises(ValueError, match="inget belopp"):
        läs_belopp(text)


@pytest.mark.parametrize(
    "text",
    ["1 000 000 000 000 kr", "1000000000000,00 kr", "1 000 000 000 tkr", "-1 000 000 mnkr", "999999999999,99 kr"],
)
def test_en_biljon_kronor_är_det_mesta(text):
    assert abs(läs_belopp(text).öre) in (STÖRST, STÖRST - 1)


@pytest.mark.parametrize(
    "text",
    ["1 000 000 000 000,01 kr", "1 000 000 000 001 kr", "1 000 000 001 tkr", "-1 000 001 mnkr"],
)
def test_mer_än_en_biljon_kronor_är_inget_belopp(text):
    with pytest.raises(ValueError, match="större"):
        läs_belopp(text)


@given(st.integers(-STÖRST, STÖRST))
def test_skrivet_belopp_läses_till_samma_öre(öre):
    assert läs_belopp(skriv_belopp(öre)).öre == öre


@given(st.integers(-(10**6), 10**6), st.sampled_from(["kr", "tkr", "mnkr"]))
def test_varje_enhet_går_fram_och_tillbaka(hela, enhet):
    öre = hela * {"kr": 1, "tkr": 100_000, "mnkr": 100_000_000}[enhet]
    assert läs_belopp(skriv_belopp(öre, enhet)) == Belopp(öre, enhet)


def test_belopp_i_text_finner_alla_i_ordning():
    text = "totalt 468 091 kr återbetalas med 52 010 kr, utfall på +32 tkr, GNS/8/2020 kr, 50 kronor."
    assert [b.öre for b in belopp_i_text(text)] == [46_809_100, 5_201_000, 3_200_000]


def test_det_som_inte_går_att_läsa_till_hela_öre_är_bara_text():
    """Kronor har högst två decimaler: ”45,120 kr” kan vara ett engelskt tusental."""
    assert [b.öre for b in belopp_i_text("45,125 kr, § 4 45,125 kr, 45,120 kr och 1,125 tkr")] == [112_500]


def test_paragrafens_nummer_är_inte_en_del_av_beloppet():
    assert [b.öre for b in belopp_i_text("enligt § 4 457 200 kr och §§ 17 745 tkr")] == [45_720_000, 74_500_000]


def test_tkr_jämförs_till_en_halv_enhet():
    assert läs_belopp("417 tkr").motsvarar(läs_belopp("416 500 kr"))
    assert läs_belopp("417 500 kr").motsvarar(läs_belopp("417 tkr"))
    assert not läs_belopp("417 tkr").motsvarar(läs_belopp("417 500,01 kr"))
    assert not läs_belopp("50 800 kr").motsvarar(läs_belopp("50 801 kr"))


def test_en_lång_rad_siffror_tar_inte_all_tid():
    assert belopp_i_text("123 " * 50_000) == []
