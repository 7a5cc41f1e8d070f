"""Fel i posten eller i stil.typ sägs på svenska, med rad."""

from pathlib import Path

import pytest

from gns.grund.fel import Användningsfel
from gns.render.pdf import skriv_pdf
from tests.render.pdf_prov import STIL, brödtext, pdf
from tests.render.prov import träd

NOT = '<section class="noter"><ol><li id="n">x</li></ol></section>'
SKRIV_UNDER = '<div class="underskrift"><p>a</p><p>b</p></div>'


def fel(main: str, stil: Path = STIL) -> Användningsfel:
    with pytest.raises(Användningsfel) as fångat:
        skriv_pdf(träd(main), stil)
    assert fångat.value.råd
    return fångat.value


@pytest.mark.parametrize(("tecken", "nummer"), [("😀", "U+1F600"), ("中", "U+4E2D"), ("\ue000", "U+E000")])
def test_ett_tecken_som_inget_typsnitt_har_namnges_med_sin_text(tecken: str, nummer: str):
    text = fel(f"<h1>Rubrik</h1><ul><li>Ett {tecken} här</li></ul>").text
    assert f"{nummer} i ”Ett {tecken} här”" in text


def test_många_okända_tecken_räknas():
    assert " och 2 till" in fel(f"<p>{' '.join('一二三四五六七')}</p>").text


@pytest.mark.parametrize("tecken", "→✓αЖ−‑")
def test_ett_tecken_som_bara_reservtypsnitten_har_skrivs_ändå(tecken: str):
    assert brödtext(pdf(f"<p>aa{tecken}bb</p>")) == f"aa{tecken}bb"


@pytest.mark.parametrize(
    ("gammalt", "nytt", "main", "väntat"),
    [
        ('rgb("#555555")', 'rgb2("#555555")', "", "stil.typ:7: namnet rgb2 finns inte"),
        ('"Open Sans"', '"Comic Sans"', "<p>a</p>", "typsnittet ”comic sans” finns inte"),
        ("#let omslag(uppgifter) = block(", "#let omslag(uppgifter) = block((", "", "öppnas men stängs aldrig"),
        ("#let noter(", "#let noter2(", NOT, "stil.typ: noter saknas"),
        ("#let underskrift(roll, namn)", "#let underskrift(roll)", SKRIV_UNDER, "andra parametrar"),
        ("#let grå", '#import "@preview/cetz:0.3.4": x\n#let grå', "", "stil.typ:7: ett typst-paket"),
        ("#let grå", '#let x = read("../../etc/passwd")\n#let grå', "", "bara filer i stilens egen mapp"),
        ("#let grå", '#let x = read("nej.txt")\n#let grå', "", "nej.txt finns inte"),
        ("  innehåll\n}", '  image(bytes("<svg/>"))\n  innehåll\n}', "", "stil.typ:6"),
        ("8.5pt", '"stor"', "", "stil.typ:14: typst väntade sig length men fann string"),
        ("#let grå", '#panic("hej")\n#let grå', "", "stil.typ:7: typst säger ”panicked with: hej”"),
    ],
)
def test_fel_i_stilen_sägs_med_rad(tmp_path: Path, gammalt: str, nytt: str, main: str, väntat: str):
    källa = STIL.read_text("utf-8")
    assert gammalt in källa
    stil = tmp_path / "stil.typ"
    stil.write_text(källa.replace(gammalt, nytt, 1), "utf-8")
    assert väntat in fel(main, stil).text


def test_en_stil_som_inte_är_text_sägs(tmp_path: Path):
    stil = tmp_path / "stil.typ"
    stil.write_bytes(b"\xff\xfe")
    assert "stil.typ går inte att läsa" in fel("", stil).text


def test_en_ändrad_stil_ändrar_inget_ord(tmp_path: Path):
    stil = tmp_path / "stil.typ"
    stil.write_text(STIL.read_text("utf-8").replace('"Open Sans"', '"Libertinus Serif"'), "utf-8")
    main = "<h1>Rubrik</h1><p>Basfinansieringen är 457 200 kr.</p>"
    assert brödtext(pdf(main, stil)) == brödtext(pdf(main))
