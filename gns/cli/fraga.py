"""Frågan innan något skrivs."""

import sys

from gns.cli import utskrift


def ja(fil: str) -> bool:
    """Frågar i terminalen om filen ska skrivas; ett rör eller en fil svarar inte."""
    if sys.stdin is None or not sys.stdin.isatty():
        return False
    utskrift.meddela(f"Ska det skrivas som {utskrift.ofarlig(fil)}? Svara ja eller nej:")
    return sys.stdin.readline().strip().casefold() in ("j", "ja")
