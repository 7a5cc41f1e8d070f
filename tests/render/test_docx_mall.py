"""Husets Word-mall: ändrad i Word, också ett Word på svenska, eller trasig."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from gns.grund.fel import Användningsfel
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
