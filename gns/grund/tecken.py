"""Tecken och ord: NFC, ASCII-form och förslag på det ord som kan ha menats."""

import unicodedata
from collections.abc import Iterable

_FÄLL = str.maketrans({"æ": "a", "ø": "o", "ß": "ss"})


def nfc(text: str) -> str:
    """Texten i Unicodes sammansatta form; den enda form som gns räknar med (design § 3)."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def ascii_form(text: str) -> str:
    """Ordet med små bokstäver utan prickar, ringar och accenter: ``fördela`` → ``fordela``."""
    delad = unicodedata.normalize("NFD", text.lower().translate(_FÄLL))
    return "".join(t for t in delad if not unicodedata.combining(t))


def menade_du(ordet: str, kandidater: Iterable[str]) -> str | None:
    """Den kandidat som ligger närmast ordet, eller None när ingen liknar det."""
    from difflib import get_close_matches

    former = {ascii_form(k): k for k in kandidater}
    träffar = get_close_matches(ascii_form(ordet[:80]), former, n=1, cutoff=0.6)
    return former[träffar[0]] if träffar else None


def råd_för(ordet: str, kandidater: Iterable[str], annars: str) -> str:
    """``menade du ”…”?`` när någon kandidat liknar ordet, annars det andra rådet."""
    förslag = menade_du(ordet, kandidater)
    return f"menade du ”{förslag}”?" if förslag else annars


def utskrivbar(text: str, kvar: str) -> str:
    r"""Texten med styrtecken, riktningstecken och trasiga byte utskrivna som ``\x1b``; tecknen i ``kvar`` står kvar."""
    return "".join(t if t.isprintable() or t in kvar else t.encode("unicode_escape").decode() for t in text)
