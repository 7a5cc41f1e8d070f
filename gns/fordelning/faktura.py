"""Det som faktureras: januaris förskott, skillnaden i maj och återbetalningar, part för part (överenskommelsen; R98–R99)."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gns.fordelning.basfinansiering import basbelopp
from gns.fordelning.fordela import fördela
from gns.fordelning.initiativ import Delning, dela, dela_initiativ
from gns.fordelning.rorelser import rörelser
from gns.fordelning.saldo import dela_återbetalning
from gns.fordelning.underlag import Urval, Viktunderlag, viktunderlag
from gns.grund.belopp import skriv_belopp
from gns.modell.bok import Bok
from gns.modell.budgetar import Budgetår
from gns.modell.faktura import BASFINANSIERING, ÅTERBETALNING, Faktura, Kontering


@dataclass(frozen=True, slots=True)
class Fakturarad:
    """Det som en part ska betala för en sak, i öre; ett minusbelopp får parten. ``avser`` är konteringens namn."""

    part: str
    avser: str
    vad: str
    belopp_öre: int
    beslut: str | None
    förfaller: dt.date | None = None


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


@dataclass(frozen=True, slots=True)
class Fakturering:
    """Ett tillfälles fakturor, och (vad, varför) för det som inte är med."""

    tillfälle: str
    underlag: tuple[Fakturaunderlag, ...]
    utelämnat: tuple[tuple[str, str], ...]
    exempeldata: bool


def fakturering(bok: Bok, b: Budgetår, tillfälle: str) -> Fakturering:
    """Allt som faktureras vid tillfället: ``januari``, ``maj`` eller ``återbetalning``."""
    rader: list[Fakturarad] = []
    utelämnat: list[tuple[str, str]] = []
    exempeldata = False
    if tillfälle == ÅTERBETALNING:
        rader, utelämnat = _återbetalt(bok, b)
    else:
        for avser, vad, beslut, d in _delade(bok, b):
            if isinstance(d, str):
                utelämnat.append((vad, d))
                continue
            nya = _januari(b, avser, vad, beslut, d) if tillfälle == "januari" else _maj(avser, vad, beslut, d)
            rader += nya
            exempeldata |= d.underlag.exempeldata and bool(nya)
            if d.fördelning and d.fördelning.rest and tillfälle == "januari":
                utelämnat.append((vad, f"{skriv_belopp(d.fördelning.rest)} är kvar odelat"))
    return Fakturering(tillfälle, _fakturor(bok, b, tillfälle, rader), tuple(utelämnat), exempeldata)


def kontering(b: Budgetår, avser: str) -> Kontering | None:
    """Konteringen för det som raden avser, eller None."""
    return next((k for k in b.kontering if k.avser == avser), None)


def _delade(bok: Bok, b: Budgetår) -> Iterator[tuple[str, str, str | None, Delning | str]]:
    """(avser, vad, beslut, delningen eller det som hindrar) för basfinansieringen och varje initiativ."""
    bas = basbelopp(bok, b)
    if bas is None:
        yield BASFINANSIERING, "Basfinansiering", None, "den är inte känd"
    else:
        underlag = viktunderlag(bok, b, Urval(bas.nyckel))
        hinder = None if isinstance(underlag, Viktunderlag) else "; ".join(f.text for f in underlag)
        d = dela("", underlag, bas.belopp_öre, bas.enhet) if isinstance(underlag, Viktunderlag) else hinder or ""
        yield BASFINANSIERING, "Basfinansiering", bas.beslut or bas.ursprung, d
    for ett in b.initiativ:
        delat = dela_initiativ(bok, b, ett)
        svar: Delning | str
        if ett.typ == "köp-sälj":
            svar = "köparna betalar säljaren direkt"
        elif not isinstance(delat, Delning):
            svar = "; ".join(f.text for f in delat)
        else:
            svar = delat if delat.fördelning else "beloppet är inte känt"
        yield ett.id, ett.namn, ett.beslut, svar


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
        rader += [Fakturarad(part, avser, vad, delar[str(dag)], beslut, dag) for dag in dagar]
    return [r for r in rader if r.belopp_öre]


def _maj(avser: str, vad: str, beslut: str | None, d: Delning) -> list[Fakturarad]:
    """Skillnaden mot januari; tillsammans noll."""
    if not d.före or not d.fördelning:
        return []
    före, nu = d.före.delar, d.fördelning.delar
    alla = {part: nu.get(part, 0) - före.get(part, 0) for part in sorted({*före, *nu})}
    return [Fakturarad(part, avser, vad, öre, beslut) for part, öre in alla.items() if öre]


def _återbetalt(bok: Bok, b: Budgetår) -> tuple[list[Fakturarad], list[tuple[str, str]]]:
    """Årets beslutade återbetalningar, med minustecken, och det av dem som ingen får."""
    rader: list[Fakturarad] = []
    utelämnat: list[tuple[str, str]] = []
    for r in rörelser(bok):
        if r.verkan and r.dag.year == b.år:
            delat = dela_återbetalning(bok, r, r.verkan)
            rader += [Fakturarad(p, ÅTERBETALNING, r.vad, -öre, r.beslut) for p, öre in delat.delar.items() if öre]
            if delat.odelat_öre:
                orsak = delat.hinder or f"{skriv_belopp(delat.odelat_öre)} av {r.angivet} får ingen part"
                utelämnat.append((r.vad, orsak))
    return rader, utelämnat


def _fakturor(bok: Bok, b: Budgetår, tillfälle: str, rader: Sequence[Fakturarad]) -> tuple[Fakturaunderlag, ...]:
    """En faktura per part och förfallodag, i parternas ordning; fakturorna i posten tas i ordning efter sin förfallodag."""
    ut = []
    for part in bok.nämnd.parter:
        partens = [r for r in rader if r.part == part.id]
        dagar: list[dt.date | None] = [*sorted({r.förfaller for r in partens if r.förfaller})] or [None]
        skrivna = sorted((f for f in b.fakturor if (f.part, f.avser) == (part.id, tillfälle)), key=_förfaller)
        for n, dag in enumerate(dagar if partens else []):
            med = tuple(r for r in partens if r.förfaller == dag or (r.förfaller is None and n == 0))
            ut.append(Fakturaunderlag(part.id, tillfälle, med, skrivna[n] if n < len(skrivna) else None))
    return tuple(ut)


def _förfaller(f: Faktura) -> dt.date:
    return f.förfaller or f.datum
