"""Vad året väntas sluta på: det som posten har bedömt, det som är beslutat, och annars utfallet hittills för hela året."""

import calendar
import datetime as dt
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from gns.fordelning.utfall import Radutfall
from gns.grund.belopp import ENHETER
from gns.grund.tal import avrunda
from gns.modell.budgetar import Budgetår
from gns.modell.prognos import Prognos

Grund = Literal["bokslut", "posten", "beslutat", "månader", "dagar"]


@dataclass(frozen=True, slots=True)
class Årsprognos:
    """Öre för hela året, och vad de vilar på."""

    öre: int
    grund: Grund


def hela_året(öre: int, per: dt.date) -> Årsprognos:
    """Utfallet hittills räknat upp till tolv månader, i hela kronor; till och med en dag mitt i en månad efter dagar."""
    if (per.month, per.day) == (12, 31):
        return Årsprognos(öre, "bokslut")
    if per.day == calendar.monthrange(per.year, per.month)[1]:
        return Årsprognos(_hela_kronor(öre * Fraction(12, per.month)), "månader")
    dagar = dt.date(per.year, 12, 31).timetuple().tm_yday
    return Årsprognos(_hela_kronor(öre * Fraction(dagar, per.timetuple().tm_yday)), "dagar")


def _hela_kronor(öre: Fraction) -> int:
    return avrunda(öre * Fraction(1, ENHETER["kr"])) * ENHETER["kr"]


def radprognos(r: Radutfall, per: dt.date, bedömd: Prognos | None) -> Årsprognos:
    """Radens hela år: det bedömda, det beslutade, eller utfallet hittills."""
    hela = hela_året(r.utfall_öre, per)
    if hela.grund == "bokslut":
        return hela
    belopp = next((p.belopp for p in bedömd.rader if p.rad == r.namn), None) if bedömd else None
    if belopp is not None:
        return Årsprognos(belopp.öre, "posten")
    return Årsprognos(r.budget_öre, "beslutat") if r.hämtas and r.budget_öre is not None else hela


def bedömd_prognos(b: Budgetår, per: dt.date, utfall_per: dt.date | None) -> Prognos | None:
    """Den senaste prognosen till och med dagen; en som är äldre än utfallet gäller inte längre."""
    alla = (p for p in b.prognoser if p.per <= per and (utfall_per is None or p.per >= utfall_per))
    return max(alla, key=lambda p: p.per, default=None)
