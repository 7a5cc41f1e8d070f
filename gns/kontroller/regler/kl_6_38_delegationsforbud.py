"""Fem slags ärenden får nämnden inte delegera: någon annan kan då inte ha beslutat på dess vägnar.

Det är verksamhetens mål och inriktning, yttranden till fullmäktige, yttranden när nämndens eller fullmäktiges beslut har
överklagats, myndighetsutövning av principiell eller större vikt, och medborgarförslag. Vad beslutet är säger ``slag``;
utan slag går det inte att pröva. Ärenden som annan lag förbehåller nämnden har inget slag och prövas inte. Ett brådskande
beslut av ordföranden (KL 6:39) omfattas inte av förbudet, enligt SKR:s vägledning. Förbudet har gällt så sedan 2018;
ändringen 2023 rör automatiserade beslut, som inte prövas här.

Rätt:
    beslut:
      - nr: 1
        rubrik: Inköp av servrar
        slag: övrigt

Fel:
    beslut:
      - nr: 1
        rubrik: Yttrande över motion
        slag: yttrande till fullmäktige
"""

import datetime as dt
from collections.abc import Iterator

from gns.kontroller.regel import EJ_INLAGD, Lagrum, Regel, Utfall, bruten, oprövbar, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.delegation import DELEGATIONSSLAG, Delegationsbeslut

FÖRBJUDNA = DELEGATIONSSLAG[:5]
_LAGEN = dt.date(2018, 1, 1)
_RÅD = "låt nämnden besluta i ärendet, eller rätta slag om det är fel"


def _pröva(u: Underlag) -> Iterator[Utfall]:
    for år, delegation in sorted(u.bok.delegation.items()):
        for k, b in enumerate(delegation.beslut):
            yield _ett(str(år), k, b)


def _ett(id: str, k: int, b: Delegationsbeslut) -> Utfall:
    fält = ("beslut", k, "slag")
    if b.datum < _LAGEN:
        return oprövbar("delegation", id, fält, EJ_INLAGD)
    if b.slag is None:
        text = f"det står inte vad delegationsbeslutet {id}-{b.nr} är för slags ärende"
        return oprövbar("delegation", id, fält, text, "skriv slag")
    if b.slag not in FÖRBJUDNA:
        return uppfylld("delegation", id, fält)
    if b.brådskande:
        text = f"delegationsbeslutet {id}-{b.nr} är brådskande; om ett ärende om {b.slag} då får avgöras är inte givet"
        return oprövbar("delegation", id, fält, text, "fråga en jurist, och svara med gns svara")
    text = f"{b.delegat} har beslutat i ett ärende som inte får delegeras: {b.slag} (delegationsbeslutet {id}-{b.nr})"
    return bruten("delegation", id, fält, text, _RÅD)


REGEL = Regel(
    id="KL-6-38-delegationsforbud",
    nummer=(69,),
    fråga="Har någon annan än nämnden beslutat i ett ärende som inte får delegeras?",
    nivå="fel",
    pröva=_pröva,
    stöd=(Lagrum("KL 6:38", "2023:708", dt.date(2024, 1, 1)),),
)
