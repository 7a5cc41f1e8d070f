"""Fakturaunderlaget: läs hela arkivet, så att ingen återbetalning är utanför, räkna, och skriv i det format som valts."""

from pathlib import Path

from gns.flows.protokoll import Dokument
from gns.grund.fel import Användningsfel

_VISAS = 3


def gör_fakturaunderlag(start: Path, data: Path | None, år: int, tillfälle: str | None, format: str) -> Dokument:
    """Årets fakturaunderlag. Kastar Användningsfel, också när posterna saknar det som formatet kräver, Postfel eller Diskfel."""
    from gns.dokument.fakturaunderlag import bygg_fakturaunderlag
    from gns.render.render import render
    from gns.storage.arkiv import hitta_arkiv
    from gns.storage.las import load_allt

    arkiv = hitta_arkiv(start, data)
    bok, varningar = load_allt(arkiv)
    if år not in bok.budgetår:
        finns = ", ".join(map(str, sorted(bok.budgetår))) or "inga"
        raise Användningsfel(f"det finns inget budgetår {år}", f"budgetår som finns: {finns}")
    vy = bygg_fakturaunderlag(bok, år, tillfälle)
    årens = tuple(v for v in varningar if Path(v.fil).parent.name == "budgetar")
    if format not in ("ubl", "sie"):
        return Dokument(render("fakturaunderlag", vy, format, arkiv.mallar), årens)
    from gns.dokument.faktura_brister import brister

    if not any(t.fakturor for t in vy.tillfällen):
        raise Användningsfel(f"det finns inget att fakturera {år}", "gns fakturaunderlag visar varför")
    if saknas := brister(vy, format):
        fler = f", och {len(saknas) - _VISAS} saker till" if len(saknas) > _VISAS else ""
        text = f"{format} går inte att göra: {'; '.join(saknas[:_VISAS])}{fler}"
        raise Användningsfel(text, "lägg in det i posterna; gns hittar inte på det")
    if format == "ubl":
        from gns.render.ubl import skriv_ubl

        return Dokument(skriv_ubl(vy), årens)
    from gns.render.sie import skriv_sie

    return Dokument(skriv_sie(vy), årens)
