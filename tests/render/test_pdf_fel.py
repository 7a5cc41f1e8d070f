"""Fel i posten eller i stil.typ sägs på svenska, med rad."""

import errno
import os
from pathlib import Path
from typing import NoReturn

import pytest

from gns.grund.fel import Användningsfel, Diskfel
from gns.render.pdf import skriv_pdf
from tests.render.pdf_prov import STIL, brödtext, pdf
from tests.render.prov import träd

NOT = '<section class="noter"><ol><li id="n">x</li></ol></section>'
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
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
        ('rgb("#555555")', 'rgb2("#555555")', "", "stil.typ:8: namnet rgb2 finns inte"),
        ('"Open Sans"', '"Comic Sans"', "<p>a</p>", "typsnittet ”comic sans” finns inte"),
        ("#let omslag(uppgifter) = block(", "#let omslag(uppgifter) = block((", "", "öppnas men stängs aldrig"),
        ("#let noter(", "#let noter2(", NOT, "stil.typ: noter saknas"),
        ("#let underskrift(roll, namn)", "#let underskrift(roll)", SKRIV_UNDER, "andra parametrar"),
        ("#let grå", '#import "@preview/cetz:0.3.4": x\n#let grå', "", "stil.typ:8: ett typst-paket"),
        ("#let grå", '#let x = read("../../etc/passwd")\n#let grå', "", "stil.typ:8: filen går inte att använda"),
        ("#let grå", '#let x = read("/etc/hostname")\n#let grå', "", "stilen får bara läsa bilder"),
        ("#let grå", '#let x = read("hemlig.txt")\n#let grå', "", "stil.typ:8: filen går inte att använda"),
        ("#let grå", '#let x = image("lank.svg")\n#let grå', "", "stil.typ:8: filen går inte att använda"),
        ("#let grå", '#let x = image("stor.png")\n#let grå', "", "stil.typ:8: filen går inte att använda"),
        ("#let grå", '#include "annan.typ"\n#let grå', "", "stil.typ:8: filen går inte att använda"),
        ("#let grå", "#let f(x) = f(x)\n#let y = f(1)\n#let grå", "", "stil.typ:8: en funktion anropar sig själv"),
        ("  innehåll\n}", '  image(bytes("<svg/>"))\n  innehåll\n}', "", "stil.typ:6"),
        ("8.5pt", '"stor"', "", "stil.typ:15: här ska stå en längd men står en text"),
        ("8.5pt", 'rgb("#12")', "", "stil.typ:15: raden går inte att räkna ut"),
        ("#let grå", '#panic("hej")\n#let grå', "", "stil.typ:8: stilen avbryter själv: hej"),
    ],
)
def test_fel_i_stilen_sägs_med_rad(tmp_path: Path, gammalt: str, nytt: str, main: str, väntat: str):
    källa = STIL.read_text("utf-8")
    assert gammalt in källa
    (tmp_path / "hemlig.txt").write_text("hemligt")
    (tmp_path / "annan.typ").write_text("hemligt")
    (tmp_path / "hemlig.svg").write_text(SVG)
    (tmp_path / "lank.svg").symlink_to(tmp_path / "hemlig.svg")
    (tmp_path / "stor.png").write_bytes(bytes(2_000_001))
    stil = tmp_path / "stil.typ"
    stil.write_text(källa.replace(gammalt, nytt, 1), "utf-8")
    assert väntat in fel(main, stil).text


def test_en_stil_som_inte_är_text_sägs(tmp_path: Path):
    stil = tmp_path / "stil.typ"
    stil.write_bytes(b"\xff\xfe")
    assert "stil.typ är inte UTF-8 på rad 1" in fel("", stil).text


def test_en_ändrad_stil_ändrar_inget_ord(tmp_path: Path):
    stil = tmp_path / "stil.typ"
    stil.write_text(STIL.read_text("utf-8").replace('"Open Sans"', '"Libertinus Serif"'), "utf-8")
    main = "<h1>Rubrik</h1><p>Basfinansieringen är 457 200 kr.</p>"
    assert brödtext(pdf(main, stil)) == brödtext(pdf(main))


def test_bilder_bredvid_stilen_går_att_använda(tmp_path: Path):
    (tmp_path / "vapen.svg").write_text(SVG)
    stil = tmp_path / "stil.typ"
    källa = STIL.read_text("utf-8")
    stil.write_text(källa.replace("  innehåll\n}", '  image("vapen.svg", alt: "Vapen")\n  innehåll\n}'), "utf-8")
    assert "Åre" in brödtext(pdf("<p>Åre</p>", stil))
    for n in range(11):
        (tmp_path / f"{n}.png").write_bytes(bytes(2_000_000))
    assert "20 MB tillsammans" in fel("", stil).text


def test_typsts_egna_ord_visas_bara_vid_felsökning(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    stil = tmp_path / "stil.typ"
    stil.write_text('#let x = rgb("#12")')
    monkeypatch.delenv("GNS_FELSOK", raising=False)
    assert fel("", stil).text == "stil.typ:1: raden går inte att räkna ut"
    monkeypatch.setenv("GNS_FELSOK", "1")
    assert fel("", stil).text == "stil.typ:1: raden går inte att räkna ut (typst: color string has wrong length)"


@pytest.mark.parametrize("slag", ["stor", "rör", "länk", "rätt", "mapprätt"])
def test_en_stil_som_inte_är_en_vanlig_läsbar_fil_sägs(tmp_path: Path, slag: str, monkeypatch: pytest.MonkeyPatch):
    stil = tmp_path / "stil.typ"
    if slag == "stor":
        stil.write_bytes(b" " * 1_000_001)
    elif slag == "rör":
        os.mkfifo(stil)
    elif slag == "länk":
        stil.symlink_to("/dev/zero")
    elif slag == "rätt":
        stil.write_text("x")
        monkeypatch.setattr(os, "open", neka)
    else:
        monkeypatch.setattr(Path, "iterdir", neka)
    with pytest.raises((Användningsfel, Diskfel)) as fångat:
        skriv_pdf(träd(""), stil)
    assert isinstance(fångat.value, Diskfel) == (slag in ("länk", "rätt", "mapprätt"))
    assert fångat.value.råd


def neka(*_: object) -> NoReturn:
    raise PermissionError(errno.EACCES, "nej")
