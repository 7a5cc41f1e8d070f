"""Mall och data blir ett träd; ett fel i mallen blir ett Användningsfel med mallens fil och rad."""

import re
from pathlib import Path
from typing import Any

from gns.grund.fel import Användningsfel, Diskfel
from gns.render.barn import kör
from gns.render.las import läs_träd
from gns.render.mallarbete import Arbete
from gns.render.mallelement import Trädfel
from gns.render.sokvag import mallmappar
from gns.render.trad import Träd


def träd_av_mall(mall: str, data: dict[str, Any], egna: Path | None) -> Träd:
    """Skriver ut ``<mall>.html.j2`` och läser den. Användningsfel med ``fil:rad`` för varje fel i mallen."""
    arbete = Arbete(f"{mall}.html.j2", data, tuple(str(m) for m in mallmappar(egna)))
    xhtml = _skriv(arbete)
    try:
        return läs_träd(xhtml)
    except Trädfel as fel:
        raise Användningsfel(f"{_plats(arbete, xhtml, fel.plats)}: {fel.text}", fel.råd) from fel


def _skriv(arbete: Arbete) -> str:
    svar = kör(arbete)
    if svar.fel:
        plats, text, råd = svar.fel
        if svar.disk:
            raise Diskfel(text, råd)
        raise Användningsfel(f"{plats or arbete.mall}: {text}", råd)
    return svar.ut


def _plats(arbete: Arbete, xhtml: str, plats: int) -> str:
    """Mallens fil och rad för ett tecken i utskriften: mallen skrivs ut igen med ett märke i varje rad."""
    nummer = next(n for n in range(len(xhtml) + 2) if f"\0{n}:" not in xhtml)
    svar = kör(arbete._replace(märke=f"\0{nummer}:"))
    märken = re.compile(rf"\x00{nummer}:([0-9]+):([0-9]+)\x00")
    funnen, borttaget = arbete.mall, 0
    for träff in märken.finditer(svar.ut):
        if träff.start() - borttaget > plats:
            break
        funnen = f"{svar.tabell[int(träff[1])]}:{träff[2]}"
        borttaget += len(träff[0])
    return funnen
