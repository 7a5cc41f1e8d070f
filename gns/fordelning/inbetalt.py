"""Vad parterna har betalat för ett eller flera år: det som över- och underskott delas efter (regler.md R100–R102)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from gns.fordelning.basfinansiering import basbelopp
from gns.fordelning.initiativ import Delning, dela_basen, dela_initiativ
from gns.modell.bok import Bok
from gns.modell.budgetar import Budgetår
from gns.modell.manader import månader

Grund = Literal["inbetalt", "beslutat", "månader"]


@dataclass(frozen=True, slots=True)
class Vikter:
    """Part → vikt, och vad vikten är: inbetalda ören, beslutade ören eller månader som part."""

    grund: Grund
    delar: dict[str, Fraction]
    exempeldata: bool = False


@dataclass(frozen=True, slots=True)
class Beslutat:
    """Part → öre som årets beslut säger att var och en ska betala; ``exempeldata`` när en nyckel vilar på sådana."""

    delar: dict[str, int]
    exempeldata: bool


def inbetalt(b: Budgetår | None) -> dict[str, int] | None:
    """Part → öre som är antecknade som inbetalda, eller None när inga betalningar är antecknade."""
    if b is None or not b.inbetalningar:
        return None
    return lägg_ihop({i.part: i.belopp.öre} for i in b.inbetalningar)


def saknar_betalning(bok: Bok, år: int) -> tuple[str, ...]:
    """De parter som är med någon hel månad av året och inte har någon antecknad inbetalning, fast andra har det."""
    betalt = inbetalt(bok.budgetår.get(år))
    return () if betalt is None else tuple(p.id for p in bok.nämnd.parter if månader(år, p) and p.id not in betalt)


def beslutat(bok: Bok, b: Budgetår | None) -> Beslutat | None:
    """Basfinansieringen och initiativen per part, eller None när något av dem inte går att räkna ut."""
    bas = basbelopp(bok, b) if b else None
    if b is None or bas is None:
        return None
    delade = [dela_basen(bok, b, bas), *(dela_initiativ(bok, b, ett) for ett in b.initiativ)]
    till_nämnden = [d for d in delade if isinstance(d, Delning) and d.fördelning and not d.säljare]
    if any(not isinstance(d, Delning) or not d.fördelning for d in delade):
        return None
    delar = lägg_ihop(d.fördelning.delar for d in till_nämnden if d.fördelning)
    return Beslutat(delar, any(d.underlag.exempeldata for d in till_nämnden))


def vikter_för(bok: Bok, år: Iterable[int]) -> Vikter:
    """Det som årens pengar delas efter: det inbetalda, annars det beslutade, annars månaderna som part.

    Det inbetalda gäller bara när varje part har en inbetalning. Samma grund gäller alla åren: kronor och månader går inte att lägga ihop.
    """
    åren = [(ett, bok.budgetår.get(ett)) for ett in år]
    betalda = [d for ett, b in åren if (d := inbetalt(b)) is not None and not saknar_betalning(bok, ett)]
    if len(betalda) == len(åren) and _duger(summa := lägg_ihop(betalda)):
        return Vikter("inbetalt", _bråk(summa))
    beslutade = [utfall for _, b in åren if (utfall := beslutat(bok, b)) is not None]
    if len(beslutade) == len(åren) and _duger(summa := lägg_ihop(d.delar for d in beslutade)):
        return Vikter("beslutat", _bråk(summa), any(d.exempeldata for d in beslutade))
    tider = ({p.id: antal for p in bok.nämnd.parter if (antal := månader(ett, p))} for ett, _ in åren)
    return Vikter("månader", _bråk(lägg_ihop(tider)))


def _duger(summa: dict[str, int]) -> bool:
    """Om summorna går att dela efter: någon har betalat, och ingen har fått mer än den betalat."""
    return any(summa.values()) and min(summa.values()) >= 0


def _bråk(summa: dict[str, int]) -> dict[str, Fraction]:
    return {part: Fraction(tal) for part, tal in summa.items()}


def lägg_ihop(alla: Iterable[Mapping[str, int]]) -> dict[str, int]:
    """Part → summan av vars och ens ören, eller månader."""
    ut: dict[str, int] = {}
    for ett in alla:
        for part, tal in ett.items():
            ut[part] = ut.get(part, 0) + tal
    return ut
