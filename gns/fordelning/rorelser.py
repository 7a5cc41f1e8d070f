"""Rörelserna i nämndens sparade medel, dag för dag: var och en med det som säger den."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from gns.grund.belopp import Belopp
from gns.grund.datafel import Fältväg
from gns.modell.bok import Bok
from gns.modell.budgetar import Budgetår
from gns.modell.innebar import Återbetalar
from gns.modell.medel import IngåendeBalans

Slag = Literal["ingående", "användning", "resultat", "saldo", "reservering", "upphör", "återbetalning"]
_ORDNING: tuple[Slag, ...] = ("ingående", "resultat", "användning", "saldo", "reservering", "upphör", "återbetalning")
Plats = tuple[str, str, Fältväg]  # (slag, id, fältväg)


@dataclass(frozen=True, slots=True)
class Rörelse:
    """Något som hände med medlen. ``belopp_öre`` är det som läggs till saldot; 0 för det som bara sägs om det.

    ``angivet`` är beloppet som det är skrivet, ``från_år`` åren som pengarna kommer från, ``dag_känd`` falskt när bara året
    är känt. ``plats`` är fältet som beloppet står i, ``beslut`` är hänvisningen till ett beslut, och ``källa`` handlingen.
    """

    dag: dt.date
    slag: Slag
    vad: str
    belopp_öre: int
    angivet: Belopp
    från_år: tuple[int, ...]
    plats: Plats
    dag_känd: bool = True
    beslut: str | None = None
    källa: str | None = None
    verkan: Återbetalar | None = None


def rörelser(bok: Bok) -> tuple[Rörelse, ...]:
    """Alla rörelser som posterna känner, i ordning efter dag."""
    alla: list[Rörelse] = []
    for n, (år, b) in enumerate(sorted(bok.budgetår.items())):
        if b.ingående_balans and (n == 0 or år - 1 not in bok.budgetår):
            alla.append(_ingående(b, b.ingående_balans, först=n == 0))
        alla += _årets(b)
    alla += _återbetalningar(bok)
    return tuple(sorted(alla, key=lambda r: (r.dag, _ORDNING.index(r.slag))))


def helårsresultat(b: Budgetår | None) -> Belopp | None:
    """Årets resultat, eller None när det inte är redovisat per den sista december."""
    slut = dt.date(b.år, 12, 31) if b else None
    return next((r.resultat for r in b.redovisat if r.per == slut), None) if b else None


def _ingående(b: Budgetår, ib: IngåendeBalans, *, först: bool) -> Rörelse:
    """Den ingående balansen: det första året är den början, efter ett år utan post ett saldo som någon har angett.

    Finns året före är den redan räknad, och den angivna prövas av kontrollen.
    """
    dag, plats = dt.date(b.år, 1, 1), _i(b, "ingående_balans", "belopp")
    if not först:
        return Rörelse(dag, "saldo", "", 0, ib.belopp, (), plats, beslut=ib.beslut, källa=ib.källa)
    vad, år = str(ib.från_år), (ib.från_år,)
    return Rörelse(dag, "ingående", vad, ib.belopp.öre, ib.belopp, år, plats, beslut=ib.beslut, källa=ib.källa)


def _årets(b: Budgetår) -> Iterator[Rörelse]:
    """Årets rörelser utom den ingående balansen."""
    slut = dt.date(b.år, 12, 31)
    for i, a in enumerate(b.användningar):
        dag, plats = a.datum or slut, _i(b, "användningar", i, "belopp")
        känd = a.datum is not None
        yield Rörelse(
            dag, "användning", a.vad, -a.belopp.öre, a.belopp, (a.från_år,), plats, dag_känd=känd, källa=a.källa
        )
    använt = sum(a.belopp.öre for a in b.användningar)
    for i, r in enumerate(b.redovisat):
        if r.per == slut:
            öre, plats = r.resultat.öre + använt, _i(b, "redovisat", i, "resultat")
            yield Rörelse(slut, "resultat", str(b.år), öre, r.resultat, (b.år,), plats, källa=r.källa)
    for i, s in enumerate(b.saldon):
        yield Rörelse(s.per, "saldo", "", 0, s.belopp, (), _i(b, "saldon", i, "belopp"), källa=s.källa)
    yield from _reserverat(b)


def _reserverat(b: Budgetår) -> Iterator[Rörelse]:
    """När varje reservering beslutas och när den upphör."""
    for i, r in enumerate(b.reserveringar):
        dag, plats = dt.date.fromisoformat(r.beslut[:10]), _i(b, "reserveringar", i, "belopp")
        yield Rörelse(dag, "reservering", r.ändamål, 0, r.belopp, (r.från_år,), plats, beslut=r.beslut, källa=r.källa)
        if r.upphör:
            dag, plats = dt.date.fromisoformat(r.upphör[:10]), _i(b, "reserveringar", i, "upphör")
            yield Rörelse(dag, "upphör", r.ändamål, 0, r.belopp, (r.från_år,), plats, beslut=r.upphör)


def _återbetalningar(bok: Bok) -> Iterator[Rörelse]:
    for dag, möte in bok.möten.items():
        for i, p in enumerate(möte.paragrafer):
            for j, v in enumerate(p.innebär):
                if isinstance(v, Återbetalar):
                    plats = ("mote", str(dag), ("paragrafer", i, "innebär", j, "belopp"))
                    ref = f"{dag} § {p.nr} {v.id}"
                    yield Rörelse(
                        dag, "återbetalning", v.avser, -v.belopp.öre, v.belopp, v.från_år, plats, beslut=ref, verkan=v
                    )


def _i(b: Budgetår, *väg: str | int) -> Plats:
    return "budget", str(b.år), väg
