from hypothesis import given
from hypothesis import strategies as st

from gns.render.text import skriv_text
from gns.render.text_rad import dela_ord
from tests.render.prov import TEXTER, ihop, träd, xml


@given(TEXTER, st.integers(10, 80))
def test_varje_tecken_är_kvar_och_raderna_ryms(text: str, bredd: int) -> None:
    ut = skriv_text(träd(f"<p>{xml(text)}</p>"), bredd)
    assert ihop(ut) == ihop(text)
    assert all(len(rad) <= bredd or len(dela_ord(rad)) == 1 for rad in ut.split("\n"))


def test_det_obrutna_bryts_inte_över_rader() -> None:
    ut = skriv_text(träd("<p>Summan är 457 200 kr enligt § 19 den 18 december 2020</p>"), 20)
    assert ut == "Summan är 457 200 kr\nenligt § 19 den\n18 december 2020\n"


def test_ett_helt_dokument_som_text() -> None:
    ut = skriv_text(
        träd(
            '<h1>Protokoll</h1><dl class="omslag"><dt>Plats</dt><dd>Här</dd><dt>Beslutande ledamöter</dt>'
            '<dd><p>A</p><p>B</p><ul><li>c</li></ul></dd></dl><section class="ny-sida"><h2>§ 17 Rubrik</h2>'
            '<h3>Beslut</h3><ol><li>ett två tre fyra fem sex</li><li value="10"><p>a</p><p>b</p></li></ol>'
            '<p>Se<a class="not" href="#n">1</a> <a href="https://a.se">A</a> <a href="https://b.se">https://b.se</a></p>'
            '<section class="noter"><ol><li id="n">Not</li></ol></section></section>'
            '<div class="underskrift"><p>Ordförande</p><p>Namn</p></div><div class="underskrift"><p>Justerare</p><p/></div>',
            huvud='<p class="organ">Nämnden</p>',
            fot='<p>Sign</p><p><span class="sida"/></p>',
        ),
        40,
    )
    assert ut.split("\n") == [
        "Nämnden",
        "",
        "Protokoll",
        "=========",
        "",
        "Plats             Här",
        "Beslutande        A",
        "ledamöter         B",
        "                  - c",
        "",
        "-" * 40,
        "",
        "§ 17 Rubrik",
        "-----------",
        "",
        "Beslut",
        " 1. ett två tre fyra fem sex",
        "",
        "10. a",
        "",
        "    b",
        "",
        "Se[1] A (https://a.se) https://b.se",
        "",
        "[1] Not",
        "",
        "Ordförande         ..............................",
        "                   Namn",
        "",
        "Justerare          ..............................",
        "",
        "-" * 40,
        "Sign",
        "",
    ]


def test_en_tabell_som_inte_ryms_blir_en_lista_per_rad() -> None:
    ut = skriv_text(
        träd(
            '<table><caption>Fakturor</caption><thead><tr><th scope="col">Part</th><th scope="col">Nummer</th><th class="tal" scope="col">Kr'
            '</th></tr></thead><tbody><tr><th scope="row">Härjedalen</th><td>2021-100</td><td class="tal">457 200</td></tr>'
            '<tr class="summa"><th scope="row">Summa</th><td></td><td class="tal">1</td></tr></tbody></table>'
        ),
        24,
    )
    assert ut.split("\n") == [
        "Fakturor", "Härjedalen", "  Nummer: 2021-100", "  Kr: 457 200", "Summa", "  Kr: 1", "",
    ]  # fmt: skip


def test_tabellen_står_i_linje() -> None:
    ut = skriv_text(
        träd(
            '<table><caption>Belopp</caption><thead><tr><th scope="col">Part</th><th class="tal" scope="col">Kr</th></tr>'
            '</thead><tbody><tr><th scope="row">Åre kommun och andra</th><td class="tal">457 200</td></tr>'
            '<tr><td><p>Ö</p><p>vik</p></td><td class="tal">1</td></tr></tbody></table>'
        ),
        24,
    )
    assert ut.split("\n") == [
        "Belopp",
        "Part                  Kr",
        "---------------  -------",
        "Åre kommun och   457 200",
        "andra",
        "Ö                      1",
        "vik",
        "",
    ]
