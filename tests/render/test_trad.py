import pytest
from hypothesis import given

from gns.render.las import läs_träd
from gns.render.mallelement import Trädfel
from gns.render.trad import Del, efter_länk, klartext, på_skärm
from tests.render.prov import TEXTER, ihop, träd, xml


@given(TEXTER)
def test_inget_tecken_försvinner(text: str) -> None:
    noder = träd(f"<p>{xml(text)}</p>").innehåll
    assert klartext(d for n in noder for d in n.delar) == ihop(text)


def test_mellanrum_dras_ihop_över_delar() -> None:
    (p,) = träd("<p>\n a <em> b </em> <strong>c</strong> <br/> d\u00a0 </p>").innehåll
    assert p.delar == (
        Del("a "), Del("b ", betonad=True), Del("c", stark=True), Del("", slag="br"), Del("d\u00a0"),
    )  # fmt: skip


def test_numrerade_punkter_bär_sina_tal() -> None:
    (ol,) = träd('<ol start="3"><li>a</li><li value="9">b</li><li>c</li></ol>').innehåll
    assert [li.nummer for li in ol.barn] == [3, 9, 10]


def test_tomma_block_försvinner_men_inte_underskriftens() -> None:
    noder = träd('<p> </p><ul></ul><dl></dl><table></table><div class="underskrift"><p>Roll</p><p></p></div>').innehåll
    assert [n.tagg for n in noder] == ["div"]
    assert len(noder[0].barn) == 2


def test_tabellens_rader_ligger_i_grupper() -> None:
    (t,) = träd("<table><caption>C</caption><tr><td>a</td></tr><tbody><tr><td>b</td></tr></tbody></table>").innehåll
    assert [n.tagg for n in t.barn] == ["caption", "tbody"]
    assert len(t.barn[1].barn) == 2


def test_en_länk_är_en_länk_och_noter_står_för_sig() -> None:
    (p, *_) = träd(
        '<p><a href="https://a.se/?b&amp;c">x <em>y</em></a> z<a class="not" href="#n">1</a><a class="not" href="#n">1</a></p>'
        '<section class="noter"><ol><li id="n">N</li></ol></section>'
    ).innehåll
    assert [(länk, len(d)) for länk, d in efter_länk(p.delar)] == [
        ("https://a.se/?b&c", 2), ("", 1), ("#n", 1), ("#n", 1),
    ]  # fmt: skip


def test_stycken_med_sidnummer_visas_inte_på_skärm() -> None:
    fot = träd("", fot='<p>Sign</p><p>Sida <span class="sida"/> (<span class="sidor"/>)</p>').fot
    assert [klartext(p.delar) for p in på_skärm(fot)] == ["Sign"]
    assert [d.slag for d in fot[1].delar] == ["text", "sida", "text", "sidor", "text"]


