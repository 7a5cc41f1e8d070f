"""Ett belopp på kommandoraden: 457200, 457 200 kr (med eller utan citattecken) eller 914,4 tkr; i kronor om inget annat sägs."""

import re
from collections.abc import Sequence

from gns.cli.utskrift import citat
from gns.grund.belopp import STÖRST, läs_belopp, skriv_belopp
from gns.grund.fel import Användningsfel

_ENHET = re.compile(r"(?:kr|tkr|mnkr)$")
_DECIMALER = re.compile(r",[0-9]{3,}")
_RÅD = "skriv till exempel 457200, 457 200 kr, 914,4 tkr eller 1,5 mnkr, med decimalkomma"


def belopp(ord_: Sequence[str]) -> int:
    """Beloppet i öre; Användningsfel när orden inte är ett belopp, har fler än två decimaler eller är för stort."""
    text = " ".join(" ".join(ord_).split())
    med_enhet = text if _ENHET.search(text) else f"{text} kr"
    try:
        return läs_belopp(med_enhet).öre
    except ValueError as fel:
        if str(fel).startswith("större"):
            raise Användningsfel(f"{citat(text)} är mer än {skriv_belopp(STÖRST)}", "rätta beloppet") from None
    if _DECIMALER.search(text):
        raise Användningsfel(f"{citat(text)} har för många decimaler", "skriv högst två: ett belopp är hela ören")
    raise Användningsfel(f"{citat(text)} är inget belopp", _RÅD)
