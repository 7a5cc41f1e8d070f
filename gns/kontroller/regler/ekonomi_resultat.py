"""Intäkter och kostnader går jämnt upp, om inte en balans från ett tidigare år sägs täcka skillnaden.

Nämnden har inga egna pengar: det som parterna betalar ska räcka till det som budgeten kostar. Ett resultat som inte är
noll ska ha en ``ingående_balans`` med motsatt tecken som är minst lika stor.

Rätt:
    budget:                       # raderna är tillsammans -200 tkr
      …
    ingående_balans:
      belopp: 745 tkr
      från_år: 2018
      källa: 2020-12-18 § 21

Fel:
    budget:                       # raderna är tillsammans -200 tkr, och ingen balans är angiven
"""

from collections.abc import Iterator

from gns.fordelning.budgetsummor import budgetsummor
from gns.grund.belopp import skriv_belopp
from gns.kontroller.regel import Regel, Utfall, bruten, oprövbar, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.budgetar import Budgetår


def _pröva(u: Underlag) -> Iterator[Utfall]:
    for id, b in u.budgetår():
        summor = budgetsummor(u.bok, b)
        resultat = summor.resultat_öre if summor else None
        if resultat is None:
            text = f"budgetens rader för {id} är inte kända" if summor is None else "en rads belopp är inte känt"
            yield oprövbar("budget", id, ("budget",) if summor else (), text)
        elif resultat and not _täckt(b, resultat):
            text = f"budgeten för {id} ger {skriv_belopp(resultat)}, inte 0 kr"
            råd = "rätta raderna, eller skriv den ingående balans som täcker skillnaden"
            yield bruten("budget", id, ("budget",), text, råd)
        else:
            yield uppfylld("budget", id, ("budget",))


def _täckt(b: Budgetår, resultat: int) -> bool:
    """Om en ingående balans med motsatt tecken, som inte redan är en rad i budgeten, är minst lika stor."""
    hämtad = any(r.hämtas == "ingående balans" for g in (b.budget.grupper if b.budget else ()) for r in g.rader)
    balans = b.ingående_balans.belopp.öre if b.ingående_balans and not hämtad else 0
    return balans * resultat < 0 and abs(resultat) <= abs(balans)


REGEL = Regel(
    id="EKONOMI-resultat",
    nummer=(90,),
    fråga="Går budgeten jämnt upp, eller täcks skillnaden av en balans?",
    nivå="varning",
    pröva=_pröva,
    praxis="överenskommelsen",
)