@pytest.mark.parametrize(
    ("main", "ord_"),
    [
        ("<blink>x</blink>", "<blink> får inte stå i en mall"),
        ("<p><p>x</p></p>", "<p> får inte stå i <p>"),
        ('<p style="x">x</p>', "attributet ”style” finns inte för <p>"),
        ('<p class="x">x</p>', "klassen ”x” finns inte för <p>"),
        ("<em>x</em>", "<em> får inte stå i <main>"),
        ("hej", "texten ”hej” står direkt i <main>"),
        ("<p>&nbsp;</p>", "&…; finns inte"),
        ("<p>a & b</p>", "& eller < står fritt"),
        ("<p><em>x</p>", "<em> är inte stängd"),
        ("<p a='1' a='2'>x</p>", "samma attribut"),
        ("<?php x ?>", "<?php …?>"),
        ("<dl><dt>a</dt></dl>", "par"),
        ("<dl><dd>a</dd><dt>b</dt></dl>", "par"),
        ('<div class="underskrift"><p>a</p></div>', "ett av varje"),
        ('<section class="noter"><p>a</p></section>', "ett av varje"),
        ('<section class="noter"><ol><li>a</li></ol></section>', "saknar id"),
        ("<ul><li><section><p>a</p></section></li></ul>", "<section> får inte stå i <li>"),
        ("<ul><li>a <p>b</p></li></ul>", "”a” står direkt i <li>"),
        ("<ul><li><em>a</em><p>b</p></li></ul>", "bredvid ett block"),
        ('<p><a href="#x">a</a></p>', "leder ingenstans"),
        ('<p><a href="javascript:alert(1)">a</a></p>', "går inte att använda"),
        ('<p><a href="http://a.se">a</a></p>', "går inte att använda"),
        ('<p><a href="/etc/passwd">a</a></p>', "går inte att använda"),
        ('<p><a href="../data/namnd.yaml">a</a></p>', "går inte att använda"),
        ('<p><a href="data/../../namnd.yaml#L1">a</a></p>', "går inte att använda"),
        ('<p><a href="data/namnd.yaml#L0">a</a></p>', "går inte att använda"),
        ('<p><a href="//a.se/data">a</a></p>', "går inte att använda"),
        ('<p><a class="not" href="data/namnd.yaml#L1">a</a></p>', "går inte att använda"),
        ('<p><a class="not" href="https://a.se">a</a></p>', "går inte att använda"),
        ('<p><a href="https://a.se"><a href="https://b.se">a</a></a></p>', "länk"),
        ('<h1 id="a">x</h1><h2 id="a">y</h2>', "finns redan"),
        ('<ol start="x"><li>a</li></ol>', "start är ”x”"),
        ('<ol><li value="-1">a</li></ol>', "value är ”-1”"),
        ('<table><tr><th scope="rad">a</th></tr></table>', "scope"),
        ("<table><tr><td>a</td></tr><tr><td>a</td><td>b</td></tr></table>", "olika många celler"),
        ('<p><span class="sida"/></p>', "bara i sidhuvud och sidfot"),
        ("<p>a<br>b</br></p>", "ska vara tomt"),
        ("<section>" * 60 + "</section>" * 60, "djupare"),
        ("<p>\x0b</p>", "U+000B"),
        ("<p>\x9b</p>", "U+009B"),
        ("<p>\ud800</p>", "U+D800"),
    ],
)
def test_det_som_inte_hör_till_den_slutna_mängden(main: str, ord_: str) -> None:
    with pytest.raises(Trädfel) as fel:
        träd(main)
    assert ord_ in fel.value.text


@pytest.mark.parametrize(
    ("xhtml", "ord_"),
    [
        ("", "tar slut"),
        ("hej", "börja med"),
        ("<p>hej</p>", "börja med"),
        ('<!DOCTYPE html><html lang="sv"/>', "DOCTYPE"),
        ('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><html>&b;</html>', "DOCTYPE"),
        ('<html><head><title>T</title></head><body><main/></body></html>', "språket"),
        ('<html lang="sv"><head><title> </title></head><body><main/></body></html>', "titeln"),
        ('<html lang="sv"><body><main/></body></html>', "<head>, <body>"),
        ('<html lang="sv"><head><title>T</title></head><body></body></html>', "<main>"),
        ('<html lang="sv"><head><title>T</title></head><body><main/><main/></body></html>', "<main>"),
        ('<html lang="sv"><head><title>T</title></head><body><header><span/></header><main/></body></html>', "<span>"),
        ('<html lang="sv"><head><title>T</title></head><body><header><p><span/></p></header><main/></body></html>', "utan"),
        ('<html lang="sv"><head><title>T</title></head><body><main/></body></html><p/>', "efter </html>"),
    ],
)  # fmt: skip
def test_dokumentets_delar(xhtml: str, ord_: str) -> None:
    with pytest.raises(Trädfel) as fel:
        läs_träd(xhtml)
    assert ord_ in fel.value.text


def test_platsen_är_ett_tecken_i_texten() -> None:
    with pytest.raises(Trädfel) as fel:
        träd("<p>åäö 😀</p><p class='x'>y</p>")
    assert fel.value.plats == len('<html lang="sv"><head><title>T</title></head><body><main><p>åäö 😀</p>')
