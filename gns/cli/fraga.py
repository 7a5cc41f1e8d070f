"""Frågan innan något skrivs."""

import sys
from collections.abc import Callable
from typing import Annotated

import typer

from gns.cli import utskrift

FrågaInte = Annotated[bool, typer.Option("--fråga-inte", help="Skriv posten utan att fråga.")]


def skriv_efter_ja(fil: str, skriv: Callable[[], str], *, fråga_inte: bool) -> None:
    """Skriver när någon har sagt ja; ``skriv`` ger filen som den visas."""
    if fråga_inte or _ja(fil):
        utskrift.meddela(f"Skrev {utskrift.ofarlig(skriv())}.")
    else:
        utskrift.meddela("Inget är skrivet. Kör igen med --fråga-inte för att skriva posten.")


def _ja(fil: str) -> bool:
    """Frågar i terminalen; ett rör eller en fil svarar inte."""
    if sys.stdin is None or not sys.stdin.isatty():
        return False
    utskrift.meddela(f"Ska det skrivas som {utskrift.ofarlig(fil)}? Svara ja eller nej:")
    return sys.stdin.readline().strip().casefold() in ("j", "ja")
