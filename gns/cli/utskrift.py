"""Strömmarna: data på standard ut, allt annat på standard fel, läsbart också där skärmen saknar å, ä och ö."""

import codecs
import os
import sys

TYPE_CHECKING = False  # modulen typing kostar mer än resten av gns --version
if TYPE_CHECKING:
    from typing import TextIO

_ERSÄTTNING = {
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("‘’‚′", "'"),
    **dict.fromkeys("“”„«»″", '"'),
    "…": "...",
    "•": "*",
    "·": "-",
    "→": "->",
    "×": "x",
    "─": "-",
    "█": "#",
    "§": "par.",
    "\xa0": " ",
    "�": "?",
    "æ": "ae",
    "Æ": "Ae",
    "ø": "o",
    "Ø": "O",
    "ß": "ss",
    "€": "EUR",
    "½": "1/2",
}


class Utfel(Exception):
    """Standard ut tog inte emot det som skrevs; orsaken är ett OSError."""


def förbered() -> None:
    """Fyller stängda strömmars platser, så att ingen fil som öppnas hamnar där och får felmeddelanden i sig."""
    if None in (sys.stdin, sys.stdout, sys.stderr):
        while os.open(os.devnull, os.O_RDWR) < 2:
            pass


def skriv(text: str) -> None:
    """Skriver text på standard ut i skärmens kodning; utan skärm i UTF-8, om inte PYTHONIOENCODING säger annat."""
    ström = _standard_ut()
    _lämna(text.encode(ström.encoding if _egen_kodning(ström) else "utf-8", RESERV))


def skriv_data(innehåll: bytes, är_text: bool) -> None:
    """Skriver en färdig handling på standard ut; ren text som ``skriv``, annat byte för byte."""
    if är_text:
        skriv(innehåll.decode())
    else:
        _lämna(innehåll)


def meddela(text: str) -> None:
    """Skriver en rad på standard fel; är den strömmen stängd finns ingen att säga det till."""
    if sys.stderr is None:
        return
    try:
        _skriv(sys.stderr, f"{text}\n".encode(sys.stderr.encoding, RESERV))
    except (OSError, ValueError):
        _släpp(sys.stderr)


def till_skärm() -> bool:
    """Går utdata till en terminal?"""
    return sys.stdout is not None and sys.stdout.isatty()


def i_färg(ström: "TextIO | None") -> bool:
    """Är strömmen en terminal som vill ha färg och fetstil?"""
    enkel = os.environ.get("NO_COLOR") or os.environ.get("TERM", "") in {"", "dumb"}
    return not enkel and ström is not None and ström.isatty()


def bredd() -> int:
    """Skärmens bredd i tecken, högst 100; 80 när det inte är någon skärm."""
    try:
        kolumner = int(os.environ.get("COLUMNS") or os.get_terminal_size(1).columns)
    except (OSError, ValueError):
        kolumner = 80
    return max(20, min(kolumner or 80, 100))


def ofarlig(text: str) -> str:
    r"""Texten med styrtecken, riktningstecken och trasiga byte utskrivna som ``\x1b``; den ryms på en rad."""
    from gns.grund.tecken import utskrivbar

    return utskrivbar(text, "\xa0")


def citat(text: str, längd: int = 60) -> str:
    """Användarens ord inom citattecken, ofarligt och kortat till högst ``längd`` tecken."""
    return f"”{ofarlig(text[:längd])}{'…' if len(text) > längd else ''}”"


def _standard_ut() -> "TextIO":
    if sys.stdout is None:
        from gns.grund.fel import Diskfel

        raise Diskfel("standard ut är stängd", "lägg till --ut FIL")
    return sys.stdout


def _lämna(innehåll: bytes) -> None:
    try:
        _skriv(_standard_ut(), innehåll)
    except OSError as fel:
        _släpp(_standard_ut())  # det som väntar där ska inte ge samma fel en gång till när Python slutar
        raise Utfel from fel


def _skriv(ström: "TextIO", innehåll: bytes) -> None:
    """Skriver allt; en obuffrad ström (PYTHONUNBUFFERED) tar annars bara så mycket som röret rymmer."""
    ström.flush()
    rest = memoryview(innehåll)
    while rest:
        rest = rest[ström.buffer.write(rest) :]
    ström.flush()


def _egen_kodning(ström: "TextIO") -> bool:
    return ström.isatty() or bool(os.environ.get("PYTHONIOENCODING"))


def _släpp(ström: "TextIO") -> None:
    try:
        plats = ström.fileno()
    except (OSError, ValueError):
        return
    os.dup2(os.open(os.devnull, os.O_WRONLY), plats)


def _reserv(fel: UnicodeError) -> tuple[str, int]:
    """Byter tecken som skärmen saknar mot läsbara: å → a, – → -, § → par."""
    if not isinstance(fel, UnicodeEncodeError):
        raise fel
    import unicodedata

    ut = ""
    for tecken in fel.object[fel.start : fel.end].replace("§§", "§"):
        ny = _ERSÄTTNING.get(tecken)
        if ny is None:
            ny = "".join(d for d in unicodedata.normalize("NFKD", tecken) if d.isascii())
        ut += ny or ("" if unicodedata.combining(tecken) else "?")
    return ut, fel.end


RESERV = "gns.reserv"
codecs.register_error(RESERV, _reserv)
