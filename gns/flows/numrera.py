"""Ett mötes §§ numreras i dess post; alla andra rader står kvar."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from gns.grund.fel import Användningsfel


@dataclass(frozen=True, slots=True)
class Numrerat:
    """Postens fil, och gammalt nummer → nytt i mötets ordning."""

    fil: str
    karta: dict[int, int]


def numrera(start: Path, data: Path | None, datum: str) -> Numrerat:
    """Ger mötets §§ nästa lediga nummer. Kastar Användningsfel, Postfel, Diskfel och Konfliktfel."""
    from gns.storage.andra import öppna
    from gns.storage.arkiv import hitta_arkiv
    from gns.storage.fil import visa_stig
    from gns.storage.las import load_möten
    from gns.storage.skriv import skriv_atomiskt
    from gns.uppdrag.numrering import hinder, numrering, ändringar

    arkiv = hitta_arkiv(start, data)
    möten, rå = load_möten(arkiv, datum)
    dag = dt.date.fromisoformat(datum)
    anslaget = arkiv.stig("anslag", datum).exists()
    if skäl := hinder(möten, dag, anslaget):
        raise Användningsfel(
            f"numren i mötet {datum} ligger fast: {skäl}", "rätta ett enstaka nummer för hand i posten"
        )
    karta = numrering(möten, dag)
    ny = rå
    for väg, värde in ändringar(möten[dag], karta):
        ny = öppna(ny).ersätt(väg, värde)
    stig = arkiv.riktig_stig("mote", datum)
    if ny != rå:
        skriv_atomiskt(stig, ny, väntat=rå)
    return Numrerat(visa_stig(stig), karta)
