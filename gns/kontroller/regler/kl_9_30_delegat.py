"""Nämnden får låta en anställd hos någon av parterna besluta på dess vägnar, men ingen som är anställd någon annanstans.

``part`` i delegationsbeslutet är den som delegaten är anställd hos, och ska vara med i nämnden dagen för beslutet. Utan
part går det inte att pröva. Den som beslutar som förtroendevald prövas inte: ordföranden, en ledamot eller ett utskott.

Rätt:
    delegat: Driftchefen
    part: region

Fel:
    delegat: Driftchefen
    part: harjedalen              # datum: 2018-05-02, Härjedalen kom med 2018-07-01
"""

import datetime as dt
import re
from collections.abc import Iterator

from gns.kontroller.anslagstid import KOMMUNALLAGEN
from gns.kontroller.regel import EJ_INLAGD, Lagrum, Regel, Utfall, bruten, oprövbar, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.delegation import Delegationsbeslut
from gns.modell.namnd import Part

_VALD = re.compile(r"\b(?:ordf|ledam|presidi)|utskott")


def _pröva(u: Underlag) -> Iterator[Utfall]:
    parter = {p.id: p for p in u.bok.nämnd.parter}
    valda = {p.person for p in u.bok.nämnd.platser if p.person}
    for år, delegation in sorted(u.bok.delegation.items()):
        for i, b in enumerate(delegation.beslut):
            if not (b.brådskande or b.delegat in valda or _VALD.search(b.delegat.casefold())):
                yield _ett(str(år), i, b, parter)


def _ett(id: str, i: int, b: Delegationsbeslut, parter: dict[str, Part]) -> Utfall:
    fält = ("beslut", i, "part")
    if b.datum < KOMMUNALLAGEN:
        return oprövbar("delegation", id, ("beslut", i), EJ_INLAGD)
    if b.part is None:
        text = f"det står inte vem {b.delegat} är anställd hos"
        return oprövbar("delegation", id, ("beslut", i), text, "skriv part, den som delegaten är anställd hos")
    part = parter.get(b.part)
    if part and part.gäller(b.datum):
        return uppfylld("delegation", id, fält)
    vem = f"{part.namn}, som inte var med i nämnden {b.datum}" if part else f"”{b.part}”, som inte finns i nämnden"
    råd = "rätta part eller datum; annars fanns ingen rätt att delegera, och det går bara att förklara med gns svara"
    return bruten("delegation", id, fält, f"{b.delegat} är anställd hos {vem}", råd)


REGEL = Regel(
    id="KL-9-30-delegat",
    nummer=(64,),
    fråga="Är den som beslutade på delegation anställd hos någon av parterna?",
    nivå="fel",
    pröva=_pröva,
    stöd=(Lagrum("KL 9:30", "2019:835", dt.date(2020, 1, 1)), Lagrum("KL 9:31", "2019:835", dt.date(2020, 1, 1))),
)
