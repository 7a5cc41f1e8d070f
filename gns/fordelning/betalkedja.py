"""Pengarna från beslut till betalning, part för part: beslutat, fakturerat och betalt."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from gns.fordelning.faktura import fakturering
from gns.fordelning.inbetalt import beslutat, lägg_ihop
from gns.fordelning.rorelser import Plats, rörelser
from gns.fordelning.saldo import dela_återbetalning
from gns.modell.bok import Bok
from gns.modell.budgetar import Budgetår
from gns.modell.former import TILLFÄLLEN, ÅTERBETALNING

_BIDRAG = tuple(t for t in TILLFÄLLEN if t != ÅTERBETALNING)


class Led(NamedTuple):
    """En parts belopp i öre; None när inget av det slaget är känt för någon part.

    ``plats`` är partens första betalning, annars dess första faktura, och None när ingen av dem är antecknad.
    """

    part: str
    plats: Plats | None
    beslutat: int | None
    fakturerat: int | None
    betalt: int | None


@dataclass(frozen=True, slots=True)
class Kedja:
    """Alla parters led, och deras summa."""

    led: tuple[Led, ...]
    exempeldata: bool = False

    @property
    def summa(self) -> Led:
        """Leden tillsammans."""
        spalter = ((led.beslutat, led.fakturerat, led.betalt) for led in self.led)
        summor = [None if None in s else sum(v for v in s if v is not None) for s in zip(*spalter, strict=True)]
        return Led("", None, *(summor or [None] * 3))


class _Antecknat(NamedTuple):
    """En betalning eller faktura i budgetåret: partens ören, och var den står."""

    part: str
    öre: int
    plats: Plats


def bidragen(bok: Bok, b: Budgetår) -> Kedja:
    """Det som parterna ska betala för året: beslutat, fakturerat i januari och maj, och betalt."""
    ska = beslutat(bok, b)
    return _kedja(
        bok,
        ska.delar if ska else None,
        _fakturor(bok, b, _BIDRAG),
        [x for x, åter in _betalningar(b) if not åter],
        exempeldata=bool(ska and ska.exempeldata),
    )


def återbetalningarna(bok: Bok, b: Budgetår) -> Kedja:
    """Det som nämnden har beslutat under året att betala tillbaka: beslutat, krediterat och utbetalt, i positiva ören."""
    delar = [dela_återbetalning(bok, r, r.verkan).delar for r in rörelser(bok) if r.verkan and r.dag.year == b.år]
    krediter = [x._replace(öre=-x.öre) for x in _fakturor(bok, b, (ÅTERBETALNING,))]
    utbetalt = [x._replace(öre=-x.öre) for x, åter in _betalningar(b) if åter]
    return _kedja(bok, lägg_ihop(delar), krediter, utbetalt)


def _betalningar(b: Budgetår) -> Iterator[tuple[_Antecknat, bool]]:
    """Betalningarna, och om var och en är en återbetalning: pengar till parten, eller på en kreditfaktura."""
    krediter = {f.nr for f in b.fakturor if f.avser == ÅTERBETALNING}
    for i, p in enumerate(b.inbetalningar):
        plats = ("budget", str(b.år), ("inbetalningar", i))
        yield _Antecknat(p.part, p.belopp.öre, plats), p.belopp.öre < 0 or p.faktura in krediter


def _fakturor(bok: Bok, b: Budgetår, tillfällen: tuple[str, ...]) -> list[_Antecknat]:
    """Fakturorna i posten; ett belopp som inte står där är det uträknade."""
    skrivna = [(i, f) for i, f in enumerate(b.fakturor) if f.avser in tillfällen]
    alla = (u for t in tillfällen for u in fakturering(bok, b, t).underlag) if skrivna else ()
    räknat = {u.faktura.nr: u.belopp_öre for u in alla if u.faktura is not None}
    return [
        _Antecknat(f.part, f.belopp.öre if f.belopp else räknat.get(f.nr, 0), ("budget", str(b.år), ("fakturor", i)))
        for i, f in skrivna
    ]


def _kedja(
    bok: Bok,
    beslutat: dict[str, int] | None,
    fakturor: list[_Antecknat],
    betalningar: list[_Antecknat],
    *,
    exempeldata: bool = False,
) -> Kedja:
    """Leden för de parter som har något, i nämndens ordning; den som inte har något där andra har det har 0."""
    fakturerat, betalt = (lägg_ihop({x.part: x.öre} for x in alla) or None for alla in (fakturor, betalningar))
    spalter = (beslutat, fakturerat, betalt)
    platser = {x.part: x.plats for x in reversed([*betalningar, *fakturor])}
    led = [
        Led(p.id, platser.get(p.id), *(None if s is None else s.get(p.id, 0) for s in spalter))
        for p in bok.nämnd.parter
        if any(p.id in s for s in spalter if s is not None)
    ]
    return Kedja(tuple(led), exempeldata)
