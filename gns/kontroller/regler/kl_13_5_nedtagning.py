"""Ett anslag ska sitta uppe hela överklagandetiden; tas det ned för tidigt går tiden aldrig ut.

Tiden räknas från det sista av parternas anslag om samma §§, så också det som sattes upp först ska sitta kvar till dagen
efter den sista dagen att överklaga. Ett anslag som inte är antecknat som nedtaget går inte att pröva när den dagen har
kommit; dessförinnan finns inget att pröva. Inte heller när någon parts anslag saknas, om det inte ändå är för tidigt.
Har parten satt upp ett nytt anslag om samma §§ prövas bara det.

Rätt:
    uppsatt: 2021-01-04
    nedtaget: 2021-01-26          # sista dagen att överklaga är 2021-01-25

Fel:
    uppsatt: 2021-01-04
    nedtaget: 2021-01-25
"""

import datetime as dt
from collections.abc import Iterator

from gns.grund.frist import första_nedtagningsdag
from gns.kontroller.anslagstid import Varv, dagar, varv
from gns.kontroller.regel import EJ_INLAGD, Lagrum, Regel, Utfall, bruten, oprövbar, redan_sagt, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.anslag import Tillkännagivande

ID = "KL-13-5-nedtagning"
_RÅD = "rätta nedtaget om dagen är fel; annars har överklagandetiden inte gått ut: sätt upp ett nytt anslag"


def _pröva(u: Underlag) -> Iterator[Utfall]:
    yield from redan_sagt(u, ID)
    for dag, post in sorted(u.bok.anslag.items()):
        for v in varv(u.bok.nämnd, post):
            första = första_nedtagningsdag(ett.uppsatt for _, ett in v.egna)
            sist = {ett.part: ett.uppsatt for ett in sorted((e for _, e in v.egna), key=lambda e: e.uppsatt)}
            for i, ett in v.egna:
                ersatt = ett.part and ett.uppsatt < sist[ett.part]
                if not ersatt and (utfall := _ett(u, str(dag), (i, ett), v, första)):
                    yield utfall


def _ett(
    u: Underlag, id: str, numrerat: tuple[int, Tillkännagivande], v: Varv, första: dt.date | None
) -> Utfall | None:
    i, ett = numrerat
    fält = ("anslag", i, "nedtaget")
    if ett.nedtaget and ett.nedtaget < ett.uppsatt:
        return None  # redan sagt
    if första is None:
        return oprövbar("anslag", id, ("anslag", i), EJ_INLAGD)
    if ett.nedtaget is None:
        text = f"det står inte när anslaget togs ned; det fick tas ned tidigast {första}"
        return oprövbar("anslag", id, ("anslag", i), text) if u.idag >= första else None
    if ett.nedtaget < första:
        tidigt, sista = dagar((första - ett.nedtaget).days), första - dt.timedelta(days=1)
        text = f"anslaget togs ned {ett.nedtaget}, {tidigt} före {första} då det tidigast fick tas ned"
        return bruten("anslag", id, fält, f"{text}: sista dagen att överklaga var {sista}", _RÅD)
    if not v.hos_alla or len(v.räknade) > len(v.egna):
        return oprövbar("anslag", id, fält, "tiden räknas från alla parters anslag, och alla är inte antecknade")
    return uppfylld("anslag", id, fält)


REGEL = Regel(
    id=ID,
    nummer=(53,),
    fråga="Satt anslaget uppe till dagen efter den sista dagen att överklaga?",
    nivå="fel",
    pröva=_pröva,
    stöd=(Lagrum("KL 13:5", "2019:835", dt.date(2020, 1, 1)), Lagrum("KL 8:12", "2017:725", dt.date(2018, 1, 1))),
)
