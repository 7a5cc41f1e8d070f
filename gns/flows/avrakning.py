"""Avräkningen: läs hela arkivet, så att ingen återbetalning är utanför, och räkna från det första budgetåret."""

from pathlib import Path

from gns.flows.protokoll import Dokument
from gns.grund.fel import Användningsfel


def gör_avräkning(start: Path, data: Path | None, år: int, från: int | None, format: str) -> Dokument:
    """Avräkningen för ett år, eller från ett tidigare. Kastar Användningsfel, Postfel eller Diskfel."""
    from gns.dokument.avrakning import bygg_avräkning
    from gns.render.render import render
    from gns.storage.arkiv import hitta_arkiv
    from gns.storage.las import load_allt

    arkiv = hitta_arkiv(start, data)
    bok, varningar = load_allt(arkiv)
    finns = ", ".join(map(str, sorted(bok.budgetår)))
    råd = f"budgetår som finns: {finns}" if finns else "lägg årets post i data/budgetar/, till exempel 2021.yaml"
    if år not in bok.budgetår:
        raise Användningsfel(f"det finns inget budgetår {år}", råd)
    if från is not None and från not in bok.budgetår:
        raise Användningsfel(f"det finns inget budgetår {från} att börja från", råd)
    if från is not None and från > år:
        raise Användningsfel(f"--från {från} är efter {år}", f"skriv gns avräkning {från} --från {år}")
    vy = bygg_avräkning(bok, år if från is None else från, år)
    årens = tuple(v for v in varningar if Path(v.fil).parent.name == "budgetar")
    return Dokument(render("avrakning", vy, format, arkiv.mallar), årens)
