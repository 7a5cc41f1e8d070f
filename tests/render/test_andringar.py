"""Det strukna och det tillagda: synligt i varje format, också där det inte finns något utseende."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from gns.render.docx import skriv_docx
from gns.render.html import skriv_html
from gns.render.kalkyl_csv import skriv_csv
from gns.render.md import skriv_md
from gns.render.pdf_data import som_data
from gns.render.sokvag import hitta_stil
from gns.render.text import skriv_text
from tests.render.prov import TEXTER, ihop, träd, xml
from tests.render.test_md import _GFM, _som_html, tolka

TRÄD = träd("<p>till <del>914 400</del> <ins>457 200</ins> kr</p>")


def test_text_md_och_html():
    assert "till [-914 400-] {+457 200+} kr" in skriv_text(TRÄD)
    assert "till ~~914 400~~ **457 200** kr" in skriv_md(TRÄD)
    html = skriv_html(TRÄD, "")
    assert re.sub("</?span[^>]*>", "", html).count("till <del>914 400</del> <ins>457 200</ins> kr") == 1


def test_i_ett_kalkylblad_står_märkena():
    tabell = träd("<table><tr><th>a</th></tr><tr><td><del>914 400</del> <ins>457 200</ins></td></tr></table>")
    assert "[-914 400-] {+457 200+}" in skriv_csv(tabell).decode("utf-8-sig")


def test_pdf_stryker_och_stryker_under():
    data = str(som_data(TRÄD))
    assert "'struket'" in data
    assert "'tillagt'" in data


@pytest.mark.parametrize("märke", ["w:strike/", 'w:u w:val="single"/'])
def test_word_stryker_och_stryker_under(märke, tmp_path):
    from zipfile import ZipFile

    fil = tmp_path / "x.docx"
    fil.write_bytes(skriv_docx(TRÄD, hitta_stil("stil.docx", None)))
    assert f"<{märke}>" in ZipFile(fil).read("word/document.xml").decode()


@given(st.lists(st.tuples(TEXTER, st.sampled_from(["", "em", "strong", "del", "ins"])), max_size=5))
@example([("a", "del"), ("b", "ins"), ("c", "del")])
@example([("~a~", "del"), ("(b)", "del"), ("**", "ins")])
@settings(max_examples=300)
def test_inget_tecken_tappas_i_md(delar):
    märkta = "".join(f"<{m}>{xml(t)}</{m}>" if m else xml(t) for t, m in delar)
    html = tolka(skriv_md(träd(f"<p>{märkta}</p>")), _GFM)
    assert re.sub(r"</?(em|strong|s|del|p)>", "", html).strip("\n") == _som_html(ihop("".join(t for t, _ in delar)))
    struket = any(t.strip(" \n") for t, m in delar if m == "del")
    assert (("<s>" in html) or ("<del>" in html)) == struket
