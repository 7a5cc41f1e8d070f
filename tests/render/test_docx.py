"""Docx: öppnas och ändras i Word, läses upp av en skärmläsare, och är samma byte varje gång."""

import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from hypothesis import given
from hypothesis import strategies as st

from gns.grund.fel import Användningsfel
from gns.render.docx import skriv_docx
from gns.render.trad import Del, Nod, Träd
from tests.render.prov import TEXTER, ihop, träd, xml

STIL = Path(__file__).parents[2] / "mallar" / "stil.docx"
HUVUD = '<p class="organ">Nämnden</p><p class="datum">2020-12-18</p><p class="utkast">UTKAST – EJ JUSTERAT</p>'
FOT = '<p>Justerandes sign</p><p>Utdragsbestyrkande</p><p>Sida <span class="sida"/> (<span class="sidor"/>)</p>'
TABELL = """<table><caption>Delar</caption><thead><tr><th scope="col">Part</th><th scope="col">Belopp</th></tr></thead>
<tbody><tr><th scope="row">Åre</th><td class="tal">50 800 kr</td></tr></tbody></table>"""


def skriv(main: str, stil: Path = STIL) -> bytes:
    return skriv_docx(träd(main, HUVUD, FOT), stil)


def läs(main: str, stil: Path = STIL) -> Document:
    return docx.Document(io.BytesIO(skriv(main, stil)))


def del_(main: str, namn: str) -> ET.Element:
    with zipfile.ZipFile(io.BytesIO(skriv(main))) as arkiv:
        return ET.fromstring(arkiv.read(namn))


def stycken(dokument: Document) -> list[tuple[str, str]]:
    """(formatmall, text) för varje stycke i brödtexten, även i tabeller."""
    alla = [Paragraph(p, dokument.part) for p in dokument.element.body.iter(qn("w:p"))]
    return [(str(p.style and p.style.name), p.text) for p in alla]


def nummer(dokument: Document) -> list[tuple[int, int]]:
    """(lista, nivå) för varje listpunkt."""
    num = [p.pPr.numPr for p in dokument.element.body.iter(qn("w:p")) if p.pPr.numPr is not None]
    return [(n.numId.val, n.ilvl.val) for n in num]


def test_stycken_rubriker_och_klasser_får_husets_formatmallar():
    assert stycken(läs('<h1>A</h1><h4>B</h4><p>c</p><p class="ledtext">d</p><p class="justerad">e</p>')) == [
        ("Heading 1", "A"),
        ("Heading 4", "B"),
        ("Normal", "c"),
        ("Ledtext", "d"),
        ("Justerad", "e"),
    ]


def test_sidhuvud_och_sidfot_fylls_i_med_fält_för_sidorna():
    avsnitt = läs("<p>a</p>").sections[0]
    huvud = [p.text for rad in avsnitt.header.tables[0].rows for c in rad.cells for p in c.paragraphs]
    assert huvud == ["Nämnden", "2020-12-18"]
    assert avsnitt.header.paragraphs[0].text == "UTKAST – EJ JUSTERAT"
    rutor = [c.text for c in avsnitt.footer.tables[0].rows[0].cells]
    assert rutor[0] == "Justerandes sign"
    assert rutor[2] == "Utdragsbestyrkande"
    fält = [f.get(qn("w:instr")) for f in avsnitt.footer.part.element.iter(qn("w:fldSimple"))]
    assert fält == ["PAGE", "NUMPAGES"]


def test_ett_huvud_utan_utkast_lämnar_ingen_klammer_kvar():
    dokument = docx.Document(io.BytesIO(skriv_docx(träd("<p>a</p>", "", ""), STIL)))
    for kant in (dokument.sections[0].header, dokument.sections[0].footer):
        assert "{" not in "".join(t.text or "" for t in kant.part.element.iter(qn("w:t")))


def test_det_som_saknar_plats_i_mallens_sidfot_läggs_sist():
    dokument = docx.Document(io.BytesIO(skriv_docx(träd("<p>a</p>", HUVUD, FOT + "<p>Tredje</p>"), STIL)))
    assert [p.text for p in dokument.sections[0].footer.paragraphs][-1] == "Tredje"


