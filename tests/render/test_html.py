import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

from hypothesis import given

from gns.render.html import skriv_html
from gns.render.sokvag import hitta_stil
from tests.render.prov import TEXTER, ihop, träd, xml

_CSS = hitta_stil("stil.css", None).read_text("utf-8")
_MEDLÖS = frozenset({"meta", "br"})


class Läsare(HTMLParser):
    """Samlar element, text i main och kontrollerar att märkena går ihop."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.öppna: list[str] = []
        self.element: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.element.append((tag, dict(attrs)))
        if tag not in _MEDLÖS:
            self.öppna.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.öppna.pop() == tag

    def handle_data(self, data: str) -> None:
        if "main" in self.öppna:
            self.text += data


def läs(html: str) -> Läsare:
    läsare = Läsare()
    läsare.feed(html)
    läsare.close()
    assert not läsare.öppna
    return läsare


@given(TEXTER)
def test_posternas_text_blir_text(text: str) -> None:
    sida = läs(skriv_html(träd(f'<p>{xml(text)}</p><h2 id="a">x</h2>', huvud=f"<p>{xml(text)}y</p>"), _CSS))
    assert ihop(sida.text) == ihop(text + " x")
    assert {t for t, _ in sida.element} <= {
        "html", "head", "meta", "title", "style", "body", "header", "main", "p", "h2", "span",
    }  # fmt: skip


def test_sidan_är_tillgänglig_och_sluten() -> None:
    html = skriv_html(
        träd(
            '<h1>A</h1><ol start="3"><li>a</li><li value="7">b</li><li>c</li></ol><table><thead><tr>'
            '<th scope="col">K</th></tr></thead><tr><td class="tal">1 000 kr</td></tr></table>'
            '<p>se <a href="#s">§ 19 <em>x</em></a><a class="not" href="#n">1</a><br/><strong>y</strong></p>'
            '<section id="s" class="ny-sida"><section class="noter"><ol><li id="n">N</li></ol></section></section>',
            huvud="<p>H</p>",
            fot='<p>F</p><p><span class="sida"/></p>',
        ),
        _CSS,
    )
    assert html.startswith('<!DOCTYPE html>\n<html lang="sv">\n<head>\n<meta charset="utf-8">')
    assert html.endswith("</html>\n")
    sida = läs(html)
    taggar = [t for t, _ in sida.element]
    assert [taggar.count(t) for t in ("header", "main", "footer", "h1", "title")] == [1, 1, 1, 1, 1]
    assert not {"script", "link", "img"} & set(taggar)
    assert '<ol start="3">\n<li>a</li>\n<li value="7">b</li>\n<li>c</li>\n</ol>' in html
    assert (
        '<a href="#s"><span class="obruten">§ 19</span> <em>x</em></a><sup><a class="not" href="#n">1</a></sup>' in html
    )
    assert '<th scope="col">K</th>' in html
    assert '<td class="tal"><span class="obruten">1 000 kr</span></td>' in html
    assert "<br><strong>y</strong>" in html
    assert "<footer>\n<p>F</p>\n</footer>" in html


def test_bara_den_egna_stilen_släpps_igenom() -> None:
    html = skriv_html(träd("<p>x</p>"), "p { color: red } /* </style><script>alert(1)</script> */")
    (stil,) = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    summa = b64encode(sha256(stil.encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{summa}'" in html
    assert [t for t, _ in läs(html).element].count("script") == 0


def test_papperets_sidhuvud_och_sidfot() -> None:
    html = skriv_html(
        träd(
            "",
            huvud='<p class="organ">N "ä" &lt;/style&gt;\\</p><p class="utkast">UTKAST – EJ</p><p class="datum">D</p>',
            fot='<p>Sign</p><p>Best</p><p>Sida <span class="sida"/> (<span class="sidor"/>)</p>',
        ),
        "",
    )
    assert '@top-left { content: "N \\22 ä\\22  \\3c \\2f style\\3e \\5c "; }' in html
    assert '@top-center { content: "UTKAST \\2013  EJ"; }' in html
    assert '@bottom-right { content: "Sida " counter(page) " \\28 " counter(pages) "\\29 "; }' in html
    assert "@page :first { @top-left { content: none; } @top-center { content: none; }" in html
    assert '@bottom-left { content: "Sign"; } @bottom-center { content: "Best"; }' in html


def _ljus(färg: str) -> float:
    kanaler = [int(färg[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linjära = [k / 12.92 if k <= 0.03928 else ((k + 0.055) / 1.055) ** 2.4 for k in kanaler]
    return 0.2126 * linjära[0] + 0.7152 * linjära[1] + 0.0722 * linjära[2]


def test_kontrasten_räcker() -> None:
    färger = re.findall(r"--(?:text|svag|länk|utkast|linje): (#[0-9a-f]{6})", _CSS)
    assert len(färger) == 5
    for färg in färger:
        assert 1.05 / (_ljus(färg) + 0.05) >= 4.5


def test_stilen_hämtar_inget() -> None:
    assert not re.search(r"url\(|@import|expression", Path(hitta_stil("stil.css", None)).read_text("utf-8"))
