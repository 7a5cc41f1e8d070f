"""Medel som betalas tillbaka följer vad var och en betalade in.

Det är de antecknade inbetalningarna, annars det som budgetåren säger att parterna skulle betala, annars månaderna som part.
Parter som anslöt under ett år har betalat mindre än de andra. En återbetalning i lika delar är då en annan delning än
inbetalningen; nämnden kan besluta den, men den ska vara sedd. Utan ``från_år`` går det inte att pröva.

Rätt:
    typ: återbetalar
    från_år: [2019]                   # alla var med hela året
    fördelningsnyckel: lika

Fel:
    typ: återbetalar
    från_år: [2018]                   # två parter anslöt i juli
    fördelningsnyckel: lika
"""

from collections.abc import Iterator

from gns.fordelning.fordela import ÖRE
from gns.fordelning.rorelser import Rörelse, rörelser
from gns.fordelning.saldo import dela_återbetalning, efter_inbetalt
from gns.grund.belopp import skriv_belopp
from gns.kontroller.regel import Regel, Utfall, bruten, oprövbar, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.former import uppräknade
from gns.modell.innebar import Återbetalar

_RÅD = "dela efter det som var och en har betalat (fördelningsnyckel: inbetalt), eller skriv i beslutet varför det delas så"
_EFTER = {
    "inbetalt": "det som betalades in",
    "beslutat": "det som budgetåret säger",
    "månader": "hela månader som part",
}
_VISAS = 3


def _pröva(u: Underlag) -> Iterator[Utfall]:
    return (_en(u, r, r.verkan) for r in rörelser(u.bok) if r.verkan)


def _en(u: Underlag, r: Rörelse, v: Återbetalar) -> Utfall:
    slag, id, beloppets = r.plats
    väg = beloppets[:-1]
    if not v.från_år:
        return oprövbar(slag, id, väg, f"det står inte vilka år {v.belopp} kommer från", "skriv från_år")
    delat, jämfört = dela_återbetalning(u.bok, r, v), efter_inbetalt(u.bok, v)
    if delat.hinder or jämfört is None:
        return oprövbar(slag, id, väg, delat.hinder or "ingen part var med de år pengarna kommer från")
    vikter, borde = jämfört
    olika = {p: delat.delar.get(p, 0) - borde.get(p, 0) for p in (*delat.delar, *borde)}
    skeva = sorted((p for p, öre in olika.items() if abs(öre) > ÖRE["krona"]), key=lambda p: (-abs(olika[p]), p))
    if not skeva:
        return uppfylld(slag, id, väg)
    vilka = [
        f"{u.bok.part(p)} {skriv_belopp(delat.delar.get(p, 0))} i stället för {skriv_belopp(borde.get(p, 0))}"
        for p in skeva
    ]
    fler = [f"{len(vilka) - _VISAS} till"] if len(vilka) > _VISAS else []
    period = uppräknade([str(år) for år in v.från_år], "och")
    text = f"{v.belopp} delas inte efter {_EFTER[vikter.grund]} {period}: {uppräknade([*vilka[:_VISAS], *fler], 'och')}"
    fält = (*väg, "fördelningsnyckel" if v.fördelningsnyckel else "per_part" if v.per_part else "belopp")
    return bruten(slag, id, fält, text, _RÅD)


REGEL = Regel(
    id="EKONOMI-aterbetalning",
    nummer=(101,),
    fråga="Följer en återbetalning vad var och en betalade in?",
    nivå="varning",
    pröva=_pröva,
    praxis="överenskommelsen",
)
