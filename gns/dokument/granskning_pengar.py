"""Vad en ändring betyder i kronor: det som var och en av parterna betalar eller får tillbaka, före och efter."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from gns.dokument.budget import bygg_budget
from gns.fordelning.faktura import fakturering
from gns.modell.bok import Bok
from gns.modell.former import ÅTERBETALNING

Pengaslag = Literal["betalar", "får tillbaka"]


class PartVy(NamedTuple):
    """En parts belopp före och efter; None när det inte är känt. ``part`` är tom för summan."""

    part: str
    namn: str
    före_öre: int | None
    efter_öre: int | None
    skillnad_öre: int | None


class PengarVy(NamedTuple):
    """Ett budgetår där någon parts belopp har ändrats, eller där det inte längre går att räkna ut."""

    år: int
    slag: Pengaslag
    parter: tuple[PartVy, ...]
    summa: PartVy
    utelämnat_före: tuple[str, ...]
    utelämnat_efter: tuple[str, ...]
    exempeldata: bool


class _Års(NamedTuple):
    """Ett års belopp per part; None när året inte har något som går att räkna ut."""

    delar: Mapping[str, int] | None
    utelämnat: tuple[str, ...] = ()
    exempeldata: bool = False


def bygg_pengar(förr: Bok, nu: Bok) -> tuple[PengarVy, ...]:
    """Åren i ordning, först det som betalas och sedan det som betalas tillbaka."""
    namn = {p.id: p.namn for bok in (förr, nu) for p in bok.nämnd.parter}
    ut: list[PengarVy] = []
    for år in sorted({*förr.budgetår, *nu.budgetår}):
        ut += _skillnad(år, "betalar", namn, _betalas(förr, år), _betalas(nu, år))
        ut += _skillnad(år, "får tillbaka", namn, _återbetalas(förr, år), _återbetalas(nu, år))
    return tuple(ut)


def _betalas(bok: Bok, år: int) -> _Års:
    if år not in bok.budgetår:
        return _Års(None)
    vy = bygg_budget(bok, år)
    if vy.per_part:
        utelämnat = tuple(f"{u.namn}: {u.orsak}" for u in vy.per_part.utelämnat)
        return _Års({p.part: p.summa_öre for p in vy.per_part.parter}, utelämnat, vy.per_part.exempeldata)
    if vy.bas is None:
        return _Års(None)
    if vy.bas.delning is None:
        return _Års(None, (f"Basfinansieringen: {vy.bas.hindras_av}",) if vy.bas.hindras_av else ())
    return _Års({d.part: d.belopp_öre or 0 for d in vy.bas.delning.delar}, (), vy.bas.nyckel.exempeldata)


def _återbetalas(bok: Bok, år: int) -> _Års:
    if år not in bok.budgetår:
        return _Års(None)
    svar = fakturering(bok, bok.budgetår[år], ÅTERBETALNING)
    delar: dict[str, int] = {}
    for underlag in svar.underlag:
        delar[underlag.part] = delar.get(underlag.part, 0) - underlag.belopp_öre
    return _Års(delar or None, tuple(f"{u.vad}: {u.orsak}" for u in svar.utelämnat))


def _skillnad(år: int, slag: Pengaslag, namn: Mapping[str, str], förr: _Års, nu: _Års) -> list[PengarVy]:
    if förr == nu:
        return []
    före, efter = förr.delar, nu.delar
    alla = [p for p in namn if p in (före or {}) or p in (efter or {})]
    rader = tuple(_rad(p, namn[p], _del(före, p), _del(efter, p)) for p in alla)
    summa = _rad("", "", _summa(före), _summa(efter))
    exempeldata = förr.exempeldata or nu.exempeldata
    return [PengarVy(år, slag, rader, summa, förr.utelämnat, nu.utelämnat, exempeldata)]


def _rad(part: str, namn: str, före: int | None, efter: int | None) -> PartVy:
    skillnad = None if före is None or efter is None else efter - före
    return PartVy(part, namn, före, efter, skillnad)


def _del(delar: Mapping[str, int] | None, part: str) -> int | None:
    return None if delar is None else delar.get(part, 0)


def _summa(delar: Mapping[str, int] | None) -> int | None:
    return None if delar is None else sum(delar.values())
