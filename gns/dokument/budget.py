"""Budgeten: rader, summor och resultat uträknade, basfinansieringen per part, och hur året har gått så långt det är känt."""

from fractions import Fraction
from typing import NamedTuple

from gns.dokument.basvy import BasVy
from gns.dokument.fordelning import bygg_fördelning, nyckelvy, stödvyer
from gns.dokument.fordelningsvy import NyckelVy, StödVy
from gns.dokument.per_part import PerPartVy, bygg_per_part
from gns.fordelning.basfinansiering import Basbelopp, basbelopp
from gns.fordelning.budgetsummor import Gruppsumma, budgetsummor, går_ihop, noggrannhet
from gns.fordelning.initiativ import Delat, Delning, dela_basen, dela_initiativ, delas_efter
from gns.grund.belopp import Belopp
from gns.grund.tal import avrunda
from gns.modell.bok import Bok
from gns.modell.budget import Budgetrad
from gns.modell.budgetar import Budgetår
from gns.modell.initiativ import Initiativ

_KONTON = ("konto", "ansvar", "verksamhet", "projekt", "motpart")


class GångerVy(NamedTuple):
    """Bidraget per part gånger parterna."""

    per_part_öre: int
    parter: int


class RadVy(NamedTuple):
    """En budgetrad; ``gånger`` finns när den är basfinansieringen."""

    namn: str
    belopp_öre: int | None
    kommentar: str | None
    gånger: GångerVy | None
    konton: dict[str, str | None]


class SummaVy(NamedTuple):
    """En summa: uträknad, som den visas, och det som avrundningen tar bort; ``angiven`` när den inte går ihop."""

    belopp_öre: int | None
    visas_öre: int | None
    avrundning_öre: int
    angiven_öre: int | None


class GruppVy(NamedTuple):
    """En grupp rader med sin summa."""

    namn: str
    rader: tuple[RadVy, ...]
    summa: SummaVy


class BudgettabellVy(NamedTuple):
    """Budgetens tabell; ``konton`` är de av konto, ansvar, verksamhet, projekt och motpart som någon rad har."""

    år: int
    enhet: str
    källa: str | None
    konton: tuple[str, ...]
    grupper: tuple[GruppVy, ...]
    resultat: SummaVy


class InitiativVy(NamedTuple):
    """Ett initiativ i budgeten."""

    namn: str
    dnr: str | None
    slag: str
    nyckel: str
    belopp_öre: int | None
    stöd: tuple[StödVy, ...]
    parter: tuple[str, ...]


class BelagtVy(NamedTuple):
    """Ett belopp med det som säger det: en ingående balans eller ett redovisat resultat."""

    när: str
    belopp_öre: int
    källa: str


class BudgetVy(NamedTuple):
    """Allt som budgeten visar; nycklarna visas med sin källa, också de som inget använder."""

    organ: str
    år: int
    beslut: str | None
    tabell: BudgettabellVy | None
    bas: BasVy | None
    initiativ: tuple[InitiativVy, ...]
    per_part: PerPartVy | None
    nycklar: tuple[NyckelVy, ...]
    ingående: BelagtVy | None
    redovisat: tuple[BelagtVy, ...]


def bygg_budget(bok: Bok, år: int) -> BudgetVy:
    """Budgetens fakta; KeyError om året inte finns."""
    b = bok.budgetår[år]
    bas = basbelopp(bok, b)
    basvy = bygg_bas(bok, b, bas) if bas else None
    delade = [(ett, dela_initiativ(bok, b, ett)) for ett in b.initiativ]
    balans = b.ingående_balans
    nycklar = tuple(nyckelvy(n.namn, n) for n in b.nycklar)
    return BudgetVy(
        organ=bok.nämnd.namn,
        år=år,
        beslut=b.beslut,
        tabell=bygg_tabell(bok, b),
        bas=basvy,
        initiativ=tuple(_initiativ(bok, ett, d) for ett, d in delade),
        per_part=bygg_per_part(bok, delade, basvy),
        nycklar=nycklar,
        ingående=BelagtVy(str(balans.från_år), balans.belopp.öre, balans.källa) if balans else None,
        redovisat=tuple(BelagtVy(str(r.per), r.resultat.öre, r.källa) for r in b.redovisat),
    )


