"""Vad var och en av parterna betalar under året: basfinansieringen och initiativen tillsammans."""

from collections.abc import Iterator
from typing import NamedTuple

from gns.dokument.fordelningsvy import DelningVy
from gns.fordelning.initiativ import Delning, dela_initiativ
from gns.grund.belopp import skriv_belopp
from gns.modell.bok import Bok
from gns.modell.budgetar import Budgetår


class PartVy(NamedTuple):
    """En parts år; en säljare har ett minusbelopp i initiativen."""

    namn: str
    bas_öre: int
    initiativ_öre: int
    summa_öre: int


class UtelämnatVy(NamedTuple):
    """Något som inte är med i tabellen, eller bara till en del, och varför."""

    namn: str
    orsak: str


class PerPartVy(NamedTuple):
    """Alla parter som betalar något, summan, och det som inte är med; ``exempeldata`` när någon del vilar på sådana."""

    parter: tuple[PartVy, ...]
    summa: PartVy
    utelämnat: tuple[UtelämnatVy, ...]
    exempeldata: bool


def bygg_per_part(bok: Bok, b: Budgetår, bas: DelningVy | None) -> PerPartVy | None:
    """Tabellen; None när inget initiativ går att dela, för då säger basfinansieringens egen tabell allt."""
    delade, utelämnat = _delade(bok, b)
    if not delade:
        return None
    basen = {d.part: d.belopp_öre or 0 for d in bas.delar} if bas else {}
    initiativ: dict[str, int] = {}
    for d in delade:
        delar = d.fördelning.delar if d.fördelning else {}
        for part, öre in (*delar.items(), *([(d.säljare, -sum(delar.values()))] if d.säljare else [])):
            initiativ[part] = initiativ.get(part, 0) + öre
    rader = tuple(_part(p.namn, basen.get(p.id, 0), initiativ.get(p.id, 0)) for p in bok.nämnd.parter)
    if not bas:
        utelämnat.insert(0, UtelämnatVy("Basfinansieringen", "inte med, för den går inte att dela"))
    return PerPartVy(
        tuple(r for r in rader if r.bas_öre or r.initiativ_öre),
        _part("Summa", sum(basen.values()), sum(initiativ.values())),
        tuple(utelämnat),
        any(d.underlag.exempeldata for d in delade) or bool(bas and bas.nyckel.exempeldata),
    )


def _part(namn: str, bas: int, initiativ: int) -> PartVy:
    return PartVy(namn, bas, initiativ, bas + initiativ)


def _delade(bok: Bok, b: Budgetår) -> tuple[list[Delning], list[UtelämnatVy]]:
    delade: list[Delning] = []
    utelämnat: list[UtelämnatVy] = []
    for ett in b.initiativ:
        d = dela_initiativ(bok, b, ett)
        if isinstance(d, tuple):
            utelämnat.append(UtelämnatVy(ett.namn, f"inte med; {d[0].text}"))
        elif d.fördelning is None:
            utelämnat.append(UtelämnatVy(ett.namn, "inte med, för beloppet är inte känt"))
        else:
            delade.append(d)
            utelämnat += _rest(d)
    return delade, utelämnat


def _rest(d: Delning) -> Iterator[UtelämnatVy]:
    if d.fördelning and d.fördelning.rest:
        yield UtelämnatVy(d.namn, f"{skriv_belopp(d.fördelning.rest)} är kvar odelat")
