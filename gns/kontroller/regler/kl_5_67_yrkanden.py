"""Protokollet redovisar de förslag och yrkanden som lades och inte togs tillbaka, med dem som lade dem.

Det märks när något bygger på ett yrkande som inte står där: en proposition, en reservation till förmån för det egna
yrkandet, eller ett beslut som är ett annat än förslaget fast ingen har yrkat det. En § med beslut men utan vare sig
förslag eller yrkande går inte att pröva. Kraven på en nämnds protokoll följer av KL 6:35.

Rätt:
    yrkanden:
      - av: Ulf Uv
        typ: ändring
        lydelse: Nämnden förlänger avtalet med två år.
    reservationer:
      - av: Ulf Uv
        till_förmån_för: det egna yrkandet

Fel:
    reservationer:                # och inget yrkande av Ulf Uv
      - av: Ulf Uv
        till_förmån_för: det egna yrkandet
"""

import datetime as dt
import re
from collections.abc import Iterator

from gns.kontroller.regel import Lagrum, Regel, Utfall, bruten, oprövbar, redan_sagt, uppfylld
from gns.kontroller.stallen import paragrafer_med_fynd, äldre_lydelse
from gns.kontroller.underlag import Underlag
from gns.modell.mote import Möte
from gns.modell.omrostning import Reservation
from gns.modell.paragraf import Paragraf
from gns.sammantrade.lage_jav import jävsfrågor
from gns.sammantrade.narvaroprov_text import uppräknat

ID = "KL-5-67-yrkanden"
_LAG = Lagrum("KL 5:67", "2017:725", dt.date(2018, 1, 1))
_RÅD = "skriv yrkandet med den som lade det, eller rätta"
_GRUPPENS = re.compile(r"grupp|parti")
_EGET = re.compile(r"\b(?:egna?|eget|sin|sitt|sina)\b")
_NÄMNER = re.compile(r"\b(?:enligt|i enlighet med) (?:[^ ]+ ){0,4}[^ ]*yrkande")
_KORT = 80  # tecken: ett beslut som bara nämner det som vann


def _pröva(u: Underlag) -> Iterator[Utfall]:
    sagt = list(redan_sagt(u, ID))
    yield from sagt
    brutna = paragrafer_med_fynd(sagt)
    for id, möte in u.möten():
        if gammal := äldre_lydelse(_LAG, id, möte):
            yield gammal
            continue
        for i, p in enumerate(möte.paragrafer):
            if (id, i) not in brutna:
                yield from _en_paragraf(id, möte, i, p)


def _en_paragraf(id: str, möte: Möte, i: int, p: Paragraf) -> Iterator[Utfall]:
    fynd = [*_reservationer(id, möte, i, p), *_beslut(id, i, p)]
    yield from fynd
    if fynd or not p.beslut or p.slag == "information" or len(jävsfrågor(möte, p.nr)) >= len(p.beslut):
        return
    if p.förslag_till_beslut or p.yrkanden:
        yield uppfylld("mote", id, ("paragrafer", i))
    else:
        text, råd = "det står varken förslag till beslut eller yrkande", "skriv förslaget under förslag_till_beslut"
        yield oprövbar("mote", id, ("paragrafer", i, "beslut"), text, råd)


def _reservationer(id: str, möte: Möte, i: int, p: Paragraf) -> Iterator[Utfall]:
    partier = {n.namn: n.parti for n in möte.närvaro}
    for j, r in enumerate(p.reservationer):
        if _bygger_på_annat(r, p, partier):
            text = f"{uppräknat(r.av)} reserverar sig till förmån för ett yrkande som inte är antecknat i § {p.nr}"
            yield bruten("mote", id, ("paragrafer", i, "reservationer", j), text, f"{_RÅD} reservationen")


def _bygger_på_annat(r: Reservation, p: Paragraf, partier: dict[str, str | None]) -> bool:
    """Om reservationen nämner ett yrkande när § inte har något, eller ett eget när varken de eller deras parti har det."""
    ord = (r.till_förmån_för or "").casefold()
    yrkat = {namn for y in p.yrkanden for namn in y.av}
    if "yrkande" not in ord or "§" in ord:  # yrkandet kan stå i en annan §
        return False
    if not yrkat:
        return True
    samma_parti = {partier.get(n) for n in r.av} & {partier.get(n) for n in yrkat} - {None}
    return bool(_EGET.search(ord)) and not _GRUPPENS.search(ord) and not (set(r.av) & yrkat or samma_parti)


def _beslut(id: str, i: int, p: Paragraf) -> Iterator[Utfall]:
    """Beslut som nämner ett yrkande, i en § som varken har förslag eller yrkande."""
    for k, beslut in enumerate(p.beslut if not p.yrkanden else ()):
        if len(beslut.ord) <= _KORT and _NÄMNER.search(beslut.ord.casefold()):
            text = f"beslut {k + 1} nämner ett yrkande som inte är antecknat i § {p.nr}"
            yield bruten("mote", id, ("paragrafer", i, "beslut", k), text, f"{_RÅD} beslutet")


REGEL = Regel(
    id=ID,
    nummer=(18,),
    fråga="Är de förslag och yrkanden som lades redovisade, med dem som lade dem?",
    nivå="fel",
    pröva=_pröva,
    stöd=(_LAG,),
)
