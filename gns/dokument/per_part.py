"""Vad var och en av parterna betalar under året: basfinansieringen och initiativen tillsammans."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gns.dokument.basvy import BasVy
from gns.fordelning.initiativ import Delat, Delning
from gns.grund.belopp import skriv_belopp
from gns.modell.bok import Bok
from gns.modell.initiativ import Initiativ


class PartVy(NamedTuple):
    """En parts år; en säljare har ett minusbelopp i initiativen."""

    part: str
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


def bygg_per_part(bok: Bok, initiativ: Sequence[tuple[Initiativ, Delat]], bas: BasVy | None) -> PerPartVy | None:
    """Tabellen; None när inget initiativ har ett känt belopp, för då säger basfinansieringens egen tabell allt."""
    delade = [d for _, d in initiativ if isinstance(d, Delning) and d.fördelning]
    utelämnat = tuple(_utelämnat(initiativ, bas))
    if not delade and not any(isinstance(d, tuple) for _, d in initiativ):
        return None
    basen = {d.part: d.belopp_öre or 0 for d in bas.delning.delar} if bas and bas.delning else {}
    att_betala: dict[str, int] = {}
    for d in delade:
        for part, öre in _belopp(d):
            att_betala[part] = att_betala.get(part, 0) + öre
    rader = (_part(p.id, p.namn, basen.get(p.id, 0), att_betala.get(p.id, 0)) for p in bok.nämnd.parter)
    exempeldata = any(d.underlag.exempeldata for d in delade) or bool(bas and bas.nyckel.exempeldata)
    return PerPartVy(
        tuple(r for r in rader if r.bas_öre or r.initiativ_öre),
        _part("", "Summa", sum(basen.values()), sum(att_betala.values())),
        utelämnat,
        exempeldata,
    )


def _part(id: str, namn: str, bas: int, initiativ: int) -> PartVy:
    return PartVy(id, namn, bas, initiativ, bas + initiativ)


def _belopp(d: Delning) -> Iterator[tuple[str, int]]:
    """(part, öre) för var och en som betalar, och för säljaren som får."""
    if d.fördelning:
        yield from d.fördelning.delar.items()
        if d.säljare:
            yield d.säljare, -d.fördelning.belopp_öre


def _utelämnat(initiativ: Sequence[tuple[Initiativ, Delat]], bas: BasVy | None) -> Iterator[UtelämnatVy]:
    if bas is None:
        yield UtelämnatVy("Basfinansieringen", "inte med, för den är inte känd")
    elif bas.hindras_av:
        yield UtelämnatVy("Basfinansieringen", f"inte med; {bas.hindras_av}")
    for ett, d in initiativ:
        if isinstance(d, tuple):
            yield UtelämnatVy(ett.namn, f"inte med; {'; '.join(fel.text for fel in d)}")
        elif d.fördelning is None:
            yield UtelämnatVy(ett.namn, "inte med, för beloppet är inte känt")
        elif d.fördelning.rest:
            yield UtelämnatVy(ett.namn, f"{skriv_belopp(d.fördelning.rest)} är kvar odelat")
