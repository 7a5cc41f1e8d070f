"""En omröstning är öppen, utom i val och anställning, där den är sluten.

I en öppen omröstning står var och ens röst med namn; i en sluten står bara antalen. Frågan om återremiss eller
bordläggning är alltid öppen. Röstas det öppet i en § som ser ut att vara ett val men inte säger sitt ``slag`` går det inte
att pröva.

Rätt:
    slag: val
    propositionsordning:
      - ställs:
          - bo
          - lo
        finner: bo
        omröstning:
          form: sluten
          ja_betyder: bo
          nej_betyder: lo
          antal:
            ja: 5
            nej: 3

Fel:
    slag: val
    propositionsordning:
      - ställs:
          - bo
          - lo
        finner: bo
        omröstning:              # öppen, med namn
          ja_betyder: bo
          nej_betyder: lo
          röster:
            ja:
              - Eva Ek
"""

import datetime as dt
from collections.abc import Iterator

from gns.kontroller.propositioner import Ställd, omröstningar
from gns.kontroller.regel import Lagrum, Regel, Utfall, oprövbar, redan_sagt
from gns.kontroller.stallen import håller
from gns.kontroller.underlag import Underlag
from gns.modell.former import AVGÖRS
from gns.modell.innebar import Utser
from gns.modell.omrostning import Omröstning
from gns.sammantrade.uppspelning_forslag import FORMALIA

ID = "KL-5-54-oppen"
_LAG = Lagrum("KL 5:54", "2017:725", dt.date(2018, 1, 1))


def _pröva(u: Underlag) -> Iterator[Utfall]:
    fel = list(redan_sagt(u, ID))
    yield from fel
    brutna = {(f.id, f.fält) for f in fel}
    for s, o in omröstningar(u):
        former = [(s.id, (*s.väg, "omröstning", fält)) for fält in ("form", "röster")]
        if brutna.isdisjoint([(s.id, s.väg[:-1]), *former]):  # det första är hela propositionsordningen
            yield _en(s, o)


def _en(s: Ställd, o: Omröstning) -> Utfall:
    if o.form == "sluten" or not _kan_vara_val(s):
        return håller(_LAG, s.möte, (*s.väg, "omröstning", "form"))
    text = f"det står inte om § {s.p.nr} är ett val, där omröstningen ska vara sluten"
    råd = "skriv slag: val om det är det, och form: sluten"
    return oprövbar("mote", s.id, (*s.väg, "omröstning"), text, råd)


def _kan_vara_val(s: Ställd) -> bool:
    """Om omröstningen gäller ett delbeslut som utser någon, utan att § säger sitt slag."""
    k, ställs = s.proposition.delbeslut, s.proposition.ställs
    utser = any(isinstance(v, Utser) and (k is None or v.delbeslut in (None, k)) for v in s.p.innebär)
    om_formalia = AVGÖRS in ställs or any(y.id in ställs and y.typ in FORMALIA for y in s.p.yrkanden)
    return s.p.slag is None and utser and not om_formalia


REGEL = Regel(
    id=ID,
    nummer=(35,),
    fråga="Är omröstningen öppen, och sluten i val och anställning?",
    nivå="fel",
    pröva=_pröva,
    stöd=(_LAG, Lagrum("KL 6:33", "2017:725", dt.date(2018, 1, 1))),
)
