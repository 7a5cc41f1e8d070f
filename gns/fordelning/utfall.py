"""Utfallet mot budgeten: varje budgetrad med det som är bokfört på dess konton, och kontona som inte hör till någon."""

from dataclasses import dataclass

from gns.fordelning.budgetsummor import budgetsummor
from gns.modell.bok import Bok
from gns.modell.utfall import Period, Utfall, Utfallsrad


@dataclass(frozen=True, slots=True)
class Radutfall:
    """En budgetrad i öre, med budgetens tecken; ``budget_öre`` är None när beloppet inte är känt, och ``hämtas`` sant när det är beslutat."""

    grupp: str
    namn: str
    budget_öre: int | None
    utfall_öre: int
    hämtas: bool = False


@dataclass(frozen=True, slots=True)
class Periodutfall:
    """Budgetens rader i ordning, kontona utan koppling, och allt det bokförda; med budgetens tecken, i öre."""

    rader: tuple[Radutfall, ...]
    utan: tuple[Utfallsrad, ...]
    summa_öre: int


def periodutfall(bok: Bok, u: Utfall, p: Period) -> Periodutfall:
    """Periodens utfall på budgetens rader."""
    tecken = -1 if u.omvända_tecken else 1
    b = bok.budgetår.get(u.år)
    summor = budgetsummor(bok, b) if b else None
    radernas = {r.konto: k.rad for r in p.rader for k in u.koppling if k.gäller(r.konto)}
    finns = {r.rad.namn for g in summor.grupper for r in g.rader} if summor else set()
    per_rad: dict[str, int] = {}
    for r in p.rader:
        if (namn := radernas.get(r.konto)) in finns:
            per_rad[str(namn)] = per_rad.get(str(namn), 0) + tecken * r.belopp.öre
    rader = tuple(
        Radutfall(g.grupp.namn, r.rad.namn, r.öre, per_rad.get(r.rad.namn, 0), r.rad.hämtas is not None)
        for g in (summor.grupper if summor else ())
        for r in g.rader
    )
    utan = tuple(r for r in p.rader if radernas.get(r.konto) not in finns)
    return Periodutfall(rader, utan, tecken * sum(r.belopp.öre for r in p.rader))


def omvänt(ut: Periodutfall) -> bool:
    """Om varje rad med utfall har motsatt tecken mot sin budget: då är redovisningens tecken de omvända."""
    produkter = [r.budget_öre * r.utfall_öre for r in ut.rader if r.budget_öre and r.utfall_öre]
    return bool(produkter) and max(produkter) < 0


def försvunna(u: Utfall, p: Period) -> tuple[str, ...]:
    """Kontona som fanns i perioden före men saknas i den här: ett utfall är från årets början, så inget ska försvinna."""
    före = max((q for q in u.perioder if q.per < p.per), key=lambda q: q.per, default=None)
    nu = {r.konto for r in p.rader}
    return tuple(dict.fromkeys(r.konto for r in (före.rader if före else ()) if r.konto not in nu and r.belopp.öre))
