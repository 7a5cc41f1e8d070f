"""Läser en PDF med poppler, så som den som får filen ser den."""

import re
import subprocess
from pathlib import Path

OBRUTET = re.compile(r"§§?\s*\n\s*\d|\d\s*\n\s*\d{3} (?:kr|tkr)\b|\d\s*\n\s*(?:kr|tkr|%)|\d{4}-\s*\n\s*\d\d|kl\.\s*\n")


def sidor(pdf: Path) -> list[str]:
    """Varje sidas text med radbrytningarna kvar, mellanslag utan bredd eller brott gjorda vanliga."""
    text = _kör("pdftotext", str(pdf), "-").replace("\u00a0", " ").replace("\u2011", "-")
    return text.removesuffix("\f").split("\f")


def löpande(text: str) -> str:
    """Texten med enkla mellanslag."""
    return " ".join(text.split())


def uppgifter(pdf: Path) -> dict[str, str]:
    """Det pdfinfo säger om filen."""
    rader = (rad.partition(":") for rad in _kör("pdfinfo", str(pdf)).splitlines())
    return {namn: värde.strip() for namn, _, värde in rader}


def typsnitt(pdf: Path) -> list[tuple[str, bool]]:
    """Typsnittens namn och om de är inbäddade."""
    rubrik, _, *rader = _kör("pdffonts", str(pdf)).splitlines()
    var = rubrik.index("emb")
    return [(rad.split()[0], rad[var : var + 3].strip() == "yes") for rad in rader]


def _kör(*kommando: str) -> str:
    return subprocess.run(kommando, capture_output=True, check=True, encoding="utf-8").stdout
