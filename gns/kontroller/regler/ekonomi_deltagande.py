"""Bara de som deltar i ett initiativ betalar för det, och de är minst två hela tiden.

Nämndens uppdrag kommer från två eller flera parter. Faller alla utom en bort ska initiativet avvecklas: ett som i någon månad
har en enda deltagare är brutet.

Rätt:
    parter:
      - part: are
      - part: berg

Fel:
    parter:
      - part: are
      - part: berg
        till: 2021-08-31           # från september är Åre ensam
"""

import datetime as dt
from collections.abc import Iterator

from gns.grund.datum import MÅNADER
from gns.kontroller.regel import Regel, Utfall, bruten, redan_sagt, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.bok import Bok
from gns.modell.initiativ import DELTAGANDE, MINST, Externt, Gemensamt


def _pröva(u: Underlag) -> Iterator[Utfall]:
    sagda = list(redan_sagt(u, DELTAGANDE))
    yield from sagda
    brutna = {(f.id, f.fält[:2]) for f in sagda}
    for id, b in u.budgetår():
        for i, ett in enumerate(b.initiativ):
            if (id, ("initiativ", i)) in brutna:
                continue
            ensam = None if ett.typ == "köp-sälj" else _ensam_månad(u.bok, b.år, ett)
            if ensam:
                text = f"{ett.namn} har en enda deltagare i {MÅNADER[ensam - 1]} {b.år}"
                råd = "avveckla initiativet när alla utom en har gått ur, eller rätta tiderna"
                yield bruten("budget", id, ("initiativ", i, "parter"), text, råd)
            else:
                yield uppfylld("budget", id, ("initiativ", i))


def _ensam_månad(bok: Bok, år: int, ett: Gemensamt | Externt) -> int | None:
    """Den första månaden som har precis en deltagare, eller None."""
    parter = {p.id: p for p in bok.nämnd.parter}
    for månad in range(1, 13):
        dag = dt.date(år, månad, 1)
        med = sum(d.gäller(dag) and d.part in parter and parter[d.part].gäller(dag) for d in ett.parter)
        if 0 < med < MINST:
            return månad
    return None


REGEL = Regel(
    id=DELTAGANDE,
    nummer=(95,),
    fråga="Är de som deltar i varje initiativ minst två, hela tiden?",
    nivå="fel",
    pröva=_pröva,
    praxis="uppdrag lämnas av två eller flera parter",
)
