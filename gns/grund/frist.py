"""Frister: den sista dagen för justering, anslag och överklagande (KL 5:69, 8:12, 13:5; lagen 1930:173)."""

from collections.abc import Iterable
from datetime import date, timedelta

from gns.grund.helgdag import nästa_vardag
from gns.grund.lagmatt import ANSLAG, JUSTERING, ÖVERKLAGANDE, Lagmått, gällande


def efter_dagar(start: date, dagar: int) -> date:
    """Sista dagen i en frist på ett antal dagar; startdagen räknas inte, och en helg flyttar slutet till nästa vardag."""
    return nästa_vardag(start + timedelta(days=dagar))


def efter_veckor(start: date, veckor: int) -> date:
    """Sista dagen i en frist på veckor: samma veckodag som start (1930:173 1 §), eller nästa vardag (2 §)."""
    return nästa_vardag(start + timedelta(weeks=veckor))


def sista_justeringsdag(möte: date) -> date | None:
    """Den dag då protokollet senast ska vara justerat (KL 5:69); None när lagens lydelse då inte är inlagd."""
    return _dagar(JUSTERING, möte)


def sista_anslagsdag(justerat: date) -> date | None:
    """Den dag då anslaget senast ska sitta uppe (KL 8:12); None när lagens lydelse då inte är inlagd."""
    return _dagar(ANSLAG, justerat)


def sista_överklagandedag(uppsatta: Iterable[date]) -> date | None:
    """Sista dagen att överklaga, räknat från det sista anslaget (KL 13:5); None utan anslag eller känd lydelse."""
    sist = max(uppsatta, default=None)
    mått = gällande(ÖVERKLAGANDE, sist) if sist else None
    return efter_veckor(sist, int(mått.värde)) if sist and mått else None


def första_nedtagningsdag(uppsatta: Iterable[date]) -> date | None:
    """Första dagen då anslagen får tas ned: dagen efter den sista att överklaga (KL 13:5 andra stycket)."""
    sista = sista_överklagandedag(uppsatta)
    return sista + timedelta(days=1) if sista else None


def _dagar(lydelser: tuple[Lagmått, ...], start: date) -> date | None:
    mått = gällande(lydelser, start)
    return efter_dagar(start, int(mått.värde)) if mått else None
