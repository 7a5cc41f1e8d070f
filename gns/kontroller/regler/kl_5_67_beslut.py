"""Varje § har ett beslut, och beslutet är det förslag som vann eller nämner det.

En § utan beslut är information, utgår, eller står kvar på listan. Beslutets ord jämförs med förslaget och yrkandenas
lydelse. Har ett ändringsyrkande som vann ingen ``lydelse`` går beslutets ord inte att jämföra; då prövas bara beloppen,
och svaret är att det inte går att pröva. Kraven på en nämnds protokoll följer av KL 6:35.

Rätt:
    yrkanden:
      - id: hogre
        av: Ulf Uv
        typ: ändring
        lydelse: Avtalet förlängs med två år.
    beslut:
      - Avtalet förlängs med två år.

Fel:
    beslut:
      - Avtalet förlängs med tre år.
"""

import datetime as dt
from collections.abc import Iterator

from gns.kontroller.regel import Lagrum, Regel, Utfall, oprövbar, redan_sagt, uppfylld
from gns.kontroller.stallen import paragrafer_med_fynd, äldre_lydelse
from gns.kontroller.underlag import Underlag
from gns.modell.mote import Möte
from gns.modell.paragraf import Paragraf

ID = "KL-5-67-beslut"
_LAG = Lagrum("KL 5:67", "2017:725", dt.date(2018, 1, 1))


def _pröva(u: Underlag) -> Iterator[Utfall]:
    sagt = list(redan_sagt(u, ID))
    yield from sagt
    brutna = paragrafer_med_fynd(sagt)
    for id, möte in u.möten():
        if not möte.är_hållet:
            continue
        if gammal := äldre_lydelse(_LAG, id, möte):
            yield gammal
            continue
        for i, p in enumerate(möte.paragrafer):
            if (id, i) not in brutna:
                yield from _en_paragraf(u, id, möte, i, p)


def _en_paragraf(u: Underlag, id: str, möte: Möte, i: int, p: Paragraf) -> Iterator[Utfall]:
    if p.är_planerad:
        text = f"§ {p.nr} har inget beslut ännu"
        yield oprövbar("mote", id, ("paragrafer", i), text, "skriv beslutet, slag: information, eller utgår")
        return
    spelad = u.sammanträden[möte.datum].uppspelningar[i]
    for k, (varför, råd) in spelad.ojämförbara.items():
        yield oprövbar("mote", id, ("paragrafer", i, "beslut", k - 1), varför, råd)
    if not spelad.ojämförbara:
        yield uppfylld("mote", id, ("paragrafer", i))


REGEL = Regel(
    id=ID,
    nummer=(20,),
    fråga="Har varje § ett beslut, och är det det som vann?",
    nivå="fel",
    pröva=_pröva,
    stöd=(_LAG,),
)
