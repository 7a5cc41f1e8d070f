"""Medel som betalas tillbaka följer vad var och en betalade in, i hela månader.

Parter som anslöt under ett år har betalat mindre än de andra. En återbetalning i lika delar är då en annan delning än
inbetalningen; nämnden kan besluta den, men den ska vara sedd. Åren läses ur ``avser``; utan år går det inte att pröva.

Rätt:
    typ: återbetalar
    avser: överskottet från 2019      # alla var med hela året
    fördelningsnyckel: lika

Fel:
    typ: återbetalar
    avser: överskottet från 2018      # två parter anslöt i juli
    fördelningsnyckel: lika
"""

import re
from collections.abc import Iterator

from gns.kontroller.regel import Regel, Utfall, bruten, oprövbar, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.innebar import Återbetalar
from gns.modell.manader import månader
from gns.modell.namnd import Part

_ÅR = re.compile(r"\b(?:19|20)[0-9]{2}\b")
_RÅD = "dela efter de månader som var och en har betalat för, eller skriv i beslutet varför det delas lika"


def _pröva(u: Underlag) -> Iterator[Utfall]:
    for id, möte, i, p in u.paragrafer():
        parter = [part for part in u.bok.nämnd.parter if part.gäller(möte.datum)]
        for j, v in enumerate(p.innebär):
            if isinstance(v, Återbetalar) and (v.per_part or v.fördelningsnyckel == "lika"):
                yield _en(id, ("paragrafer", i, "innebär", j), v, parter)


def _en(id: str, väg: tuple[str | int, ...], v: Återbetalar, parter: list[Part]) -> Utfall:
    åren = [int(år) for år in _ÅR.findall(v.avser)]
    if not åren:
        text = f"avser säger inte vilka år {v.belopp} kommer från"
        return oprövbar("mote", id, (*väg, "avser"), text, "skriv åren i avser")
    tider: dict[int, list[str]] = {}
    for part in parter:
        tider.setdefault(sum(månader(år, part) for år in range(min(åren), max(åren) + 1)), []).append(part.namn)
    if len(tider) <= 1:
        return uppfylld("mote", id, väg)
    vilka = "; ".join(f"{antal} månader: {', '.join(namn)}" for antal, namn in sorted(tider.items(), reverse=True))
    period = str(min(åren)) if min(åren) == max(åren) else f"{min(åren)}–{max(åren)}"
    text = f"{v.belopp} delas lika, men parterna betalade för olika lång tid {period} ({vilka})"
    return bruten("mote", id, (*väg, "fördelningsnyckel" if v.fördelningsnyckel else "per_part"), text, _RÅD)


REGEL = Regel(
    id="EKONOMI-aterbetalning",
    nummer=(101,),
    fråga="Följer en återbetalning vad var och en betalade in?",
    nivå="varning",
    pröva=_pröva,
    praxis="överenskommelsen",
)
