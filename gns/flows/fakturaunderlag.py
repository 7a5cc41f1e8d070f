"""Fakturaunderlaget: hela arkivet, räknat och skrivet i det format som valts."""

from pathlib import Path
from typing import TYPE_CHECKING

from gns.flows.budgetarkiv import kräv_budgetår, läs_hela
from gns.flows.protokoll import Dokument
from gns.grund.datafel import Filfel
from gns.grund.fel import Användningsfel, Postfel

if TYPE_CHECKING:
    from gns.dokument.fakturaunderlag import FakturaunderlagVy
    from gns.storage.arkiv import Arkiv


def gör_fakturaunderlag(start: Path, data: Path | None, år: int, tillfälle: str | None, format: str) -> Dokument:
    """Årets fakturaunderlag. Kastar Användningsfel, också när posterna saknar det som formatet kräver, Postfel eller Diskfel."""
    from gns.dokument.fakturaunderlag import bygg_fakturaunderlag
    from gns.render.render import render

    arkiv, bok, varningar = läs_hela(start, data)
    kräv_budgetår(bok, år)
    vy = bygg_fakturaunderlag(bok, år, tillfälle)
    if format not in ("ubl", "sie"):
        return Dokument(render("fakturaunderlag", vy, format, arkiv.mallar), varningar)
    if not vy.externa():
        raise Användningsfel(f"det finns inget att fakturera {år}", "gns fakturaunderlag visar varför")
    _kräv_hela(arkiv, vy, format)
    if format == "ubl":
        from gns.render.ubl import skriv_ubl

        return Dokument(skriv_ubl(vy), varningar)
    from gns.render.sie import skriv_sie

    return Dokument(skriv_sie(vy), varningar)


def _kräv_hela(arkiv: "Arkiv", vy: "FakturaunderlagVy", format: str) -> None:
    """Postfel med allt som fattas i posterna, var och en med den fil det ska stå i."""
    from gns.dokument.faktura_brister import brister
    from gns.storage.fil import visa_stig

    filer = {True: arkiv.stig("namnd", "namnd"), False: arkiv.stig("budget", str(vy.år))}
    if saknas := brister(vy, format):
        raise Postfel(tuple(Filfel(visa_stig(filer[b.i_nämnden]), 0, 0, b.text, b.råd) for b in saknas))
