"""Bara den som tjänstgör får yrka, begära omröstning, rösta och reservera sig; en ersättare har då samma rätt som en
ledamot.

Det prövas i varje § och delbeslut mot vilka som tjänstgjorde just där. Den som gick under överläggningen kan ha hunnit
yrka. En ersättare som inte tjänstgör får något antecknat bara när fullmäktige har bestämt det (``ersättares_rätt`` i
reglementet). Den som är jävig prövas för sig.

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
from collections.abc import Iterator, Sequence

from gns.kontroller.regel import Lagrum, Regel, Utfall, oprövbar, redan_sagt, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.mote import Möte
from gns.modell.namnd import Nämnd
from gns.modell.paragraf import Paragraf
from gns.sammantrade.lage import Läge
from gns.sammantrade.lage_punkter import per_paragraf

ID = "KL-4-22-tjanstgorande"
_STÖD = Lagrum("KL 4:22", "2017:725", dt.date(2018, 1, 1))


def _pröva(u: Underlag) -> Iterator[Utfall]:
    sagda = list(redan_sagt(u, ID))
    yield from sagda
    brutna = {(f.id, f.fält[:2]) for f in sagda}
    for id, möte in u.möten():
        for i, p, här in per_paragraf(möte, u.sammanträden[möte.datum].lägen):
            if (id, ("paragrafer", i)) not in brutna and (namn := _handlande(p)):
                yield from _paragrafen(u.bok.nämnd, möte, i, här, namn)


def _paragrafen(nämnd: Nämnd, möte: Möte, i: int, här: Sequence[Läge], namn: set[str]) -> Iterator[Utfall]:
    id, väg = str(möte.datum), ("paragrafer", i)
    if not _STÖD.gäller(möte.datum):
        yield oprövbar("mote", id, väg, "lagens lydelse den dagen är inte inlagd")
    elif not möte.närvaro:
        yield oprövbar("mote", id, väg, "närvaron saknas, så det går inte att säga vilka som tjänstgjorde")
    elif antecknar := _okänd_rätt(nämnd, möte, möte.paragrafer[i], här):
        text = f"reglementet säger inte om {antecknar}, som är ersättare och inte tjänstgör, får något antecknat"
        yield oprövbar("mote", id, (*väg, "anteckningar"), text, "skriv ersättares_rätt i reglementet")
    elif namn <= {n.namn for n in möte.närvaro}:
        yield uppfylld("mote", id, väg)


def _handlande(p: Paragraf) -> set[str]:
    """De som yrkar, begär omröstning, röstar, reserverar sig eller får något antecknat i paragrafen."""
    ut = {n for y in p.yrkanden for n in y.av} | {n for r in p.reservationer for n in r.av}
    ut.update(n for a in p.anteckningar for n in a.av)
    for proposition in p.propositionsordning:
        if o := proposition.omröstning:
            ut.update(o.begärd_av)
            ut.update(n for _, röster in o.röster or () for n in röster)
    return ut


def _okänd_rätt(nämnd: Nämnd, möte: Möte, p: Paragraf, här: Sequence[Läge]) -> str | None:
    """En ersättare som inte tjänstgör men får något antecknat, när reglementet inte säger om det är tillåtet."""
    reglemente = nämnd.reglemente(möte.datum)
    if not p.anteckningar or (reglemente and reglemente.ersättares_rätt is not None):
        return None
    i_tjänst = {n for läge in här for n in läge.namn}
    utan = {n.namn for n in möte.närvaro if n.som == "ersättare"} - i_tjänst
    return next((n for a in p.anteckningar for n in a.av if n in utan), None)


REGEL = Regel(
    id=ID,
    nummer=(6,),
    fråga="Tjänstgjorde alla som yrkade, röstade, reserverade sig eller fick något antecknat?",
    nivå="fel",
    pröva=_pröva,
    stöd=(_STÖD,),
)
