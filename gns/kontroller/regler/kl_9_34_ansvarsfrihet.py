"""Revisorerna hos varje part granskar nämnden varje år, och varje parts fullmäktige prövar frågan om ansvarsfrihet.

Det prövas för varje part och varje år som den var med, från 2018, när den 1 juli året efter har kommit: fullmäktige ska
besluta före juni månads utgång, och inte innan revisorerna har granskat. Är granskningen eller beslutet inte antecknat
går det inte att pröva. Regeln prövas bara när den står under ``valda_regler`` i reglementet.

Rätt:
    parter:
      - id: are
        revision:
          - år: 2020
            granskad: 2021-04-12
            ansvarsfrihet: 2021-06-21

Fel:
          - år: 2020
            granskad: 2021-06-28
            ansvarsfrihet: 2021-06-21
"""

import datetime as dt
from collections.abc import Iterator

from gns.kontroller.anslagstid import KOMMUNALLAGEN
from gns.kontroller.regel import Lagrum, Regel, Utfall, bruten, oprövbar, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.namnd import Part, Revision
from gns.sammantrade.narvaroprov_text import uppräknat


def _pröva(u: Underlag) -> Iterator[Utfall]:
    for i, part in enumerate(u.bok.nämnd.parter):
        år = _år(part, u.idag)
        if part.från is None:
            text = f"det står inte när {part.namn} kom med i nämnden"
            yield oprövbar("namnd", "namnd", ("parter", i), text, "skriv från")
        antecknade = {r.år for r in part.revision}
        if saknas := [str(ett) for ett in år if ett not in antecknade and part.från]:
            text = f"{part.namn}: granskning och ansvarsfrihet är inte antecknade för {uppräknat(saknas)}"
            yield oprövbar("namnd", "namnd", ("parter", i), text, "skriv dem under revision")
        for j, r in enumerate(part.revision):
            if r.år in år:
                yield _ett(part, ("parter", i, "revision", j), r)


def _år(part: Part, idag: dt.date) -> range:
    """De år som parten var med och som ska vara prövade nu; ett okänt första år räknas från 2018."""
    första = max(part.från or KOMMUNALLAGEN, KOMMUNALLAGEN).year
    sista = idag.year - 1 if (idag.month, idag.day) >= (7, 1) else idag.year - 2
    return range(första, min(sista, part.till.year if part.till else sista) + 1)


def _ett(part: Part, väg: tuple[str | int, ...], r: Revision) -> Utfall:
    vem = f"{part.namn} {r.år}"
    if r.granskad is None or r.ansvarsfrihet is None:
        fattas = [ord for ord, dag in (("granskningen", r.granskad), ("ansvarsfriheten", r.ansvarsfrihet)) if not dag]
        text = f"{vem}: {uppräknat(fattas)} är inte {'antecknade' if len(fattas) > 1 else 'antecknad'}"
        return oprövbar("namnd", "namnd", väg, text)
    väg = (*väg, "ansvarsfrihet")
    if r.ansvarsfrihet < r.granskad:
        text = f"{vem}: fullmäktige beslutade om ansvarsfrihet {r.ansvarsfrihet}, före granskningen {r.granskad}"
        return bruten("namnd", "namnd", väg, text, "rätta dagarna; annars går det bara att förklara med gns svara")
    sist = dt.date(r.år + 1, 6, 30)
    if r.ansvarsfrihet > sist:
        text = f"{vem}: fullmäktige beslutade om ansvarsfrihet {r.ansvarsfrihet}, efter {sist} som var den sista dagen"
        return bruten("namnd", "namnd", väg, text, "rätta dagen; annars går det bara att förklara med gns svara")
    return uppfylld("namnd", "namnd", väg)


REGEL = Regel(
    id="KL-9-34-ansvarsfrihet",
    nummer=(63,),
    fråga="Har nämnden granskats, och ansvarsfriheten prövats, hos varje part varje år?",
    nivå="fel",
    pröva=_pröva,
    stöd=(
        Lagrum("KL 9:34", "2019:835", dt.date(2020, 1, 1)),
        Lagrum("KL 9:35", "2019:835", dt.date(2020, 1, 1)),
        Lagrum("KL 5:24", "2017:725", dt.date(2018, 1, 1)),
    ),
    valfri=True,
)
