"""Datum som posterna och kommandoraden skriver dem."""

import re
from datetime import date

MÅNADER = (
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
    "december",
)  # fmt: skip
_DATUM = re.compile(r"[12][0-9]{3}-[0-9]{2}-[0-9]{2}")


def läs_datum(text: str) -> date:
    """``2020-12-18`` → datum; ValueError för annan form och för dagar som inte finns."""
    if not _DATUM.fullmatch(text):
        raise ValueError(f"inget datum: {text[:40]!r}")
    return date.fromisoformat(text)


def har_datumform(text: str) -> bool:
    """Om texten är skriven som ett datum, vare sig dagen finns eller inte."""
    return _DATUM.fullmatch(text) is not None


def dag_i_ord(dag: date) -> str:
    """``8 februari``."""
    return f"{dag.day} {MÅNADER[dag.month - 1]}"
