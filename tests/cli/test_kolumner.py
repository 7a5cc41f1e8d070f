"""Tabellerna ryms i skärmens bredd, tappar inget och är läsbara utan färg."""

import sys
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gns.cli import kolumner
from gns.cli.kolumner import Kolumn, tabell
from gns.cli.stycken import brutet, indraget


@dataclass(frozen=True)
class Rad:
    ref: str
    antal: int
    vad: str = ""


TVÅ = (
    Kolumn("Beslut", lambda r: r.ref),
    Kolumn("Antal", lambda r: str(r.antal), höger=True),
    Kolumn("Vad", lambda r: r.vad, bryts=True),
)
LÅNG = "se över avtalet med leverantören och återkomma med ett förslag till nästa möte"


@pytest.fixture(autouse=True)
def ingen_skärm(monkeypatch):
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setattr(kolumner, "till_skärm", lambda: False)


def test_kolumnerna_står_rakt_och_det_långa_bryts():
    assert tabell(TVÅ, [Rad("§ 1", 7, LÅNG), Rad("§ 12", 110, "kort")]).splitlines() == [
        "Beslut  Antal  Vad",
        "§ 1         7  se över avtalet med leverantören och",
        "               återkomma med ett förslag till nästa möte",
        "§ 12      110  kort",
    ]


def test_en_kolumn_utan_innehåll_visas_inte():
    assert tabell(TVÅ, [Rad("§ 1", 7)]) == "Beslut  Antal\n§ 1         7\n"


def test_utan_rader_står_rubrikerna_ensamma():
    assert tabell(TVÅ, []) == "Beslut  Antal  Vad\n"


def test_flera_som_bryts_delar_på_utrymmet():
    par = (Kolumn("A", lambda r: r.ref, bryts=True), Kolumn("B", lambda r: r.vad, bryts=True))
    rader = tabell(par, [Rad("ord " * 30, 0, "kort text")]).splitlines()
    assert max(map(len, rader)) <= 60
    assert rader[1].endswith("  kort text")


def test_en_smal_skärm_får_fälten_under_varandra(monkeypatch):
    monkeypatch.setenv("COLUMNS", "24")
    assert tabell(TVÅ, [Rad("2020-12-18", 7, LÅNG), Rad("§ 2", 1)]).splitlines()[:5] == [
        "Beslut: 2020-12-18",
        "Antal: 7",
        "Vad: se över avtalet",
        "  med leverantören och",
        "  återkomma med ett",
    ]


def test_styrtecken_i_posterna_når_inte_skärmen():
    text = tabell(TVÅ, [Rad("\x1b[31m", 1, "a\u202eb\nc")])
    assert r"\x1b[31m" in text
    assert r"a\u202eb\nc" in text


@given(
    rader=st.lists(st.builds(Rad, st.text(max_size=20), st.integers(0, 9**9), st.text(max_size=200)), max_size=4),
    bredd=st.integers(20, 100),
)
def test_inget_tecken_försvinner_och_ingen_rad_är_för_lång(rader, bredd):
    with pytest.MonkeyPatch.context() as mp:
        mp.setenv("COLUMNS", str(bredd))
        text = tabell(TVÅ, rader)
    assert max((len(rad) for rad in text.splitlines()), default=0) <= bredd
    for rad in rader:
        for cell in (rad.ref, rad.vad):
            assert all(t in text for t in cell if t.isalnum())


@pytest.mark.parametrize(
    ("text", "väntat"), [("", [""]), ("a b", ["a b"]), ("abcdef", ["abc-", "def"]), ("a bcdefg", ["a", "bcd-", "efg"])]
)
def test_brutet_delar_också_långa_ord(text, väntat):
    assert brutet(text, 4) == väntat


def test_ett_stycke_dras_in_och_behåller_sina_rader():
    assert indraget("En\n\n- två", "  1. ") == "  1. En\n\n     - två\n"
    assert indraget("\x1b", "", "  ") == "\\x1b\n"
    assert max(map(len, indraget("ord " * 40, "    ").splitlines())) <= 60


@pytest.fixture
def skärm(monkeypatch):
    monkeypatch.setattr(kolumner, "till_skärm", lambda: True)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm")


@pytest.mark.usefixtures("skärm")
def test_på_en_skärm_är_rubrikerna_feta_med_ett_streck_under():
    rader = tabell(TVÅ, [Rad("[red]§ 1[/red]", 7, LÅNG)]).splitlines()
    assert "\x1b[1m" in rader[0]
    assert set(rader[1].strip()) == {"─"}
    assert rader[2].startswith("[red]§ 1[/red]")


@pytest.mark.usefixtures("skärm")
@pytest.mark.parametrize(("namn", "värde"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_utan_färg_är_det_samma_tabell(monkeypatch, namn, värde):
    monkeypatch.setenv(namn, värde)
    text = tabell(TVÅ, [Rad("§ 1", 7, LÅNG)])
    assert "\x1b" not in text
    assert text.splitlines()[0].split() == ["Beslut", "Antal", "Vad"]
    assert max(map(len, text.splitlines())) <= 60
