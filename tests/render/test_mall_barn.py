from collections.abc import Callable
from pathlib import Path

import pytest

from gns.grund.fel import Användningsfel
from gns.render import barn, mall
from gns.render.barn import kör, kör_egen
from gns.render.gren import Gränser
from gns.render.mallarbete import Arbete, Svar, utför

_FÖRE = '<html lang="sv"><head><title>T</title></head><body><main>\n'
_EFTER = "\n</main></body></html>"


def _arbete(tmp_path: Path, main: str) -> Arbete:
    (tmp_path / "prov.html.j2").write_text(_FÖRE + main + _EFTER)
    return Arbete("prov.html.j2", {"datum": "å\ud800"}, (str(tmp_path),))


_SLINGA = "<p>\n{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}</p>"


@pytest.mark.parametrize("körning", [kör, kör_egen])
@pytest.mark.parametrize(
    ("main", "ord_"),
    [
        (_SLINGA, "inte färdig i tid"),
        ("<p>\n{{ 'x' * 900000000 }}</p>", "minne"),
        ("<p>\n{% for i in range(99999) %}{{ 'x' * 1000 }}{% endfor %}</p>", "för stor"),
    ],
)
def test_gränserna(tmp_path: Path, körning: Callable[[Arbete, Gränser], Svar], main: str, ord_: str) -> None:
    svar = körning(_arbete(tmp_path, main), Gränser(processor=1))
    assert svar.fel
    assert svar.fel[0] == "prov.html.j2:3"
    assert ord_ in svar.fel[1]


@pytest.mark.parametrize("körning", [kör, kör_egen])
def test_väggklockan(tmp_path: Path, körning: Callable[[Arbete, Gränser], Svar]) -> None:
    svar = körning(_arbete(tmp_path, _SLINGA), Gränser(klocka=0.4))
    assert svar.fel
    assert "inte färdig i tid" in svar.fel[1]


def test_båda_vägarna_svarar_lika(tmp_path: Path) -> None:
    for main in ("<p>{{ datum }}</p>", "<p>{{ nej }}</p>"):
        arbete = _arbete(tmp_path, main)
        assert kör(arbete) == kör_egen(arbete) == utför(arbete)


def test_en_modul_i_postmappen_laddas_inte(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "jinja2.py").write_text("raise SystemExit('fel modul')")
    monkeypatch.chdir(tmp_path)
    assert kör_egen(_arbete(tmp_path, "<p>x</p>")).fel is None


def test_barnet_kan_inte_fylla_disken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def försök(_: Arbete) -> Svar:
        try:
            (tmp_path / "x").write_text("x" * 4_100_000)
        except OSError:
            return Svar("nekad")
        return Svar("skrev")

    monkeypatch.setattr(barn, "utför", försök)
    assert kör(_arbete(tmp_path, "")).ut == "nekad"


def test_platsen_utan_märken_är_mallens_namn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "prov.html.j2").write_text("<q/>")
    första = [Svar("<q/>"), Svar("", ("", "x", "y"))]
    monkeypatch.setattr(mall, "kör", lambda _: första.pop(0))
    with pytest.raises(Användningsfel, match=r"^prov\.html\.j2: "):
        mall.träd_av_mall("prov", {}, tmp_path)


def test_hela_vägen_genom_barnet(tmp_path: Path) -> None:
    _arbete(tmp_path, "<p>\n{{ datum }}</p>")
    with pytest.raises(Användningsfel, match=r"/prov\.html\.j2:3: .*U\+D800"):
        mall.träd_av_mall("prov", {"datum": "å\ud800"}, tmp_path)
    assert mall.träd_av_mall("prov", {"datum": "å"}, tmp_path).innehåll[0].delar[0].text == "å"
