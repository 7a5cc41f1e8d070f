"""Kompletteringen: svaren, skripten, och bash på riktigt."""

import os
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from gns.cli import komplettera
from gns.cli.skal import SKRIPT
from gns.cli.tabell import KOMMANDON, Kommando
from tests.cli.kora import LÅTSAS, TYPER, gns, miljö

DAGAR = ["2020-05-29", "2020-12-18"]
FORMAT = ["text", "md", "html", "pdf", "docx"]


def svar(*ord: str, typer: str = "nyaste") -> list[str]:
    """Vad som föreslås för det sista ordet."""
    utfall = gns("--komplettera", str(len(ord)), *ord, typer=typer)
    assert (utfall.kod, utfall.fel) == (0, "")
    return [rad.partition("\t")[0] for rad in utfall.ut.splitlines()]


@pytest.mark.parametrize("typer", TYPER)
@pytest.mark.parametrize(
    ("ord", "väntat"),
    [
        ([""], list(dict.fromkeys(k.namn.split()[0] for k in KOMMANDON))),
        (["ärende", ""], ["lista", "visa"]),
        (["arende", "v"], ["visa"]),
        (["ärende", "--"], ["--help"]),
        (["är"], ["ärende"]),
        (["ar"], ["arende"]),
        (["pro"], ["protokoll"]),
        (["PRO"], []),
        (["x"], []),
        (["--"], ["--help", "--version"]),
        (["okänt", ""], []),
        (["protokoll", ""], DAGAR),
        (["protokoll", "2020-1"], ["2020-12-18"]),
        (["protokoll", "--fo"], ["--format"]),
        (["protokoll", "--"], ["--format", "--ut", "--visa", "--data", "--help"]),
        (["protokoll", "--format", ""], FORMAT),
        (["protokoll", "--format", "d"], ["docx"]),
        (["protokoll", "2020-12-18", "--format", "p"], ["pdf"]),
        (["protokoll", "--format=p"], ["--format=pdf"]),
        (["protokoll", "--format", "=", "p"], ["pdf"]),
        (["protokoll", "--format", "="], FORMAT),
        (["protokoll", "--visa", ""], DAGAR),
        (["protokoll", "--data", "x", ""], ["2019-05-05"]),
        (["protokoll", "--ut", ""], []),
        (["protokoll", "2020-12-18", ""], ["--format", "--ut", "--visa", "--data", "--help"]),
        (["protokoll", "2020-12-18", "x"], []),
        (["utdrag", ""], DAGAR),
        (["utdrag", "2020-12-18", ""], []),
        (["formatera", "--k"], ["--kontrollera"]),
        (["komplettering", ""], ["bash", "zsh", "fish", "powershell"]),
        (["protokoll", "--trasigt", "--format", "m"], ["md"]),
    ],
)
def test_svaren(ord: list[str], väntat: list[str], typer: str) -> None:
    assert svar(*ord, typer=typer) == väntat


@pytest.mark.parametrize("argument", [[], ["x"], ["0"], ["-1"], ["5", "pro"], ["999999999999"]])
def test_obegripliga_frågor_ger_inget_fel(argument: list[str]) -> None:
    utfall = gns("--komplettera", *argument)
    assert (utfall.kod, utfall.fel) == (0, "")


def test_svaren_har_svensk_hjälp_efter_tabben() -> None:
    assert gns("--komplettera", "1", "pro").ut == "protokoll\tGör protokollet från ett möte\n"
    assert "--help\tVisa den här hjälpen\n" in gns("--komplettera", "2", "protokoll", "--").ut


def test_ett_ord_som_flera_börjar_på_sägs_en_gång_med_det_som_kan_följa() -> None:
    assert gns("--komplettera", "1", "är").ut == "ärende\tlista, visa\n"
    assert gns("--komplettera", "1", "del").ut.startswith("delegation\tVisar det som ska anmälas")


def test_namn_med_prickar_och_två_ord(monkeypatch: pytest.MonkeyPatch) -> None:
    alla = tuple(Kommando(namn, "x", "X", "X") for namn in ("fördela", "ärende ny", "ärende lista", "möte ny"))
    for modul in ("komplettera", "tabell"):
        monkeypatch.setattr(f"gns.cli.{modul}.KOMMANDON", alla)

    def namn(ord: list[str], påbörjat: str) -> list[str]:
        return [n for n, _ in komplettera.föreslå(ord, påbörjat)]

    assert namn([], "fö") == ["fördela"]
    assert namn([], "fo") == ["fordela"]
    assert namn([], "") == ["fördela", "ärende", "möte"]
    assert namn([], unicodedata.normalize("NFC", "a\u0308r")) == ["ärende"]
    assert namn(["arende"], "") == namn(["ärende"], "") == ["ny", "lista"]
    assert namn(["ärende"], "l") == ["lista"]
    assert namn(["fördela2"], "") == []


@pytest.mark.parametrize("skal", SKRIPT)
@pytest.mark.parametrize("typer", TYPER)
def test_skriptet_är_ascii_och_frågar_gns(skal: str, typer: str) -> None:
    utfall = gns("komplettering", skal, typer=typer)
    assert (utfall.kod, utfall.fel, utfall.ut) == (0, "", SKRIPT[skal])
    assert utfall.ut.isascii()
    assert "--komplettera" in utfall.ut


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """En mapp med ett ``gns`` som kör låtsasärendena."""
    fil = tmp_path / "bin" / "gns"
    fil.parent.mkdir()
    fil.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{LÅTSAS}" "$@"\n')
    fil.chmod(0o755)
    return fil.parent


@pytest.mark.parametrize(
    ("ord", "väntat"),
    [
        (["gns", "pro"], ["protokoll"]),
        (["gns", "protokoll", ""], DAGAR),
        (["gns", "protokoll", "--format", "=", "p"], ["pdf"]),
        (["gns", "protokoll", "--ut", ""], []),
    ],
)
def test_bash_på_riktigt(ord: list[str], väntat: list[str], program: Path) -> None:
    skript = 'eval "$(gns komplettering bash)"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _gns; printf "%s\\n" "${COMPREPLY[@]}"'
    utfall = subprocess.run(
        ["bash", "--norc", "-c", skript, "bash", *ord],
        capture_output=True,
        text=True,
        env=miljö(PATH=f"{program}:/usr/bin:/bin"),
        check=True,
    )
    assert utfall.stderr == ""
    assert utfall.stdout.split() == väntat


def test_skripten_går_genom_skalens_egen_kontroll(program: Path, tmp_path: Path) -> None:
    kontroll = {"bash": ["bash", "-n"], "zsh": ["zsh", "-n"], "fish": ["fish", "--no-execute"]}
    miljön = miljö(PATH=f"{program}:{os.environ['PATH']}")
    for skal in kontroll.keys() & {s for s in SKRIPT if shutil.which(s)}:
        fil = tmp_path / f"gns.{skal}"
        fil.write_text(SKRIPT[skal])
        subprocess.run([*kontroll[skal], str(fil)], check=True, env=miljön)
    if shutil.which("fish"):
        fråga = 'gns komplettering fish | source; complete -C "gns pro"'
        utfall = subprocess.run(["fish", "-c", fråga], capture_output=True, text=True, env=miljön, check=True)
        assert utfall.stdout == "protokoll\tGör protokollet från ett möte\n"
