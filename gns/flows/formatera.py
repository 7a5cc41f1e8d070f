"""Posternas form: alla poster eller de som pekas ut, ordnade eller bara kontrollerade."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from gns.grund.datafel import Filfel
from gns.grund.fel import Användningsfel, Diskfel, GnsFel, Konfliktfel

if TYPE_CHECKING:
    from gns.storage.arkiv import Arkiv, Post


@dataclass(frozen=True, slots=True)
class Formresultat:
    """Filerna som ändrades (eller skulle ändras), det som återstår, det som disken hindrade, och antalet poster."""

    ändrade: tuple[str, ...]
    fel: tuple[Filfel, ...]
    hindrade: tuple[GnsFel, ...]
    antal: int


def formatera(start: Path, data: Path | None, sökvägar: tuple[Path, ...], kontrollera: bool) -> Formresultat:
    """Ställer posterna i form och säger vad som är fel i dem; med ``kontrollera`` skrivs inget.

    En fil som inte går att nå stoppar inte de andra, och en förseglad rörs aldrig.

    Kastar Användningsfel.
    """
    from gns.storage.arkiv import främmande, hitta_arkiv
    from gns.storage.fil import visa_stig
    from gns.storage.formatera import formatera_fil
    from gns.storage.las import granska_alla
    from gns.storage.sigill import förseglade_filer

    arkiv = hitta_arkiv(start, data)
    valda = _valda(arkiv, start, sökvägar)
    ändrade: list[str] = []
    fel = list(() if sökvägar else främmande(arkiv))
    hindrade: list[GnsFel] = []
    förseglade = förseglade_filer(arkiv)
    for slag, id, stig in valda:
        if stig in förseglade:
            continue
        try:
            ändrad, egna = formatera_fil(stig, slag, id, kontrollera)
        except (Diskfel, Konfliktfel) as hinder:
            hindrade.append(hinder)
            continue
        fel += egna
        if ändrad:
            ändrade.append(visa_stig(stig))
    filer = {visa_stig(stig) for _, _, stig in valda}
    fel += [f for f in granska_alla(arkiv) if f.fil in filer and f not in fel]
    return Formresultat(tuple(ändrade), tuple(fel), tuple(hindrade), len(valda))


def _valda(arkiv: "Arkiv", start: Path, sökvägar: tuple[Path, ...]) -> "list[Post]":
    from gns.storage.arkiv import poster

    alla = poster(arkiv)
    if not sökvägar:
        return alla
    valda: dict[Path, Post] = {}
    for sökväg in sökvägar:
        hel = Path(os.path.abspath(start / sökväg))  # noqa: PTH100 – länkar ska inte lösas upp
        träffar = {p[2]: p for p in alla if p[2] == hel or hel in p[2].parents}
        if not träffar:
            raise Användningsfel(f"{sökväg} är ingen post och ingen mapp med poster", f"posterna ligger i {arkiv.data}")
        valda |= träffar
    return list(valda.values())
