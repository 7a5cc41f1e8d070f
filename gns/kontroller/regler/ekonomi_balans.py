"""Ett överskott eller underskott förs vidare eller betalas tillbaka genom ett beslut, och nästa år börjar med det som var kvar.

Reglementet säger i ``överskott`` vad överenskommelsen säger: balanseras eller återbetalas. Ett beslut om något annat är en
avvikelse som ska vara sedd. Ett redovisat helårsresultat som inte är noll ska finnas i ett senare års ``ingående_balans``,
eller vara använt och tillbakabetalt i sin helhet. Den ingående balansen ska vara det som avräkningen visar att året före slutade med.

Rätt:
    redovisat:                       # budgetåret 2018
      - per: 2018-12-31
        resultat: 745 tkr
    ingående_balans:                 # budgetåret 2019
      belopp: 745 tkr
      från_år: 2018

Fel:
    ingående_balans:                 # budgetåret 2019
      belopp: 700 tkr                # 45 tkr är borta
      från_år: 2018
"""

import datetime as dt
from collections.abc import Iterator

from gns.fordelning.avrakning import avräkna
from gns.fordelning.budgetsummor import osäkert
from gns.fordelning.rorelser import helårsresultat
from gns.fordelning.vilande import medel_från
from gns.grund.belopp import Belopp, skriv_belopp
from gns.kontroller.regel import Regel, Utfall, bruten, oprövbar, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.budgetar import Budgetår
from gns.modell.daterad import gällande
from gns.modell.innebar import Balanserar, Återbetalar

_SÄGS = {"återbetalar": "återbetalas", "balanserar": "balanseras"}


def _pröva(u: Underlag) -> Iterator[Utfall]:
    yield from _mot_överenskommelsen(u)
    for id, b in u.budgetår():
        resultat = helårsresultat(b)
        if resultat is None and dt.date(b.år, 12, 31) < u.idag:
            yield oprövbar("budget", id, (), f"resultatet för {id} är inte redovisat per den 31 december")
        elif resultat and resultat.öre:
            yield _tas_om_hand(u, id, b, resultat)
        if b.ingående_balans:
            yield _ingående(u, id, b, b.ingående_balans.belopp)


def _mot_överenskommelsen(u: Underlag) -> Iterator[Utfall]:
    """Beslut om över- och underskott mot det som parterna har kommit överens om."""
    for id, möte, i, p in u.paragrafer():
        reglemente = gällande(u.bok.nämnd.reglementen, möte.datum)
        säger = reglemente.överskott if reglemente else None
        for j, v in enumerate(p.innebär):
            if not isinstance(v, Återbetalar | Balanserar):
                continue
            fält = ("paragrafer", i, "innebär", j)
            if säger is None:
                text = "reglementet säger inte om över- och underskott balanseras eller återbetalas"
                yield oprövbar("mote", id, fält, text, "skriv överskott i reglementet i data/namnd.yaml")
            elif säger != _SÄGS[v.typ]:
                text = f"enligt överenskommelsen {säger} över- och underskott, men § {p.nr} {v.typ} {v.belopp}"
                yield bruten(
                    "mote", id, fält, text, "skriv i beslutet varför nämnden avviker, eller svara med gns svara"
                )
            else:
                yield uppfylld("mote", id, fält)


def _tas_om_hand(u: Underlag, id: str, b: Budgetår, resultat: Belopp) -> Utfall:
    """Om hela resultatet förs vidare, används eller betalas tillbaka; året som följer kan vara för nytt för att säga det."""
    senare = [s for år, s in u.bok.budgetår.items() if år > b.år]
    i = next(n for n, r in enumerate(b.redovisat) if r.resultat is resultat)
    fält, vad = ("redovisat", i, "resultat"), "överskottet" if resultat.öre > 0 else "underskottet"
    if any(s.ingående_balans and s.ingående_balans.från_år == b.år for s in senare):
        return uppfylld("budget", id, fält)
    kvar = next((m.kvar() for m in medel_från(u.bok) if m.år == b.år), -resultat.öre)
    if abs(kvar) <= osäkert(resultat):
        return uppfylld("budget", id, fält)
    text = f"{vad} {id}, {resultat}, förs inte vidare till något år, och {skriv_belopp(abs(kvar))} av det är inte tillbakabetalt"
    if resultat.öre < 0:
        text = f"{vad} {id}, {resultat}, förs inte vidare till något år"
    if not senare:
        return oprövbar("budget", id, fält, f"{text}, för inget senare budgetår finns")
    return bruten("budget", id, fält, text, "besluta om det, och skriv ingående_balans i nästa års post")


def _ingående(u: Underlag, id: str, b: Budgetår, angiven: Belopp) -> Utfall:
    """Den angivna balansen mot den räknade, med och utan det som angivna saldon har rättat."""
    fält = ("ingående_balans", "belopp")
    if b.år - 1 not in u.bok.budgetår:
        return oprövbar("budget", id, fält, f"budgetåret {b.år - 1} finns inte, så balansen går inte att räkna fram")
    a = avräkna(u.bok, b.år - 1)
    räknat = a.år[-1].summa.utgående
    marginal = osäkert(angiven) + (a.steg[-1].osäkert_öre if a.steg else 0)
    if any(abs(angiven.öre - öre) <= marginal for öre in (räknat, a.räknat_öre)):
        return uppfylld("budget", id, fält)
    text = f"den ingående balansen är {angiven}, men {b.år - 1} slutade med {skriv_belopp(räknat)}"
    if okända := [str(å.år) for å in a.år if not å.resultat_känt]:
        return oprövbar(
            "budget", id, fält, f"{text} så långt posterna säger: resultatet för {', '.join(okända)} är inte känt"
        )
    return bruten("budget", id, fält, text, "rätta beloppet, eller lägg in det som saknas i posterna", "fel")


REGEL = Regel(
    id="EKONOMI-balans",
    nummer=(100,),
    fråga="Förs över- och underskott vidare eller betalas tillbaka som överenskommelsen säger?",
    nivå="varning",
    pröva=_pröva,
    praxis="överenskommelsen",
)
