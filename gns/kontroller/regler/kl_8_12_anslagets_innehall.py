"""Anslaget ska säga var protokollet finns att läsa och vilken dag det tillkännagavs; dagen för justeringen bör stå där.

Utan förvaringsplats är det ett fel. Utan justeringsdag, eller med en annan dag än mötets post har, är det en varning:
lagen kräver inte dagen, men utan den kan ingen se att anslaget sattes upp i tid. Har mötets post ingen dag går den som
står i anslaget inte att pröva.

Rätt:
    anslag:
      - part: region
        justerat: 2020-12-23
        uppsatt: 2020-12-28
        förvaringsplats: Regionens hus

Fel:
    anslag:
      - part: region
        uppsatt: 2020-12-28
"""

import datetime as dt
from collections.abc import Iterator

from gns.kontroller.anslagstid import KOMMUNALLAGEN
from gns.kontroller.regel import EJ_INLAGD, Lagrum, Regel, Utfall, bruten, oprövbar, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.anslag import Tillkännagivande
from gns.modell.mote import Möte
from gns.sammantrade.narvaroprov_text import paragrafer, uppräknat


def _pröva(u: Underlag) -> Iterator[Utfall]:
    for dag, post in sorted(u.bok.anslag.items()):
        for i, ett in enumerate(post.anslag):
            if dag < KOMMUNALLAGEN:
                yield oprövbar("anslag", str(dag), ("anslag", i), EJ_INLAGD)
            else:
                yield from _ett(str(dag), i, ett, u.bok.möten.get(dag))


def _ett(id: str, i: int, ett: Tillkännagivande, möte: Möte | None) -> Iterator[Utfall]:
    if ett.förvaringsplats:
        yield uppfylld("anslag", id, ("anslag", i, "förvaringsplats"))
    else:
        text = "anslaget säger inte var protokollet finns att läsa"
        yield bruten("anslag", id, ("anslag", i), text, "skriv förvaringsplats, och sätt ut den på anslaget")
    vad = paragrafer(ett.paragrafer) if ett.paragrafer else "protokollet"
    dagar = _dagar(ett, möte)
    fält = ("anslag", i, "justerat")
    if ett.justerat is None:
        text = f"anslaget säger inte vilken dag {vad} justerades"
        yield bruten("anslag", id, ("anslag", i), text, "skriv justerat, och sätt ut dagen på anslaget", "varning")
    elif not dagar:
        text = f"anslaget säger att {vad} justerades {ett.justerat}; i mötets post står ingen dag att jämföra med"
        yield oprövbar("anslag", id, fält, text)
    elif ett.justerat in dagar:
        yield uppfylld("anslag", id, fält)
    else:
        rätt = uppräknat([str(d) for d in sorted(dagar)])
        text = f"anslaget säger att {vad} justerades {ett.justerat}, men i mötets post står {rätt}"
        yield bruten("anslag", id, fält, text, "rätta dagen i anslaget eller i mötets post", "varning")


def _dagar(ett: Tillkännagivande, möte: Möte | None) -> set[dt.date]:
    """Dagarna då det som anslaget gäller justerades, enligt mötets post."""
    if möte is None:
        return set()
    just = möte.justering.justerat if möte.justering else None
    hela = just if isinstance(just, dt.date) else None
    gällda = [p for p in möte.paragrafer if p.nr in ett.paragrafer]
    dagar = {p.omedelbart_justerad or hela for p in gällda} if ett.paragrafer else {hela}
    return {dag for dag in dagar if dag}


REGEL = Regel(
    id="KL-8-12-anslagets-innehall",
    nummer=(54,),
    fråga="Säger anslaget var protokollet finns och när det justerades?",
    nivå="fel",
    pröva=_pröva,
    stöd=(Lagrum("KL 8:12", "2017:725", dt.date(2018, 1, 1)),),
)
