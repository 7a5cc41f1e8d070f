"""Protokollet redovisar vilka som deltog i varje beslut, och hur var och en röstade när omröstningen var öppen.

Vilka som deltog räknar gns ut för varje delbeslut: de som tjänstgör då, utom de jäviga och de som står som deltar ej.
Någon måste vara kvar. Kraven på en nämnds protokoll följer av KL 6:35.

Rätt:
    omröstning:
      ja_betyder: förslaget
      nej_betyder: hogre
      röster:
        ja:
          - Eva Ek
          - Ada Ask
        nej: Ulf Uv

Fel:
    omröstning:
      ja_betyder: förslaget
      nej_betyder: hogre
      antal:
        ja: 2                     # i en öppen omröstning ska namnen stå
        nej: 1
"""

import datetime as dt
from collections.abc import Iterator

from gns.kontroller.regel import Lagrum, Regel, Utfall, oprövbar, redan_sagt, uppfylld
from gns.kontroller.stallen import paragrafer_med_fynd, äldre_lydelse
from gns.kontroller.underlag import Underlag
from gns.modell.mote import Möte
from gns.sammantrade.lage_jav import friade_utan_beslut
from gns.sammantrade.lage_punkter import per_paragraf
from gns.sammantrade.narvaroprov_text import uppräknat

ID = "KL-5-67-deltagare"
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
        elif not möte.närvaro:
            text = "närvaron saknas, så det går inte att säga vilka som deltog i besluten"
            yield oprövbar("mote", id, (), text, "skriv uppropet under närvaro")
        else:
            yield from _ett_möte(u, id, möte, brutna)


def _ett_möte(u: Underlag, id: str, möte: Möte, brutna: set[tuple[str, int]]) -> Iterator[Utfall]:
    for i, p, här in per_paragraf(möte, u.sammanträden[möte.datum].lägen):
        väg = ("paragrafer", i, "beslut")
        if not p.beslut or (id, i) in brutna:
            continue
        if osäkra := sorted(friade_utan_beslut(möte, p)):
            text = f"det syns inte om {uppräknat(osäkra)} deltog: jävsfrågan har inget eget beslut"
            yield oprövbar("mote", id, väg, text, "skriv jävsfrågan som det första av två delbeslut")
        elif all(läge.tjänstgör for läge in här):
            yield uppfylld("mote", id, väg)


REGEL = Regel(
    id=ID,
    nummer=(21,),
    fråga="Framgår det vilka som deltog i varje beslut, och hur de röstade?",
    nivå="fel",
    pröva=_pröva,
    stöd=(_LAG,),
)
