"""Ett beslut kan överklagas i tre veckor, räknat från dagen då det sista av parternas anslag sattes upp.

Infaller den sista dagen på en lördag, söndag, helgdag, midsommarafton, julafton eller nyårsafton räcker nästa vardag.
Säger ett anslag vilken dag som är den sista ska det vara den. Är inte alla parters anslag antecknade går det inte att
pröva, för då kan tiden inte visas ha börjat; vilka som fattas säger KL-9-32-alla-anslag.

Rätt:
    anslag:
      - part: region
        uppsatt: 2021-01-04
        överklagas_senast: 2021-01-26
      - part: are
        uppsatt: 2021-01-05

Fel:
    anslag:
      - part: region
        uppsatt: 2021-01-04
        överklagas_senast: 2021-01-25   # räknat från det egna anslaget, inte från det sista
      - part: are
        uppsatt: 2021-01-05
"""

import datetime as dt
from collections.abc import Iterator

from gns.grund.frist import sista_överklagandedag
from gns.kontroller.anslagstid import Varv, varv
from gns.kontroller.regel import EJ_INLAGD, UPPFYLLD, Lagrum, Regel, Utfall, bruten, oprövbar
from gns.kontroller.underlag import Underlag

_RÅD = "rätta överklagas_senast, eller dagen då det sista anslaget sattes upp"


def _pröva(u: Underlag) -> Iterator[Utfall]:
    for dag, post in sorted(u.bok.anslag.items()):
        for v in varv(u.bok.nämnd, post):
            yield from _varvet(str(dag), v)


def _varvet(id: str, v: Varv) -> Iterator[Utfall]:
    senast, sist = sista_överklagandedag(v.uppsatta), max(v.uppsatta)
    if senast is None:
        yield oprövbar("anslag", id, ("anslag",), EJ_INLAGD)
        return
    if not v.hos_alla:
        text = f"{v.inledning}alla parters anslag är inte antecknade; räknat från {sist}, det sista som är det,"
        yield oprövbar("anslag", id, ("anslag",), f"{text} är sista dagen att överklaga {senast}")
        return
    fel = [(i, ett.överklagas_senast) for i, ett in v.egna if ett.överklagas_senast not in (None, senast)]
    for i, sagd in fel:
        text = f"anslaget säger att sista dagen att överklaga är {sagd}, men den är {senast}"
        fält = ("anslag", i, "överklagas_senast")
        yield bruten("anslag", id, fält, f"{text}, tre veckor efter det sista anslaget {sist}", _RÅD)
    if not fel:
        text = f"{v.inledning}sista dagen att överklaga är {senast}"
        yield Utfall(UPPFYLLD, "anslag", id, ("anslag", v.egna[0][0]), text)


REGEL = Regel(
    id="KL-13-5-overklagande",
    nummer=(52,),
    fråga="Har tiden för att överklaga börjat, och sägs rätt sista dag?",
    nivå="fel",
    pröva=_pröva,
    stöd=(Lagrum("KL 13:5", "2019:835", dt.date(2020, 1, 1)),),
)
