"""Hela månader av ett år som något gäller: den som kommer eller går mitt i en månad räknas inte den månaden."""

import calendar
import datetime as dt

from gns.modell.daterad import Daterad

HELA_ÅRET = 12


def månader(år: int, *tider: Daterad) -> int:
    """Antalet hela månader, 0–12, som alla tiderna gäller (regler.md R102)."""
    return len(månader_med(år, *tider))


def månader_med(år: int, *tider: Daterad) -> frozenset[int]:
    """De månader, 1–12, som alla tiderna gäller hela."""
    gränser = enumerate(_gränser(år), 1)
    return frozenset(n for n, (första, sista) in gränser if all(t.gäller(första) and t.gäller(sista) for t in tider))


def _gränser(år: int) -> list[tuple[dt.date, dt.date]]:
    return [(dt.date(år, m, 1), dt.date(år, m, calendar.monthrange(år, m)[1])) for m in range(1, 13)]
