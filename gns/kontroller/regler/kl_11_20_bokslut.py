"""Nämndens redovisning för året lämnas till styrelsen i tid.

Värdorganisationens styrelse bestämmer när nämnderna senast ska redovisa sin medelsförvaltning, och lämnar sedan hela
årsredovisningen senast den 15 april. ``bokslut_senast`` i reglementet är styrelsens dag, och ``lämnat`` vid årets resultat den
dag då redovisningen lämnades. Efter den 15 april är alltid för sent; före den dagen går det inte att pröva utan styrelsens dag.

Rätt:
    bokslut_senast: 01-31            # i reglementet
    redovisat:
      - per: 2023-12-31
        lämnat: 2024-01-29

Fel:
        lämnat: 2024-02-12           # tolv dagar för sent
"""

import datetime as dt
from collections.abc import Iterator

from gns.kontroller.regel import Lagrum, Regel, Utfall, bruten, oprövbar, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.budgetar import Budgetår
from gns.modell.reglemente import ÅRSREDOVISNING


def _pröva(u: Underlag) -> Iterator[Utfall]:
    for id, b in u.budgetår():
        slut = dt.date(b.år, 12, 31)
        reglemente = u.bok.nämnd.reglemente(slut)
        dag = reglemente.bokslut_senast if reglemente else None
        sist = dt.date(b.år + 1, *(dag or ÅRSREDOVISNING))
        if u.idag > sist or any(r.lämnat for r in b.redovisat):
            yield _ett(id, b, slut, sist, styrelsens=dag is not None)


def _ett(id: str, b: Budgetår, slut: dt.date, sist: dt.date, *, styrelsens: bool) -> Utfall:
    i, r = next(((i, r) for i, r in enumerate(b.redovisat) if r.per == slut), (0, None))
    if r is None or r.lämnat is None:
        text = f"det är inte antecknat när redovisningen för {b.år} lämnades till styrelsen"
        return oprövbar("budget", id, ("redovisat",), text, "skriv lämnat vid resultatet per den 31 december")
    väg = ("redovisat", i, "lämnat")
    if r.lämnat > sist:
        vems = "som styrelsen har bestämt" if styrelsens else "då hela årsredovisningen skulle vara klar"
        text = f"redovisningen för {b.år} lämnades {r.lämnat}, {(r.lämnat - sist).days} dagar efter {sist} {vems}"
        return bruten("budget", id, väg, text, "rätta dagen om den är fel; annars går det bara att förklara")
    if not styrelsens:
        text = f"redovisningen för {b.år} lämnades {r.lämnat}, men styrelsens sista dag är inte inlagd"
        return oprövbar("budget", id, väg, text, "skriv bokslut_senast i reglementet i data/namnd.yaml")
    return uppfylld("budget", id, väg)


REGEL = Regel(
    id="KL-11-20-bokslut",
    nummer=(110,),
    fråga="Lämnas nämndens redovisning för året till styrelsen i tid?",
    nivå="fel",
    pröva=_pröva,
    stöd=(
        Lagrum("KL 11:20", "2017:725", dt.date(2018, 1, 1)),
        Lagrum("KL 11:18", "2017:725", dt.date(2018, 1, 1)),
    ),
)
