"""Anmälan till nämnden av delegationsbeslut och handlingar (KL 6:40)."""

import datetime as dt
from collections.abc import Iterable
from typing import Literal, NamedTuple

from gns.grund.dnr import Dnr, läs_dnr
from gns.modell.arende import Ärende
from gns.modell.bok import Bok
from gns.modell.mote import Möte
from gns.uppdrag.beslut import möten

Anmälningar = dict[str | tuple[Dnr, str], list[dt.date]]  # mötena som anmälde ett delegationsbeslut, eller en handling


class Anmälan(NamedTuple):
    """Något som ska anmälas, och om det är gjort.

    För ett delegationsbeslut är ``år`` och ``nr`` dess nummer; för en handling är de None och ``dnr`` ärendet.
    """

    år: int | None
    nr: int | None
    dnr: Dnr | None
    datum: dt.date | None
    rubrik: str
    delegat: str | None
    brådskande: bool
    anmält: dt.date | None
    borde_anmälas: dt.date | None
    tillstånd: Literal["anmält", "väntar på nästa möte", "aldrig anmält", "anmäls inte"]


def anmälningar(bok: Bok, per: dt.date) -> list[Anmälan]:
    """Delegationsbeslut och handlingar till och med dagen ``per``, efter dag, som de står när dagen är slut.

    ”Aldrig anmält” är det som inte finns med i något möte som sedan har hållits.
    """
    gjorda = anmälda(bok)
    ut = []
    for _, d in sorted(bok.delegation.items()):
        for b in d.beslut:
            anmält = _senast(gjorda.get(f"{d.år}-{b.nr}", ()), per)
            läge = _läge(bok, b.datum, anmält, per) if b.anmäls or anmält else "anmäls inte"
            nästa = nästa_möte(bok, b.datum) if b.anmäls else None
            ut.append(Anmälan(d.år, b.nr, b.dnr, b.datum, b.rubrik, b.delegat, b.brådskande, anmält, nästa, läge))
    for ärende in bok.ärenden.values():
        for h in ärende.handlingar:
            if h.anmäls:
                anmält = _senast(gjorda.get(_handling(ärende.dnr, h.titel), ()), per)
                nästa = nästa_möte(bok, h.datum) if h.datum else None
                läge = _läge(bok, h.datum, anmält, per)
                ut.append(Anmälan(None, None, ärende.dnr, h.datum, h.titel, None, False, anmält, nästa, läge))
    return sorted((a for a in ut if a.datum is None or a.datum <= per), key=lambda a: a.datum or dt.date.min)


def anmälda(bok: Bok) -> Anmälningar:
    """Allt som mötena har anmält, med mötenas dagar i ordning."""
    gjorda: Anmälningar = {}
    for möte in möten(bok):
        for a in möte.anmälningsärenden:
            if a.delegationsbeslut:
                gjorda.setdefault(a.delegationsbeslut, []).append(möte.datum)
            elif a.rubrik and (dnr := _dnr(a.dnr or "")):
                gjorda.setdefault(_handling(dnr, a.rubrik), []).append(möte.datum)
    return gjorda


def handlingens_möten(gjorda: Anmälningar, ärende: Ärende, titel: str) -> list[dt.date]:
    """Mötena som anmälde en handling i ärendet: samma dnr, och rubriken är handlingens titel."""
    return gjorda.get(_handling(ärende.dnr, titel), [])


def nästa_möte(bok: Bok, dag: dt.date) -> dt.date | None:
    """Det första mötet efter dagen, om arkivet har något."""
    return min((m for m in bok.möten if m > dag), default=None)


def hållet(möte: Möte) -> bool:
    """Om mötet har hållits: det har en närvaro eller är justerat. Ett utan kan vara planerat eller inställt."""
    return bool(möte.närvaro) or möte.är_justerat


def nästa_hållna(bok: Bok, dag: dt.date) -> dt.date | None:
    """Det första mötet efter dagen som har hållits."""
    return min((m.datum for m in bok.möten.values() if m.datum > dag and hållet(m)), default=None)


def justerat_efter(bok: Bok, dag: dt.date) -> Möte | None:
    """Det första justerade mötet efter dagen: det går inte längre att anmäla något i."""
    return next((m for m in möten(bok) if m.datum > dag and m.är_justerat), None)


def _läge(
    bok: Bok, datum: dt.date | None, anmält: dt.date | None, per: dt.date
) -> Literal["anmält", "väntar på nästa möte", "aldrig anmält"]:
    if anmält:
        return "anmält"
    sedan = (m for m in möten(bok) if datum and datum < m.datum <= per)
    hållet = any(m.är_justerat or (m.närvaro and m.datum < per) for m in sedan)
    return "aldrig anmält" if hållet else "väntar på nästa möte"


def _senast(dagar: Iterable[dt.date], per: dt.date) -> dt.date | None:
    """Den första anmälan som är gjord när dagen är slut."""
    return min((d for d in dagar if d <= per), default=None)


def _handling(dnr: Dnr, titel: str) -> tuple[Dnr, str]:
    return dnr, titel.casefold()


def _dnr(text: str) -> Dnr | None:
    try:
        return läs_dnr(text, strikt=False)
    except ValueError:
        return None
