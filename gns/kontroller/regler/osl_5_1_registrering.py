"""En handling som kommer in till nämnden eller upprättas där registreras så snart det går, med vad den är och varifrån.

Lagen säger inget antal dagar. Här räknas tre vardagar efter handlingens dag (``datum`` till ``registrerad``) som det
längsta dröjsmålet. Registret ska också säga avsändare eller mottagare. Fattas dagarna eller båda namnen går det inte att
pröva; det sägs en gång för varje ärende. En handling får i stället hållas ordnad utan att registreras när den inte har
några hemliga uppgifter, så regeln är en varning. Lagens ord är inte kontrollerade mot källan.

Rätt:
    handlingar:
      - titel: Avtal om drift
        datum: 2024-01-15
        från: Driftbolaget
        registrerad: 2024-01-16

Fel:
    handlingar:
      - titel: Avtal om drift
        datum: 2024-01-15
        från: Driftbolaget
        registrerad: 2024-02-20
"""

import datetime as dt
from collections.abc import Iterator

from gns.grund.helgdag import nästa_vardag
from gns.kontroller.regel import Lagrum, Regel, Utfall, bruten, oprövbar, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.arende import Handling

VARDAGAR = 3
_RÅD = "rätta dagen om den är fel; annars kan det bara förklaras med gns svara"


def _pröva(u: Underlag) -> Iterator[Utfall]:
    for id, _, ärende in u.ärenden():
        saknas: dict[str, int] = {}
        for k, h in enumerate(ärende.handlingar):
            if h.datum and h.registrerad:
                yield from _dröjsmålet(id, k, h, h.datum, h.registrerad)
            for vad in _saknas(h):
                saknas[vad] = saknas.get(vad, 0) + 1
        if saknas:
            vilka = ", ".join(f"{vad} ({antal} av {len(ärende.handlingar)})" for vad, antal in saknas.items())
            text = f"handlingarna saknar {vilka}"
            yield oprövbar("arende", id, ("handlingar",), text, "fyll i det som diariet säger")


def _saknas(h: Handling) -> Iterator[str]:
    if h.datum is None:
        yield "datum"
    if h.registrerad is None:
        yield "registrerad"
    if not h.från and not h.till:
        yield "från eller till"


def _dröjsmålet(id: str, k: int, h: Handling, datum: dt.date, registrerad: dt.date) -> Iterator[Utfall]:
    fält = ("handlingar", k, "registrerad")
    senast = sista_registreringsdag(datum)
    if registrerad > senast:
        text = f"handlingen ”{h.titel}” från {datum} registrerades {registrerad}, efter {senast} (tre vardagar)"
        yield bruten("arende", id, fält, text, _RÅD)
    elif h.från or h.till:
        yield uppfylld("arende", id, fält)


def sista_registreringsdag(datum: dt.date) -> dt.date:
    """Den tredje vardagen efter handlingens dag."""
    for _ in range(VARDAGAR):
        datum = nästa_vardag(datum + dt.timedelta(days=1))
    return datum


REGEL = Regel(
    id="OSL-5-1-registrering",
    nummer=(78,),
    fråga="Är handlingarna registrerade utan dröjsmål, med datum och avsändare eller mottagare?",
    nivå="varning",
    pröva=_pröva,
    stöd=(
        Lagrum("OSL 5:1", "2009:400", dt.date(2009, 6, 30)),
        Lagrum("OSL 5:2", "2009:400", dt.date(2009, 6, 30)),
    ),
)
