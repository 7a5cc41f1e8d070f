"""Varje faktura är betald i tid, med det belopp som den är på.

Betalningarna som nämner fakturan läggs ihop och jämförs med det som skulle betalas, med moms. En faktura som inte är helt betald
sägs när förfallodagen har passerat (utan förfallodag när året är slut), en som är betald för sent som upplysning, och en som är betald
med för mycket genast. Är inga betalningar
alls antecknade för året går det inte att pröva, och inte heller när momsen inte är känd. Värdorganisationens egen del är
en intern bokning.

Rätt:
    fakturor:
      - nr: 2021-101
        part: are
        avser: januari
        datum: 2021-01-04
        förfaller: 2021-01-31
    inbetalningar:
      - nr: V-17
        part: are
        faktura: 2021-101
        datum: 2021-01-29
        belopp: 50 800 kr

Fel:
        belopp: 5 080 kr             # 45 720 kr fattas när förfallodagen har passerat
"""

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from gns.fordelning.faktura import Fakturaunderlag, fakturering, momsen
from gns.grund.belopp import skriv_belopp
from gns.kontroller.regel import Regel, Utfall, bruten, oprövbar, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.budgetar import Budgetår
from gns.modell.faktura import Faktura
from gns.modell.former import TILLFÄLLEN

_RÅD = "lägg in betalningen som fattas, rätta beloppet eller fakturans nummer, eller påminn parten"


class _Betalt(NamedTuple):
    """Det som är betalt på en faktura i öre, och dagen för den sista betalningen."""

    öre: int
    sist: dt.date


def _pröva(u: Underlag) -> Iterator[Utfall]:
    betalt: dict[str, _Betalt] = {}
    for id, b in u.budgetår():
        for i, p in enumerate(b.inbetalningar):
            if p.datum > u.idag:
                text = f"betalningen {p.nr} är daterad {p.datum}, och den dagen har inte varit"
                yield bruten("budget", id, ("inbetalningar", i, "datum"), text, "rätta dagen")
            elif p.faktura:
                förra = betalt.get(p.faktura, _Betalt(0, p.datum))
                betalt[p.faktura] = _Betalt(förra.öre + p.belopp.öre, max(förra.sist, p.datum))
    for id, b in u.budgetår():
        underlag = [x for t in TILLFÄLLEN for x in fakturering(u.bok, b, t).underlag] if b.fakturor else []
        for x in underlag:
            if x.faktura and x.part != u.bok.nämnd.värdorganisation:
                yield from _en(u, id, b, (x, x.faktura), betalt.get(x.faktura.nr))


def _en(
    u: Underlag, id: str, b: Budgetår, par: tuple[Fakturaunderlag, Faktura], betalt: _Betalt | None
) -> Iterator[Utfall]:
    x, f = par
    fält = ("fakturor", b.fakturor.index(f))
    ska = _att_betala(b, x, f)
    sista = f.förfaller or x.förfaller or dt.date(b.år, 12, 31)
    if ska is None:
        if betalt:
            text = f"momsen på faktura {f.nr} är inte känd, så det går inte att se om den är rätt betald"
            yield oprövbar("budget", id, fält, text, "skriv moms i konteringen")
    elif betalt and abs(betalt.öre) > abs(ska):
        text = f"faktura {f.nr} är på {skriv_belopp(ska)}: {skriv_belopp(abs(betalt.öre - ska))} för mycket är betalt"
        yield bruten("budget", id, fält, text, "rätta beloppet eller fakturans nummer, eller betala tillbaka")
    elif betalt and betalt.öre == ska:
        dagar = (betalt.sist - sista).days
        text = f"faktura {f.nr} förföll {sista} och betalades {betalt.sist}, {dagar} dagar för sent"
        sen = bruten("budget", id, fält, text, "ta ut ränta om det är överenskommet; svara annars", "upplysning")
        yield sen if dagar > 0 and ska > 0 else uppfylld("budget", id, fält)
    elif u.idag > sista:
        yield _obetald(id, b, f, (ska - (betalt.öre if betalt else 0), sista, ska))


def _obetald(id: str, b: Budgetår, f: Faktura, tal: tuple[int, dt.date, int]) -> Utfall:
    kvar, sista, ska = tal
    fält = ("fakturor", b.fakturor.index(f))
    if not b.inbetalningar:
        text = f"inga betalningar är antecknade {b.år}, så det går inte att se om faktura {f.nr} är betald"
        return oprövbar("budget", id, fält, text)
    text = f"faktura {f.nr} är på {skriv_belopp(ska)} och förföll {sista}: {skriv_belopp(abs(kvar))} är inte betalt"
    return bruten("budget", id, fält, text, _RÅD)


def _att_betala(b: Budgetår, x: Fakturaunderlag, f: Faktura) -> int | None:
    """Fakturans belopp med moms, i öre; None när momsen inte är känd, eller gäller ett annat belopp än fakturans."""
    grupper = momsen(b, x.rader)
    if grupper is None:
        return None
    moms = sum(g.moms_öre for g in grupper)
    belopp = f.belopp.öre if f.belopp else x.belopp_öre
    return None if moms and belopp != x.belopp_öre else belopp + moms


REGEL = Regel(
    id="EKONOMI-betalningar",
    nummer=(),
    fråga="Är varje faktura betald i tid och med rätt belopp?",
    nivå="varning",
    pröva=_pröva,
    praxis="pengar går att följa från beslut till betalning",
)
