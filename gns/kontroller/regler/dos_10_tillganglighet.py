"""Det som nämnden publicerar på webben ska gå att läsa för alla, också med skärmläsare.

En handling med en webbadress (``adress``) ska vara tillgänglig. Säger posten ``tillgänglig: nej`` är det ett fel; säger
den inget går det inte att pröva. Handlingar från före den 23 september 2018 kan vara undantagna och går inte att pröva.
Texten i en § som inte är justerad får en varning när den bara går att följa för den som ser: ”klicka här”, ”se bilden
nedan”. I ett justerat protokoll kan texten inte ändras, och där sägs inget. Andras handlingar är undantagna när nämnden
inte har bekostat dem (9 §), liksom det som är oskäligt betungande att anpassa (12 §): svara då med gns svara.

Rätt:
    handlingar:
      - titel: Avtal om drift
        adress: https://regionen.example/avtal.pdf
        tillgänglig: ja

Fel:
    handlingar:
      - titel: Avtal om drift
        adress: https://regionen.example/avtal.pdf
        tillgänglig: nej
"""

import datetime as dt
import re
from collections.abc import Iterator

from gns.kontroller.regel import Lagrum, Regel, Utfall, bruten, oprövbar, uppfylld
from gns.kontroller.textstallen import ställen
from gns.kontroller.underlag import Underlag
from gns.modell.arende import Handling
from gns.modell.texter import texter

_WEBB = re.compile(r"https?://|www\.", re.IGNORECASE)
_FÖRSTA = dt.date(2018, 9, 23)
_BARA_FÖR_ÖGAT = re.compile(
    r"\b(?:(?:klicka|tryck) här|läs mer här|se länk(?:en)? här"
    r"|se (?:bild(?:en)?|figur(?:en)?|diagram(?:met)?|graf(?:en)?|kartan?|skiss(?:en)?|foto(?:t)?)"
    r" (?:nedan|ovan|här|till (?:höger|vänster)))\b",
    re.IGNORECASE,
)


def _pröva(u: Underlag) -> Iterator[Utfall]:
    for id, _, ärende in u.ärenden():
        for k, h in enumerate(ärende.handlingar):
            if h.adress and _WEBB.match(h.adress):
                yield _handlingen(id, k, h)
    for id, möte, i, p in u.paragrafer():
        if not möte.är_justerat and not p.omedelbart_justerad:
            for väg, text in texter(p, ("paragrafer", i)):
                for ord_, var in ställen(text, _BARA_FÖR_ÖGAT):
                    sagt = f"”{ord_}” säger inget för den som lyssnar på texten"
                    råd = "skriv vad länken eller bilden är och vad den visar"
                    yield bruten("mote", id, väg, sagt, råd, "varning")._replace(i_text=var)


def _handlingen(id: str, k: int, h: Handling) -> Utfall:
    fält = ("handlingar", k)
    if h.tillgänglig:
        return uppfylld("arende", id, (*fält, "tillgänglig"))
    if h.datum and h.datum < _FÖRSTA:
        text = f"handlingen ”{h.titel}” är från före {_FÖRSTA} och kan vara undantagen"
        return oprövbar("arende", id, fält, text)
    if h.tillgänglig is None:
        text = f"det står inte om handlingen ”{h.titel}” går att läsa för alla"
        return oprövbar("arende", id, fält, text, "skriv tillgänglig: ja eller nej")
    text = f"handlingen ”{h.titel}” finns på {h.adress} men går inte att läsa för alla"
    råd = "lägg upp en tillgänglig version; är den undantagen (9 eller 12 §) svara med gns svara"
    return bruten("arende", id, (*fält, "tillgänglig"), text, råd)


REGEL = Regel(
    id="DOS-10-tillganglighet",
    nummer=(82,),
    fråga="Går det som publiceras att läsa för alla?",
    nivå="fel",
    pröva=_pröva,
    stöd=(Lagrum("DOS-lagen 10 §", "2018:1937", dt.date(2019, 1, 1)),),
)
