"""En posts liv ur git, med det som inte är sparat än, och besluten som rörde den."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from gns.grund.fel import Användningsfel, Postfel

if TYPE_CHECKING:
    from gns.dokument.historik import Händelse, Postval, Version
    from gns.dokument.historik_beslut import Beslutat
    from gns.history.logg import Logg
    from gns.storage.arkiv import Arkiv
    from gns.storage.delad_las import Delläsare


@dataclass(frozen=True, slots=True)
class Historik:
    """Posten och dess fil, ändringarna nyast sist och besluten; ``beslut`` är None när posterna inte går att läsa.

    ``avklippt`` säger att förrådet är en grund klon, där det som hände förut saknas.
    """

    post: str
    fil: str
    avklippt: bool
    ändringar: "tuple[Händelse, ...]"
    beslut: "tuple[Beslutat, ...] | None"


def läs_historik(start: Path, data: Path | None, val: "Postval", med_beslut: bool = True) -> Historik:
    """Historiken. Användningsfel utanför git eller när posten aldrig har funnits, Diskfel när disken hindrar."""
    from gns.dokument.historik import bygg_händelser
    from gns.history.logg import påbörjad_logg
    from gns.storage.arkiv import hitta_arkiv
    from gns.storage.fil import visa_stig

    arkiv = hitta_arkiv(start, data)
    stig = arkiv.stig(val.slag, val.id)
    with påbörjad_logg(arkiv.data, stig.relative_to(arkiv.data).as_posix()) as hämta:
        beslut = _beslut(arkiv, val) if med_beslut else None  # medan git söker
        logg = hämta()
    versioner = _versioner(logg, stig)
    if not versioner:
        raise Användningsfel(f"posten {val.text} finns inte, och har aldrig funnits i git", _råd(arkiv, val))
    ändringar = bygg_händelser(versioner, val)
    if not ändringar:
        raise Användningsfel(f"{val.text} finns inte i {visa_stig(stig)}, och har aldrig funnits där", _råd(arkiv, val))
    return Historik(val.text, visa_stig(stig), logg.avklippt, ändringar, beslut)


def _versioner(logg: "Logg", stig: Path) -> "list[Version]":
    """Varje version läst en gång, och sist den i arbetskopian när den är en annan än den i HEAD."""
    from gns.dokument.historik import EJ_SPARAT, Version
    from gns.storage.delad_las import Delläsare
    from gns.storage.fil import läs_bytes, visa_stig

    läsare = Delläsare()
    lästa: dict[bytes | None, tuple[dict[str, object] | None, str]] = {None: (None, "")}
    ut = []
    for r in logg.rader:
        if r.innehåll not in lästa:
            lästa[r.innehåll] = _läs(läsare, r.innehåll or b"")
        ut.append(Version(r.commit, r.föräldrar, r.vem, r.när, r.meddelande, r.stig, *lästa[r.innehåll]))
    rå: bytes | None = None
    fel = ""
    if os.path.lexists(stig):
        try:
            rå = läs_bytes(stig)
        except Postfel as postfel:
            fel = postfel.fel[0].text
    if rå != logg.nu or fel:
        förälder = (logg.rader[-1].commit,) if logg.rader else ()
        fil = logg.rader[-1].stig if logg.rader else visa_stig(stig)
        träd, läsfel = (None, "") if rå is None else _läs(läsare, rå)
        ut.append(Version("", förälder, "", None, EJ_SPARAT, fil, träd, fel or läsfel))
    return ut


def _läs(läsare: "Delläsare", rå: bytes) -> tuple[dict[str, object] | None, str]:
    try:
        return läsare.läs(rå), ""
    except Postfel as fel:
        ett = fel.fel[0]
        return None, f"{ett.text} (rad {ett.rad})" if ett.rad else ett.text


def _beslut(arkiv: "Arkiv", val: "Postval") -> "tuple[Beslutat, ...] | None":
    from gns.dokument.historik_beslut import bygg_besluten
    from gns.storage.las import load_allt

    try:
        return bygg_besluten(load_allt(arkiv)[0], val)
    except Postfel:
        return None


def _råd(arkiv: "Arkiv", val: "Postval") -> str:
    from gns.grund.dnr import läs_filstam
    from gns.grund.tecken import menade_du
    from gns.storage.arkiv import poster

    finns = [id for slag, id, _ in poster(arkiv) if slag == val.slag]
    if val.id in finns:
        return f"det som finns nu visas med gns historik {val.id.replace('GNS-', 'GNS/')}" if val.nr else ""
    förslag = menade_du(val.id, finns)
    if förslag and val.slag == "arende":
        förslag = str(läs_filstam(förslag))
    return f"menade du {förslag}?" if förslag else "skriv en dag, en §, ett diarienummer, ett år eller namnd"
