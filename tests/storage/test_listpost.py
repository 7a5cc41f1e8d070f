"""Svar i data/svar: det som skrivs går att läsa och säger det som sades, eller så skrivs inget."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gns.grund.block import läs_text
from gns.grund.fel import Användningsfel, Diskfel, Konfliktfel
from gns.modell.las import läs
from gns.modell.svar import Svarslista
from gns.storage.las import läs_fil
from gns.storage.listpost import SVAR, lägg_till
from gns.storage.skriv import skapa_atomiskt

TEXTER = st.text(
    st.sampled_from("aÅ. \n-#:|>\"'\\[^1]*{}&!%@`\t\x07\x85\u2028\ufeffé\u0301🙂"), min_size=1, max_size=40
)


def _svar(text: str, plats: str = "§ 1") -> dict[str, str]:
    return {"regel": "KL-8-12-anslag", "plats": plats, "svar": text, "av": "Eva Ek", "datum": "2024-05-02"}


def _läst(fil: Path) -> Svarslista:
    post, fel = läs("svar", fil.stem, läs_fil(fil).data)
    assert isinstance(post, Svarslista), fel
    return post


@settings(max_examples=min(25, settings().max_examples))
@given(TEXTER)
def test_varje_text_vägras_eller_läses_som_den_skrevs(tmp_path_factory, text):
    fil = tmp_path_factory.mktemp("a") / "svar" / "2024-03-04.yaml"
    try:
        lägg_till(SVAR, fil, fil.stem, _svar(text), None)
    except Användningsfel:
        assert not fil.exists()
        return
    (ett,) = _läst(fil).svar
    assert ett.svar.block == läs_text(text.strip()).block
    före = fil.read_bytes()
    lägg_till(SVAR, fil, fil.stem, _svar(text, "§ 2"), före)
    assert [s.plats for s in _läst(fil).svar] == ["§ 1", "§ 2"]
    assert fil.read_bytes().startswith(före)


def test_två_svar_på_samma_plats_vägras(tmp_path):
    fil = tmp_path / "svar" / "2024-03-04.yaml"
    lägg_till(SVAR, fil, fil.stem, _svar("Ja."), None)
    före = fil.read_bytes()
    with pytest.raises(Användningsfel, match="redan ett svar för samma plats"):
        lägg_till(SVAR, fil, fil.stem, _svar("Nej."), före)
    assert fil.read_bytes() == före


def test_en_fil_som_har_kommit_till_eller_ändrats_rörs_inte(tmp_path):
    fil = tmp_path / "svar" / "2024-03-04.yaml"
    fil.parent.mkdir()
    fil.write_bytes(b"svar: []\n")
    with pytest.raises(Konfliktfel, match="har kommit till"):
        lägg_till(SVAR, fil, fil.stem, _svar("Ja."), None)
    with pytest.raises(Konfliktfel, match="har ändrats"):
        lägg_till(
            SVAR, fil, fil.stem, _svar("Ja."), b"svar:\n  - regel: X\n    svar: Ja\n    av: Bo\n    datum: 2024-01-01\n"
        )
    assert fil.read_bytes() == b"svar: []\n"
    assert [f.name for f in fil.parent.iterdir()] == [fil.name]


def test_en_fil_i_mappens_ställe_sägs(tmp_path):
    (tmp_path / "svar").write_text("x", encoding="utf-8")
    with pytest.raises(Diskfel, match="något annat har redan det namnet"):
        skapa_atomiskt(tmp_path / "svar" / "2024.yaml", b"x")
