"""Ett redovisat resultat behandlas av nämnden i rimlig tid.

För styrelsen säger lagen två månader (KL 11:16); nämnden har ingen egen tid, men en rapport som är äldre än så när den
behandlas säger lite om läget. Utan ``behandlad`` går det inte att pröva.

Rätt:
    redovisat:
      - per: 2020-08-31
        behandlad: 2020-10-12 § 4

Fel:
    redovisat:
      - per: 2020-08-31
        behandlad: 2020-12-18 § 26       # 109 dagar senare
"""

import datetime as dt
from collections.abc import Iterator

from gns.kontroller.regel import Regel, Utfall, bruten, oprövbar, uppfylld
from gns.kontroller.underlag import Underlag

_HÖGST = 62  # dagar, två månader


def _pröva(u: Underlag) -> Iterator[Utfall]:
    for id, b in u.budgetår():
        for i, r in enumerate(b.redovisat):
            väg = ("redovisat", i)
            if r.behandlad is None:
                yield oprövbar("budget", id, väg, f"det är inte antecknat när resultatet per {r.per} behandlades")
                continue
            dagar = (dt.date.fromisoformat(r.behandlad[:10]) - r.per).days
            if 0 <= dagar <= _HÖGST:
                yield uppfylld("budget", id, (*väg, "behandlad"))
            elif dagar < 0:
                text = f"resultatet per {r.per} behandlades redan {r.behandlad}"
                yield bruten("budget", id, (*väg, "behandlad"), text, "rätta den av dagarna som är fel", "fel")
            else:
                text = f"resultatet per {r.per} behandlades {r.behandlad}, {dagar} dagar senare"
                yield bruten("budget", id, (*väg, "behandlad"), text, "lägg mötet närmare rapporten")


REGEL = Regel(
    id="PRAXIS-resultatrapport",
    nummer=(109,),
    fråga="Behandlas ett redovisat resultat inom två månader?",
    nivå="upplysning",
    pröva=_pröva,
    praxis="rapporter behandlas i rimlig tid",
)
