"""Varje faktura är betald i tid, med det belopp som den är på.

Betalningarna som nämner fakturan läggs ihop och jämförs med det som skulle betalas, med moms. En faktura som är betald till en
del, eller med för mycket, sägs när förfallodagen har passerat; en utan förfallodag också, när året är slut. Är inga betalningar
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

from gns.fordelning.faktura import Fakturaunderlag, fakturering, momsen
from gns.fordelning.inbetalt import lägg_ihop
from gns.grund.belopp import skriv_belopp
from gns.kontroller.regel import Regel, Utfall, bruten, oprövbar, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.budgetar import Budgetår
from gns.modell.faktura import Faktura
from gns.modell.former import TILLFÄLLEN

_RÅD = "lägg in betalningen som fattas, rätta beloppet eller fakturans nummer, eller påminn parten"


def _pröva(u: Underlag) -> Iterator[Utfall]:
    med_nummer = (p for _, b in u.budgetår() for p in b.inbetalningar if p.faktura)
    betalt = lägg_ihop({p.faktura or "": p.belopp.öre} for p in med_nummer)
    for id, b in u.budgetår():
        underlag = [x for t in TILLFÄLLEN for x in fakturering(u.bok, b, t).underlag] if b.fakturor else []
        for x in underlag:
            if x.faktura and x.part != u.bok.nämnd.värdorganisation:
                yield from _en(u, id, b, (x, x.faktura), betalt.get(x.faktura.nr))


def _en(
    u: Underlag, id: str, b: Budgetår, par: tuple[Fakturaunderlag, Faktura], betalt: int | None
) -> Iterator[Utfall]:
    x, f = par
    fält = ("fakturor", b.fakturor.index(f))
    ska = _att_betala(b, x, f)
    if ska is None:
        if betalt is not None:
            text = f"momsen på faktura {f.nr} är inte känd, så det går inte att se om den är rätt betald"
            yield oprövbar("budget", id, fält, text, "skriv moms i konteringen")
        return
    if betalt == ska:
        yield uppfylld("budget", id, fält)
        return
    sista = f.förfaller or x.förfaller or dt.date(b.år, 12, 31)
    för_mycket = betalt is not None and abs(betalt) > abs(ska)
    if u.idag <= sista and not för_mycket:
        return
    if not b.inbetalningar:
        text = f"inga betalningar är antecknade {b.år}, så det går inte att se om faktura {f.nr} är betald"
        yield oprövbar("budget", id, fält, text)
        return
    skillnad = skriv_belopp(abs(ska - (betalt or 0)))
    hur = f"{skillnad} för mycket är betalt" if för_mycket else f"{skillnad} är inte betalt"
    text = f"faktura {f.nr} är på {skriv_belopp(ska)} och förföll {sista}: {hur}"
    yield bruten("budget", id, fält, text, _RÅD)


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
