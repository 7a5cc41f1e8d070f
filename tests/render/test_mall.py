import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from gns.grund.block import läs_text
from gns.grund.fel import Användningsfel, Diskfel
from gns.render import barn, las, mall
from gns.render.mallarbete import Svar, utför
from gns.render.render import render
from gns.render.sokvag import hitta_stil, mallmappar

_FÖRE = '<html lang="sv"><head><title>T</title></head><body><main>\n'
_EFTER = "\n</main></body></html>"
_VY = {
    "datum": "2020-12-18",
    "poster": [{"rubrik": "a"}],
    "tom": None,
    "ja": True,
    "text": läs_text("En *text*.[^1]\n\n- a\n- b\n\n#### R\n\n1. x\n3. y\n\n[^1]: Not."),
    "farlig": "<b>&amp;</b>",
    "styr": "a\x0bb",
    "halv": "a\ud800",
}

Skriv = Callable[..., str]


@pytest.fixture
def skriv(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Skriv:
    """Skriver ut en liten mall i samma process; barnet prövas för sig."""
    monkeypatch.setattr(mall, "kör", utför)
    mapp = tmp_path / "mallar"
    mapp.mkdir()

    def _skriv(main: str, *, hel: bool = False, **andra: str) -> str:
        (mapp / "prov.html.j2").write_text(main if hel else _FÖRE + main + _EFTER, newline="")
        for namn, källa in andra.items():
            (mapp / f"{namn}.j2").write_text(källa)
        return render("prov", _VY, "md", mapp).decode()

    return _skriv


def test_postens_text_är_data(skriv: Skriv) -> None:
    assert skriv("<p>{{ farlig }}</p>") == "\\<b>\\&amp;\\</b>\n"


def test_blockfiltret_skriver_den_slutna_mängden(skriv: Skriv) -> None:
    md = "En *text*.\\[1]\n\n- a\n- b\n\n#### R\n\n1. x\n\n3) y\n\n\\[1] Not.\n"
    assert skriv("{{ text|block }}") == md
    assert skriv("{{ text|block }}<ul><li>{{ text|block }}</li></ul>").count("Not.") == 2


def test_versal_och_fält_som_heter_som_metoder(skriv: Skriv) -> None:
    assert (
        skriv("<p>{{ 'åsa B'|versal }} {{ {'items': 1, 'a': 2}.items }} {{ {'a': 2}.get('a') }}</p>") == "Åsa B 1 2\n"
    )


def test_mallen_kan_ta_med_en_annan_och_ärva(skriv: Skriv) -> None:
    assert skriv("{% include 'del.j2' %}", **{"del": "<p>{{ datum }}</p>"}) == "2020-12-18\n"
    bas = _FÖRE + "{% block b %}{% endblock %}" + _EFTER
    assert skriv("{% extends 'bas.j2' %}{% block b %}<p>x</p>{% endblock %}", hel=True, bas=bas) == "x\n"


@pytest.mark.parametrize(
    ("main", "rad", "ord_"),
    [
        ("<p>\n{{ datun }}</p>", 3, "”datun” finns inte; menade du ”datum”?"),
        ("{% set rubriken = 1 %}\n<p>{{ rubrikn }}</p>", 3, "menade du ”rubriken”?"),
        ("{% for p in poster %}\n<p>{{ p.rubrk }}</p>{% endfor %}", 3, "menade du ”rubrik”?"),
        ("{% for p in poster %}<p/>", 2, "{% for %} är inte stängd"),
        ("{{ datum | }}", 2, "väntade ”ett namn” men fick ”}}”"),
        ("{{ ) }}", 2, "väntades inte här"),
        ("{{ $ }}", 2, "väntades inte här"),
        ("{% fro x in y %}", 2, "satsen {% fro %} finns inte"),
        ("{% endfr %}", 2, "{% endfr %} stänger"),
        ("{% block a %}{% endblock %}{% block a %}{% endblock %}", 2, "står två gånger"),
        ("{% set 1 = 2 %}", 2, ""),
        ("{{ datum|versall }}", 2, "menade du ”versal”?"),
        ("{{ datum is likasom }}", 2, "prövningen ”likasom” finns inte"),
        ("{{ datum|safe }}", 2, "aldrig märkspråk"),
        ("{% autoescape false %}{{ farlig }}{% endautoescape %}", 2, "autoescape"),
        ("\n{% include 'finns.j2' %}", 3, "mallen ”finns.j2” finns inte"),
        ("{% include ['a.j2', 'b.j2'] %}", 2, "finns inte"),
        ("{% include '../x.j2' %}", 2, "inte ett namn på en fil"),
        ("{% include '/etc/passwd' %}", 2, "inte ett namn på en fil"),
        ("{{ datum.__class__.__mro__ }}", 2, "inte är tillåtet"),
        ("{{ ''|attr('__class__') }}", 2, "inte är tillåtet"),
        ("{{ '{0.__class__}'.format(datum) }}", 2, "inte är tillåtet"),
        ("{{ poster.append(1) }}", 2, "inte är tillåtet"),
        ("{{ poster[0].update({}) }}", 2, "”update” finns inte"),
        ("{{ lipsum() }}", 2, "”lipsum” finns inte"),
        ("{{ 9**9**9 }}", 2, "inte är tillåtet"),
        ("<p>{{ tom }}</p>", 2, "ett tomt värde"),
        ("<p>{{ ja }}</p>", 2, "ja/nej"),
        ("<p>{{ poster }}</p>", 2, "en lista"),
        ("<p>{{ poster[0] }}</p>", 2, "en post"),
        ("<p>{{ datum.upper }}</p>", 2, "värdet går inte att skriva ut"),
        ("<p>{{ datum|length / 3 }}</p>", 2, "värdet går inte att skriva ut"),
        ("<p>{{ text }}</p>", 2, "|block"),
        ("{{ datum|block }}", 2, "|block gäller"),
        ("{{ 1 / 0 }}", 2, "noll"),
        ("{{ 1 + datum }}", 2, "TypeError"),
        ("{{ datum() }}", 2, "TypeError"),
        ("<p>\n<blink>x</blink></p>", 3, "<blink>"),
        ("{% for p in poster %}\n<p>\n<em>a</p>{% endfor %}", 4, "<em> är inte stängd"),
        ("{% if ja %}\n\n{# x\n #}\n<p>&nbsp;</p>{% endif %}", 6, "finns inte"),
        ("<p>\n{{ styr }}</p>", 3, "U+000B"),
        ("<p>\n{{ halv }}</p>", 3, "U+D800"),
        ("{% include 'prov.html.j2' %}", 2, "sig själv"),
    ],
)
def test_fel_i_mallen_säger_fil_och_rad(skriv: Skriv, main: str, rad: int, ord_: str) -> None:
    for radslut in ("\n", "\r\n"):
        with pytest.raises(Användningsfel) as fel:
            skriv((_FÖRE + main + _EFTER).replace("\n", radslut), hel=True)
        assert fel.value.text.startswith(f"mallar/prov.html.j2:{rad}: ")
        assert ord_ in fel.value.text
        assert fel.value.råd
        assert "\n" not in fel.value.text


@pytest.mark.parametrize("main", ["{{ datum", "{% if ja", "{% if ja %}"])
def test_en_mall_som_tar_slut(skriv: Skriv, main: str) -> None:
    with pytest.raises(Användningsfel, match=r"^mallar/prov\.html\.j2:1: (mallen tar slut|{% if %} är inte stängd)"):
        skriv(main, hel=True)


def test_felet_står_i_den_mall_där_det_är(skriv: Skriv) -> None:
    for källa in ("\n<p>{{ nej }}</p>", "\n<p><q/></p>"):
        with pytest.raises(Användningsfel, match=r"^mallar/del.j2:2: "):
            skriv("\n\n{% include 'del.j2' %}", **{"del": källa})
    makro = "{% macro m() %}\n<p>{{ nej }}</p>{% endmacro %}"
    with pytest.raises(Användningsfel, match=r"^mallar/del.j2:2: "):
        skriv("\n\n{% from 'del.j2' import m %}{{ m() }}", **{"del": makro})
    with pytest.raises(Användningsfel, match=r"^mallar/prov.html.j2:4: "):
        skriv("{% include 'del.j2' %}\n\n<q/>", **{"del": "\n\n\n"})


def test_text_i_posten_kan_inte_flytta_felets_plats(skriv: Skriv, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(_VY, "datum", "\x000:0:99\x00")
    with pytest.raises(Användningsfel, match=r"^mallar/prov.html.j2:3: "):
        skriv("<p>\n{{ datum }}</p>")


@pytest.mark.parametrize("slag", ["länk", "mapplänk", "mapp", "rör", "utf-8", "stor"])
def test_bara_vanliga_filer_läses(skriv: Skriv, tmp_path: Path, slag: str) -> None:
    mål = tmp_path / "mallar" / "del.j2"
    inkludera = "{% include 'del.j2' %}"
    if slag == "länk":
        (tmp_path / "x").write_text("<p>x</p>")
        mål.symlink_to(tmp_path / "x")
    elif slag == "mapplänk":
        (tmp_path / "m").mkdir()
        (tmp_path / "m" / "del.j2").write_text("<p>x</p>")
        (tmp_path / "mallar" / "m").symlink_to(tmp_path / "m")
        inkludera = "{% include 'm/del.j2' %}"
    elif slag == "mapp":
        mål.mkdir()
    elif slag == "rör":
        os.mkfifo(mål)
    elif slag == "utf-8":
        mål.write_bytes(b"a\n\xe5")
    else:
        mål.write_bytes(b"x" * 1_000_001)
    with pytest.raises(Användningsfel, match=r"^mallar/prov\.html\.j2:2: .*del\.j2|länk"):
        skriv(inkludera)


@pytest.mark.parametrize("genom", [utför, barn.kör])
def test_en_mall_som_inte_får_läsas_är_diskens_fel(
    skriv: Skriv, monkeypatch: pytest.MonkeyPatch, genom: Callable[..., Svar]
) -> None:
    öppna = os.open
    monkeypatch.setattr(mall, "kör", genom)
    monkeypatch.setattr(
        os, "open", lambda fil, *a, **b: _neka() if str(fil).endswith("del.j2") else öppna(fil, *a, **b)
    )
    with pytest.raises(Diskfel, match=r"^mallar/del\.j2 går inte att läsa: rättighet saknas$") as fel:
        skriv("{% include 'del.j2' %}", **{"del": "<p>x</p>"})
    assert fel.value.råd


@pytest.mark.parametrize("stil", ["stil.css", "stil.docx", "stil.typ", "prov.html.j2"])
def test_en_mapp_som_inte_får_läsas_är_diskens_fel(stil: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "lstat", lambda _: _neka())
    with pytest.raises(Diskfel, match="går inte att läsa: rättighet saknas"):
        hitta_stil(stil, tmp_path)


def test_ett_orimligt_filnamn_i_mallen_är_mallens_fel(skriv: Skriv) -> None:
    with pytest.raises(Användningsfel, match=r"inte ett namn på en fil"):
        skriv("{% include 'a\\0b' %}")


def _neka() -> NoReturn:
    raise PermissionError(errno.EACCES, "nej")


def test_för_många_element_sägs_med_rad(skriv: Skriv, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(las, "_FLEST", 1000)
    with pytest.raises(Användningsfel, match=r"^mallar/prov\.html\.j2:3: dokumentet har fler än 1 000 element"):
        skriv("\n{% for i in range(1001) %}<p/>{% endfor %}")


def test_en_css_som_inte_är_utf8_eller_är_för_stor(skriv: Skriv, tmp_path: Path) -> None:
    skriv("<p>x</p>")
    css = tmp_path / "mallar" / "stil.css"
    for data, ord_ in (
        (b"p { }\n/* \xe5 */", r"stil\.css är inte UTF-8 på rad 2"),
        (b" " * 1_000_001, "större än 1 MB"),
    ):
        css.write_bytes(data)
        with pytest.raises(Användningsfel, match=ord_) as fel:
            render("prov", _VY, "html", tmp_path / "mallar")
        assert fel.value.råd
    css.write_bytes(b"p {\r\n}")
    assert b"p {\n}" in render("prov", _VY, "html", tmp_path / "mallar")


def test_mallen_saknas_eller_formatet(tmp_path: Path) -> None:
    with pytest.raises(Användningsfel, match=r"”finns-inte.html.j2” finns inte"):
        render("finns-inte", {}, "md", tmp_path)
    with pytest.raises(Användningsfel, match=r"formatet ”odt” finns inte"):
        render("protokoll", {}, "odt", None)
    with pytest.raises(Användningsfel, match=r"”stil.xyz” finns inte"):
        hitta_stil("stil.xyz", tmp_path)


def test_egen_mall_går_före_den_medföljande(skriv: Skriv, tmp_path: Path) -> None:
    egen = tmp_path / "mallar"
    (egen / "stil.css").write_text("p { color: #123456 }")
    skriv("<p>x</p>")
    assert b"#123456" in render("prov", _VY, "html", egen)
    assert render("prov", _VY, "text", egen) == b"x\n"
    assert hitta_stil("stil.css", None).parent == mallmappar(None)[-1]


def test_samma_indata_ger_samma_byte(skriv: Skriv, tmp_path: Path) -> None:
    skriv("{{ text|block }}{{ text|block }}")
    for format_ in ("text", "md", "html"):
        assert len({render("prov", _VY, format_, tmp_path / "mallar") for _ in range(3)}) == 1


def test_utan_fork_används_en_egen_python(skriv: Skriv, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mall, "kör", barn.kör)
    monkeypatch.delattr(os, "fork")
    assert skriv("<p>{{ datum }}</p>") == "2020-12-18\n"
    with pytest.raises(Användningsfel, match=r"^mallar/prov.html.j2:3: "):
        skriv("<p>\n<q/></p>")


def test_ett_barn_som_dör_blir_ett_fel(skriv: Skriv, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mall, "kör", barn.kör)
    monkeypatch.setattr(barn, "utför", lambda _: os._exit(3))
    with pytest.raises(Användningsfel, match=r"^prov\.html\.j2: mallen avbröts"):
        skriv("<p>x</p>")


def test_notmärken_utan_not_och_andra_namn_än_tal(tmp_path: Path) -> None:
    (tmp_path / "prov.html.j2").write_text(_FÖRE + "{{ a|block }}{{ b|block }}" + _EFTER)
    vy = {"a": läs_text("x[^7] y[^9]\n\n[^7]: sju"), "b": läs_text("x[^a] y[^b]\n\n[^b]: be\n\n[^a]: ah")}
    assert render("prov", vy, "md", tmp_path).decode() == (
        "x\\[7] y\\[^9]\n\n\\[7] sju\n\nx\\[2] y\\[1]\n\n\\[1] be\n\n\\[2] ah\n"
    )
