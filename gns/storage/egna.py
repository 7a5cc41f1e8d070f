"""Filer som gns själv gör i en mapp: skrivs om när de är gns egna, rörs aldrig när de är någon annans."""

from collections.abc import Mapping
from pathlib import Path

from gns.grund.disk import orsak
from gns.grund.fel import Användningsfel, Diskfel
from gns.storage.fil import visa_stig
from gns.storage.skriv import skriv_atomiskt

_BÖRJAN = 300  # så många byte från början står märket


def skriv_egna(mapp: Path, filer: Mapping[str, str], märke: str) -> dict[str, str]:
    """Filens sökväg → ``skrev``, ``ersatte`` eller ``hade``, för den som redan var likadan. Mappen skapas om den saknas.

    Varje fil bär ``märke``. Användningsfel innan något skrivs när en fil utan det står i vägen eller mappen är en länk, Diskfel när disken hindrar.
    """
    if mapp.is_symlink():
        raise Användningsfel(f"{visa_stig(mapp)} är en länk", "lägg själva mappen där, eller välj en annan")
    innehåll = {mapp / namn: text.encode() for namn, text in filer.items()}
    tidigare = {stig: _läs(stig) for stig in innehåll}
    for stig, nu in tidigare.items():
        if nu is not None and märke.encode() not in nu[:_BÖRJAN]:
            råd = "flytta filen, eller välj en annan mapp"
            raise Användningsfel(f"{visa_stig(stig)} finns redan och är inte skriven av gns; inget är skrivet", råd)
    _skapa(mapp)
    ut = {}
    for stig, ny in innehåll.items():
        nu = tidigare[stig]
        if nu != ny:
            skriv_atomiskt(stig, ny)
        ut[visa_stig(stig)] = "hade" if nu == ny else "skrev" if nu is None else "ersatte"
    return ut


def _läs(stig: Path) -> bytes | None:
    """Det som står i filen; tomt när det inte är en vanlig fil, None när inget finns där."""
    try:
        return stig.read_bytes() if stig.is_file() else b"" if stig.exists() or stig.is_symlink() else None
    except OSError as fel:
        raise Diskfel(f"{visa_stig(stig)} gick inte att läsa: {orsak(fel)}", "se över filens rättigheter") from None


def _skapa(mapp: Path) -> None:
    try:
        mapp.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise Användningsfel(f"{visa_stig(mapp)} är ingen mapp", "välj ett annat namn") from None
    except OSError as fel:
        råd = "se över platsen och försök igen"
        raise Diskfel(f"mappen {visa_stig(mapp)} gick inte att göra: {orsak(fel)}", råd) from None
