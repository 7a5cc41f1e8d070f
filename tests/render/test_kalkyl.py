"""Kalkylbladet: riktiga tal, gns egna formler, text som alltid är text, och samma byte varje gång."""

import io
import re
import zipfile
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from gns.render.kalkyl_csv import decimaltal, skriv_csv
from gns.render.las import läs_träd
from gns.render.trad import Träd
from gns.render.xlsx import skriv_xlsx

FARLIGA = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "=cmd|'/c calc'!A0",
    "https://example.org/",
    "mailto:a@b.se",
    "\\\\server\\x",
    "internal:A1",
]


def _träd(rader: str, huvud: str = "", rubrik: str = "Blad") -> Träd:
    sidhuvud = f'<header><p class="utkast">{huvud}</p></header>' if huvud else ""
    return läs_träd(
        f'<html lang="sv"><head><title>T</title></head><body>{sidhuvud}<main><section><h2>{rubrik}</h2>'
        f"<table><thead><tr><th>Namn</th><th>Tal</th></tr></thead><tbody>{rader}</tbody></table></section></main></body></html>"
    )


def _flykta(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _bok(träd: Träd) -> CalamineWorkbook:
    return CalamineWorkbook.from_filelike(io.BytesIO(skriv_xlsx(träd)))


def _xml(träd: Träd) -> str:
    with zipfile.ZipFile(io.BytesIO(skriv_xlsx(träd))) as arkiv:
        return arkiv.read("xl/worksheets/sheet1.xml").decode()


def _rad(namn: str, öre: int, klass: str = "", slag: str = "kr") -> str:
    return f'<tr class="{klass}"><th>{namn}</th><td class="tal {slag}" value="{öre}">{öre}</td></tr>'


@pytest.mark.parametrize("text", FARLIGA)
def test_text_är_aldrig_formel_eller_länk(text):
    träd = _träd(
        f"<tr><td>{_flykta(text)}</td><td>{_flykta(text)}</td></tr>", huvud=_flykta(text), rubrik=_flykta(text)
    )
    blad = _bok(träd).get_sheet_by_index(0).to_python()
    assert [text, text] in blad
    with zipfile.ZipFile(io.BytesIO(skriv_xlsx(träd))) as arkiv:
        allt = "".join(arkiv.read(n).decode() for n in arkiv.namelist() if n.endswith((".xml", ".rels")))
    assert "<f>" not in allt
    assert "<hyperlink " not in allt
    assert "TargetMode" not in allt


@pytest.mark.parametrize("text", FARLIGA)
def test_text_är_aldrig_formel_i_csv(text):
    rader = skriv_csv(_träd(f"<tr><td>{_flykta(text)}</td><td>x</td></tr>")).decode("utf-8-sig").split("\r\n")
    cell = rader[1].split(";")[0].strip('"')
    assert not cell.startswith(("=", "+", "-", "@"))
    assert cell.lstrip("'") == text


def test_tal_är_tal_och_summor_är_formler_med_sitt_värde():
    rader = _rad("A", 10_050) + _rad("B", 20_000) + _rad("Summa", 30_050, "summa") + _rad("Kontroll", 0, "kontroll")
    blad = _bok(_träd(rader)).get_sheet_by_index(0).to_python()
    assert [rad[1] for rad in blad[-4:]] == [100.5, 200.0, 300.5, 0.0]
    formler = re.findall(r'<c r="(\w+)"[^>]*><f>([^<]+)</f><v>([^<]+)</v>', _xml(_träd(rader)))
    (s, summa, värde), (_, kontroll, noll) = formler
    första, sista = (int(t) for t in re.findall(r"[0-9]+", summa))
    assert (summa, värde) == (f"SUM(B{första}:B{sista})", "300.5")
    assert (kontroll, noll, sista - första) == (f"{s}-(300.5)", "0", 1)


def test_delsummor_och_resultat():
    rader = (
        _rad("A", 500) + _rad("SUMMA", 500, "summa") + _rad("B", -200) + _rad("C", -100) + _rad("SUMMA", -300, "summa")
        + _rad("TOTAL", 200, "resultat")
    )  # fmt: skip
    formler = re.findall(r"<f>([^<]+)</f><v>([^<]+)</v>", _xml(_träd(rader)))
    assert [värde for _, värde in formler] == ["5", "-3", "2"]
    assert re.fullmatch(r"B\d+\+B\d+", formler[-1][0])


def test_en_summa_som_inte_är_radernas_blir_ett_tal():
    """Formeln skulle visa något annat än det som trycks."""
    assert "<f>" not in _xml(_träd(_rad("A", 100) + _rad("Summa", 200, "summa")))


def test_andelar_tkr_och_stora_tal():
    rader = _rad("A", "1/3", "", "procent") + _rad("B", -10_940_000, "", "tkr") + _rad("C", 10**14, "", "kr")  # type: ignore[arg-type]
    blad = _bok(_träd(rader)).get_sheet_by_index(0).to_python()
    assert [rad[1] for rad in blad[-3:]] == [pytest.approx(1 / 3, abs=1e-15), -109.4, 1e12]


@pytest.mark.parametrize("namn", ["a/b:c*[d]?", "x" * 40, "'", "", "History"])
def test_bladens_namn_godtas(namn):
    (bladet,) = _bok(_träd(_rad("A", 1), rubrik=namn or "–")).sheet_names
    assert 0 < len(bladet) <= 31
    assert not set("[]:*?/\\") & set(bladet)


def test_två_blad_med_samma_rubrik_får_var_sitt_namn():
    tabell = f"<section><h2>Lika</h2><table>{_rad('A', 1)}</table></section>"
    träd = läs_träd(f'<html lang="sv"><head><title>T</title></head><body><main>{tabell}{tabell}</main></body></html>')
    assert _bok(träd).sheet_names == ["Lika", "Lika 2"]


def test_samma_byte_två_gånger():
    assert skriv_xlsx(_träd(_rad("A", 1))) == skriv_xlsx(_träd(_rad("A", 1)))


@given(st.fractions(-(10**9), 10**9, max_denominator=10**6))
def test_decimaltalet_är_talet_så_när_som_på_sex_decimaler(tal):
    text = decimaltal(tal)
    assert re.fullmatch(r"-?[0-9]+(?:,[0-9]{0,5}[1-9])?", text)
    assert abs(Fraction(text.replace(",", ".")) - tal) <= Fraction(1, 2 * 10**6)
