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
from fractions import Fraction

from gns.fordelning.inbetalt import vikter_för
from gns.fordelning.underlag import LIKA
from gns.grund.belopp import skriv_belopp
from gns.grund.datafel import Fältväg
from gns.kontroller.regel import Regel, Utfall, bruten, oprövbar, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.former import uppräknade
from gns.modell.innebar import Återbetalar
from gns.modell.namnd import Part

_RÅD = "dela efter det som var och en har betalat (fördelningsnyckel: inbetalt), eller skriv i beslutet varför det delas lika"


def _pröva(u: Underlag) -> Iterator[Utfall]:
    for id, möte, i, p in u.paragrafer():
        parter = [part for part in u.bok.nämnd.parter if part.gäller(möte.datum)]
        for j, v in enumerate(p.innebär):
            if isinstance(v, Återbetalar) and (v.per_part or v.fördelningsnyckel == LIKA):
                yield _en(u, id, ("paragrafer", i, "innebär", j), v, parter)


def _en(u: Underlag, id: str, väg: Fältväg, v: Återbetalar, parter: list[Part]) -> Utfall:
    if not v.från_år:
        return oprövbar("mote", id, väg, f"det står inte vilka år {v.belopp} kommer från", "skriv från_år")
    vikter = vikter_för(u.bok, v.från_år)
    lika: dict[Fraction, list[str]] = {}
    for part in parter:
        lika.setdefault(vikter.delar.get(part.id, Fraction(0)), []).append(part.namn)
    if len(lika) <= 1:
        return uppfylld("mote", id, väg)
    i_månader = vikter.grund == "månader"
    vilka = "; ".join(
        f"{f'{vikt} månader' if i_månader else skriv_belopp(int(vikt))}: {', '.join(namn)}"
        for vikt, namn in sorted(lika.items(), reverse=True)
    )
    period = uppräknade([str(år) for år in v.från_år], "och")
    text = (
        f"{v.belopp} delas lika, men parterna betalade {'för olika lång tid' if i_månader else 'olika mycket'} {period}"
    )
    return bruten(
        "mote", id, (*väg, "fördelningsnyckel" if v.fördelningsnyckel else "per_part"), f"{text} ({vilka})", _RÅD
    )


REGEL = Regel(
    id="EKONOMI-aterbetalning",
    nummer=(101,),
    fråga="Följer en återbetalning vad var och en betalade in?",
    nivå="varning",
    pröva=_pröva,
    praxis="överenskommelsen",
)
