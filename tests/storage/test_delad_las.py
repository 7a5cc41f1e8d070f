"""Delläsaren svarar som läsaren, också när delarna bara ser hela ut."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gns.grund.fel import Postfel
from gns.storage.delad_las import Delläsare
from gns.storage.yaml_las import läs_yaml
from tests.hjalp import ROT

POSTER = sorted((ROT / "data").rglob("*.yaml"))


def _svar(läs, rå):
    try:
        return läs(rå)
    except Postfel as fel:
        return [(f.rad, f.kolumn, f.text) for f in fel.fel]


def _lika(*versioner):
    läsare = Delläsare()
    for rå in (*versioner, *reversed(versioner)):
        assert _svar(läsare.läs, rå) == _svar(läs_yaml, rå)


@pytest.mark.parametrize("fil", POSTER, ids=lambda f: f.relative_to(ROT).as_posix())
def test_varje_post_i_arkivet(fil):
    rå = fil.read_bytes()
    _lika(rå, rå.replace(b"a", b"o"), rå + b"ny: nyckel\n", rå[: len(rå) // 2], b"# en rad\n\n" + rå)


@pytest.mark.parametrize(
    "text",
    [
        "", "a", "- a\n", "a: 1\na: 2\n", 'a: "x\nb: y"\nc: 1\n', "a: 'x\nb: 1\n", "a: [1,\nb: 2]\n", "a: |\n  x\n\n\nb: 1\n",
        "a: |+\n  x\n\n\nb: 1\n", "a:\n- x\n- y\n", "a:\n  - x: 1\n    y: 2\n  - x: 3\n", "a:\n  - x: |\n      - y\n  - z\n",
        "a:\n  - x\n # mitt i\n  - y\nb: 1\n", "a:\n  - x\n  - \"y\n  - z\"\n", "---\na: 1\n", "a: 1\n---\nb: 2\n", "a: 1\n...\n",
        "a: &x 1\nb: *x\n", "a:\n  b: 1\n  - c\n", "a:\n  - - x\n    - y\n  - z\n", "a: 1\r\nb: 2\r\n", "a:\n\n  - x\n  - y\n",
        "a: >\n  x\n  - y\nb:\n  - 1\n  - 2\n", "\ufeffa: 1\nb: 2\n", "a:\n  - x\n  -\n  - y\n", "å\u0308: 1\na\u030a: 2\nå: 3\n",
        "a: x\n  y\nb: z\n", "a:\n  - x\n  - y\n  z: 1\n", "a :\n  - x\n  - y\n", "? a\n: b\nc: 1\n", "a:\n  - x\n  - y\na:\n  - z\n  - w\n",
        "a:\n   - x\n  - y\n", "a:\n  - |\n    x\n   - y\n  - z\n",
    ],
)  # fmt: skip
def test_texter_som_ser_hela_ut(text):
    _lika(text.encode(), f"{text}\nz: 1\n".encode(), f"z: 1\n{text}".encode())


_RADER = st.sampled_from(
    ["a: 1", "b: |", "c:", "  - x", "  - y: 1", "    z: 2", "  text", "", "# k", "d: \"x", "y\"", "- p", "    - q", "  - |", "      r", "e: [", "]", "...", "---", "%Y", "? g", ": h", "f: >-"]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(_RADER, max_size=12), st.lists(_RADER, max_size=12))
def test_vad_som_helst_av_rader(ena, andra):
    _lika("\n".join(ena).encode(), "\n".join(andra).encode(), "\n".join([*ena, *andra, ""]).encode())


def test_lika_delar_är_samma_objekt():
    läsare = Delläsare()
    a = läsare.läs(b"p:\n  - nr: 1\n    x: y\n  - nr: 2\nq:\n  r: 1\n")
    b = läsare.läs(b"p:\n  - nr: 1\n    x: y\n  - nr: 3\nq:\n  r: 1\n")
    assert a["p"][0] is b["p"][0]
    assert a["q"] is b["q"]
    assert (a["p"][1], b["p"][1]) == ({"nr": "2"}, {"nr": "3"})
