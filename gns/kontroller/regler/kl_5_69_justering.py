"""Protokollet ska vara justerat senast fjorton dagar efter sammanträdet.

Infaller den fjortonde dagen på en lördag, söndag, helgdag, midsommarafton, julafton eller nyårsafton räcker nästa vardag.
Det är den verkliga dagen som räknas. Är den inte antecknad går det inte att pröva, också när den planerade dagen är i
tid; en planerad dag som är för sen är ett villkorat fynd. Ett protokoll som ännu inte är justerat är för sent när den
sista dagen har gått. En § som justeras omedelbart har samma sista dag.

Rätt:
    justering:                    # mötet hölls 2020-12-18
      justerat: 2021-01-04        # 1 januari är helgdag, och 2–3 januari är en helg

Fel:
    justering:
      justerat: 2021-01-05
"""

import datetime as dt
from collections.abc import Iterator

from gns.grund.frist import sista_justeringsdag
from gns.kontroller.anslagstid import dagar
from gns.kontroller.regel import EJ_INLAGD, Lagrum, Regel, Utfall, bruten, oprövbar, redan_sagt, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.mote import Möte

ID = "KL-5-69-justering"
_FÖR_SENT = "rätta dagen om den är fel; annars är justeringen för sen, och det går bara att förklara med gns svara"
_JUSTERA = "justera protokollet, eller skriv justerat om det redan är gjort"
_JUSTERAT = ("justering", "justerat")


def _pröva(u: Underlag) -> Iterator[Utfall]:
    yield from redan_sagt(u, ID)
    for id, möte in u.möten():
        senast = sista_justeringsdag(möte.datum)
        if senast is None:
            if möte.är_justerat:
                yield oprövbar("mote", id, _JUSTERAT, EJ_INLAGD)
            continue
        yield from _mötet(u.idag, id, möte, senast)


def _mötet(idag: dt.date, id: str, möte: Möte, senast: dt.date) -> Iterator[Utfall]:
    just = möte.justering
    yield from _omedelbara(id, möte, senast)
    if just and isinstance(just.justerat, dt.date):
        if just.justerat >= möte.datum:
            yield _verklig(id, just.justerat, senast)
        return
    if _alla_omedelbara(möte):
        return
    if just and just.planerad and just.planerad.datum > senast and (möte.är_justerat or idag <= senast):
        sent = dagar((just.planerad.datum - senast).days)
        text = f"justeringen är planerad till {just.planerad.datum}, {sent} efter {senast} som är den sista dagen"
        råd = "planera justeringen tidigare; är den gjord, skriv vilken dag det var"
        yield bruten(
            "mote", id, ("justering", "planerad", "datum"), f"{text}; den verkliga dagen är inte antecknad", råd
        )
    elif möte.är_justerat:
        råd = "skriv dagen under justerat om den går att ta reda på"
        yield oprövbar("mote", id, _JUSTERAT, f"{_plan(möte, senast)}; den verkliga dagen är inte antecknad", råd)
    elif _har_hållits(möte):
        yield _ojusterat(idag, id, möte, senast)


def _verklig(id: str, dag: dt.date, senast: dt.date) -> Utfall:
    if dag <= senast:
        return uppfylld("mote", id, _JUSTERAT)
    sent = dagar((dag - senast).days)
    text = f"protokollet justerades {dag}, {sent} efter {senast} som var den sista dagen"
    return bruten("mote", id, _JUSTERAT, text, _FÖR_SENT)


def _ojusterat(idag: dt.date, id: str, möte: Möte, senast: dt.date) -> Utfall:
    fält = ("justering",) if möte.justering else ()
    if idag > senast:
        return bruten("mote", id, fält, f"protokollet är inte justerat; sista dagen var {senast}", _JUSTERA)
    return oprövbar("mote", id, fält, f"protokollet är inte justerat än; {_plan(möte, senast)}")


def _omedelbara(id: str, möte: Möte, senast: dt.date) -> Iterator[Utfall]:
    for i, p in enumerate(möte.paragrafer):
        fält = ("paragrafer", i, "omedelbart_justerad")
        if p.omedelbart_justerad and p.omedelbart_justerad > senast:
            sent = dagar((p.omedelbart_justerad - senast).days)
            text = f"§ {p.nr} justerades {p.omedelbart_justerad}, {sent} efter {senast} som var den sista dagen"
            yield bruten("mote", id, fält, text, _FÖR_SENT)
        elif p.omedelbart_justerad and p.omedelbart_justerad >= möte.datum:
            yield uppfylld("mote", id, fält)


def _alla_omedelbara(möte: Möte) -> bool:
    return bool(möte.paragrafer) and all(p.omedelbart_justerad for p in möte.paragrafer)


def _har_hållits(möte: Möte) -> bool:
    """Om mötet är protokollfört; en post för ett möte som bara är planerat eller blev inställt har inget att justera."""
    return any(p.beslut or p.utgår for p in möte.paragrafer) or bool(möte.slut and möte.närvaro)


def _plan(möte: Möte, senast: dt.date) -> str:
    planerad = möte.justering.planerad if möte.justering else None
    return f"planerad {planerad.datum}, senast {senast}" if planerad else f"senast {senast}"


REGEL = Regel(
    id=ID,
    nummer=(49,),
    fråga="Justerades protokollet senast fjorton dagar efter sammanträdet?",
    nivå="fel",
    pröva=_pröva,
    stöd=(Lagrum("KL 5:69", "2017:725", dt.date(2018, 1, 1)), Lagrum("KL 6:35", "2017:725", dt.date(2018, 1, 1))),
)
