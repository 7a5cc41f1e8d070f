"""En commits huvud: vem som gjorde den, när, och meddelandets första rad."""

import datetime as dt
import re

_SKAPAD = re.compile(r"(?P<namn>.*?) ?<[^>]*>? (?P<sekunder>-?[0-9]{1,12}) (?P<zon>[+-][0-9]{4})")


def läs_huvud(rå: bytes) -> tuple[str, dt.datetime | None, str]:
    """Vem som gjorde ändringen, när, och meddelandets första rad; ”okänd” och None för det som inte går att läsa."""
    huvud, _, brödtext = rå.partition(b"\n\n")
    rader = dict(rad.split(b" ", 1) for rad in reversed(huvud.split(b"\n")) if b" " in rad and rad[:1] != b" ")
    kodning = rader.get(b"encoding", b"utf-8").decode("ascii", "replace")
    träff = _SKAPAD.fullmatch(_text(rader.get(b"author", b""), kodning))
    meddelande = _text(brödtext.strip().partition(b"\n")[0], kodning)
    if träff is None:
        return "okänd", None, meddelande
    return träff["namn"] or "okänd", _tid(int(träff["sekunder"]), träff["zon"]), meddelande


def _text(rå: bytes, kodning: str) -> str:
    for namn in (kodning, "utf-8"):
        try:
            return rå.decode(namn)
        except (UnicodeDecodeError, LookupError, ValueError):
            continue
    return rå.decode("latin-1")


def _tid(sekunder: int, zon: str) -> dt.datetime | None:
    """Tiden där den som gjorde ändringen var; None när den inte finns i kalendern."""
    minuter = int(zon[1:3]) * 60 + int(zon[3:])
    try:
        där = dt.timezone(dt.timedelta(minutes=-minuter if zon[0] == "-" else minuter))
        return dt.datetime.fromtimestamp(sekunder, där)
    except (ValueError, OverflowError, OSError):
        return None
