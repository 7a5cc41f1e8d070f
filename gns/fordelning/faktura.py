"""Det som faktureras: januaris förskott, skillnaden i maj och återbetalningar, part för part (överenskommelsen; R98–R99)."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from gns.fordelning.basfinansiering import basbelopp
from gns.fordelning.fordela import fördela
from gns.fordelning.initiativ import Delat, Delning, dela_basen, dela_initiativ
from gns.fordelning.moms import Momsgrupp, momsgrupper
from gns.fordelning.rorelser import rörelser
from gns.fordelning.saldo import dela_återbetalning
from gns.grund.belopp import skriv_belopp
from gns.modell.bok import Bok
from gns.modell.budgetar import Budgetår
from gns.modell.faktura import BASFINANSIERING, Faktura, Kontering
from gns.modell.former import ÅTERBETALNING
from gns.modell.initiativ import Initiativ


@dataclass(frozen=True, slots=True)
class Fakturarad:
    """Det som en part ska betala för en sak, i öre utan moms; ett minusbelopp får parten.

    ``avser`` är konteringens namn, och rader med samma ``grupp`` (förfallodagen, eller beslutet om återbetalning) hör till
    samma faktura.
    """

    part: str
    avser: str
    vad: str
    belopp_öre: int
    beslut: str | None
    förfaller: dt.date | None = None
    grupp: str = ""


@dataclass(frozen=True, slots=True)
class Fakturaunderlag:
    """En faktura: raderna, och numret och dagarna när posten har dem."""

    part: str
    tillfälle: str
    rader: tuple[Fakturarad, ...]
    faktura: Faktura | None

    @property
    def belopp_öre(self) -> int:
        """Radernas summa, utan moms."""
        return sum(r.belopp_öre for r in self.rader)

    @property
    def förfaller(self) -> dt.date | None:
        """Den beslutade förfallodagen, om det finns en."""
        return next((r.förfaller for r in self.rader if r.förfaller), None)


class Utelämnat(NamedTuple):
    """Något som inte är med, och varför; ``hindrar`` när det är för att underlaget inte går att räkna ut."""

    vad: str
    orsak: str
    hindrar: bool = False


@dataclass(frozen=True, slots=True)
class Fakturering:
    """Ett tillfälles fakturor, och det som inte är med."""

    tillfälle: str
    underlag: tuple[Fakturaunderlag, ...]
    utelämnat: tuple[Utelämnat, ...]
    exempeldata: bool


def fakturering(bok: Bok, b: Budgetår, tillfälle: str) -> Fakturering:
    """Allt som faktureras vid tillfället: ``januari``, ``maj`` eller ``återbetalning``."""
    rader: list[Fakturarad] = []
    utelämnat: list[Utelämnat] = []
    exempeldata = False
    if tillfälle == ÅTERBETALNING:
        rader, utelämnat = _återbetalt(bok, b)
    else:
        for avser, vad, beslut, d in _delade(bok, b):
            if isinstance(d, Utelämnat):
                utelämnat.append(d)
                continue
            nya = _januari(b, avser, vad, beslut, d) if tillfälle == "januari" else _maj(avser, vad, beslut, d)
            rader += nya
            exempeldata |= d.underlag.exempeldata and bool(nya)
            if d.fördelning and d.fördelning.rest and tillfälle == "januari":
                utelämnat.append(Utelämnat(vad, f"{skriv_belopp(d.fördelning.rest)} är kvar odelat"))
    return Fakturering(tillfälle, _fakturor(bok, b, tillfälle, rader), tuple(utelämnat), exempeldata)


def kontering(b: Budgetår, avser: str) -> Kontering | None:
    """Konteringen för det som raden avser, eller None."""
    return next((k for k in b.kontering if k.avser == avser), None)


def momsen(b: Budgetår, rader: Sequence[Fakturarad]) -> tuple[Momsgrupp, ...] | None:
    """Momsen på raderna, efter konteringen; None när någon rads moms inte är känd."""
    konton = [kontering(b, r.avser) for r in rader]
    kända = [(r.belopp_öre, k.moms, k.momsskäl) for r, k in zip(rader, konton, strict=True) if k and k.moms]
    return momsgrupper(kända) if len(kända) == len(rader) else None


def _delade(bok: Bok, b: Budgetår) -> Iterator[tuple[str, str, str | None, Delning | Utelämnat]]:
    """(avser, vad, beslut, delningen eller varför den inte är med) för basfinansieringen och varje initiativ."""
    vad, bas = "Basfinansiering", basbelopp(bok, b)
    if bas is None:
        yield BASFINANSIERING, vad, None, Utelämnat(vad, "den är inte känd", hindrar=True)
    else:
        yield BASFINANSIERING, vad, bas.beslut or bas.ursprung, _eller_hinder(vad, dela_basen(bok, b, bas))
    for ett in b.initiativ:
        yield ett.id, ett.namn, ett.beslut, _initiativet(bok, b, ett)


def _initiativet(bok: Bok, b: Budgetår, ett: Initiativ) -> Delning | Utelämnat:
    if ett.typ == "köp-sälj":
        return Utelämnat(ett.namn, "köparna betalar säljaren direkt")
    if ett.beslut and ett.beslut[:10] > f"{b.år}-01-31":
        return Utelämnat(ett.namn, f"beslutades {ett.beslut}, efter januari; det faktureras som nämnden bestämmer")
    delat = _eller_hinder(ett.namn, dela_initiativ(bok, b, ett))
    if isinstance(delat, Delning) and not delat.fördelning:
        return Utelämnat(ett.namn, "beloppet är inte känt", hindrar=True)
    return delat


def _eller_hinder(vad: str, delat: Delat) -> Delning | Utelämnat:
    return delat if isinstance(delat, Delning) else Utelämnat(vad, "; ".join(f.text for f in delat), hindrar=True)


def _januari(b: Budgetår, avser: str, vad: str, beslut: str | None, d: Delning) -> list[Fakturarad]:
    """Förskottet efter det som var känt i januari, delat på betalningsdagarna."""
    f = d.före or d.fördelning
    bas = b.basfinansiering if avser == BASFINANSIERING else None
    dagar = bas.betalas if bas else ()
    rader = []
    for part, öre in f.delar.items() if f else ():
        if not dagar:
            rader.append(Fakturarad(part, avser, vad, öre, beslut))
            continue
        delar = fördela(öre, {str(dag): 1 for dag in dagar}, "öre" if öre % 100 else "krona").delar
        rader += [Fakturarad(part, avser, vad, delar[str(dag)], beslut, dag, str(dag)) for dag in dagar]
    return [r for r in rader if r.belopp_öre]


def _maj(avser: str, vad: str, beslut: str | None, d: Delning) -> list[Fakturarad]:
    """Skillnaden mot januari; tillsammans noll."""
    if not d.före or not d.fördelning:
        return []
    före, nu = d.före.delar, d.fördelning.delar
    alla = {part: nu.get(part, 0) - före.get(part, 0) for part in sorted({*före, *nu})}
    return [Fakturarad(part, avser, vad, öre, beslut) for part, öre in alla.items() if öre]


def _återbetalt(bok: Bok, b: Budgetår) -> tuple[list[Fakturarad], list[Utelämnat]]:
    """Årets beslutade återbetalningar, med minustecken, och det av dem som ingen får."""
    rader: list[Fakturarad] = []
    utelämnat: list[Utelämnat] = []
    for r in rörelser(bok):
        if r.verkan and r.dag.year == b.år:
            delat, ref = dela_återbetalning(bok, r, r.verkan), r.beslut or ""
            delar = ((part, öre) for part, öre in delat.delar.items() if öre)
            rader += [Fakturarad(p, ÅTERBETALNING, r.vad, -öre, ref, grupp=ref) for p, öre in delar]
            if delat.odelat_öre:
                orsak = delat.hinder or f"{skriv_belopp(delat.odelat_öre)} av {r.angivet} får ingen part"
                utelämnat.append(Utelämnat(r.vad, orsak, hindrar=delat.hinder is not None))
    return rader, utelämnat


def _fakturor(bok: Bok, b: Budgetår, tillfälle: str, rader: Sequence[Fakturarad]) -> tuple[Fakturaunderlag, ...]:
    """En faktura per part och grupp, i parternas ordning, med fakturan i posten som hör till den."""
    ut = []
    for part in bok.nämnd.parter:
        partens = [r for r in rader if r.part == part.id]
        grupper = sorted({r.grupp for r in partens if r.grupp}) or [""]
        i_grupp = [tuple(r for r in partens if r.grupp == g or (not r.grupp and g == grupper[0])) for g in grupper]
        skrivna = sorted((f for f in b.fakturor if (f.part, f.avser) == (part.id, tillfälle)), key=_ordning)
        för = _para(i_grupp, skrivna)
        ut += [Fakturaunderlag(part.id, tillfälle, med, f) for med, f in zip(i_grupp, för, strict=True) if med]
    return tuple(ut)


def _para(grupper: Sequence[Sequence[Fakturarad]], skrivna: Sequence[Faktura]) -> list[Faktura | None]:
    """Fakturan för varje grupp: den med gruppens förfallodag, annars i ordning; är de fler än grupperna gäller de sista."""
    dagar = [next((r.förfaller for r in g if r.förfaller), None) for g in grupper]
    ut = [next((f for f in reversed(skrivna) if dag and f.förfaller == dag), None) for dag in dagar]
    kvar = [f for f in skrivna if f not in ut]
    utan = [i for i, f in enumerate(ut) if f is None]
    for i, f in zip(utan, kvar[-len(utan) :] if utan else (), strict=False):
        ut[i] = f
    return ut


def _ordning(f: Faktura) -> tuple[dt.date, str]:
    return f.datum, f.nr
