"""Sparade medel används eller betalas tillbaka inom ett år efter det år som de kommer från.

Pengar som ligger kvar längre gör ingen nytta för parterna som betalade dem. Åren räknas vart för sig: det som tas ur sparade
medel och det som betalas tillbaka räknas på de år som posten nämner, det äldsta först, och ett underskott på de äldsta medlen.

Rätt:
    redovisat:                       # 2018: 745 tkr över
      - per: 2018-12-31
        resultat: 745 tkr
    användningar:                    # 2019: allt används
      - belopp: 745 tkr
        från_år: 2018

Fel:
    användningar:                    # 417 tkr ligger kvar sista december 2019
      - belopp: 328 tkr
        från_år: 2018
"""

import datetime as dt
from collections.abc import Iterator

from gns.fordelning.vilande import medel_från
from gns.grund.belopp import skriv_belopp
from gns.kontroller.regel import Regel, Utfall, bruten, oprövbar, uppfylld
from gns.kontroller.underlag import Underlag


def _pröva(u: Underlag) -> Iterator[Utfall]:
    sista = max(u.bok.budgetår, default=0)
    for m in medel_från(u.bok):
        gräns = dt.date(m.år + 1, 12, 31)
        if gräns > u.idag:
            yield oprövbar(*m.plats, f"{m.år} års medel ska vara använda {gräns}, och den dagen är inte här")
        elif gräns.year > sista:
            yield oprövbar(
                *m.plats, f"budgetåret {gräns.year} finns inte, så det går inte att se om {m.år} års medel är använda"
            )
        elif (kvar := m.kvar(gräns)) <= 0:
            yield uppfylld(*m.plats)
        else:
            slut = m.slut()
            hur = f"till {slut}" if slut and slut <= u.idag else "ännu"
            text = f"{skriv_belopp(kvar)} från {m.år} låg kvar den {gräns}, ett år efter året, och {hur}"
            yield bruten(*m.plats, text, "använd medlen, eller besluta att betala tillbaka dem")


REGEL = Regel(
    id="EKONOMI-vilande",
    nummer=(),
    fråga="Används sparade medel inom ett år?",
    nivå="varning",
    pröva=_pröva,
    praxis="pengar som parterna har betalat ska göra nytta eller gå tillbaka",
)