def bygg_tabell(bok: Bok, b: Budgetår) -> BudgettabellVy | None:
    """Budgetens tabell, eller None när året inte har någon."""
    summor = budgetsummor(bok, b)
    if summor is None or b.budget is None:
        return None
    bas = basbelopp(bok, b)
    rader = [r for g in b.budget.grupper for r in g.rader]
    return BudgettabellVy(
        år=b.år,
        enhet=b.budget.enhet,
        källa=b.budget.källa or b.beslut,
        konton=tuple(k for k in _KONTON if any(getattr(r, k) for r in rader)),
        grupper=tuple(_grupp(g, bas) for g in summor.grupper),
        resultat=_summa(summor.resultat_öre, b.budget.angivet_resultat),
    )


def bygg_bas(bok: Bok, b: Budgetår, bas: Basbelopp) -> BasVy:
    """Basfinansieringen med varje parts del, eller det som hindrar den från att delas."""
    nyckel = nyckelvy(bas.nyckel, b.nyckel(bas.nyckel))
    delning, hindras_av, delar_av_året = None, None, False
    if isinstance(delad := dela_basen(bok, b, bas), Delning):
        delning = bygg_fördelning(bok, [(delad, None)], bas.nyckel).fördelningar[0]
        delar_av_året = delad.underlag.delar_av_året
    else:
        hindras_av = "; ".join(f.text for f in delad)
    alla_hela_året = delning is not None and not delar_av_året and len(delning.delar) == bas.parter
    beloppen = {d.belopp_öre for d in delning.delar} if delning and alla_hela_året else set()
    lika = beloppen.pop() if len(beloppen) == 1 else None
    return BasVy(bas.belopp_öre, lika, bas.parter, bas.beslut, bas.ursprung, nyckel, delar_av_året, hindras_av, delning)


def _grupp(g: Gruppsumma, bas: Basbelopp | None) -> GruppVy:
    rader = tuple(_rad(r.rad, r.öre, bas) for r in g.rader)
    return GruppVy(g.grupp.namn, rader, _summa(g.öre, g.grupp.angiven_summa))


def _rad(r: Budgetrad, öre: int | None, bas: Basbelopp | None) -> RadVy:
    gånger = None
    if r.hämtas == "basfinansiering" and bas and bas.per_part_öre is not None and not r.kommentar:
        hela_året = bas.per_part_öre * bas.parter == bas.belopp_öre
        gånger = GångerVy(bas.per_part_öre, bas.parter) if hela_året else None
    return RadVy(r.namn, öre, r.kommentar, gånger, {k: getattr(r, k) for k in _KONTON})


def _summa(öre: int | None, angiven: Belopp | None) -> SummaVy:
    """Summan som den visas: avrundad som den angavs när den går ihop, annars uträknad."""
    if öre is None or angiven is None:
        return SummaVy(öre, öre, 0, None)
    if not går_ihop(öre, angiven):
        return SummaVy(öre, öre, 0, angiven.öre)
    visas = avrunda(Fraction(öre, steg := noggrannhet(angiven))) * steg
    return SummaVy(öre, visas, öre - visas, None)


def _initiativ(bok: Bok, ett: Initiativ, d: Delat) -> InitiativVy:
    nyckel: str = ett.typ
    öre: int | None = None
    if ett.typ != "köp-sälj":
        nyckel, öre = delas_efter(ett), ett.belopp.öre if ett.belopp else None
    elif isinstance(d, Delning) and d.fördelning:
        öre = d.fördelning.belopp_öre
    parter = tuple(bok.part(p) or p for p in ett.parterna())
    return InitiativVy(ett.namn, str(ett.dnr) if ett.dnr else None, ett.typ, nyckel, öre, stödvyer(ett), parter)
