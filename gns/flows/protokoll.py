"""Protokoll och utdrag: läs posterna, bygg vyn, skriv den i ett format."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from gns.grund.datafel import Filfel


@dataclass(frozen=True, slots=True)
class Dokument:
    """Ett färdigt dokument, och läsningens varningar så länge det går att göra något åt dem (inte när det är justerat)."""

    innehåll: bytes
    varningar: tuple[Filfel, ...]


def gör_protokoll(start: Path, data: Path | None, datum: str, format: str) -> Dokument:
    """Mötets protokoll; för ett förseglat möte utan rättelser arkivexemplarets byte, i de format som det finns i.

    Kastar Användningsfel, Postfel, Diskfel, och Sigillfel när något förseglat är ändrat.
    """
    from gns.dokument.protokoll import bygg_protokoll
    from gns.dokument.sparvy import efterhandens
    from gns.render.render import render
    from gns.storage.arkiv import hitta_arkiv
    from gns.storage.las import load_protokoll
    from gns.storage.sigill import kräv_orörd, kräv_orörda_paragrafer, mötets_sigill

    arkiv = hitta_arkiv(start, data)
    sigillen = mötets_sigill(arkiv, datum)
    kräv_orörda_paragrafer(arkiv, datum, sigillen)
    spår = None
    if förseglingen := sigillen.get(None):
        sigill, rå = förseglingen
        spår = efterhandens(sigill, rå, f"moten/{datum}.yaml")
        kräv_orörd(arkiv, sigill, f"moten/{datum}.yaml")
        exemplar = f"arkiv/{datum}.{format}"
        arkiverat = kräv_orörd(arkiv, sigill, exemplar) if exemplar in sigill.filer else None
        if arkiverat is not None and not arkiv.stig("rattelser", datum).exists():
            return Dokument(arkiverat, ())
    bok, varningar = load_protokoll(arkiv, datum)
    vy = bygg_protokoll(bok, dt.date.fromisoformat(datum), spår)
    return Dokument(render("protokoll", vy, format, arkiv.mallar), varningar if vy.utkast else ())


def gör_utdrag(start: Path, data: Path | None, datum: str, nr: int, format: str) -> Dokument:
    """En § ur mötets protokoll. Kastar Användningsfel, Postfel, Diskfel, och Sigillfel när något förseglat är ändrat."""
    from gns.dokument.sparvy import efterhandens
    from gns.dokument.utdrag import bygg_utdrag
    from gns.grund.fel import Användningsfel
    from gns.render.render import render
    from gns.storage.arkiv import hitta_arkiv
    from gns.storage.las import load_protokoll
    from gns.storage.sigill import kräv_orörd, kräv_orörda_paragrafer, mötets_sigill

    arkiv = hitta_arkiv(start, data)
    bok, varningar = load_protokoll(arkiv, datum)
    dag = dt.date.fromisoformat(datum)
    nummer = [str(p.nr) for p in bok.möten[dag].paragrafer]
    if str(nr) not in nummer:
        finns = f"mötet har §§ {', '.join(nummer)}" if nummer else "mötet har inga paragrafer"
        raise Användningsfel(f"mötet {datum} har ingen § {nr}", finns)
    sigillen = mötets_sigill(arkiv, datum)
    försegling, fil = sigillen.get(nr), f"arkiv/{datum}-p{nr}.yaml"
    if försegling is None:
        försegling, fil = sigillen.get(None), f"moten/{datum}.yaml"
    if försegling:
        kräv_orörd(arkiv, försegling[0], fil)
    kräv_orörda_paragrafer(arkiv, datum, sigillen)
    vy = bygg_utdrag(bok, dag, nr, efterhandens(*försegling, fil) if försegling else None)
    return Dokument(render("utdrag", vy, format, arkiv.mallar), varningar if vy.utkast else ())
