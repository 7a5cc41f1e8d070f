"""Kommandona på de riktiga posterna, genom alla våningar."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.kora import ROT, TYPER, miljö

DAG = "2020-12-18"


def kör(*ord: str, typer: str = "nyaste", cwd: Path = ROT / "data") -> subprocess.CompletedProcess[str]:
    """``python -m gns`` i en mapp nedanför posternas rot."""
    kommando = [sys.executable, "-m", "gns", *ord]
    return subprocess.run(kommando, capture_output=True, text=True, env=miljö(typer), cwd=cwd, check=False)


@pytest.mark.parametrize("typer", TYPER)
@pytest.mark.parametrize("ord", [["protokoll", DAG], ["utdrag", DAG, "19"]])
def test_handlingen_skrivs_på_standard_ut(ord: list[str], typer: str) -> None:
    svar = kör(*ord, "--format", "md", typer=typer)
    assert svar.returncode == 0, svar.stderr
    assert "§ 19" in svar.stdout
    assert "457 200 kr" in svar.stdout


def test_ett_möte_som_inte_finns_säger_vilka_som_finns() -> None:
    svar = kör("protokoll", "2020-12-19")
    assert (svar.returncode, svar.stdout) == (2, "")
    assert DAG in svar.stderr


def test_en_mapp_utan_poster_är_fel_användning(tmp_path: Path) -> None:
    svar = kör("protokoll", DAG, cwd=tmp_path)
    assert (svar.returncode, svar.stdout) == (2, "")
    assert svar.stderr.startswith("fel: ")


def test_en_mapp_som_saknas_ger_diskfel_och_ingen_fil(tmp_path: Path) -> None:
    svar = kör("protokoll", DAG, "--ut", str(tmp_path / "saknas" / "p.md"))
    assert (svar.returncode, svar.stdout) == (5, "")
    assert list(tmp_path.iterdir()) == []


def test_kompletteringen_känner_mötets_dag() -> None:
    assert kör("--komplettera", "2", "protokoll", "2020-12").stdout == f"{DAG}\t\n"
