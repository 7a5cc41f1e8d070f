"""En rättelse skrivs i data/rattelser; protokollet som den rättar står kvar som det justerades (R48)."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from gns.grund.fel import Användningsfel


@dataclass(frozen=True, slots=True)
class NyRättelse:
    """Det som rättas: mötet, § (None för hela protokollet), vad som står fel, vad som är rätt, skälet, vem och när."""

    datum: str
    paragraf: int | None
    fel: str
    rätt: str
    skäl: str
    av: str
    dag: dt.date


def rätta(start: Path, data: Path | None, ny: NyRättelse) -> str:
    """Skriver rättelsen och ger filen. Kastar Användningsfel, Postfel, Sigillfel, Konfliktfel och Diskfel."""
    from gns.storage.arkiv import hitta_arkiv
    from gns.storage.fil import läs_bytes, visa_stig
    from gns.storage.las import load_protokoll
    from gns.storage.listpost import RÄTTELSER, lägg_till

    arkiv = hitta_arkiv(start, data)
    bok, _ = load_protokoll(arkiv, ny.datum)
    möte = bok.möten[dt.date.fromisoformat(ny.datum)]
    paragraf = next((p for p in möte.paragrafer if p.nr == ny.paragraf), None)
    if ny.paragraf is not None and paragraf is None:
        nummer = ", ".join(str(p.nr) for p in möte.paragrafer)
        raise Användningsfel(f"mötet {ny.datum} har ingen § {ny.paragraf}", f"mötet har §§ {nummer}")
    if not möte.är_justerat and not (paragraf and paragraf.omedelbart_justerad):
        råd = "före justeringen rättas mötets post, och protokollet ska säga det som beslutades"
        raise Användningsfel(f"{ny.datum} är inte justerat", råd)
    _kräv_fel(start, data, ny)
    punkt = {
        "datum": str(ny.dag),
        "paragraf": str(ny.paragraf or ""),
        "fel": ny.fel,
        "rätt": ny.rätt,
        "skäl": ny.skäl,
        "av": ny.av,
    }
    stig = arkiv.riktig_stig("rattelser", ny.datum)
    gammal = läs_bytes(stig) if stig.exists() else None
    lägg_till(RÄTTELSER, stig, ny.datum, {n: v for n, v in punkt.items() if v}, gammal)
    return visa_stig(stig)


def _kräv_fel(start: Path, data: Path | None, ny: NyRättelse) -> None:
    """Det som rättas står i handlingen, och det rätta är något annat."""
    from gns.flows.protokoll import gör_protokoll, gör_utdrag

    if ny.fel.split() == ny.rätt.split():
        raise Användningsfel("det rätta är detsamma som det som står", "skriv det som ska stå efter --rätt")
    if ny.paragraf is None:
        dokument, var = gör_protokoll(start, data, ny.datum, "text"), "protokollet"
    else:
        dokument, var = gör_utdrag(start, data, ny.datum, ny.paragraf, "text"), f"§ {ny.paragraf}"
    sökt = " ".join(ny.fel.split())
    if sökt not in " ".join(dokument.innehåll.decode().split()):
        råd = "skriv det som det står; saknas något, skriv orden bredvid"
        raise Användningsfel(f"{var} i protokollet {ny.datum} säger inte ”{sökt}”", råd)
