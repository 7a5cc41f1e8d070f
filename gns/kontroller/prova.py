"""Alla regler mot allt: varje fynd med sin regel, sin plats i ord och det svar det har fått."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from gns.kontroller.plats import Platser
from gns.kontroller.regel import BRUTEN, UPPFYLLD, Regel, Regelnivå, Utfall
from gns.kontroller.underlag import Underlag
from gns.modell.bok import Bok
from gns.modell.svar import Svar


class Fynd(NamedTuple):
    """Ett brutet eller oprövat ställe; ``besvarat`` är svaret i data/svar, om någon har svarat."""

    regel: Regel
    utfall: Utfall
    nivå: Regelnivå
    plats: str
    besvarat: Svar | None


class Prövning(NamedTuple):
    """Fynden, och hur många ställen som uppfyllde sin regel."""

    fynd: tuple[Fynd, ...]
    uppfyllda: int


def pröva(underlag: Underlag, regler: Iterable[Regel]) -> Prövning:
    """Prövar reglerna; en valfri regel bara om reglementet som gäller den dag det prövas har valt den."""
    fynd: list[Fynd] = []
    uppfyllda = 0
    platser = Platser()
    for regel in regler:
        if regel.valfri and not _vald(underlag, regel):
            continue
        for utfall in dict.fromkeys(regel.pröva(underlag)):
            if utfall.svar == UPPFYLLD:
                uppfyllda += 1
            else:
                fynd.append(_fynd(underlag.bok, regel, utfall, platser))
    return Prövning(tuple(fynd), uppfyllda)


def brutna(fynd: Iterable[Fynd]) -> Iterator[Fynd]:
    """De som är brutna."""
    return (f for f in fynd if f.utfall.svar == BRUTEN)


def _vald(underlag: Underlag, regel: Regel) -> bool:
    reglemente = underlag.bok.nämnd.reglemente(underlag.idag)
    return reglemente is not None and regel.id in reglemente.valda_regler


def _fynd(bok: Bok, regel: Regel, utfall: Utfall, platser: Platser) -> Fynd:
    plats = platser.i_ord(bok.poster.get((utfall.slag, utfall.id)), utfall.fält)
    return Fynd(regel, utfall, utfall.nivå or regel.nivå, plats, _svar(bok, regel, utfall, plats))


def _svar(bok: Bok, regel: Regel, utfall: Utfall, plats: str) -> Svar | None:
    lista = bok.svar.get(utfall.id)
    for svar in lista.svar if lista and utfall.svar == BRUTEN else ():
        rätt_post = svar.slag is None or svar.slag == POSTSLAG[utfall.slag]
        if svar.regel == regel.id and rätt_post and svar.plats in (None, plats):
            return svar
    return None


POSTSLAG = {
    "namnd": "nämnd", "mote": "möte", "arende": "ärende", "anslag": "anslag", "delegation": "delegation",
    "budget": "budgetår", "utfall": "utfall", "svar": "svar", "rattelser": "rättelse",
    "signatarer": "signatärslista",
}  # fmt: skip
