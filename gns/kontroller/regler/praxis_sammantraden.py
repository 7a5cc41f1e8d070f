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

from collections.abc import Iterator

from gns.kontroller.regel import Regel, Utfall, bruten, oprövbar, uppfylld
from gns.kontroller.underlag import Underlag
from gns.uppdrag.sammantraden import Planutfall, hållna, planens_utfall


def _pröva(u: Underlag) -> Iterator[Utfall]:
    hölls = hållna(u.bok)
    for år in sorted({*u.bok.budgetår, *(dag.year for dag in hölls)}):
        for p in planens_utfall(u.bok, år, hölls):
            if p.hållet and not p.flyttat:
                yield uppfylld(*p.planerat.plats)
            elif p.planerat.datum < u.idag:
                yield _inte_hållet(p)


def _inte_hållet(p: Planutfall) -> Utfall:
    dag, plats = p.planerat
    if p.hållet is None:
        return oprövbar(*plats, f"det går inte att se om mötet {dag} hölls: det finns ingen post och inget nämner det")
    text = f"planen säger {dag}, men mötet hölls {p.hållet.datum} ({p.hållet.var})"
    return bruten(*plats, text, "skriv i ärendet varför det flyttades, eller rätta dagen; svara annars med gns svara")


REGEL = Regel(
    id="PRAXIS-sammantraden",
    nummer=(),
    fråga="Hölls de planerade sammanträdena den dag som planen säger?",
    nivå="upplysning",
    pröva=_pröva,
    praxis="planen följs upp",
)
