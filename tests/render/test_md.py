import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from gns.render.md import skriv_md
from tests.render.prov import TEXTER, ihop, träd, xml

_CM = MarkdownIt("commonmark")
_GFM = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def tolka(md: str, läsare: MarkdownIt = _CM) -> str:
    return str(läsare.render(md))


@given(TEXTER)
@example("*a* _b_ `c` [d](e) ![f](g) <b>h</b> &amp; &#65; \\* ~~i~~ <https://j.se> |k|")
@example("\u00a0# a\u00a0")
@example("a\\")
@example("-- -")
@example("0 \u00a0")
@settings(max_examples=400)
def test_ett_stycke_säger_det_posten_säger(text: str) -> None:
    for läsare in (_CM, _GFM):
        html = tolka(skriv_md(träd(f"<p>{xml(text)}</p>")), läsare)
        kärna = ihop(text)
        assert html == (f"<p>{_som_html(kärna)}</p>\n" if kärna else "")


def _som_html(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


@given(TEXTER, TEXTER)
@example("a", "===")
@example("a", "---")
@example("a | b", "--- | ---")
@example("a", "-- -")
@example("a", "17. b")
@settings(max_examples=300)
def test_en_rad_efter_en_radbrytning_är_bara_text(första: str, andra: str) -> None:
    html = tolka(skriv_md(träd(f"<p>x{xml(första)}<br/>{xml(andra)}y</p>")), _GFM)
    a, b = ihop("x" + första), ihop(andra + "y")
    assert html == f"<p>{_som_html(a)}<br />\n{_som_html(b)}</p>\n"


@given(TEXTER)
@example("x ##")
@example("#")
@example("17. a")
@settings(max_examples=200)
def test_en_rubrik_är_sin_text(text: str) -> None:
    html = tolka(skriv_md(träd(f"<h2>a {xml(text)}</h2>")))
    assert html == f"<h2>{_som_html(ihop('a ' + text))}</h2>\n"


@given(st.lists(st.tuples(TEXTER, st.sampled_from(["", "em", "strong", "b"])), max_size=5))
@example([("a", ""), ("(b)", "em"), ("c", "")])
@example([("a", "em"), ("b", "strong"), ("c", "em")])
@settings(max_examples=400)
def test_betoning_tappar_och_lägger_inte_till_tecken(delar: list[tuple[str, str]]) -> None:
    märkta = "".join(_märkt(xml(t), m) for t, m in delar)
    html = tolka(skriv_md(träd(f"<p>{märkta}</p>")))
    assert re.sub(r"</?(em|strong|p)>", "", html).strip("\n") == _som_html(ihop("".join(t for t, _ in delar)))
    for m in ("em", "strong"):
        betonat = any(t.strip(" \n") for t, märke in delar if märke in (m, "b"))
        assert (f"<{m}>" in html) == betonat


def _märkt(text: str, märke: str) -> str:
    if märke == "b":
        return f"<em><strong>{text}</strong></em>"
    return f"<{märke}>{text}</{märke}>" if märke else text


@given(st.lists(TEXTER, min_size=1, max_size=4), st.booleans())
@settings(max_examples=150)
def test_listor_och_celler_håller_sin_text(texter: list[str], ordnad: bool) -> None:
    texter = [f"a{t}" for t in texter]
    tagg = "ol" if ordnad else "ul"
    html = tolka(skriv_md(träd(f"<{tagg}>{''.join(f'<li>{xml(t)}</li>' for t in texter)}</{tagg}>")))
    assert re.findall(r"<li>(.*?)</li>", html, re.DOTALL) == [_som_html(ihop(t)) for t in texter]
    rader = "".join(f'<tr><td>{xml(t)}</td><td class="tal">1|2</td></tr>' for t in texter)
    html = tolka(skriv_md(träd(f"<table>{rader}</table>")), _GFM)
    assert re.findall(r"<td>(.*?)</td>", html) == [_som_html(ihop(t)) for t in texter]
    assert html.count("1|2</td>") == len(texter)


@given(st.lists(st.integers(0, 30), min_size=1, max_size=5))
def test_numrerade_listor_visar_sina_tal(tal: list[int]) -> None:
    punkter = "".join(f'<li value="{n}">p{n}</li>' for n in tal)
    html = tolka(skriv_md(träd(f"<ol>{punkter}</ol><ol><li>sist</li></ol>")))
    sedda: list[int] = []
    for start, inne in re.findall(r'<ol(?: start="(\d+)")?>(.*?)</ol>', html, re.DOTALL):
        sedda += [int(start or 1) + i for i in range(inne.count("<li>"))]
    assert sedda == [*tal, 1]


@pytest.mark.parametrize(
    "text",
    [
        "Basen är 457 200 kr, (M) § 19 GNS/8/2020 e-strategen 50% +32 tkr.",
        "17 § – 2 < 3 & R&D snake_case 5 > 4: a=b; #taggar (se 1.) info@are.se",
        "+32 tkr till Ö-vik! -5 grader",
    ],
)
def test_vanlig_prosa_flyktas_inte(text: str) -> None:
    assert skriv_md(träd(f"<p>{xml(text)}</p>")) == text + "\n"


@pytest.mark.parametrize(
    ("text", "md"),
    [
        ("Se www.are.se/a_b_c.", r"Se www\.are.se/a_b_c."),
        ("(https://are.se/_a_?b=*c*)", r"(https\://are.se/\_a\_?b=\*c\*)"),
        ("HTTP://ÅRE.se ftp://a.se WWW.are.se", r"HTTP\://ÅRE.se ftp\://a.se WWW\.are.se"),
        ("kl: // a:b www och www...", r"kl: // a:b www och www\..."),
    ],
)
def test_en_adress_i_löpande_text_blir_ingen_länk(text: str, md: str) -> None:
    assert skriv_md(träd(f"<p>{xml(text)}</p>")) == md + "\n"
    assert tolka(md) == f"<p>{_som_html(text)}</p>\n"


def test_block_i_md() -> None:
    md = skriv_md(
        träd(
            '<section class="ny-sida"><h2>§ 17</h2><dl class="omslag"><dt>Plats</dt><dd>Här</dd><dt>Vilka:</dt>'
            "<dd><p>A</p><p>B</p></dd></dl><ul><li>a</li></ul></section><ul><li>b</li></ul>"
            '<ol><li><p>c</p><p>d</p></li><li>e</li></ol><div class="underskrift"><p>Ordförande</p><p>Namn</p></div>'
            '<p class="justerad">Paragrafen är justerad</p><p>Se<a class="not" href="#n">1</a> '
            '<a href="https://a.se/?b&amp;c">länk</a></p><section class="noter"><ol><li id="n">Not</li></ol></section>',
            huvud='<p class="organ">Nämnden</p><p class="utkast">UTKAST</p>',
            fot='<p>Sign</p><p>Sida <span class="sida"/></p>',
        )
    )
    assert md == (
        "Nämnden\n\n**UTKAST**\n\n## § 17\n\n**Plats:** Här\n\n**Vilka:**\n\nA\n\nB\n\n- a\n\n* b\n\n"
        "1. c\n\n   d\n\n2. e\n\nOrdförande ........................................\\\nNamn\n\n"
        "**Paragrafen är justerad**\n\nSe\\[1] [länk](<https://a.se/?b&amp;c>)\n\n\\[1] Not\n\n---\n\nSign\n"
    )


def test_tabell_i_md() -> None:
    md = skriv_md(
        träd(
            '<table><caption>Belopp</caption><thead><tr><th scope="col">Part</th><th scope="col">Kr</th></tr></thead>'
            '<tbody><tr><th scope="row">Åre</th><td class="tal"><p>1</p><p>2</p></td></tr></tbody></table>'
        )
    )
    assert md == "**Belopp**\n\n| Part | Kr |\n| --- | ---: |\n| Åre | 1<br>2 |\n"


def test_noter_med_block_och_betonade_ledtexter() -> None:
    md = skriv_md(
        träd(
            '<section class="noter"><ol><li id="a"><p>A</p><p>B</p></li><li id="b"><ul><li>c</li></ul></li></ol></section>'
            "<dl><dt>Plats <em>och</em> tid<br/>nu</dt><dd><ul><li>x</li></ul></dd></dl>"
        )
    )
    assert md == "\\[1] A\n\nB\n\n\\[2]\n\n- c\n\n**Plats** ***och*** **tid**\\\n**nu:**\n\n- x\n"
