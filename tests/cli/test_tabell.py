"""Tabellen och kommandona säger samma sak, och varje kommando är fullständigt beskrivet."""

from importlib import import_module
from inspect import getdoc
from pathlib import Path

import pytest

from gns import cli
from gns.cli import svenska
from gns.cli.tabell import KOMMANDON, Kommando, dela
from gns.grund.tecken import ascii_form


@pytest.mark.parametrize("kommando", KOMMANDON, ids=lambda k: k.namn)
def test_tabellens_hjälp_är_docstringens_första_rad(kommando: Kommando) -> None:
    kör = import_module(f"gns.cli.{kommando.modul}").kör
    text = getdoc(kör) or ""
    assert text.splitlines()[0] == f"{kommando.hjälp}."
    assert f"\nExempel:\n  gns {kommando.namn}" in text


@pytest.mark.parametrize("kommando", KOMMANDON, ids=lambda k: k.namn)
def test_varje_parameter_har_namn_och_svensk_hjälp(kommando: Kommando) -> None:
    for parameter in svenska.bygg(kommando).params:
        assert not parameter.secondary_opts, "typer hittar annars på ett val som börjar på --no-"
        assert getattr(parameter, "help", "").endswith(".")
        assert parameter.metavar or getattr(parameter, "is_flag", False)


def test_varje_fil_med_kör_står_i_tabellen() -> None:
    filer = Path(cli.__file__).parent.glob("*.py")
    moduler = {f.stem for f in filer if "\ndef kör(" in f.read_text("utf-8")} - {"svenska"}
    assert moduler == {k.modul for k in KOMMANDON}


def test_namnen_skiljer_sig_också_utan_prickar() -> None:
    assert len({ascii_form(k.namn) for k in KOMMANDON}) == len(KOMMANDON)


def test_dela_tar_det_längsta_namnet(monkeypatch: pytest.MonkeyPatch) -> None:
    tre = tuple(Kommando(namn, "x", "X", "X") for namn in ("ärende", "ärende ny", "ärende läs-in"))
    monkeypatch.setattr("gns.cli.tabell.KOMMANDON", tre)
    assert dela(["arende", "ny", "x"]) == (tre[1], ["x"])
    assert dela(["ärende", "nyx"]) == (tre[0], ["nyx"])
    assert dela(["A\u0308RENDE", "la\u0308s-in"]) == (tre[2], [])
    assert dela(["ny"]) == (None, ["ny"])
    assert dela([]) == (None, [])
