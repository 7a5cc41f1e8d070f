"""Vad som visas om en reservering, i avräkningen och i uppföljningen."""

import datetime as dt
from typing import NamedTuple

from gns.fordelning.avrakning import Reserverat


class ReserveradVy(NamedTuple):
    """En reservering som den står en dag; ``upphör`` är beslutet som hade löst upp den då."""

    ändamål: str
    ärenden: tuple[str, ...]
    från_år: int
    belopp_öre: int
    använt_öre: int
    kvar_öre: int
    beslut: str
    källa: str | None
    upphör: str | None


def reserverad(r: Reserverat, per: dt.date) -> ReserveradVy:
    """Reserveringen som den stod när dagen ``per`` var slut."""
    p = r.post
    upphör = p.upphör if p.upphör and p.upphör[:10] <= str(per) else None
    return ReserveradVy(
        p.ändamål, tuple(map(str, p.ärenden)), p.från_år, p.belopp.öre, r.använt, r.kvar, p.beslut, p.källa, upphör
    )
