"""Förseglar det justerade: posten, arkivexemplaret och sigillet skrivs, sparas i git och får en tagg; allt eller inget."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from gns.flows.justera_prov import Kandidat, hindrande, kandidat
from gns.flows.kontrollrad import Kontrollrad
from gns.grund.fel import Användningsfel

if TYPE_CHECKING:
    from gns.history.forsegla import Läge
    from gns.modell.sigill import Nyckel, Sigill
    from gns.modell.spar import Spår
    from gns.storage.arkiv import Arkiv


@dataclass(frozen=True, slots=True)
class Begäran:
    """Det som ska förseglas: mötet, eller en § i det; dagen det justerades, den undertecknade filen, svar på fynd, nyckeln."""

    datum: str
    paragraf: int | None
    justerad: dt.date | None
    undertecknat: Path | None
    besvara: tuple[tuple[str, str], ...]
    av: str
    nyckel: Path | None
    idag: dt.date


@dataclass(frozen=True, slots=True)
class Förseglat:
    """Det som gjordes; är ``hinder`` satta är inget gjort. ``filer`` är sökvägar under data/."""

    hinder: tuple[Kontrollrad, ...] = ()
    namn: str = ""
    nr: int = 0
    kontrollkod: str = ""
    commit: str = ""
    tagg: str = ""
    skicka: str = ""
    filer: tuple[str, ...] = ()
    undertecknat_av: str = ""
    återstår: tuple[str, ...] = field(default=())


def justera(start: Path, data: Path | None, b: Begäran) -> Förseglat:
    """Förseglar. Kastar Användningsfel, Postfel, Sigillfel, Konfliktfel och Diskfel; då är inget ändrat."""
    from gns.history.forsegla import läget
    from gns.history.spar import läs_spår
    from gns.storage.arkiv import hitta_arkiv
    from gns.storage.sigill import förseglat

    arkiv = hitta_arkiv(start, data)
    läge = läget(arkiv.data)
    spår = läs_spår(arkiv.data)
    _kräv_helt(spår)
    if finns := förseglat(arkiv, b.datum, b.paragraf):
        from gns.flows.justera_underskrift import underteckna

        return underteckna(arkiv, läge, spår, finns, b)
    ny = kandidat(arkiv, spår, b)
    if hinder := hindrande(ny):
        return Förseglat(hinder=hinder)
    return _försegla(arkiv, läge, ny, b)


def _kräv_helt(spår: "Spår") -> None:
    """Det förseglas inget ovanpå en bruten kedja."""
    from gns.kontroller.sparfynd import INTAKT
    from gns.kontroller.sparprov import pröva_spåret
    from gns.storage.sigill import läs_träd

    besked = pröva_spåret(spår, läs_träd)
    if besked.svar != INTAKT:
        skäl = next(
            f.text for del_ in (besked.kedjan, *(s.skäl for s in besked.sigill)) for f in del_ if f.vikt != "upplysning"
        )
        raise Användningsfel(f"spåret är inte helt: {skäl}", "kör gns verifiera, och rätta det först")


def _försegla(arkiv: "Arkiv", läge: "Läge", ny: Kandidat, b: Begäran) -> Förseglat:
    from gns.grund.kontrollkod import kontrollkod
    from gns.history.forsegla import förbered, låst, skicka_raden, slutför
    from gns.modell.sigill import sigillfil, skriv_sigill, summa
    from gns.storage.sigill import skrivna

    sigill = ny.sigill({fil: summa(rå) for fil, rå in ny.låsta.items()})
    rå = skriv_sigill(sigill)
    filer = {**ny.låsta, **ny.andra, sigillfil(sigill.nr): rå}
    signera = None
    vem = ""
    if b.nyckel:
        fil, signatur, vem = signatur_för(b.nyckel, sigill, rå)
        filer[fil] = signatur
        signera = _taggens_signatur(b.nyckel)
    text = meddelande(sigill, rå)
    förberett = förbered(läge, filer, text, sigill.tagg, signera)
    with låst(läge), skrivna(arkiv.data, {fil: ny.på_disk(fil, b_) for fil, b_ in filer.items()}, ny.väntade):
        slutför(förberett)
    återstår = tuple(n for n in sigill.undertecknas_av if n != vem) if vem else ()
    return Förseglat(
        (), sigill.namn, sigill.nr, kontrollkod(rå), förberett.commit, sigill.tagg, skicka_raden(läge, sigill.tagg),
        tuple(sorted(filer)), vem, återstår,
    )  # fmt: skip


def _taggens_signatur(nyckel: Path) -> Callable[[bytes], bytes]:
    from gns.history.signatur import signera

    return lambda text: signera(nyckel, text, "git")


def meddelande(s: "Sigill", rå: bytes) -> str:
    """Commitens och taggens text."""
    from gns.grund.kontrollkod import kontrollkod

    return f"Förseglar {s.namn}\n\nSigill {s.nr}, justerat {s.justerad}\nKontrollkod {kontrollkod(rå)}\n"


def signatur_för(nyckel: Path, s: "Sigill", rå: bytes) -> tuple[str, bytes, str]:
    """(fil, underskrift, namn). Användningsfel när nyckeln inte gällde för någon som skulle underteckna."""
    from gns.grund.tecken import ascii_form
    from gns.history.signatur import nyckeln_i, signera

    signatur = signera(nyckel, rå)
    vem = _ägare(nyckeln_i(signatur), s.signatärer, s)
    return f"sigill/{s.nr:04}-{'-'.join(ascii_form(vem).split())}.sig", signatur, vem


def _ägare(nyckel: str, signatärer: "tuple[Nyckel, ...]", s: "Sigill") -> str:
    from gns.kontroller.sparvittnen import gällde

    råd = "lägg den i data/sigill/signatarer.yaml och spara den i git, eller försegla utan --nyckel"
    egna = [n for n in signatärer if n.nyckel == nyckel]
    if not egna:
        raise Användningsfel("nyckeln står inte i signatärslistan som sigillet bär", råd)
    gällande = [n for n in egna if gällde(n, s.förseglad)]
    if not gällande:
        raise Användningsfel(
            f"nyckeln för {egna[0].namn} gällde inte {s.förseglad}", "använd en nyckel som gäller den dagen"
        )
    if valda := [n.namn for n in gällande if n.namn in s.undertecknas_av]:
        return valda[0]
    vilka = " och ".join(s.undertecknas_av) or "ingen"
    raise Användningsfel(f"{gällande[0].namn} undertecknar inte {s.namn}", f"de som gör det är {vilka}")
