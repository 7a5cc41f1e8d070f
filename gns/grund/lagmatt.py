"""Lagens mått, med den tid de gäller: ett möte prövas mot lagen som den löd den dagen."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Lagmått:
    """Ett tal ur lagen: lagrummet, talet och den tid lydelsen gäller (``till`` None: ännu)."""

    lagrum: str
    värde: Fraction
    från: date
    till: date | None = None


# Fler än så stor andel av ledamöterna ska vara närvarande. Kommunallagen (2017:725) gäller från 2018; den förra
# lagens lydelse är inte inlagd, så äldre möten går inte att pröva.
BESLUTSFÖRHET = (Lagmått("KL 6:27", Fraction(1, 2), date(2018, 1, 1)),)


def gällande(lydelser: tuple[Lagmått, ...], dag: date) -> Lagmått | None:
    """Lydelsen som gällde den dagen, eller None när den inte är inlagd."""
    return next((m for m in lydelser if m.från <= dag and (m.till is None or dag <= m.till)), None)
