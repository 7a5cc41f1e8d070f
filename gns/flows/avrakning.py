"""Avräkningen: hela arkivet, räknat från det första budgetåret."""

from pathlib import Path

from gns.flows.budgetarkiv import kräv_budgetår, läs_hela
from gns.flows.protokoll import Dokument
from gns.grund.fel import Användningsfel


def gör_avräkning(start: Path, data: Path | None, år: int, från: int | None, format: str) -> Dokument:
    """Avräkningen för ett år, eller från ett tidigare. Kastar Användningsfel, Postfel eller Diskfel."""
    from gns.dokument.avrakning import bygg_avräkning
    from gns.render.render import render

    arkiv, bok, varningar = läs_hela(start, data)
    kräv_budgetår(bok, år)
    första = år if från is None else från
    kräv_budgetår(bok, första, " att börja från")
    if första > år:
        raise Användningsfel(f"--från {första} är efter {år}", f"skriv gns avräkning {första} --från {år}")
    return Dokument(render("avrakning", bygg_avräkning(bok, första, år), format, arkiv.mallar), varningar)
