"""Förseglar det justerade: posten, arkivexemplaret och sigillet skrivs, sparas i git och får en tagg; allt eller inget."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from gns.flows.justera_prov import Kandidat, hindrande, kandidat
from gns.flows.kontrollrad import Kontrollrad
from gns.grund.fel import Användningsfel

if TYPE_CHECKING:
    from gns.history.forsegla import Läge
    from gns.modell.sigill import Sigill
    from gns.modell.spar import Spår
    from gns.storage.arkiv import Arkiv


@dataclass(frozen=True, slots=True)
class Begäran:
    """Det som ska förseglas: mötet, eller en § i det; dagen det justerades, den undertecknade filen, svar på fynd, nyckeln.

    Utan ``nyckel`` används den som är inställd i git, om inte ``utan_nyckel``.
    """

    datum: str
    paragraf: int | None
    justerad: dt.date | None
    undertecknat: Path | None
    besvara: tuple[tuple[str, str], ...]
    av: str
    nyckel: Path | None
    utan_nyckel: bool
    idag: dt.date


@dataclass(frozen=True, slots=True)
class Förseglat:
    """Det som gjordes; är ``hinder`` satta är inget gjort. ``filer`` är sökvägar under data/.

    ``inte_undertecknat`` är skälet till att nyckeln som är inställd i git inte undertecknade, och ``utan_nyckel`` de
    som ska underteckna men inte har någon nyckel i signatärslistan.
    """

    hinder: tuple[Kontrollrad, ...] = ()
    namn: str = ""
    nr: int = 0
    kontrollkod: str = ""
    commit: str = ""
    tagg: str = ""
    skicka: str = ""
    filer: tuple[str, ...] = ()
    undertecknat_av: str = ""
    återstår: tuple[str, ...] = ()
    inte_undertecknat: str = ""
    utan_nyckel: tuple[str, ...] = ()


def justera(start: Path, data: Path | None, b: Begäran) -> Förseglat:
    """Förseglar. Kastar Användningsfel, Postfel, Sigillfel, Konfliktfel och Diskfel; då är inget ändrat."""
    from gns.history.forsegla import läget
    from gns.history.spar import läs_spår
    from gns.storage.arkiv import hitta_arkiv
    from gns.storage.sigill import mötets_sigill

    arkiv = hitta_arkiv(start, data)
    läge = läget(arkiv.data)
    spår = läs_spår(arkiv.data)
    _kräv_helt(spår)
    if finns := mötets_sigill(arkiv, b.datum).get(b.paragraf):
        from gns.flows.justera_underskrift import underteckna

        return underteckna(arkiv, läge, spår, finns, b)
    ny = kandidat(arkiv, spår, b)
    if hinder := hindrande(ny):
        return Förseglat(hinder=hinder)
    return _försegla(arkiv, läge, ny, b)


def _kräv_helt(spår: "Spår") -> None:
    """Det förseglas inget ovanpå en bruten kedja, eller bredvid ett sigill som inte är infört."""
    from gns.kontroller.sparfynd import INTAKT
    from gns.kontroller.sparprov import pröva_spåret
    from gns.kontroller.sparvittnen import fortsättning
    from gns.storage.sigill import läs_träd

    besked = pröva_spåret(spår, läs_träd)
    if besked.svar != INTAKT:
        skäl = next(
            f.text for del_ in (besked.kedjan, *(s.skäl for s in besked.sigill)) for f in del_ if f.vikt != "upplysning"
        )
        raise Användningsfel(f"spåret är inte helt: {skäl}", "kör gns verifiera, och läs i README vad du gör då")
    for gren, filer in spår.andra.items():
        if nya := fortsättning(spår, filer):
            råd = f"för in {gren} först, eller ta bort den om det förseglade i den inte ska gälla"
            raise Användningsfel(f"sigill {nya[0]} finns i {gren} men inte i {spår.egen_gren}", råd)


def _försegla(arkiv: "Arkiv", läge: "Läge", ny: Kandidat, b: Begäran) -> Förseglat:
    from gns.flows.justera_nyckel import underskriften, utan_nyckel
    from gns.grund.avbrott import går_att_ångra
    from gns.grund.kontrollkod import kontrollkod
    from gns.history.forsegla import förbered, låst, skicka_raden, slutför
    from gns.modell.sigill import sigillfil, skriv_sigill, summa
    from gns.storage.sigill import skrivna

    sigill = ny.sigill({fil: summa(rå) for fil, rå in ny.låsta.items()})
    rå = skriv_sigill(sigill)
    filer = {**ny.låsta, **ny.andra, sigillfil(sigill.nr): rå}
    underskrift, skäl = underskriften(b, läge.förråd.rot, sigill, rå)
    if underskrift:
        filer[underskrift.fil] = underskrift.rå
    text = meddelande(sigill, rå)
    förberett = förbered(läge, filer, text, sigill.tagg, underskrift.på_tagg if underskrift else None)
    på_disk = {fil: ny.på_disk(fil, innehåll) for fil, innehåll in filer.items()}
    with går_att_ångra(), låst(läge), skrivna(arkiv.data, på_disk, ny.väntade) as klart:
        slutför(förberett, klart)
    vem = underskrift.vem if underskrift else ""
    återstår = tuple(n for n in sigill.undertecknas_av if n != vem) if vem else ()
    return Förseglat(
        (), sigill.namn, sigill.nr, kontrollkod(rå), förberett.commit, sigill.tagg, skicka_raden(läge, sigill.tagg),
        tuple(sorted(filer)), vem, återstår, skäl, utan_nyckel(sigill),
    )  # fmt: skip


def meddelande(s: "Sigill", rå: bytes) -> str:
    """Commitens och taggens text."""
    from gns.grund.kontrollkod import kontrollkod

    return f"Förseglar {s.namn}\n\nSigill {s.nr}, justerat {s.justerad}\nKontrollkod {kontrollkod(rå)}\n"
