"""En handling med hemliga uppgifter ligger inte i postmappen: allt som har lagts in i git finns kvar i historiken.

En handling med ``sekretess`` får ha titel, dagar och avsändare i diariet, men ingen ``fil`` i arkivet och ingen ``adress``
där den går att hämta. Står den som underlag i en § går det inte att pröva om protokollets text röjer något: läs den. Om
titeln själv röjer något kan regeln inte heller se. ``sekretess`` ska vara lagrummet; utan ett kapitel och en paragraf
går det inte att pröva vad som är hemligt. Att ta bort raden räcker inte när filen redan har sparats i git.

Rätt:
    handlingar:
      - titel: Säkerhetsanalys
        sekretess: OSL 18:8

Fel:
    handlingar:
      - titel: Säkerhetsanalys
        sekretess: OSL 18:8
        fil: data/handlingar/analys.pdf
"""

import datetime as dt
import re
from collections.abc import Iterator

from gns.grund.dnr import Dnr
from gns.kontroller.regel import Lagrum, Regel, Utfall, bruten, oprövbar, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.arende import Handling

_LAGRUM = re.compile(r"[0-9]{1,3} ?(?::|kap\.?) ?[0-9]{1,3}")
_RÅD = "ta bort den härifrån och förvara den skild från arkivet; är den redan sparad i git finns den kvar i historiken"


def _pröva(u: Underlag) -> Iterator[Utfall]:
    hemliga: dict[tuple[Dnr, str], Handling] = {}
    for id, dnr, ärende in u.ärenden():
        for k, h in enumerate(ärende.handlingar):
            if h.sekretess:
                hemliga[dnr, h.titel.casefold()] = h
                yield from _en(id, k, h)
    for id, _, i, p in u.paragrafer() if hemliga else ():
        for j, titel in enumerate(p.beslutsunderlag):
            if p.dnr and (p.dnr, titel.casefold()) in hemliga:
                text = (
                    f"§ {p.nr} har den hemliga handlingen ”{titel}” som underlag: om texten röjer något går inte att se"
                )
                råd = "läs §:s text innan den publiceras"
                yield oprövbar("mote", id, ("paragrafer", i, "beslutsunderlag", j), text, råd)


def _en(id: str, k: int, h: Handling) -> Iterator[Utfall]:
    fält = ("handlingar", k)
    if h.fil:
        text = f"handlingen ”{h.titel}” är hemlig ({h.sekretess}) men har sin fil i arkivet: {h.fil}"
        yield bruten("arende", id, (*fält, "fil"), text, _RÅD)
    if h.adress:
        text = f"handlingen ”{h.titel}” är hemlig ({h.sekretess}) men har en adress: {h.adress}"
        yield bruten("arende", id, (*fält, "adress"), text, "ta bort adressen, och handlingen där den ligger")
    if not _LAGRUM.search(h.sekretess or ""):
        text = f"sekretess för ”{h.titel}” säger inget lagrum: {h.sekretess}"
        yield oprövbar("arende", id, (*fält, "sekretess"), text, "skriv lagrummet, till exempel OSL 18:8")
    elif not h.fil and not h.adress:
        yield uppfylld("arende", id, fält)


REGEL = Regel(
    id="OSL-sekretess",
    nummer=(79,),
    fråga="Är handlingar med hemliga uppgifter hållna utanför arkivet?",
    nivå="fel",
    pröva=_pröva,
    stöd=(
        Lagrum("OSL 5:5", "2009:400", dt.date(2009, 6, 30)),
        Lagrum("OSL 8:1", "2009:400", dt.date(2009, 6, 30)),
    ),
)
