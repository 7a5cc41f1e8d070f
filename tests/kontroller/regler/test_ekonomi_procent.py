"""EKONOMI-procent: procenten i radens namn är den som beloppet är, så när som på radens avrundning."""

import pytest

from tests.kontroller.arkiv import BORT, prova, sagt

ID = "EKONOMI-procent"
ÅR = "budgetar/2024"
RAD = "budget.grupper.1.rader.1"
FÄLT = "budget grupper kostnader rader {} belopp"


def test_rätt_procent_är_uppfylld(tmp_path):
    assert prova(tmp_path, ID) == []


@pytest.mark.parametrize(
    ("namn", "belopp", "text"),
    [
        (
            "OH 10 %",
            "-50 000,01 kr",
            "OH 10 %: 10 % av 500 000 kr är 50 000 kr, men raden är 50 000,01 kr, som är 10,00 %",
        ),
        ("OH 10 %", "-50,4 tkr", "OH 10 %: 10 % av 500 tkr är 50 tkr, men raden är 50,4 tkr, som är 10,08 %"),
        ("OH 10,09 %", "-50,4 tkr", None),
        ("OH 10,1 %", "-50 tkr", None),
        ("OH 10,1 %", "-51 tkr", None),
        ("OH 10,1 %", "-49 tkr", "OH 10,1 %: 10,1 % av 500 tkr är 50,5 tkr, men raden är 49 tkr, som är 9,80 %"),
        ("OH 16%", "-80 tkr", None),
        ("OH", "-80 tkr", None),
    ],
)
def test_båda_sidor_om_avrundningen(tmp_path, namn, belopp, text):
    fynd = sagt(tmp_path, ID, {ÅR: {f"{RAD}.namn": namn, f"{RAD}.belopp": belopp}})
    assert fynd == ([("bruten", FÄLT.format(namn), text)] if text else [])


def test_utan_procent_av_räknas_det_på_gruppens_andra_rader(tmp_path):
    assert sagt(tmp_path / "a", ID, {ÅR: {f"{RAD}.procent_av": BORT}}) == []
    en_till = {"namn": "Resor", "belopp": "-100 000 kr"}
    fynd = sagt(tmp_path / "b", ID, {ÅR: {f"{RAD}.procent_av": BORT, "budget.grupper.1.rader.2": en_till}})
    assert [f[2].partition(",")[0] for f in fynd] == ["OH 10 %: 10 % av 600 000 kr är 60 000 kr"]


@pytest.mark.parametrize(
    ("namn", "prövas"),
    [("Samordnare 50 %", False), ("Overhead 50 %", True), ("Påslag 50 %", True), ("Ohoj 50 %", False)],
)
def test_bara_ett_påslag_räknas_på_andra_rader_av_sig_självt(tmp_path, namn, prövas):
    fynd = sagt(tmp_path, ID, {ÅR: {f"{RAD}.procent_av": BORT, f"{RAD}.namn": namn}})
    assert bool(fynd) is prövas
