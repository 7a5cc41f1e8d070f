"""En gemensam nämnds uppgifter står i en överenskommelse, och reglementet antas av fullmäktige hos varje part.

Partens fullmäktige ska ha beslutat om båda senast den dag då parten kom med i nämnden; den som kom med före 2018, när
den nuvarande kommunallagen började gälla, senast då. Skriv besluten som gällde när parten kom med, inte senare
ändringar. Saknas ett beslut, eller dagen då parten kom med, går det inte att pröva.

Rätt:
    parter:
      - id: ragunda
        från: 2018-10-01
        överenskommelse: 2018-09-20 § 54
        reglemente: 2018-09-20 § 55

Fel:
    parter:
      - id: ragunda
        från: 2018-04-01          # fullmäktige beslutade först i september
        överenskommelse: 2018-09-20 § 54
"""

import datetime as dt
from collections.abc import Iterator

from gns.grund.datafel import Fältväg
from gns.kontroller.anslagstid import KOMMUNALLAGEN
from gns.kontroller.regel import EJ_INLAGD, Lagrum, Regel, Utfall, bruten, oprövbar, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.namnd import Part
from gns.sammantrade.narvaroprov_text import uppräknat

_RÅD = "rätta från eller beslutet; annars var parten med utan stöd, och det går bara att förklara med gns svara"

_BESTÄMD = {"överenskommelse": "överenskommelsen", "reglemente": "reglementet"}


def _pröva(u: Underlag) -> Iterator[Utfall]:
    for i, part in enumerate(u.bok.nämnd.parter):
        väg = ("parter", i)
        beslut = {"överenskommelse": part.överenskommelse, "reglemente": part.reglemente}
        if saknas := [_BESTÄMD[fält] for fält, ref in beslut.items() if not ref]:
            text = f"det står inte när fullmäktige i {part.namn} antog {uppräknat(saknas)}"
            yield oprövbar("namnd", "namnd", väg, text, "skriv besluten, till exempel 2018-03-20 § 41")
        if part.från is None:
            yield oprövbar("namnd", "namnd", väg, f"det står inte när {part.namn} kom med i nämnden", "skriv från")
            continue
        for fält, ref in beslut.items():
            if ref:
                yield _ett(part, part.från, (*väg, fält), dt.date.fromisoformat(ref[:10]))


def _ett(part: Part, från: dt.date, väg: Fältväg, antaget: dt.date) -> Utfall:
    if antaget <= från:
        return uppfylld("namnd", "namnd", väg)
    if antaget <= KOMMUNALLAGEN or (part.till and part.till < KOMMUNALLAGEN):
        return oprövbar("namnd", "namnd", väg, EJ_INLAGD)
    text = (
        f"fullmäktige i {part.namn} antog {_BESTÄMD[str(väg[-1])]} {antaget}, men parten var med i nämnden redan {från}"
    )
    return bruten("namnd", "namnd", väg, text, _RÅD)


REGEL = Regel(
    id="KL-9-22-overenskommelse",
    nummer=(60,),
    fråga="Har varje parts fullmäktige antagit överenskommelsen och reglementet innan parten kom med?",
    nivå="fel",
    pröva=_pröva,
    stöd=(Lagrum("KL 9:22", "2019:835", dt.date(2020, 1, 1)), Lagrum("KL 9:33", "2019:835", dt.date(2020, 1, 1))),
)
