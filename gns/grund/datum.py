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


def finns_klockslag(dag: date, tid: str) -> bool:
    """Om en svensk klocka visade ``TT:MM`` den dagen: när sommartiden börjar hoppar den från 02:00 till 03:00.

    Sommartiden börjar sista söndagen i mars, i Sverige sedan 1981 (nu direktiv 2000/84/EG).
    """
    sista_söndagen_i_mars = dag.month == 3 and dag.day > 24 and dag.isoweekday() == 7
    return not (dag.year > 1980 and sista_söndagen_i_mars and tid.startswith("02:"))
