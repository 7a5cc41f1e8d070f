"""Rättelserna som de trycks med protokollet och utdraget (R48)."""

import datetime as dt
from typing import NamedTuple

from gns.grund.block import Text
from gns.modell.bok import Bok


class RättelseVy(NamedTuple):
    """En rättelse; ``paragraf`` är None när den gäller hela protokollet."""

    datum: str
    paragraf: int | None
    fel: Text
    rätt: Text
    skäl: Text
    av: str


def rättelser(bok: Bok, datum: dt.date, nr: int | None = None) -> tuple[RättelseVy, ...]:
    """Mötets rättelser, den äldsta först; med ``nr`` bara de som rör den §."""
    post = bok.rättelser.get(datum)
    return tuple(
        RättelseVy(str(r.datum), r.paragraf, r.fel, r.rätt, r.skäl, r.av)
        for r in (post.rättelser if post else ())
        if nr is None or r.paragraf in (None, nr)
    )
