"""Bara den som tjänstgör får yrka, begära omröstning och rösta; en ersättare har då samma rätt som en ledamot.

Det prövas i varje § och delbeslut mot vilka som tjänstgjorde just där. Den som gick under överläggningen kan ha hunnit
yrka. Reservationer, anteckningar och den som är jävig har egna regler.

Rätt:
    närvaro:
      - namn: Bo By
        som: ersättare
        ersätter: Ada Ask
    paragrafer:
      - nr: 3
        yrkanden:
          - av: Bo By
            typ: avslag

Fel:
    närvaro:
      - namn: Bo By
        som: ersättare              # tjänstgör inte
    paragrafer:
      - nr: 3
        yrkanden:
          - av: Bo By
            typ: avslag
"""

import datetime as dt
from collections.abc import Iterator

from gns.kontroller.regel import EJ_INLAGD, Lagrum, Regel, Utfall, oprövbar, redan_sagt, uppfylld
from gns.kontroller.stallen import paragrafer_med_fynd
from gns.kontroller.underlag import Underlag
from gns.modell.mote import Möte
from gns.modell.paragraf import Paragraf

ID = "KL-4-22-tjanstgorande"
_STÖD = Lagrum("KL 4:22", "2017:725", dt.date(2018, 1, 1))


def _pröva(u: Underlag) -> Iterator[Utfall]:
    sagda = list(redan_sagt(u, ID))
    yield from sagda
    brutna = paragrafer_med_fynd(sagda)
    for id, möte in u.möten():
        for i, p in enumerate(möte.paragrafer):
            if (id, i) not in brutna and (namn := _handlande(p)):
                yield from _paragrafen(möte, i, namn)


def _paragrafen(möte: Möte, i: int, namn: set[str]) -> Iterator[Utfall]:
    id, väg = str(möte.datum), ("paragrafer", i)
    if not _STÖD.gäller(möte.datum):
        yield oprövbar("mote", id, väg, EJ_INLAGD)
    elif not möte.närvaro:
        yield oprövbar("mote", id, väg, "närvaron saknas, så det går inte att säga vilka som tjänstgjorde")
    elif namn <= {n.namn for n in möte.närvaro}:
        yield uppfylld("mote", id, väg)


def _handlande(p: Paragraf) -> set[str]:
    """De som yrkar, begär omröstning eller röstar i paragrafen."""
    ut = {n for y in p.yrkanden for n in y.av}
    for proposition in p.propositionsordning:
        if o := proposition.omröstning:
            ut.update(o.begärd_av)
            ut.update(n for _, röster in o.röster or () for n in röster)
    return ut


REGEL = Regel(
    id=ID,
    nummer=(6,),
    fråga="Tjänstgjorde alla som yrkade, begärde omröstning och röstade?",
    nivå="fel",
    pröva=_pröva,
    stöd=(_STÖD,),
)
