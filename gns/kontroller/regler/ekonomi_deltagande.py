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

from collections.abc import Iterator

from gns.grund.datum import MÅNADER
from gns.kontroller.regel import Regel, Utfall, bruten, redan_sagt, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.bok import Bok
from gns.modell.initiativ import DELTAGANDE, MINST, Externt, Gemensamt
from gns.modell.manader import månader_med


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
    deltar = [månader_med(år, d, parter[d.part]) for d in ett.parter if d.part in parter]
    return next((m for m in range(1, 13) if 0 < sum(m in egna for egna in deltar) < MINST), None)


REGEL = Regel(
    id=DELTAGANDE,
    nummer=(95,),
    fråga="Är de som deltar i varje initiativ minst två, hela tiden?",
    nivå="fel",
    pröva=_pröva,
    praxis="uppdrag lämnas av två eller flera parter",
)
