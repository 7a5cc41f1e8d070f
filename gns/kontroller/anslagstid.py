"""Anslagen som hör ihop: parternas anslag om samma §§ är ett varv, och med det sista börjar överklagandetiden."""

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from gns.modell.anslag import Anslag, Tillkännagivande
from gns.modell.namnd import Nämnd
from gns.sammantrade.narvaroprov_text import paragrafer

# Kommunallagen (2017:725); SFS 2019:835 bytte 2020 bara landsting mot region i 9 och 13 kap. och ändrade ingen plikt.
KOMMUNALLAGEN = dt.date(2018, 1, 1)

Numrerat = tuple[int, Tillkännagivande]


class Varv(NamedTuple):
    """Anslagen om hela protokollet (utan ``paragrafer``), eller om §§ som har justerats för sig.

    ``egna`` är anslagen med sina index i posten. ``räknade`` är också hela protokollets anslag hos de parter som inte
    har satt upp något eget om §§. ``saknas`` är parterna, av dem som var med i nämnden på mötesdagen, utan något av dem.
    """

    paragrafer: tuple[int, ...]
    egna: tuple[Numrerat, ...]
    räknade: tuple[Tillkännagivande, ...]
    parter: tuple[str, ...]
    saknas: tuple[str, ...]

    @property
    def utan_part(self) -> int:
        """Hur många av anslagen som inte säger vilken part de gäller."""
        return sum(ett.part is None for ett in self.räknade)

    @property
    def hos_alla(self) -> bool | None:
        """Om alla parter har satt upp ett anslag; None när det inte går att säga."""
        if not self.parter or 0 < len(self.saknas) <= self.utan_part:
            return None
        return not self.saknas

    @property
    def uppsatta(self) -> list[dt.date]:
        """Dagarna då anslagen sattes upp."""
        return [ett.uppsatt for ett in self.räknade]

    @property
    def inledning(self) -> str:
        """``§ 3: `` framför en text om §§ som har justerats för sig; tom för hela protokollet."""
        return f"{paragrafer(self.paragrafer)}: " if self.paragrafer else ""


def varv(nämnd: Nämnd, post: Anslag) -> list[Varv]:
    """Varven i ett mötes anslag: hela protokollets först, sedan de §§ som har egna anslag."""
    parter = {p.id: p.namn for p in nämnd.parter if p.gäller(post.datum)}
    hela = [(i, ett) for i, ett in enumerate(post.anslag) if not ett.paragrafer]
    ut = [_varv((), hela, [], parter)] if hela else []
    for index, nummer in _grupper(post).items():
        ut.append(_varv(nummer, [(i, post.anslag[i]) for i in index], hela, parter))
    return ut


def varvet_för(alla: Sequence[Varv], nr: int) -> Varv | None:
    """Varvet som § ``nr`` hör till: dess eget, eller hela protokollets."""
    egna = (v for v in alla if nr in v.paragrafer)
    return next(egna, None) or next((v for v in alla if not v.paragrafer), None)


def dagar(antal: int) -> str:
    """``1 dag``, ``2 dagar``."""
    return "1 dag" if antal == 1 else f"{antal} dagar"


def _grupper(post: Anslag) -> dict[tuple[int, ...], tuple[int, ...]]:
    """Index för anslagen och de §§ som de har gemensamt."""
    per_nr: dict[int, list[int]] = {}
    for i, ett in enumerate(post.anslag):
        for nr in dict.fromkeys(ett.paragrafer):
            per_nr.setdefault(nr, []).append(i)
    ut: dict[tuple[int, ...], tuple[int, ...]] = {}
    for nr, index in sorted(per_nr.items()):
        ut[tuple(index)] = (*ut.get(tuple(index), ()), nr)
    return ut


def _varv(nummer: tuple[int, ...], egna: list[Numrerat], hela: list[Numrerat], parter: dict[str, str]) -> Varv:
    har_eget = {ett.part for _, ett in egna}
    övriga = [ett for _, ett in hela if ett.part not in har_eget] if not har_eget.issuperset(parter) else []
    räknade = (*(ett for _, ett in egna), *övriga)
    har = {ett.part for ett in räknade}
    saknas = tuple(namn for id, namn in parter.items() if id not in har)
    return Varv(nummer, tuple(egna), räknade, tuple(parter.values()), saknas)
