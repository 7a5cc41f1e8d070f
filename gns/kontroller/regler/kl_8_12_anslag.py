"""Att protokollet är justerat ska tillkännages på anslagstavlan senast den andra dagen efter justeringen.

Infaller den dagen på en lördag, söndag, helgdag, midsommarafton, julafton eller nyårsafton räcker nästa vardag. Varje
parts anslag prövas för sig. Är justeringsdagen inte antecknad men planerad räknas från den, och fyndet är då villkorat.
Det som sattes upp före mötet, eller innan det var justerat, tillkännager inget.

Rätt:
    justerat: 2021-01-04          # i mötets post
    uppsatt: 2021-01-05           # i anslaget

Fel:
    justerat: 2021-01-04
    uppsatt: 2021-01-08
"""

import datetime as dt
from collections.abc import Iterator

from gns.grund.frist import sista_anslagsdag
from gns.kontroller.regel import EJ_INLAGD, Lagrum, Regel, Utfall, bruten, oprövbar, redan_sagt, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.anslag import Anslag, Tillkännagivande
from gns.modell.mote import Möte
from gns.sammantrade.narvaroprov_text import paragrafer

ID = "KL-8-12-anslag"
_RÅD = "rätta dagen om den är fel; annars är anslaget för sent, och det går bara att förklara med gns svara"


def _pröva(u: Underlag) -> Iterator[Utfall]:
    sagda = list(redan_sagt(u, ID))
    yield from sagda
    ställen = {(f.id, f.fält[:2]) for f in sagda}
    for dag, anslag in sorted(u.bok.anslag.items()):
        if möte := u.bok.möten.get(dag):
            for i, ett in enumerate(anslag.anslag):
                if (str(dag), ("anslag", i)) not in ställen:
                    yield _ett(möte, anslag, i, ett)


def _ett(möte: Möte, anslag: Anslag, i: int, ett: Tillkännagivande) -> Utfall:
    id, fält = str(anslag.datum), ("anslag", i, "uppsatt")
    justerat, villkor = _justeringsdag(möte, ett)
    if justerat is None:
        return oprövbar("anslag", id, fält, "det står inte vilken dag protokollet justerades", "skriv justerat i mötet")
    senast = sista_anslagsdag(justerat)
    if senast is None:
        return oprövbar("anslag", id, fält, EJ_INLAGD)
    if ett.uppsatt < justerat and not villkor:
        vad = paragrafer(ett.paragrafer) if ett.paragrafer else "protokollet"
        text = f"anslaget sattes upp {ett.uppsatt}, innan {vad} justerades {justerat}"
        return bruten("anslag", id, fält, text, "rätta dagen, eller dagen för justeringen")
    if ett.uppsatt <= senast:
        return uppfylld("anslag", id, fält)
    sent = (ett.uppsatt - senast).days
    dagar = "1 dag" if sent == 1 else f"{sent} dagar"
    text = f"anslaget sattes upp {ett.uppsatt}, {dagar} efter {senast} som var den sista dagen{villkor}"
    return bruten("anslag", id, fält, text, _RÅD)


def _justeringsdag(möte: Möte, ett: Tillkännagivande) -> tuple[dt.date | None, str]:
    """Dagen att räkna från, och villkoret när den bara är planerad."""
    if ett.paragrafer:
        dagar = [p.omedelbart_justerad for p in möte.paragrafer if p.nr in ett.paragrafer and p.omedelbart_justerad]
        return (max(dagar), "") if dagar else (None, "")
    just = möte.justering
    if just and isinstance(just.justerat, dt.date):
        return just.justerat, ""
    if just and just.planerad:
        return just.planerad.datum, f", om protokollet justerades som planerat {just.planerad.datum}"
    return None, ""


REGEL = Regel(
    id=ID,
    nummer=(50,),
    fråga="Sattes anslaget om justeringen upp senast den andra dagen efter den?",
    nivå="fel",
    pröva=_pröva,
    stöd=(Lagrum("KL 8:12", "2017:725", dt.date(2018, 1, 1)),),
)
