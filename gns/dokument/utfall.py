"""Ett utfall som det läses in: budgetens rader med det bokförda, kontona utan koppling och avstämningen."""

from typing import NamedTuple

from gns.fordelning.utfall import försvunna, periodutfall
from gns.modell.bok import Bok
from gns.modell.utfall import Period, Utfall


class RadVy(NamedTuple):
    """En budgetrad; ``kvar_öre`` är budgeten minus utfallet."""

    namn: str
    budget_öre: int | None
    utfall_öre: int
    kvar_öre: int | None


class KontoVy(NamedTuple):
    """Ett konto som inte hör till någon budgetrad, med redovisningens tecken."""

    konto: str
    namn: str | None
    belopp_öre: int


class UtfallVy(NamedTuple):
    """Utfallet per en dag; ``rapportens_öre`` är rapportens egen summa, med redovisningens tecken.

    ``försvunna`` är konton som fanns i perioden före men saknas här.
    """

    organ: str
    år: int
    per: str
    källa: str
    omvända_tecken: bool
    har_budgetår: bool
    har_budget: bool
    rader: tuple[RadVy, ...]
    på_rader_öre: int
    utan: tuple[KontoVy, ...]
    försvunna: tuple[str, ...]
    summa_öre: int
    bokfört_öre: int
    rapportens_öre: int | None


def bygg_utfall(bok: Bok, u: Utfall, p: Period) -> UtfallVy:
    """Utfallet mot budgeten."""
    ut = periodutfall(bok, u, p)
    rader = tuple(
        RadVy(r.namn, r.budget_öre, r.utfall_öre, None if r.budget_öre is None else r.budget_öre - r.utfall_öre)
        for r in ut.rader
    )
    return UtfallVy(
        organ=bok.nämnd.namn,
        år=u.år,
        per=str(p.per),
        källa=p.källa,
        omvända_tecken=u.omvända_tecken,
        har_budgetår=u.år in bok.budgetår,
        har_budget=bool(rader),
        rader=rader,
        på_rader_öre=sum(r.utfall_öre for r in rader),
        utan=tuple(KontoVy(r.konto, r.namn, r.belopp.öre) for r in ut.utan),
        försvunna=försvunna(u, p),
        summa_öre=ut.summa_öre,
        bokfört_öre=sum(r.belopp.öre for r in p.rader),
        rapportens_öre=p.summa.öre if p.summa else None,
    )
