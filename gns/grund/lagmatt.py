"""Lagens mått, med den tid de gäller: ett möte prövas mot lagen som den löd den dagen."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Lagmått:
    """Ett tal ur lagen: lagrummet, talet (andel, dagar eller veckor) och lydelsens tid (``till`` None: ännu)."""

    lagrum: str
    värde: Fraction
    från: date
    till: date | None = None


# Kommunallagen (2017:725) gäller från 2018; den förra lagens lydelse är inte inlagd, så äldre möten går inte att pröva.
_FRÅN_2018 = date(2018, 1, 1)
BESLUTSFÖRHET = (Lagmått("KL 6:27", Fraction(1, 2), _FRÅN_2018),)  # fler än så stor andel ska vara närvarande
JUSTERING = (Lagmått("KL 5:69", Fraction(14), _FRÅN_2018),)  # dagar efter mötet
ANSLAG = (Lagmått("KL 8:12", Fraction(2), _FRÅN_2018),)  # dagar efter justeringen
ÖVERKLAGANDE = (Lagmått("KL 13:5", Fraction(3), _FRÅN_2018),)  # veckor efter det sista anslaget


def gällande(lydelser: tuple[Lagmått, ...], dag: date) -> Lagmått | None:
    """Lydelsen som gällde den dagen, eller None när den inte är inlagd."""
    return next((m for m in lydelser if m.från <= dag and (m.till is None or dag <= m.till)), None)
