"""Anmälningsärenden: det som nämnden får del av utan att besluta."""

from typing import NamedTuple

from gns.grund.block import Text
from gns.modell.bok import Bok
from gns.modell.mote import Möte
from gns.modell.narvaro import Anmälningsärende


class AnmälanVy(NamedTuple):
    """Ett anmälningsärende; delegat, dag och punkt när det är ett delegationsbeslut."""

    rubrik: str
    dnr: str | None
    text: Text | None
    delegationsbeslut: str | None
    delegat: str | None
    dag: str | None
    punkt: str | None


def anmälningar(bok: Bok, möte: Möte) -> tuple[AnmälanVy, ...]:
    """Mötets anmälningsärenden i ordning; ett delegationsbeslut hämtas ur sin post."""
    return tuple(_anmälan(bok, a) for a in möte.anmälningsärenden)


def _anmälan(bok: Bok, a: Anmälningsärende) -> AnmälanVy:
    beslut = bok.delegationsbeslut(a.delegationsbeslut)
    if beslut is None:
        return AnmälanVy(a.rubrik or "", a.dnr, a.text, a.delegationsbeslut, None, None, None)
    dnr = a.dnr or (str(beslut.dnr) if beslut.dnr else None)
    text = a.text or beslut.beslut
    return AnmälanVy(beslut.rubrik, dnr, text, a.delegationsbeslut, beslut.delegat, str(beslut.datum), beslut.punkt)
