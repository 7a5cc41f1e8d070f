"""Varje handling har ett beslut om den ska bevaras eller gallras, och protokoll och utdrag ur dem bevaras alltid.

``bevaras`` i handlingens post säger vad hanteringsplanen säger: ”bevaras”, eller ”gallras efter 2 år”. Ett protokoll eller
ett protokollsutdrag som ska gallras är en varning; det känns igen på sitt slag eller på att titeln börjar så. Saknas
uppgiften går det inte att pröva, och det sägs en gång för varje ärende. Vad planen bestämmer för andra handlingar prövas
inte, och planens ord är inte kontrollerade av en arkivarie.

Rätt:
    handlingar:
      - titel: § 14 Revisionsrapport
        slag: protokollsutdrag
        bevaras: bevaras

Fel:
    handlingar:
      - titel: § 14 Revisionsrapport
        slag: protokollsutdrag
        bevaras: gallras efter 2 år
"""

import re
from collections.abc import Iterator

from gns.kontroller.regel import Regel, Utfall, bruten, oprövbar, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.arende import Handling

_PROTOKOLL = re.compile(r"(?:justerat )?protokoll(?:et|sutdrag(?:et)?)?\b", re.IGNORECASE)
_BEVARAS = re.compile(r"bevara[st]?\b(?! (?:ej|inte|till|högst|längst|bara|i [0-9]))", re.IGNORECASE)
_GALLRAS = re.compile(r"gallra|(?:bevara[st]?|sparas) (?:ej|inte|till|högst|längst|bara|i [0-9])", re.IGNORECASE)


def _pröva(u: Underlag) -> Iterator[Utfall]:
    for id, _, ärende in u.ärenden():
        okända = 0
        for k, h in enumerate(ärende.handlingar):
            utfall = _en(id, k, h)
            okända += utfall is None
            if utfall:
                yield utfall
        if okända:
            text = f"det står inte om handlingarna ska bevaras eller gallras ({okända} av {len(ärende.handlingar)})"
            råd = "skriv bevaras: bevaras, eller bevaras: gallras efter den tid som hanteringsplanen säger"
            yield oprövbar("arende", id, ("handlingar",), text, råd)


def _en(id: str, k: int, h: Handling) -> Utfall | None:
    """Utfallet, eller None när uppgiften saknas eller varken är det ena eller det andra."""
    fält = ("handlingar", k, "bevaras")
    if h.bevaras and _BEVARAS.match(h.bevaras):
        return uppfylld("arende", id, fält)
    if not h.bevaras or not _GALLRAS.match(h.bevaras):
        return None
    if h.slag != "protokollsutdrag" and not _PROTOKOLL.match(h.titel):
        return uppfylld("arende", id, fält)
    text = f"”{h.titel}” är ett protokoll eller ett utdrag, och ska inte gallras: {h.bevaras}"
    return bruten("arende", id, fält, text, "skriv bevaras: bevaras, och rätta hanteringsplanen om den säger annat")


REGEL = Regel(
    id="PRAXIS-gallring",
    nummer=(85,),
    fråga="Säger posterna vad som bevaras, och bevaras alla protokoll?",
    nivå="varning",
    pröva=_pröva,
    praxis="praxis för arkiv",
)
