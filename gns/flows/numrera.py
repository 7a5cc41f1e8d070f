"""Ett mötes §§ numreras i dess post; allt annat i filen står kvar."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from gns.grund.datafel import Filfel
from gns.grund.fel import Användningsfel


@dataclass(frozen=True, slots=True)
class Numrerat:
    """Postens fil, gammalt nummer → nytt i mötets ordning, och de texter som nämner ett nummer som har ändrats."""

    fil: str
    karta: dict[int, int]
    omnämnda: tuple[Filfel, ...]


def numrera(start: Path, data: Path | None, datum: str) -> Numrerat:
    """Ger mötets §§ nästa lediga nummer. Kastar Användningsfel, Postfel, Diskfel och Konfliktfel."""
    from gns.storage.andra import öppna
    from gns.storage.arkiv import hitta_arkiv
    from gns.storage.fil import visa_stig
    from gns.storage.las import load_möten
    from gns.storage.plats import filfel
    from gns.storage.skriv import skriv_atomiskt
    from gns.uppdrag.numrering import hinder, krock, numrering, omnämnda, ändringar

    arkiv = hitta_arkiv(start, data)
    möten, filer = load_möten(arkiv, datum)
    dag = dt.date.fromisoformat(datum)
    karta = numrering(möten, dag)
    stig, ny = filer[dag].stig, filer[dag].rå
    if skäl := hinder(möten, dag, arkiv.stig("anslag", datum).exists()):
        råd = "rätta med gns rätta" if möten[dag].är_justerat else "rätta ett enstaka nummer för hand i posten"
        raise Användningsfel(f"numren i mötet {datum} ligger fast: {skäl}", råd)
    if krocken := krock(möten, dag, karta):
        raise Användningsfel(*krocken)
    if ändras := dict(ändringar(möten[dag], karta)):
        ny = öppna(ny).ersätt_texter(ändras)
        skriv_atomiskt(stig, ny, väntat=filer[dag].rå)
    nämner: list[Filfel] = []
    for d, möte in sorted(möten.items()):
        if fynd := tuple(omnämnda(möte, dag, karta)):
            nämner += filfel(filer[d].stig, ny if d == dag else filer[d].rå, fynd)
    return Numrerat(visa_stig(stig), karta, tuple(nämner))
