"""Pdf: papper att skriva under, som går att läsa upp, arkivera och söka i."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gns.render.pdf import skriv_pdf
from tests.render.pdf_prov import FOT, HUVUD, STIL, brödtext, pdf, roller, rot, sidor
from tests.render.prov import ihop, träd, xml

ALLT = """
<h1>Protokoll</h1><p class="ledtext">Ledtext</p>
<dl class="omslag"><dt>Plats</dt><dd>Teams kl. 09:00–10:15</dd><dt>Närvarande</dt><dd><p>Anna</p><p>Bo</p></dd></dl>
<dl><dt>Ord</dt><dd>förklaring</dd></dl>
<section class="håll-ihop"><h2>Underskrifter</h2><div class="underskrift"><p>Ordförande</p><p>Robert</p></div></section>
<section class="ny-sida" id="p19"><h2>§ 19 Budget</h2>
<p>Med <em>betonat</em> och <strong>starkt</strong>, not<a class="not" href="#n1">1</a>, <a href="#p19">hit</a>.<br/>Rad.</p>
<ul><li>punkt</li></ul><ol start="4"><li>fyra</li><li value="9"><p>nio</p><ul><li>inre</li></ul></li></ol>
<ul class="ärendelista"><li><a href="#p19">§ 19 Budget</a></li></ul>
<table><caption>Delar</caption><thead><tr><th scope="col">Part</th><th scope="col">Belopp</th></tr></thead>
<tbody><tr><th scope="row">Åre</th><td class="tal">50 800 kr</td></tr></tbody></table>
<p class="justerad">Paragrafen är justerad</p>
<section class="noter"><ol><li id="n1">Noten.</li></ol></section></section>
"""


def test_båda_märkena_språk_titel_och_organ_står_i_filen():
    läst = pdf(ALLT)
    katalog = rot(läst)
    xmp = katalog["/Metadata"].get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in xmp
    assert "<pdfaid:part>2</pdfaid:part>" in xmp
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in xmp
    assert katalog["/Lang"] == "sv"
    assert bool(katalog["/MarkInfo"]["/Marked"])
    assert katalog["/ViewerPreferences"]["/DisplayDocTitle"]
    assert läst.metadata
    assert (läst.metadata.title, läst.metadata.author) == ("T", "Nämnden")
    assert str(läst.metadata["/CreationDate"]) == "D:20201218000000Z"


def test_taggträdet_har_rubriker_stycken_listor_och_bara_riktiga_tabeller():
    antal = roller(pdf(ALLT))
    assert (antal["/H1"], antal["/H2"], antal["/Table"], antal["/Caption"]) == (1, 2, 1, 1)
    assert (antal["/TH"], antal["/TD"], antal["/Link"], antal["/Em"]) == (2, 2, 3, 1)
    assert antal["/L"] >= 5
    assert antal["/P"] > 5


def test_bokmärken_följer_rubrikerna():
    första, under = pdf(ALLT).outline
    assert första.title == "Protokoll"  # type: ignore[union-attr]
    assert [b.title for b in under] == ["Underskrifter", "§ 19 Budget"]  # type: ignore[union-attr]


def test_varje_sida_har_huvud_fot_utkast_och_sidnummer():
    alla = sidor(pdf(ALLT))
    assert len(alla) == 2
    for nr, text in enumerate(alla, 1):
        assert "Nämnden" in text
        assert "UTKAST – EJ JUSTERAT" in text
        assert "Mötesdatum 2020-12-18" in text
        assert "Utdragsbestyrkande" in text
        assert f"Sida {nr} (2)" in text


def test_all_text_står_i_mallens_ordning():
    text = brödtext(pdf(ALLT))
    ord_ = "Protokoll Ledtext Plats Teams Anna Bo Ord förklaring Underskrifter Ordförande Robert Budget betonat starkt not1"
    ord_ += " hit Rad. punkt 4. fyra 9. nio inre Budget Delar Part Belopp Åre 50 800 kr justerad 1. Noten."
    plats = -1
    for o in ord_.split():
        plats = text.index(o, plats + 1)


@pytest.mark.parametrize(
    "bit", ["457 200 kr", "§ 19", "18 december 2020", "2020-12-18", "kl. 09:00–10:15", "GNS/8/2020"]
)
def test_det_som_hör_ihop_står_på_samma_rad_var_det_än_hamnar(bit: str):
    fyllning = ["x" * n + " " + "ord " * 18 for n in range(1, 30)]
    text = "\n".join(sidor(pdf("".join(f"<p>{f}{bit} slut</p>" for f in fyllning))))
    assert text.count(bit) - (bit == "2020-12-18") * text.count("Mötesdatum 2020-12-18") == len(fyllning)


def test_först_kommer_ingen_tom_sida():
    assert (
        len(pdf('<section class="ny-sida"><h1>A</h1></section><section class="ny-sida"><p>b</p></section>').pages) == 2
    )


def test_för_mycket_att_hålla_ihop_bryts_och_inget_försvinner():
    rader = "".join(f"<p>rad {n}.</p>" for n in range(120))
    läst = pdf(f'<h1>A</h1><div class="håll-ihop">{rader}</div>')
    assert len(läst.pages) > 2
    assert all(f"rad {n}." in brödtext(läst) for n in range(120))


def test_ny_sida_inne_i_det_som_hålls_ihop_går_bra():
    assert len(pdf('<div class="håll-ihop"><p>a</p><section class="ny-sida"><p>b</p></section></div>').pages) == 2


def test_paragrafen_är_justerad_hamnar_aldrig_ensam_på_en_sida():
    for n in range(28, 44):
        sista = sidor(pdf("<p>rad</p>" * n + '<p>sist</p><p class="justerad">Paragrafen är justerad</p>'))[-1]
        assert "sist" in sista


def test_rubriker_som_hoppar_över_en_nivå_blir_ändå_rätt_taggade():
    antal = roller(pdf("<h3>A</h3><h4>b</h4><h2>C</h2><h4>d</h4>"))
    assert (antal["/H1"], antal["/H2"], antal["/H3"]) == (1, 2, 1)


def test_ett_ord_som_är_längre_än_raden_stannar_på_papperet():
    läst = pdf(f"<p>{'W' * 300}</p>")
    assert brödtext(läst).replace(" ", "") == "W" * 300
    assert len(sidor(läst)[0].split("2020-12-18")[1].split("Justerandes")[0].split("\n")) > 5


def test_typstkod_i_texten_är_bara_text():
    text = "#panic() $x$ *b* _i_ // c /* d */ @e <f> \\ ` -- --- ... ~ '\" [x] {y} = z + 1. - #import"
    assert brödtext(pdf(f"<p>{xml(text)}</p>")) == text


@settings(max_examples=40)
@given(
    st.lists(
        st.text(st.sampled_from("aåäöÅÄÖéBc #*_$@<>&/\\`-–=+~'\"§%(){}[]1234567890.,:;!?"), max_size=60), max_size=6
    )
)
def test_vilken_text_som_helst_finns_kvar(texter: list[str]):
    läst = brödtext(pdf("".join(f"<p>{xml(t)}</p>" for t in texter)))
    assert läst.replace(" ", "") == "".join(ihop(t) for t in texter).replace(" ", "")


def test_samma_byte_i_annan_tidszon_och_annat_språk(tmp_path: Path):
    (tmp_path / "m.xml").write_text(
        f'<html lang="sv"><head><title>T</title></head><body><header>{HUVUD}</header><main>{ALLT}</main>'
        f"<footer>{FOT}</footer></body></html>",
        "utf-8",
    )
    kod = (
        "import sys,hashlib,pathlib;from gns.render.las import läs_träd;from gns.render.pdf import skriv_pdf\n"
        "t=läs_träd(pathlib.Path(sys.argv[1]).read_text('utf-8'));s=skriv_pdf(t,pathlib.Path(sys.argv[2]))\n"
        "print(hashlib.sha256(s).hexdigest())"
    )
    summor = set()
    for tz, språk, trådar in (
        ("UTC", "C", "1"),
        ("Asia/Tokyo", "C.UTF-8", "4"),
        ("America/New_York", "sv_SE.UTF-8", "2"),
    ):
        miljö = os.environ | {"TZ": tz, "LC_ALL": språk, "RAYON_NUM_THREADS": trådar, "HOME": str(tmp_path / trådar)}
        svar = subprocess.run(
            [sys.executable, "-X", "utf8", "-c", kod, str(tmp_path / "m.xml"), str(STIL)],
            env=miljö,
            capture_output=True,
            check=True,
        )
        summor.add(svar.stdout)
    assert len(summor) == 1


def test_miljön_är_som_förut_efteråt(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.exempel:80")
    monkeypatch.delenv("RAYON_NUM_THREADS", raising=False)
    före = dict(os.environ)
    skriv_pdf(träd("<p>a</p>"), STIL)
    assert dict(os.environ) == före
