"""Personnummer och samordningsnummer i en text: tio eller tolv siffror med rätt kontrollsiffra och en riktig dag."""

import re
from datetime import date
from typing import Literal

Nummerslag = Literal["personnummer", "samordningsnummer"]

MÖNSTER = re.compile(
    r"(?<!\w)(?<![0-9][.,])(?P<sekel>1[89]|20)?(?P<dag>[0-9]{6})(?P<tecken>\\?[-+–‑−])?(?P<nr>[0-9]{4})(?!\w|[-.,]?[0-9])"
)


def nummerslag(text: str, idag: date) -> Nummerslag | None:
    """Vad numret är, eller None: ett organisationsnummer, ett telefonnummer eller siffror som råkar likna.

    Tio siffror i följd som börjar med 0 räknas som ett telefonnummer.
    """
    träff = MÖNSTER.fullmatch(text)
    if träff is None:
        return None
    sekel, siffror, tecken, nr = träff["sekel"], träff["dag"], träff["tecken"] or "", träff["nr"]
    telefon = not sekel and not tecken and siffror[0] == "0"
    if telefon or nr.startswith("000") or not _luhn(siffror + nr):
        return None
    sekler = (sekel,) if sekel else ("18", "19") if tecken.endswith("+") else ("19", "20")
    if any(_finns(s + siffror, 0, idag) for s in sekler):
        return "personnummer"
    return "samordningsnummer" if any(_finns(s + siffror, 60, idag) for s in sekler) else None


def _finns(siffror: str, tillägg: int, idag: date) -> bool:
    """Om siffrorna är en dag som har varit; i ett samordningsnummer är dagen ökad med 60."""
    try:
        return date(int(siffror[:4]), int(siffror[4:6]), int(siffror[6:]) - tillägg) <= idag
    except ValueError:
        return False


def _luhn(siffror: str) -> bool:
    return sum(sum(divmod(int(s) * (2 - i % 2), 10)) for i, s in enumerate(siffror)) % 10 == 0
