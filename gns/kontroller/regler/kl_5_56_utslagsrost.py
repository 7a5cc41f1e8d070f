"""Vid lika röstetal avgör ordförandens röst, i val och anställning lotten.

Det ska stå hur det avgjordes. Ordföranden måste då ha röstat: den som leder är skyldig att rösta när det behövs för att
ärendet ska kunna avgöras. En omröstning vars röster inte är antecknade går inte att pröva.

Rätt:
    röster:
      ja: Eva Ek            # ordföranden
      nej: Ulf Uv
      avstår: Ada Ask
    avgjord_genom: utslagsröst

Fel:
    röster:
      ja: Ada Ask
      nej: Ulf Uv
      avstår: Eva Ek        # ordföranden avstod
    avgjord_genom: utslagsröst
"""

import datetime as dt
from collections.abc import Iterator

from gns.kontroller.propositioner import omröstningar
from gns.kontroller.regel import Lagrum, Regel, Utfall, oprövbar, redan_sagt
from gns.kontroller.stallen import håller, sagda
from gns.kontroller.underlag import Underlag
from gns.sammantrade.uppspelning_rost import har_röster
from gns.sammantrade.uppspelning_rostrakning import räkna

ID = "KL-5-56-utslagsrost"
_LAG = Lagrum("KL 5:56", "2017:725", dt.date(2018, 1, 1))


def _pröva(u: Underlag) -> Iterator[Utfall]:
    yield from redan_sagt(u, ID)
    alla = sagda(u)
    for s, o in omröstningar(u):
        väg = (*s.väg, "omröstning")
        if not har_röster(o):
            text = "rösterna är inte antecknade, så det går inte att säga om de är lika"
            yield oprövbar("mote", s.id, väg, text, "skriv röster, eller antal i en sluten omröstning")
        elif räkna(o, None).lika and o.avgjord_genom and (s.id, väg) not in alla:
            yield håller(_LAG, s.möte, (*väg, "avgjord_genom"))


REGEL = Regel(
    id=ID,
    nummer=(38,),
    fråga="Avgjordes lika röstetal av ordförandens röst, i val och anställning av lotten?",
    nivå="fel",
    pröva=_pröva,
    stöd=(_LAG, Lagrum("KL 4:25", "2017:725", dt.date(2018, 1, 1))),
)
