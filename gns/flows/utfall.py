"""Utfallet ur redovisningen: läs rapporten, visa den mot budgeten, och skriv den i posten först när någon har sagt ja."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gns.grund.datafel import Filfel
from gns.grund.fel import Användningsfel, Postfel

if TYPE_CHECKING:
    from gns.modell.utfall import Utfall
    from gns.storage.utfallsblad import Utfallsblad


@dataclass(frozen=True, slots=True)
class Inläsning:
    """Det som posten blir: förhandsvisningen, filen, dess nya innehåll och det gamla, eller None när filen är ny."""

    visning: bytes
    fil: Path
    innehåll: bytes
    gammalt: bytes | None


def förbered_utfall(
    start: Path, data: Path | None, från: Path, per: dt.date | None, idag: dt.date, *, omvända: bool
) -> Inläsning:
    """Läser rapporten och visar den mot budgeten; inget skrivs.

    Kastar Användningsfel när dagen är oklar, redan finns eller säger emot filen, Postfel för det i filen som är fel.
    """
    from gns.dokument.utfall import bygg_utfall
    from gns.fordelning.utfall import omvänt, periodutfall
    from gns.render.render import render
    from gns.storage.arkiv import hitta_arkiv
    from gns.storage.fil import läs_bytes
    from gns.storage.las import load_allt
    from gns.storage.utfallsblad import läs_utfallsblad

    arkiv = hitta_arkiv(start, data)
    blad = läs_utfallsblad(start / från)
    dagen = _dagen(blad, per)
    if dagen > idag:
        raise Användningsfel(f"{dagen} har inte varit än", "rätta dagen i kommandot eller i filen")
    bok, _ = load_allt(arkiv)
    gammalt = bok.utfall.get(dagen.year)
    if gammalt and any(p.per == dagen for p in gammalt.perioder):
        råd = f"ta bort perioden i data/utfall/{dagen.year}.yaml först, om den är fel"
        raise Användningsfel(f"utfallet per {dagen} finns redan", råd)
    if gammalt and omvända and not gammalt.omvända_tecken:
        råd = f"ändra i data/utfall/{dagen.year}.yaml, eller ta bort --omvända-tecken"
        raise Användningsfel(f"utfallet för {dagen.year} har redan redovisningens tecken som budgetens", råd)
    fil = arkiv.riktig_stig("utfall", str(dagen.year))
    rå = läs_bytes(fil) if gammalt else None
    nytt = _innehåll(rå, blad.som_period(dagen), omvända=omvända, plats=_plats(gammalt, dagen))
    u = _modell(blad.fil, dagen.year, nytt)
    period = next(p for p in u.perioder if p.per == dagen)
    if omvänt(periodutfall(bok, u, period)):
        råd = (
            f"ta bort omvända_tecken i data/utfall/{dagen.year}.yaml"
            if u.omvända_tecken
            else "lägg till --omvända-tecken"
        )
        raise Användningsfel(f"{blad.fil} har intäkter och kostnader med omvända tecken mot budgeten", råd)
    return Inläsning(render("utfall", bygg_utfall(bok, u, period), "text", arkiv.mallar), fil, nytt, rå)


def skriv_utfall(inläsning: Inläsning) -> str:
    """Skriver posten; ger filen som den visas. Kastar Konfliktfel och Diskfel."""
    from gns.storage.fil import visa_stig
    from gns.storage.skriv import skapa_atomiskt, skriv_atomiskt

    if inläsning.gammalt is None:
        skapa_atomiskt(inläsning.fil, inläsning.innehåll)
    else:
        skriv_atomiskt(inläsning.fil, inläsning.innehåll, väntat=inläsning.gammalt)
    return visa_stig(inläsning.fil)


def _dagen(blad: "Utfallsblad", per: dt.date | None) -> dt.date:
    """Dagen som är vald, när filen inte säger emot; annars den sista som filen nämner."""
    if per is None:
        if len(blad.år) > 1:
            nämnda = ", ".join(map(str, blad.år))
            raise Användningsfel(
                f"{blad.fil} nämner flera år: {nämnda}", "lägg till --per, eller spara rapporten för ett år"
            )
        if not blad.dagar:
            text = f"{blad.fil} säger inte vilken dag utfallet är till och med"
            raise Användningsfel(text, "lägg till --per 2021-04-30")
        return blad.dagar[-1]
    if blad.år and per.year not in blad.år:
        text = f"{blad.fil} är för {blad.år[-1]}, inte {per.year}"
        raise Användningsfel(text, "rätta dagen i kommandot, eller välj rätt fil")
    if blad.dagar and per not in blad.dagar:
        text = f"{blad.fil} är per {blad.dagar[-1]}, inte {per}"
        raise Användningsfel(text, "rätta dagen i kommandot, eller välj rätt fil")
    return per


def _plats(gammalt: "Utfall | None", dagen: dt.date) -> int:
    """Var i listan perioden ska stå, så att de är i ordning."""
    return sum(p.per < dagen for p in gammalt.perioder) if gammalt else 0


def _innehåll(rå: bytes | None, period: dict[str, Any], *, omvända: bool, plats: int) -> bytes:
    from gns.storage.andra import öppna
    from gns.storage.fil import STÖRST
    from gns.storage.form import rader

    if rå is None:
        post = {**({"omvända_tecken": "ja"} if omvända else {}), "perioder": [period]}
        nytt = "".join(f"{rad}\n" for rad in rader(post)).encode()
    else:
        redigering = öppna(rå)
        if "perioder" in redigering.data:
            nytt = redigering.infoga(("perioder", plats), period)
        else:
            nytt = redigering.infoga(("perioder",), [period])
    if len(nytt) > STÖRST:
        raise Användningsfel("utfallet blir en post på mer än 1 MB", "läs in en rapport med färre rader")
    return nytt


def _modell(fil: str, år: int, innehåll: bytes) -> "Utfall":
    from gns.modell.las import läs
    from gns.modell.utfall import Utfall
    from gns.storage.yaml_las import läs_yaml

    nytt, fel = läs("utfall", str(år), läs_yaml(innehåll))
    if not isinstance(nytt, Utfall) or any(f.nivå == "fel" for f in fel):
        raise Postfel(tuple(Filfel(fil, 0, 0, f.text, f.råd) for f in fel))
    return nytt
