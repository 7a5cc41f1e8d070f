"""Protokollet redovisar i vilken ordning ordföranden lade fram förslagen till beslut.

Ligger minst två förslag ska varje förslag som inte är återtaget ha ställts under proposition, också förslaget till
beslut: den som bara ställer sitt eget ändringsyrkande har inte låtit nämnden välja. Ett yrkande om avslag är ett sådant
förslag. Kraven på en nämnds protokoll följer av KL 6:35. Handlingarna skrivs ändå, för så gick det till.

Rätt:
    propositionsordning:
      - ställs:
          - förslaget
          - halva
        finner: halva

Fel:
    propositionsordning:
      - ställs: halva             # förslaget till beslut ställs aldrig
        finner: halva
"""

import datetime as dt
from collections.abc import Iterator

from gns.kontroller.regel import Lagrum, Regel, Utfall, oprövbar, redan_sagt, uppfylld
from gns.kontroller.stallen import paragrafer_med_fynd, äldre_lydelse
from gns.kontroller.underlag import Underlag
from gns.modell.mote import Möte
from gns.modell.paragraf import Paragraf
from gns.sammantrade.lage_jav import jävsfrågor
from gns.sammantrade.uppspelning_forslag import lägg_fram
from gns.sammantrade.uppspelning_utgang import OSPELBAR

ID = "KL-5-67-propositionsordning"
_LAG = Lagrum("KL 5:67", "2017:725", dt.date(2018, 1, 1))


def _pröva(u: Underlag) -> Iterator[Utfall]:
    sagt = [f._replace(nivå=None) for f in redan_sagt(u, ID)]
    yield from sagt
    brutna = paragrafer_med_fynd(sagt)
    for id, möte in u.möten():
        if gammal := äldre_lydelse(_LAG, id, möte):
            yield gammal
            continue
        for i, p in enumerate(möte.paragrafer):
            if (id, i) not in brutna and p.beslut and not p.utgår and _konkurrerar(möte, p):
                yield _en_paragraf(u, id, möte, i)


def _en_paragraf(u: Underlag, id: str, möte: Möte, i: int) -> Utfall:
    väg = ("paragrafer", i, "propositionsordning")
    if u.sammanträden[möte.datum].uppspelningar[i].utgång == OSPELBAR:
        text = "propositionerna går inte att följa, så det går inte att säga om alla förslag prövades"
        return oprövbar("mote", id, väg, text, "rätta först de andra felen i propositionsordningen")
    return uppfylld("mote", id, väg)


def _konkurrerar(möte: Möte, p: Paragraf) -> bool:
    """Om minst två förslag låg, eller någon ville avslå det som låg."""
    avslag = any(y.typ == "avslag" and not y.återtaget for y in p.yrkanden)
    return bool(p.yrkanden) and len(lägg_fram(p, jävsfrågor(möte, p.nr)).förslag) + avslag > 1


REGEL = Regel(
    id=ID,
    nummer=(19, 44),
    fråga="Ställdes varje förslag under proposition när det fanns flera?",
    nivå="fel",
    pröva=_pröva,
    stöd=(_LAG,),
)
