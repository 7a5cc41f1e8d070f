"""Registren: läs hela arkivet och bygg raderna. Alla kastar Användningsfel, Postfel eller Diskfel."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from gns.grund.dnr import Dnr, läs_dnr
from gns.grund.fel import Användningsfel

if TYPE_CHECKING:
    from gns.dokument.register_arende import Ärendevy
    from gns.dokument.register_arenden import Ärenderad
    from gns.dokument.register_beslut import Beslutsrad
    from gns.dokument.register_delegation import Anmälningsrad
    from gns.dokument.register_narvaro import Närvarorad
    from gns.dokument.register_uppdrag import Uppdragsrad
    from gns.modell.bok import Bok


def lista_uppdrag(
    start: Path, data: Path | None, per: dt.date, till: str | None, öppna: bool
) -> "tuple[Uppdragsrad, ...]":
    """Uppdragen som de står den dagen."""
    from gns.dokument.register_uppdrag import bygg_uppdrag

    return bygg_uppdrag(_bok(start, data), per, till, öppna)


def lista_beslut(start: Path, data: Path | None, dnr: str | None, år: int | None) -> "tuple[Beslutsrad, ...]":
    """Varje delbeslut; i ett ärende eller ett år när det är valt."""
    from gns.dokument.register_beslut import bygg_beslut

    bok = _bok(start, data)
    valt = None if dnr is None else _ärende(bok, dnr)
    if år is not None:
        _kräv_år(år, {dag.year for dag in bok.möten}, "möten")
    return bygg_beslut(bok, valt, år)


def lista_närvaro(start: Path, data: Path | None, år: int) -> "tuple[int, tuple[Närvarorad, ...]]":
    """Antalet möten med antecknad närvaro, och en rad per person."""
    from gns.dokument.register_narvaro import bygg_närvaro

    bok = _bok(start, data)
    _kräv_år(år, {dag.year for dag in bok.möten}, "möten")
    return bygg_närvaro(bok, år)


def lista_ärenden(start: Path, data: Path | None, per: dt.date, öppna: bool, väntande: bool) -> "tuple[Ärenderad, ...]":
    """Ärendena efter diarienummer."""
    from gns.dokument.register_arenden import bygg_ärenden

    return bygg_ärenden(_bok(start, data), per, öppna, väntande)


def visa_ärende(start: Path, data: Path | None, dnr: str, per: dt.date) -> "Ärendevy":
    """Ett ärendes väg genom mötena."""
    from gns.dokument.register_arende import bygg_ärende

    bok = _bok(start, data)
    return bygg_ärende(bok, _ärende(bok, dnr), per)


def lista_delegation(
    start: Path, data: Path | None, per: dt.date, år: int | None, oanmälda: bool
) -> "tuple[Anmälningsrad, ...]":
    """Det som ska anmälas, som det står den dagen; ett år är känt när det har möten eller något att anmäla."""
    from gns.dokument.register_delegation import bygg_delegation

    bok = _bok(start, data)
    alla = bygg_delegation(bok, per)
    if år is not None:
        _kräv_år(år, {dag.year for dag in (*bok.möten, *(r.datum for r in alla if r.datum))}, "möten eller anmälningar")
    return bygg_delegation(bok, per, år, oanmälda)


def _bok(start: Path, data: Path | None) -> "Bok":
    from gns.storage.arkiv import hitta_arkiv
    from gns.storage.las import load_allt

    return load_allt(hitta_arkiv(start, data))[0]


def _ärende(bok: "Bok", dnr: str) -> Dnr:
    from gns.grund.tecken import råd_för

    läst = läs_dnr(dnr)
    if läst not in bok.ärenden:
        råd = råd_för(dnr, map(str, sorted(bok.ärenden)), "alla ärenden visas med gns ärende lista")
        raise Användningsfel(f"det finns inget ärende {dnr}", råd)
    return läst


def _kräv_år(år: int, finns: set[int], vad: str) -> None:
    if år not in finns:
        råd = f"{vad} finns från {', '.join(map(str, sorted(finns)))}" if finns else ""
        raise Användningsfel(f"det finns inga {vad} från {år}", råd)
