"""Inget personnummer står i posterna: de publiceras, och git bevarar dem.

Alla texter i alla poster söks igenom efter tio eller tolv siffror som är en riktig dag och har rätt kontrollsiffra, också
samordningsnummer. Organisationsnummer är inte personnummer. Tio siffror i följd som börjar med 0 räknas som ett
telefonnummer. Filerna som handlingarna pekar på söks inte igenom. I ett justerat protokoll står texten kvar: den får
strykas i det som publiceras.

Rätt:
    sammanfattning: |
      Den sökande har fått besked.

Fel:
    sammanfattning: |
      Den sökande, 121212-1212, har fått besked.
"""

import datetime as dt
from collections.abc import Iterator

from gns.grund.personnummer import MÖNSTER, nummerslag
from gns.kontroller.regel import Lagrum, Regel, Utfall, bruten, oprövbar, uppfylld
from gns.kontroller.textstallen import ställen
from gns.kontroller.underlag import Underlag
from gns.modell.bas import Modell
from gns.modell.texter import texter

_RÅD = "stryk det, och skriv personens roll eller namn om det behövs; det som redan är sparat i git finns kvar där"


def _pröva(u: Underlag) -> Iterator[Utfall]:
    for slag, id, post in _poster(u):
        fynd = list(_posten(slag, id, post, u.idag))
        yield from fynd
        if not fynd:
            yield uppfylld(slag, id)
    if not u.bok.hel:
        text = "alla poster gick inte att läsa, så deras texter är inte genomsökta"
        yield oprövbar("namnd", "namnd", (), text, "rätta först de poster som inte går att läsa")


def _poster(u: Underlag) -> Iterator[tuple[str, str, Modell]]:
    yield "namnd", "namnd", u.bok.nämnd
    yield from (("mote", id, möte) for id, möte in u.möten())
    yield from (("arende", id, ärende) for id, _, ärende in u.ärenden())
    yield from (("anslag", str(dag), anslag) for dag, anslag in sorted(u.bok.anslag.items()))
    yield from (("delegation", str(år), d) for år, d in sorted(u.bok.delegation.items()))
    yield from (("budget", id, b) for id, b in u.budgetår())
    yield from (("svar", id, svar) for id, svar in sorted(u.bok.svar.items()))


def _posten(slag: str, id: str, post: Modell, idag: dt.date) -> Iterator[Utfall]:
    """Numret sägs inte om i fyndet: det ska inte spridas vidare."""
    for väg, text in texter(post):
        for nummer, var in ställen(text, MÖNSTER):
            if vad := nummerslag(nummer, idag):
                yield bruten(slag, id, väg, f"här står ett {vad}", _RÅD)._replace(i_text=var)


REGEL = Regel(
    id="GDPR-personnummer",
    nummer=(80,),
    fråga="Är posterna fria från personnummer?",
    nivå="varning",
    pröva=_pröva,
    stöd=(Lagrum("dataskyddslagen 3:10", "2018:218", dt.date(2018, 5, 25)),),
)
