"""Husets Word-mall: ändrad i Word, också ett Word på svenska, eller trasig."""

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from gns.grund.fel import Användningsfel, Diskfel
from gns.render.docx import skriv_docx
from tests.render.prov import träd

STIL = Path(__file__).parents[2] / "mallar" / "stil.docx"
HUVUD = '<p class="organ">Nämnden</p>'


def ändrad(mapp: Path, ändra: Callable[[str, str], str]) -> Path:
    """En kopia av mallen där ändra(namn, text) har fått varje del."""
    kopia = mapp / "stil.docx"
    with zipfile.ZipFile(STIL) as gammal, zipfile.ZipFile(kopia, "w") as ny:
        for namn in gammal.namelist():
            ny.writestr(namn, ändra(namn, gammal.read(namn).decode()))
    return kopia


def test_mallen_har_inga_personuppgifter_och_är_svensk():
    dokument = docx.Document(str(STIL))
    egenskaper = dokument.core_properties
    assert (egenskaper.author, egenskaper.last_modified_by, egenskaper.language) == ("", "", "sv-SE")
    avsnitt = dokument.sections[0]
    assert avsnitt.page_width
    assert avsnitt.page_height
    assert (round(avsnitt.page_width.mm), round(avsnitt.page_height.mm)) == (210, 297)


def test_word_på_svenska_får_döpa_om_formatmallarnas_id(tmp_path: Path):
    def på_svenska(_: str, text: str) -> str:
        for gammalt, nytt in (("Heading", "Rubrik"), ("ListBullet", "Punktlista"), ("ListNumber", "Numreradlista")):
            text = text.replace(f'w:styleId="{gammalt}', f'w:styleId="{nytt}').replace(
                f'w:val="{gammalt}', f'w:val="{nytt}'
            )
        return text

    main = '<section class="ny-sida"><h2>A</h2><ol><li>ett</li></ol><ul><li>två</li></ul></section>'
    t = träd(main, HUVUD)
    ny = docx.Document(io.BytesIO(skriv_docx(t, ändrad(tmp_path, på_svenska))))
    gammal = docx.Document(io.BytesIO(skriv_docx(t, STIL)))
    assert ny.element.body.xml == gammal.element.body.xml
    assert [p.style.name for p in ny.paragraphs if p.style] == ["Heading 2", "List Number", "List Bullet"]


def test_ett_tillägg_i_sidhuvudet_är_kvar(tmp_path: Path):
    def tillägg(namn: str, text: str) -> str:
        return (
            text.replace("</w:hdr>", "<w:p><w:r><w:t>Region Exempel</w:t></w:r></w:p></w:hdr>")
            if "header" in namn
            else text
        )

    dokument = docx.Document(io.BytesIO(skriv_docx(träd("<p>a</p>", HUVUD), ändrad(tmp_path, tillägg))))
    assert dokument.sections[0].header.paragraphs[-1].text == "Region Exempel"
    assert dokument.sections[0].header.tables[0].cell(0, 0).text == "Nämnden"


def test_en_mall_utan_en_formatmall_sägs(tmp_path: Path):
    stil = ändrad(tmp_path, lambda _, text: text.replace('w:name w:val="Ledtext"', 'w:name w:val="Annat"'))
    with pytest.raises(Användningsfel, match=r"stil\.docx saknar formatmallen Ledtext"):
        skriv_docx(träd("<p>a</p>"), stil)


@pytest.mark.parametrize("data", [b"", b"hej", STIL.read_bytes()[:2000]])
def test_en_fil_som_inte_är_ett_word_dokument_sägs(tmp_path: Path, data: bytes):
    stil = tmp_path / "stil.docx"
    stil.write_bytes(data)
    with pytest.raises(Användningsfel, match="går inte att läsa som ett Word-dokument"):
        skriv_docx(träd("<p>a</p>"), stil)


def i_delen(namn: str, mönster: str, nytt: str) -> Callable[[str, str], str]:
    """Byter det första som mönstret träffar i en del av mallen."""
    return lambda del_, innehåll: re.sub(mönster, nytt, innehåll, flags=re.DOTALL) if del_ == namn else innehåll


@pytest.mark.parametrize(
    ("del_", "mönster", "nytt"),
    [
        ("word/numbering.xml", r"<w:num .*</w:num>", ""),
        ("word/numbering.xml", r"<w:abstractNumId [^>]*>", ""),
        ("word/numbering.xml", r'w:numId="\d+"', 'w:numId="x"'),
        ("word/numbering.xml", r".*", "<trasig"),
        ("word/styles.xml", r"<w:numPr>.*?</w:numPr>", ""),
        ("word/styles.xml", r"<w:name [^>]*>", ""),
        ("word/styles.xml", r".*", ""),
        ("word/document.xml", r"<w:sectPr.*</w:sectPr>", ""),
        ("word/document.xml", r"<w:body>.*</w:body>", ""),
        ("word/document.xml", r'r:id="[^"]*"', 'r:id="rIdNej"'),
        ("word/_rels/document.xml.rels", r"<Relationship [^>]*numbering[^>]*>", ""),
        ("word/_rels/document.xml.rels", r"<Relationship [^>]*header[^>]*>", ""),
        ("docProps/core.xml", r".*", "<a"),
        ("docProps/core.xml", r".*", "<a/>"),
        ("[Content_Types].xml", r".*", "<a/>"),
        ("_rels/.rels", r".*", ""),
    ],
)
def test_en_trasig_mall_sägs_alltid_på_svenska(tmp_path: Path, del_: str, mönster: str, nytt: str):
    t = träd("<p>a</p><ol><li>Åre</li></ol><ul><li>b</li></ul>", HUVUD)
    with pytest.raises(Användningsfel, match=r"^stil\.docx ") as fel:
        skriv_docx(t, ändrad(tmp_path, i_delen(del_, mönster, nytt)))
    assert fel.value.råd


def test_en_mall_som_sväller_när_den_packas_upp_sägs(tmp_path: Path):
    stil = ändrad(tmp_path, lambda _, text: text)
    with zipfile.ZipFile(stil, "a", zipfile.ZIP_DEFLATED) as arkiv:
        arkiv.writestr("word/media/stor.xml", bytes(20_000_001))
    with pytest.raises(Användningsfel, match=r"stil\.docx är större än 20 MB uppackad") as fel:
        skriv_docx(träd("<p>a</p>"), stil)
    assert fel.value.råd


@pytest.mark.parametrize(("slag", "nekas"), [("image", True), ("attachedTemplate", True), ("hyperlink", False)])
def test_en_mall_som_hämtar_något_utifrån_nekas(tmp_path: Path, slag: str, nekas: bool):
    adress = "https://ond.example/x"
    typ = f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{slag}"
    ny = f'<Relationship Id="rIdX" Type="{typ}" Target="{adress}" TargetMode="External"/></Relationships>'
    stil = ändrad(tmp_path, i_delen("word/_rels/document.xml.rels", "</Relationships>", ny))
    if not nekas:
        assert skriv_docx(träd("<p>a</p>"), stil)
        return
    with pytest.raises(Användningsfel, match=f"stil.docx hämtar något utifrån: {adress}"):
        skriv_docx(träd("<p>a</p>"), stil)


def test_en_mall_som_inte_får_läsas_är_diskens_fel(tmp_path: Path):
    with pytest.raises(Diskfel, match=r"stil\.docx går inte att läsa: filen eller mappen finns inte"):
        skriv_docx(träd("<p>a</p>"), tmp_path / "stil.docx")
