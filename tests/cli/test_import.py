"""Vad som laddas: inget kommando betalar för det som det inte använder."""

import subprocess
import sys

import pytest

from tests.cli.kora import TYPER, miljö

TUNGA = {"pydantic", "pydantic_core", "jinja2", "yaml", "ruamel", "rich", "docx", "typst", "gns.flows", "gns.modell"}


def laddat(*ord: str, typer: str = "nyaste") -> set[str]:
    """Modulerna som ett kommando laddar, både hela namnet och paketet."""
    kommando = [sys.executable, "-X", "importtime", "-m", "gns", *ord]
    utan_täckning = {k: v for k, v in miljö(typer).items() if not k.startswith("COVERAGE_")}
    spår = subprocess.run(kommando, capture_output=True, text=True, env=utan_täckning, check=False).stderr
    namn = {rad.rpartition("|")[2].strip() for rad in spår.splitlines() if rad.startswith("import time:")}
    assert "gns.cli.huvud" in namn
    return namn | {n.partition(".")[0] for n in namn} | {".".join(n.split(".")[:2]) for n in namn}


@pytest.mark.parametrize("ord", [[], ["--help"], ["--version"], ["--komplettera", "1", "p"]])
def test_det_som_tabellen_kan_svara_på_laddar_inte_ens_typer(ord: list[str]) -> None:
    assert laddat(*ord) & (TUNGA | {"typer", "re", "inspect", "dataclasses", "gns.cli.protokoll"}) == set()


@pytest.mark.parametrize("typer", TYPER)
@pytest.mark.parametrize(
    "ord",
    [
        ["protokoll", "--help"],
        ["utdrag", "--help"],
        ["protokoll", "2020-13-01"],
        ["protokoll", "--fel"],
        ["komplettering", "bash"],
        ["--komplettera", "2", "protokoll", "--"],
        ["--komplettera", "3", "protokoll", "--format", "p"],
    ],
)
def test_tolkningen_av_kommandoraden_laddar_inget_tungt(ord: list[str], typer: str) -> None:
    namn = laddat(*ord, typer=typer)
    assert "typer" in namn
    assert namn & TUNGA == set()
