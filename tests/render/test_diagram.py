"""Stapeldiagrammet: samma ritning överallt, heltal, och allt som ritas står också i ord."""

import io
import re
import zipfile
from xml.etree import ElementTree as ET

import pytest

from gns.grund.fel import Användningsfel
from gns.render.diagram import beskrivning, som_svg
from gns.render.docx import skriv_docx
from gns.render.html import skriv_html
from gns.render.las import läs_träd
from gns.render.mallelement import Trädfel
from gns.render.md import skriv_md
from gns.render.sokvag import hitta_stil
from gns.render.text import skriv_text
from gns.render.trad import Nod, Träd

DL = '<dl><dt>Åre &amp; Berg</dt><dd value="100">1 kr</dd><dt>Krokom</dt><dd value="-50">-0,50 kr</dd></dl>'


def _träd(figur: str) -> Träd:
    sida = f'<figure class="staplar">{figur}</figure>'
    return läs_träd(f'<html lang="sv"><head><title>T</title></head><body><main>{sida}</main></body></html>')


def _figur(figur: str = f"<figcaption>Belopp</figcaption>{DL}") -> Nod:
    return _träd(figur).innehåll[0]


def test_beskrivningen_har_varje_stapel():
    assert beskrivning(_figur()) == "Stapeldiagram: Belopp. Åre & Berg 1 kr; Krokom -0,50 kr."


def test_ritningen_är_xml_med_bara_heltal():
    svg = ET.fromstring(som_svg(_figur()))
    assert svg.get("role") == "img"
    assert svg.get("aria-label") == beskrivning(_figur())
    for e in svg.iter():
        for namn in ("x", "y", "width", "height"):
            assert re.fullmatch(r"-?[0-9]+", e.get(namn, "0"))
    texter = [e.text for e in svg.iter() if e.tag.endswith("text")]
    assert texter == ["Åre & Berg", "1 kr", "Krokom", "-0,50 kr"]


def test_negativa_staplar_går_åt_vänster_från_noll():
    plus, minus = (e for e in ET.fromstring(som_svg(_figur())).iter() if e.tag.endswith("rect"))
    noll = int(plus.get("x", ""))
    assert int(minus.get("x", "")) + int(minus.get("width", "")) == noll
    assert int(plus.get("width", "")) == pytest.approx(2 * int(minus.get("width", "")), abs=1)


def test_bara_nollor_går_att_rita():
    assert "<rect" in som_svg(_figur('<figcaption>x</figcaption><dl><dt>A</dt><dd value="0">0 kr</dd></dl>'))


def test_serier_har_förklaring():
    två = '<ul><li>nu</li><li>då</li></ul><dl><dt>A</dt><dd value="1">1</dd><dd value="2">2</dd></dl>'
    figur = _figur(f"<figcaption>x</figcaption>{två}")
    assert beskrivning(figur) == "Stapeldiagram: x. A nu 1, då 2."
    assert len(re.findall("<rect", som_svg(figur))) == 4


def test_samma_ritning_i_html_och_ord_i_text_och_md():
    träd = _träd(f"<figcaption>Belopp</figcaption>{DL}")
    assert som_svg(träd.innehåll[0]) in skriv_html(träd, "")
    assert "Stapeldiagram: Belopp." in skriv_md(träd)
    rader = skriv_text(träd).splitlines()
    assert rader[:2] == ["Belopp", f"Åre & Berg      1 kr  {'█' * 58}"]


def test_docx_har_bilden_med_sin_beskrivning():
    träd = _träd(f"<figcaption>Belopp</figcaption>{DL}")
    stil = hitta_stil("stil.docx", None)
    första = skriv_docx(träd, stil)
    assert första == skriv_docx(träd, stil)
    with zipfile.ZipFile(io.BytesIO(första)) as arkiv:
        (bild,) = [n for n in arkiv.namelist() if n.startswith("word/media/")]
        assert arkiv.read(bild).startswith(b"\x89PNG")
        assert "Stapeldiagram: Belopp. Åre &amp; Berg 1 kr" in arkiv.read("word/document.xml").decode()


@pytest.mark.parametrize(
    ("figur", "text"),
    [
        ("<figcaption>x</figcaption>", "<figure> ska ha"),
        ("<figcaption>x</figcaption><dl><dt>A</dt><dd>1</dd></dl>", "saknar value"),
        ('<figcaption>x</figcaption><dl><dt>A</dt><dd value="1,5">1</dd></dl>', "value är ”1,5”"),
        ('<figcaption>x</figcaption><dl><dt>A</dt><dd value="1/0">1</dd></dl>', "value är ”1/0”"),
        (
            '<figcaption>x</figcaption><ul><li>a</li><li>b</li></ul><dl><dt>A</dt><dd value="1">1</dd></dl>',
            "varje stapel",
        ),
    ],
)
def test_fel_i_mallens_diagram_sägs(figur, text):
    with pytest.raises((Trädfel, Användningsfel), match=re.escape(text)):
        _träd(figur)


def test_ett_långt_namn_kortas_i_ritningen_men_inte_i_beskrivningen():
    namn = "Västernorrlands och Jämtlands kommunalförbund"
    figur = _figur(f'<figcaption>x</figcaption><dl><dt>{namn}</dt><dd value="1">1 kr</dd></dl>')
    texter = [e.text for e in ET.fromstring(som_svg(figur)).iter() if e.tag.endswith("text")]
    assert texter[0] is not None
    assert (len(texter[0]) <= 28, texter[0].endswith("…"), namn in beskrivning(figur)) == (True, True, True)