def test_det_som_hör_ihop_får_hårda_blanksteg_och_bindestreck():
    p = läs("<p>Den 2020-12-18 § 19 fick 457 200 kr.</p>").paragraphs[0]
    assert p.text == "Den 2020-12-18 §\u00a019 fick 457\u00a0200\u00a0kr."
    assert len(list(p._p.iter(qn("w:noBreakHyphen")))) == 2
    assert [t.text for t in p._p.iter(qn("w:t"))][1:4] == ["2020", "12", "18"]


def test_ny_sida_blir_sidbrytning_men_aldrig_en_tom_första_sida():
    brytningar = [
        p.paragraph_format.page_break_before
        for p in läs(
            '<section class="ny-sida"><h1>A</h1></section><section class="ny-sida"><h2>B</h2></section>'
        ).paragraphs
    ]
    assert brytningar == [None, True]


def test_ny_sida_med_tabell_först_bryter_före_tabellen():
    dokument = läs(f'<p>a</p><section class="ny-sida">{TABELL.replace("<caption>Delar</caption>", "")}</section>')
    assert [p.paragraph_format.page_break_before for p in dokument.paragraphs][:2] == [None, True]
    assert dokument.paragraphs[1].paragraph_format.space_before == 0


def test_punktlistor_är_riktiga_listor_i_rätt_djup():
    dokument = läs("<ul><li><p>a</p><p>b</p><ul><li>c</li></ul></li><li>d</li></ul>")
    assert stycken(dokument) == [
        ("List Bullet", "a"),
        ("List Continue", "b"),
        ("List Bullet", "c"),
        ("List Bullet", "d"),
    ]
    assert [nivå for _, nivå in nummer(dokument)] == [0, 1, 0]


def _börjar(dokument: Document) -> dict[int, int]:
    rot: Any = dokument.part.numbering_part.element
    start = {n.numId: n.find(f".//{qn('w:startOverride')}") for n in rot.num_lst}
    return {i: int(s.get(qn("w:val"))) for i, s in start.items() if s is not None}


def test_varje_numrerad_lista_börjar_om_och_tal_i_posten_gäller():
    dokument = läs('<ol><li>1</li><li>2</li></ol><ol start="4"><li>4</li><li value="9">9</li><li>10</li></ol>')
    listor = [lista for lista, _ in nummer(dokument)]
    assert listor[0] == listor[1] != listor[2] != listor[3] == listor[4]
    assert [_börjar(dokument)[i] for i in (listor[0], listor[2], listor[3])] == [1, 4, 9]


def test_noter_länkar_till_sina_bokmärken():
    rot = del_(
        '<p>A<a class="not" href="#n1">1</a> och <a href="https://exempel.se">ut</a></p>'
        '<section class="noter"><ol><li id="n1">Not</li></ol></section>',
        "word/document.xml",
    )
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    bokmärken = {b.get(f"{w}name") for b in rot.iter(f"{w}bookmarkStart")}
    inre, yttre = rot.iter(f"{w}hyperlink")
    assert inre.get(f"{w}anchor") in bokmärken
    assert yttre.get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id")


def test_tabellens_rubrikrad_är_märkt_och_tal_står_till_höger():
    dokument = läs(TABELL)
    (t,) = dokument.tables
    assert len(list(t._tbl.iter(qn("w:tblHeader")))) == 1
    assert t.cell(1, 1).paragraphs[0].alignment == 2
    assert stycken(dokument)[0] == ("Caption", "Delar")
    assert [c.text for rad in t.rows for c in rad.cells] == ["Part", "Belopp", "Åre", "50\u00a0800\u00a0kr"]


def test_omslaget_är_två_spalter_med_ledtexten_som_radens_rubrik():
    (t,) = läs(
        '<dl class="omslag"><dt>Plats</dt><dd><p>Teams</p><p>Östersund</p></dd><dt>Tom</dt><dd></dd></dl>'
    ).tables
    assert [[c.text for c in rad.cells] for rad in t.rows] == [["Plats", "Teams\nÖstersund"], ["Tom", ""]]
    assert t._tbl.tblPr.find(qn("w:tblLook")).get(qn("w:firstColumn")) == "1"


def test_två_tabeller_i_rad_flyter_inte_ihop_och_sist_står_ett_stycke():
    assert [e.tag for e in läs(TABELL * 2).element.body][-2:] == [qn("w:p"), qn("w:sectPr")]
    taggar = [e.tag for e in läs('<dl class="omslag"><dt>a</dt><dd>b</dd></dl>' * 2).element.body]
    assert taggar == [qn(f"w:{t}") for t in ("tbl", "p", "tbl", "p", "sectPr")]


