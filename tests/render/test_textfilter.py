"""Textfiltren tar bara det som går att skriva ut, så att inget objekt blir sin adress i minnet."""

from pathlib import Path

import pytest

from gns.render.mallarbete import Arbete, utför

VY = {"datum": "2020-12-18", "poster": [{"rubrik": "a"}], "tom": None, "ja": True}


def skriv(mapp: Path, main: str) -> str:
    """Utskriften av en mall med ett stycke; AssertionError med felets mening."""
    (mapp / "prov.html.j2").write_text(f"<p>{main}</p>")
    svar = utför(Arbete("prov.html.j2", VY, (str(mapp),)))
    assert not svar.fel, svar.fel
    return svar.ut


@pytest.mark.parametrize(
    "main",
    [
        "{{ datum.replace|string }}",
        "{{ datum.replace|upper }}",
        "{{ datum.replace|e }}",
        "{{ datum.replace ~ 'x' }}",
        "{{ [datum.replace]|join }}",
        "{{ poster|join(', ', attribute='rubrik.upper') }}",
        "{{ '%s'|format(datum.replace) }}",
        "{{ '%s' % datum.replace }}",
        "{{ '{}'.format(datum.replace) }}",
        "{{ '{0.replace}'.format(datum) }}",
        "{{ ''|attr('format')(datum) }}",
        "{{ 'a'|replace('a', datum.replace) }}",
        "{{ poster|map('string')|join }}",
        "{{ poster|map(attribute='rubrik')|string }}",
        "{% macro m() %}{% endmacro %}{{ m|trim }}",
        "{% for p in poster %}{{ loop|string }}{% endfor %}",
        "{{ tom ~ 'x' }}",
        "{{ range(3)|urlencode }}",
        "{{ poster|title }}",
        "{{ '%s'|format(ja) }}",
    ],
)
def test_bara_text_blir_text(tmp_path: Path, main: str) -> None:
    with pytest.raises(AssertionError, match=r"går inte att skriva ut|inte är tillåtet"):
        skriv(tmp_path, main)


def test_textfiltren_gör_det_de_ska(tmp_path: Path) -> None:
    md = skriv(
        tmp_path,
        "{{ 'å'|upper }} {{ 7|string ~ '&' ~ 2 }} {{ ['<', 3]|join(', ') }} {{ poster|join(attribute='rubrik') }} "
        "{{ '%s-%d'|format('b', 4) }} {{ 'abc'|replace('b', 5) }} {{ 7 % 4 }} {{ 'a b c d'|truncate(3, true, '', 0) }}",
    )
    assert md == "<p>Å 7&amp;2 &lt;, 3 a b-4 a5c 3 a b</p>"
