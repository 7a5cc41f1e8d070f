"""Läsaren: vad den läser, vad den vägrar och var felet sitter."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gns.grund.datafel import Filfel
from gns.grund.fel import Postfel
from gns.storage.yaml_las import läs_yaml


def felet(rå: str | bytes) -> Filfel:
    with pytest.raises(Postfel) as fångat:
        läs_yaml(rå.encode() if isinstance(rå, str) else rå, "post.yaml")
    (fel,) = fångat.value.fel
    assert fel.fil == "post.yaml"
    assert fel.nivå == "fel"
    assert fel.text
    assert fel.råd
    return fel


def test_varje_skalär_förblir_text() -> None:
    rå = b"tid: 10:15\nsvar: no\nnr: 007\ndag: 2020-12-18\ntom: null\nlista: [1, 'x']\nciterad: \"\\u00e5\"\n"
    assert läs_yaml(rå) == {
        "tid": "10:15",
        "svar": "no",
        "nr": "007",
        "dag": "2020-12-18",
        "tom": "null",
        "lista": ["1", "x"],
        "citerad": "å",
    }


def test_radslut_med_crlf_läses_som_lf() -> None:
    assert läs_yaml(b"a: |\r\n  x\r\n  y\r\nb: z\r\n") == {"a": "x\ny\n", "b": "z"}


def test_nfd_läses_som_nfc() -> None:
    assert läs_yaml("a\u030akomst: O\u0308\n".encode()) == {"åkomst": "Ö"}
    assert läs_yaml(b'a: "a\\u030a"\n') == {"a": "å"}


def test_emoji_och_ovanliga_bokstäver_läses() -> None:
    assert läs_yaml("a: Þórr ß Ω 😀\n".encode()) == {"a": "Þórr ß Ω 😀"}


def test_utropstecken_och_et_tecken_mitt_i_text_läses() -> None:
    assert läs_yaml(b"a: Hej! Ord & bild\nb: |\n  &x !y *z\nc: '!x'\n")["b"] == "&x !y *z\n"


@pytest.mark.parametrize(
    ("rå", "rad", "kolumn", "ord"),
    [
        ("rubrik: Budget: förslag\n", 1, 15, "kolon"),
        ("a: b\ntext: - § 17\n", 2, 7, "`- `"),
        ("a:\n\tb: c\n", 2, 1, "tabb"),
        ("\ta: b\n", 1, 1, "tabb"),
        ("a: b\n  c: d\n", 2, 4, "fel plats"),
        ("a: b\nc\nd: e\n", 2, 1, "varken"),
        ('a: b\nc: "d\ne: f\n', 2, 4, "stängs aldrig"),
        ("a: 'd\n", 1, 4, "stängs aldrig"),
        ('a: "x" y\n', 1, 8, "hör inte ihop"),
        ('a: "\\q"\n', 1, 5, "bakstreck"),
        ("a: [x\nb: c\n", 2, 2, "hakparentes"),
        ("a: {b: c\n", 2, 1, "klammer"),
        ("a: ]\n", 1, 4, "saknas ett värde"),
        ("a: @b\n", 1, 4, "@"),
        ("a: | b\n  c\n", 1, 6, "samma rad"),
        ("a: *b* c\n", 1, 6, "*"),
        ("a: b\nc: *b\n", 2, 4, "*"),
        ("a: &b c\n", 1, 4, "ankare"),
        ("a:\n  - b\n  - &c {d: e}\n", 3, 5, "ankare"),
        ("&a b: c\n", 1, 1, "ankare"),
        ("a: &b [x]\nc: [*b, *b]\n", 1, 4, "ankare"),
        ("a: !!str b\n", 1, 4, "taggar"),
        ("a: ! b\n", 1, 4, "taggar"),
        ("%YAML 1.2\n---\na: b\n", 1, 1, "direktiv"),
        ("a: b\n%x\n", 2, 1, "direktiv"),
        ("<<: b\n", 1, 1, "<<"),
        ("a:\n  <<: {b: c}\n", 2, 3, "<<"),
        ("a: b\n---\nc: d\n", 2, 1, "mer än en post"),
        ("? [a]\n: b\n", 1, 3, "nyckel"),
        ("? {a: b}\n: b\n", 1, 3, "nyckel"),
        ('"": b\n', 1, 1, "saknar namn"),
        ("rubrik:\n", 1, 1, "rubrik saknar värde"),
        ("a:\n  rubrik:\n  b: c\n", 2, 3, "rubrik saknar värde"),
        ("a: ''\n", 1, 1, "a saknar värde"),
        ("a: []\n", 1, 1, "a saknar värde"),
        ("a: {}\n", 1, 1, "a saknar värde"),
        ("a: |\nb: c\n", 1, 1, "a saknar värde"),
        ("a:\n  - b\n  -\n", 3, 4, "listpunkten"),
        ("a: b\nc: d\na: e\n", 3, 1, "nyckeln a står två gånger"),
        ("å: b\na\u030a: c\n", 2, 1, "nyckeln å står två gånger"),
        ("a: b\n<<<<<<< HEAD\nc: d\n=======\nc: e\n>>>>>>> gren\n", 2, 1, "konflikt"),
        ("a: |\n  b\n=======\n", 3, 1, "konflikt"),
        ("\ufeffa: b\n", 1, 1, "BOM"),
        (b"a: b\nc: \xe5\n", 2, 4, "0xE5"),
        (b"\xff\xfea\0:\0", 1, 1, "UTF-16"),
        ("a: b\x00\n", 1, 5, "U+0000"),
        ("a: b\x1b[31m\n", 1, 5, "U+001B"),
        ("a: b\x7f\n", 1, 5, "U+007F"),
        ("a: b\u0085c\n", 1, 5, "U+0085"),
        ("a: b\rc: d\n", 1, 5, "U+000D"),
        ("a: b\u202ec\n", 1, 5, "U+202E"),
        ("å: ä\nb: ö\u2066c\n", 2, 5, "U+2066"),
        ("a: b\u200bc\n", 1, 5, "U+200B"),
        ("a: b\u2028c\n", 1, 5, "U+2028"),
        ("a: b\u00adc\n", 1, 5, "U+00AD"),
        ("a: b\U000e0041\n", 1, 5, "U+E0041"),
        ('a: "\\u202e"\n', 1, 4, "U+202E"),
        ('a: "x\\0"\n', 1, 4, "U+0000"),
        ("", 0, 0, "tom"),
        ("# bara en kommentar\n", 0, 0, "tom"),
        ("bara text\n", 1, 1, "nyckel"),
        ("- a\n", 1, 1, "nyckel"),
    ],
)
def test_det_som_vägras_får_sin_plats_och_en_svensk_mening(rå: str | bytes, rad: int, kolumn: int, ord: str) -> None:
    fel = felet(rå)
    assert (fel.rad, fel.kolumn) == (rad, kolumn)
    assert ord in fel.text


@pytest.mark.parametrize("rå", ["rubrik: Budget: förslag", "text: - § 17", "text: *viktigt*", "a: @b", 'a: "b" c'])
def test_text_som_behöver_citattecken_får_rådet_att_sätta_dem(rå: str) -> None:
    assert "sätt citattecken runt texten" in felet(rå).råd


def test_felet_visar_raden_det_sitter_på_och_kortar_en_lång() -> None:
    assert felet("a: b\nc: d: e\n").källrad == "c: d: e"
    assert len(felet("a: b: " + "x" * 9999).källrad) == 10_005


@pytest.mark.parametrize("öppning", ["[", "{a: ", "- ", "? ", "-\t", "- ? "])
def test_en_megabyte_av_öppningar_vägras_fort(öppning: str) -> None:
    början = time.process_time()
    fel = felet((öppning * 1_000_000)[:999_999])
    assert time.process_time() - början < 1
    assert "nivåer" in fel.text or "tabb" in fel.text


def test_tjugo_nivåer_går_men_inte_tjugoen() -> None:
    def kapslad(antal: int) -> str:
        return "".join(f"{'  ' * i}a:\n" for i in range(antal - 1)) + "  " * (antal - 1) + "a: b\n"

    assert läs_yaml(kapslad(20).encode())
    fel = felet(kapslad(21))
    assert (fel.rad, fel.kolumn) == (21, 41)
    assert "20 nivåer" in fel.text
    assert "20 nivåer" in felet("a: " + "[" * 20 + "b" + "]" * 20).text


def test_en_fil_över_en_megabyte_vägras() -> None:
    assert läs_yaml(b"a: " + b"x" * 999_997)
    assert "1 MB" in felet(b"a: " + b"x" * 999_998).text


def test_många_fotnoter_gör_inte_posten_misstänkt_djup() -> None:
    rå = ("a: |\n" + "".join(f"  Text[^{i}].\n" for i in range(100)) + "b: |\n  " + "-" * 60 + "\n").encode()
    assert läs_yaml(rå)["a"].startswith("Text[^0].")


@given(st.binary(max_size=200))
def test_inga_bytes_kraschar_läsaren(rå: bytes) -> None:
    _läs_eller_filfel(rå)


@given(
    st.lists(st.sampled_from([*" \n\t-?:,[]{}#&*!|>'\"%@`~=<\\", "a", "å", "a: ", "\n  ", "- ", "\r\n", "<<"])).map(
        "".join
    )
)
def test_inga_yaml_tecken_i_oordning_kraschar_läsaren(text: str) -> None:
    _läs_eller_filfel(text.encode())


@given(st.data())
def test_en_stympad_eller_störd_post_ger_läsning_eller_ett_fel(data: st.DataObject) -> None:
    rå = bytearray("a: b\nlista:\n  - x: 'y'\n    å: |\n      Text.\n\n      Mer.\n  - [1, \"2\"]\n# slut\n".encode())
    for _ in range(data.draw(st.integers(1, 4))):
        i = data.draw(st.integers(0, len(rå)))
        rå[i : i + data.draw(st.integers(0, 3))] = data.draw(
            st.sampled_from([b"", b"\t", b":", b"- ", b'"', b"\n", b"&a ", b"\xc3"])
        )
    _läs_eller_filfel(bytes(rå))


def _läs_eller_filfel(rå: bytes) -> None:
    try:
        assert isinstance(läs_yaml(rå), dict)
    except Postfel as fel:
        (f,) = fel.fel
        assert f.text
        assert 0 <= f.rad <= rå.count(b"\n") + 2
        assert not {"expected", "found", "while"} & set(f.text.split())
