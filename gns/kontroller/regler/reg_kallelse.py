"""Kallelsen ska ha sänts så många dagar före mötet som reglementet säger.

Lagen säger ingen tid för nämnder (den i KL 5:15 gäller fullmäktige), så fristen är ``kallelsefrist`` i reglementet. En
kallelse den 22 maj till ett möte den 29 maj är sju dagar. Ett extra möte får ofta kallas med kortare varsel; är tiden
för kort där är det bara en upplysning. Utan dagen eller fristen går det inte att pröva.

Rätt:
    kallelsefrist: 7              # i reglementet
    kallelse_sänd: 2020-05-22     # mötet 2020-05-29

Fel:
    kallelsefrist: 7
    kallelse_sänd: 2020-05-23
"""

import datetime as dt
from collections.abc import Iterator

from gns.kontroller.regel import Regel, Regelnivå, Utfall, bruten, oprövbar, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.mote import Möte

_RÅD = "rätta dagen om den är fel; annars kallades mötet för sent, och det går bara att förklara med gns svara"


def _pröva(u: Underlag) -> Iterator[Utfall]:
    for id, möte in u.möten():
        reglemente = u.bok.nämnd.reglemente(möte.datum)
        frist = reglemente.kallelsefrist if reglemente else None
        yield from _ett(id, möte, frist, u.idag)


def _ett(id: str, möte: Möte, frist: int | None, idag: dt.date) -> Iterator[Utfall]:
    if frist is None:
        text = "reglementet säger inte hur lång tid före mötet kallelsen ska sändas"
        yield oprövbar("mote", id, (), text, "skriv kallelsefrist i reglementet i data/namnd.yaml")
    elif möte.kallelse_sänd is None:
        if (möte.datum - idag).days < frist:
            text = f"det står inte när kallelsen sändes; {_dagar(frist)} före mötet var det senaste"
            yield oprövbar("mote", id, (), text, "skriv kallelse_sänd i mötet")
    else:
        yield _sänd(id, möte, möte.kallelse_sänd, frist)


def _sänd(id: str, möte: Möte, sänd: dt.date, frist: int) -> Utfall:
    före = (möte.datum - sänd).days
    if före >= frist:
        return uppfylld("mote", id, ("kallelse_sänd",))
    när = f"{_dagar(före)} före mötet" if före > 0 else "samma dag som mötet" if före == 0 else "efter mötet"
    text = f"kallelsen sändes {sänd}, {när}, men reglementet säger minst {_dagar(frist)}"
    nivå: Regelnivå | None = "upplysning" if möte.slag == "extra" and före >= 0 else None
    return bruten("mote", id, ("kallelse_sänd",), text, _RÅD, nivå)


def _dagar(antal: int) -> str:
    return "1 dag" if antal == 1 else f"{antal} dagar"


REGEL = Regel(
    id="REG-kallelse",
    nummer=(9,),
    fråga="Sändes kallelsen så långt före mötet som reglementet säger?",
    nivå="varning",
    pröva=_pröva,
    praxis="reglementet",
)