def test_det_som_ska_hållas_ihop_hålls_ihop_med_nästa():
    p = läs(
        '<section class="håll-ihop"><h2>U</h2><div class="underskrift"><p>Roll</p><p>Namn</p></div></section>'
    ).paragraphs
    assert [x.paragraph_format.keep_with_next for x in p] == [True, True, None]
    assert p[1].text.startswith("Roll\t\t")


def test_titel_språk_och_organ_men_ingen_person_i_filens_egenskaper():
    egenskaper = läs("<p>a</p>").core_properties
    assert (egenskaper.title, egenskaper.language, egenskaper.author) == ("T", "sv-SE", "Nämnden")
    assert (egenskaper.last_modified_by, egenskaper.comments) == ("", "")
    with zipfile.ZipFile(io.BytesIO(skriv("<p>a</p>"))) as arkiv:
        allt = b"".join(arkiv.read(n) for n in arkiv.namelist())
    assert b"python" not in allt.lower()


def test_mallens_egen_text_är_inte_med():
    assert "Husets mall" not in "".join(text for _, text in stycken(läs("<p>a</p>")))


def test_samma_byte_i_annan_tidszon_och_fasta_datum_i_arkivet():
    kod = (
        "import sys,hashlib,pathlib;from gns.render.las import läs_träd;from gns.render.docx import skriv_docx\n"
        "t=läs_träd(sys.argv[1]);print(hashlib.sha256(skriv_docx(t,pathlib.Path(sys.argv[2]))).hexdigest())"
    )
    main = f'<html lang="sv"><head><title>T</title></head><body><header>{HUVUD}</header><main>{TABELL}</main></body></html>'
    summor = {
        subprocess.run(
            [sys.executable, "-X", "utf8", "-c", kod, main, str(STIL)],
            env=os.environ | {"TZ": tz, "LC_ALL": språk},
            capture_output=True,
            check=True,
        ).stdout
        for tz, språk in (("UTC", "C.UTF-8"), ("Asia/Tokyo", "sv_SE.UTF-8"))
    }
    assert len(summor) == 1
    with zipfile.ZipFile(io.BytesIO(skriv(TABELL))) as arkiv:
        assert {i.date_time for i in arkiv.infolist()} == {(2000, 1, 1, 0, 0, 0)}


@given(st.lists(TEXTER, max_size=5))
def test_vilken_text_som_helst_finns_kvar_som_text(texter: list[str]):
    dokument = läs("".join(f"<p>{xml(t)}</p>" for t in texter))
    väntat = [s for t in texter if (s := ihop(t))]
    assert [ihop(p.text.replace("\u00a0", " ")) for p in dokument.paragraphs if p.text] == [
        ihop(s.replace("\u00a0", " ")) for s in väntat
    ]


def test_ett_tecken_som_xml_inte_kan_bära_blir_ett_fel():
    trasigt = Träd("sv", "T", (), (Nod("p", delar=(Del("a\x01b"),)),), ())
    with pytest.raises(Användningsfel, match=r"U\+0001.*a\?b"):
        skriv_docx(trasigt, STIL)


@pytest.mark.parametrize(("spalter", "lägen"), [(8, ["stående"]), (9, ["stående", "liggande", "stående"])])
def test_en_tabell_med_många_spalter_får_en_liggande_sida(spalter, lägen):
    celler = "".join(f"<td>Basfinansiering {n}</td>" for n in range(spalter))
    tabell = f"<table><caption>Bred</caption><thead><tr>{celler.replace('td', 'th')}</tr></thead><tbody><tr>{celler}</tr></tbody></table>"
    dokument = läs(f"<p>Före</p>{tabell}<p>Efter</p>")
    bredder = [(a.page_width or 0, a.page_height or 0) for a in dokument.sections]
    assert ["liggande" if bredd > höjd else "stående" for bredd, höjd in bredder] == lägen
    assert all("Nämnden" in "".join(a.header._element.itertext()) for a in dokument.sections)
    kropp = [e for e in dokument.element.body if e.tag in (qn("w:p"), qn("w:tbl"))]
    brytning, rubrik, tabellen = kropp[-5:-2] if spalter > 8 else kropp[:3]
    assert (Paragraph(rubrik, dokument.part).text, tabellen.tag) == ("Bred", qn("w:tbl"))
    assert (brytning.find(f".//{qn('w:sectPr')}") is not None) is (spalter > 8)
