"""Pengarna från beslut till betalning, part för part: beslutat, fakturerat och betalt, så långt det hade hänt en dag."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from gns.fordelning.faktura import Fakturaunderlag, fakturering
from gns.fordelning.inbetalt import beslutat, lägg_ihop
from gns.fordelning.rorelser import Plats, Rörelse, rörelser
from gns.fordelning.saldo import dela_återbetalning
from gns.modell.bok import Bok
from gns.modell.budgetar import Budgetår
from gns.modell.faktura import Faktura
from gns.modell.former import TILLFÄLLEN, ÅTERBETALNING
from gns.modell.innebar import Återbetalar

_BIDRAG = tuple(t for t in TILLFÄLLEN if t != ÅTERBETALNING)


class Led(NamedTuple):
    """En parts belopp i öre; None när det inte är känt.

    ``plats`` är partens första betalning, annars dess första faktura, och None när ingen av dem är antecknad.
    """

    part: str
    plats: Plats | None
    beslutat: int | None
    fakturerat: int | None
    betalt: int | None


@dataclass(frozen=True, slots=True)
class Kedja:
    """Alla parters led, och deras summa; ``exempeldata`` när en nyckel vilar på sådana."""

    led: tuple[Led, ...]
    exempeldata: bool = False

    @property
    def summa(self) -> Led:
        """Leden tillsammans."""
        spalter = ((led.beslutat, led.fakturerat, led.betalt) for led in self.led)
        summor = [None if None in s else sum(v for v in s if v is not None) for s in zip(*spalter, strict=True)]
        return Led("", None, *(summor or [None] * 3))

    @property
    def obetalda(self) -> dict[str, int]:
        """Part → öre som är beslutade men inte betalda."""
        kvar = {led.part: (led.beslutat or 0) - (led.betalt or 0) for led in self.led}
        return {part: öre for part, öre in kvar.items() if öre > 0}


class _Antecknat(NamedTuple):
    """En betalning eller faktura: partens ören (None när de inte är kända), och var den står.

    ``nr`` är fakturans nummer, och ``beslut`` besluten som en fakturas underlag vilar på.
    """

    part: str
    öre: int | None
    plats: Plats
    nr: str | None = None
    beslut: tuple[str | None, ...] = ()


def bidragen(bok: Bok, b: Budgetår, per: dt.date) -> Kedja:
    """Det som parterna ska betala för året: beslutat, fakturerat i januari och maj, och betalt till och med dagen."""
    ska = beslutat(bok, b)
    krediter = {f.nr for f in b.fakturor if f.avser == ÅTERBETALNING}
    return _kedja(
        bok,
        ska.delar if ska else None,
        _fakturor(bok, b, _BIDRAG, per),
        [x for x in _betalningar(b, per) if x.nr not in krediter and (x.nr or (x.öre or 0) > 0)],
        exempeldata=bool(ska and ska.exempeldata),
    )


def _återbetalning(bok: Bok, r: Rörelse, v: Återbetalar, per: dt.date) -> Kedja:
    """En beslutad återbetalning: beslutat, krediterat och utbetalt till och med dagen, i positiva ören.

    En utbetalning hör till beslutet genom sin kreditfaktura; utan faktura bara när inget annat beslut om återbetalning kan
    vara menat.
    """
    beslutets = bok.budgetår.get(r.dag.year)
    krediter = (
        [x for x in _fakturor(bok, beslutets, (ÅTERBETALNING,), per) if r.beslut in x.beslut] if beslutets else []
    )
    numren = {x.nr for x in krediter}
    ensam = sum(a.verkan is not None and a.dag <= per for a in rörelser(bok)) == 1
    betalt = [
        x
        for b in bok.budgetår.values()
        for x in _betalningar(b, per, från=r.dag)
        if (x.nr in numren if x.nr else ensam and (x.öre or 0) < 0)
    ]
    return _kedja(bok, dela_återbetalning(bok, r, v).delar, _vänd(krediter), _vänd(betalt))


def återbetalningar(bok: Bok, per: dt.date) -> Iterator[tuple[Rörelse, Kedja]]:
    """Varje återbetalning som var beslutad dagen ``per``, med sin kedja."""
    return ((r, _återbetalning(bok, r, r.verkan, per)) for r in rörelser(bok) if r.verkan and r.dag <= per)


def _vänd(alla: Iterable[_Antecknat]) -> list[_Antecknat]:
    return [x._replace(öre=None if x.öre is None else -x.öre) for x in alla]


def _betalningar(b: Budgetår, per: dt.date, från: dt.date = dt.date.min) -> Iterator[_Antecknat]:
    """Betalningarna från och till och med dagarna."""
    for i, p in enumerate(b.inbetalningar):
        if från <= p.datum <= per:
            yield _Antecknat(p.part, p.belopp.öre, ("budget", str(b.år), ("inbetalningar", i)), p.faktura)


def _fakturor(bok: Bok, b: Budgetår, tillfällen: tuple[str, ...], per: dt.date) -> list[_Antecknat]:
    """Fakturorna till och med dagen; ett belopp som inte står där är det uträknade."""
    skrivna = [(i, f) for i, f in enumerate(b.fakturor) if f.avser in tillfällen and f.datum <= per]
    alla = (u for t in {f.avser for _, f in skrivna} for u in fakturering(bok, b, t).underlag)
    underlag = {u.faktura.nr: u for u in alla if u.faktura}
    return [_fakturan(b, i, f, underlag.get(f.nr)) for i, f in skrivna]


def _fakturan(b: Budgetår, i: int, f: Faktura, underlag: Fakturaunderlag | None) -> _Antecknat:
    öre = f.belopp.öre if f.belopp else underlag.belopp_öre if underlag else None
    beslut = tuple(r.beslut for r in underlag.rader) if underlag else ()
    return _Antecknat(f.part, öre, ("budget", str(b.år), ("fakturor", i)), f.nr, beslut)


def _kedja(
    bok: Bok,
    beslutat: dict[str, int] | None,
    fakturor: list[_Antecknat],
    betalningar: list[_Antecknat],
    *,
    exempeldata: bool = False,
) -> Kedja:
    """Leden för de parter som har något, i nämndens ordning; den som inte har något där andra har det har 0."""
    spalter = (beslutat, _summor(fakturor), _summor(betalningar))
    platser = {x.part: x.plats for x in reversed([*betalningar, *fakturor])}
    led = [
        Led(p.id, platser.get(p.id), *(None if s is None else s.get(p.id, 0) for s in spalter))
        for p in bok.nämnd.parter
        if any(p.id in s for s in spalter if s is not None)
    ]
    return Kedja(tuple(led), exempeldata)


def _summor(alla: list[_Antecknat]) -> dict[str, int | None] | None:
    """Part → öre; None för den part som har något okänt, och None i stället för alla när inget är antecknat."""
    if not alla:
        return None
    okända: dict[str, int | None] = {x.part: None for x in alla if x.öre is None}
    return {**lägg_ihop({x.part: x.öre} for x in alla if x.öre is not None), **okända}
