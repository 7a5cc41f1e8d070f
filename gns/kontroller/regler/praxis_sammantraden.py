"""Planerade sammanträden hålls den dag som planen säger.

En planerad dag utan möte jämförs med de möten som har hållits samma år en annan dag än planens. Hållna är arkivets möten och de
som beslut och texter nämner. Ligger ett sådant inom tre veckor är det troligen samma möte, flyttat. Annars går det inte att säga
om mötet hölls: det kan vara inställt, eller inte inlagt.

Rätt:
    sammanträden:
      - datum: 2019-06-03           # mötet hölls den dagen

Fel:
    sammanträden:
      - datum: 2019-06-10           # mötet hölls 2019-06-03
"""

import datetime as dt
from collections.abc import Iterator

from gns.kontroller.regel import Regel, Utfall, bruten, oprövbar, uppfylld
from gns.kontroller.underlag import Underlag
from gns.uppdrag.sammantraden import Hållet, Planerat, hållna, planerade

_NÄRA = dt.timedelta(days=21)


def _pröva(u: Underlag) -> Iterator[Utfall]:
    hölls = hållna(u.bok)
    for år in sorted({*u.bok.budgetår, *(dag.year for dag in hölls)}):
        plan = planerade(u.bok, år)
        utanför = [h for dag, h in hölls.items() if dag.year == år and dag not in {p.datum for p in plan}]
        for p in plan:
            if p.datum in hölls:
                yield uppfylld(*p.plats)
            elif p.datum < u.idag:
                yield _inte_hållet(p, utanför)


def _inte_hållet(p: Planerat, utanför: list[Hållet]) -> Utfall:
    nära = sorted((abs(h.datum - p.datum), h.datum, h) for h in utanför if abs(h.datum - p.datum) <= _NÄRA)
    if not nära:
        return oprövbar(
            *p.plats, f"det går inte att se om mötet {p.datum} hölls: det finns ingen post och inget nämner det"
        )
    flyttat = nära[0][2]
    text = f"planen säger {p.datum}, men mötet hölls {flyttat.datum} ({flyttat.var})"
    return bruten(*p.plats, text, "skriv i ärendet varför det flyttades, eller rätta dagen; svara annars med gns svara")


REGEL = Regel(
    id="PRAXIS-sammantraden",
    nummer=(),
    fråga="Hölls de planerade sammanträdena den dag som planen säger?",
    nivå="upplysning",
    pröva=_pröva,
    praxis="planen följs upp",
)
