"""Tal som vikter och andelar: lästa till exakta bråk, aldrig till flyttal."""

import re
from fractions import Fraction

_MELLANRUM = "[ \u00a0\u202f]"
_TAL = re.compile(rf"([0-9]{{1,3}}(?:{_MELLANRUM}[0-9]{{3}}){{1,5}}|[0-9]{{1,15}})(?:,([0-9]{{1,2}}))?")
RÄKNEORD = ("noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio")


def läs_tal(text: str) -> Fraction:
    """``7120``, ``7 120`` eller ``12,5`` → bråk; högst två decimaler. ValueError när texten inte är ett sådant tal."""
    träff = _TAL.fullmatch(text)
    if not träff:
        raise ValueError(f"inget tal: {text!r}")
    hela, decimaler = träff.groups(default="")
    return Fraction(int(re.sub(r"[^0-9]", "", hela) + decimaler), 10 ** len(decimaler))


def avrunda(tal: Fraction | int) -> int:
    """Till närmaste heltal, halva bort från noll, så att ett underskott är ett överskott med minustecken."""
    hela = (2 * abs(Fraction(tal)) + 1) // 2
    return -hela if tal < 0 else hela


def skriv_tal(tal: Fraction | int, decimaler: int = 4) -> str:
    """``7 120``, ``12,5``; fler decimaler än så kapas och slutar med …"""
    tecken, storlek = ("-" if tal < 0 else ""), abs(Fraction(tal))
    hela, rest = divmod(storlek, 1)
    skalad = rest * 10**decimaler
    siffror = f"{int(skalad):0{decimaler}d}".rstrip("0") if skalad else ""
    if skalad.denominator != 1:
        siffror = f"{int(skalad):0{decimaler}d}…"
    return f"{tecken}{hela:,}".replace(",", " ") + (f",{siffror}" if siffror else "")


def skriv_avrundat(tal: Fraction | int, decimaler: int = 2) -> str:
    """Talet avrundat till så många decimaler, halva från noll: ``4,14``, ``-0,50``."""
    tecken, skalad = ("-" if tal < 0 else ""), abs(avrunda(tal * 10**decimaler))
    hela, delar = divmod(skalad, 10**decimaler)
    text = f"{hela:,}".replace(",", " ") + (f",{delar:0{decimaler}d}" if decimaler else "")
    return text if not skalad else f"{tecken}{text}"
