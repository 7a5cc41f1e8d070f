"""Utfallet ur redovisningen: läs rapporten, visa den mot budgeten, och skriv den i posten först när någon har sagt ja."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gns.grund.datafel import Filfel
from gns.grund.fel import Användningsfel, Postfel

if TYPE_CHECKING:
    from gns.modell.utfall import Utfall


@dataclass(frozen=True, slots=True)
class Inläsning:
    """Det som posten blir: förhandsvisningen, filen, dess nya innehåll och det gamla, eller None när filen är ny."""

    visning: bytes
    fil: Path
    innehåll: bytes
    gammalt: bytes | None


def förbered_utfall(start: Path, data: Path | None, från: Path, per: dt.date | None, *, omvända: bool) -> Inläsning:
    """Läser rapporten och visar den mot budgeten; inget skrivs.

    Kastar Användningsfel när dagen är oklar, redan finns eller säger emot filen, Postfel för det i filen som är fel.
    """
    from gns.dokument.utfall import bygg_utfall
    from gns.render.render import render
    from gns.storage.arkiv import hitta_arkiv
    from gns.storage.fil import läs_bytes
    from gns.storage.las import load_allt
    from gns.storage.utfallsblad import läs_utfallsblad

    arkiv = hitta_arkiv(start, data)
    blad = läs_utfallsblad(start / från)
    dagen = _dagen(blad.fil, blad.år, blad.per, per)
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


def _dagen(fil: str, år: int | None, i_filen: dt.date | None, per: dt.date | None) -> dt.date:
    if per and år and per.year != år:
        raise Användningsfel(f"{fil} är för {år}, inte {per.year}", "rätta dagen i kommandot, eller välj rätt fil")
    if per and i_filen and per != i_filen:
        raise Användningsfel(f"{fil} är per {i_filen}, inte {per}", "rätta dagen i kommandot, eller ta bort --per")
    if (dagen := per or i_filen) is None:
        raise Användningsfel(f"{fil} säger inte vilken dag utfallet är till och med", "lägg till --per 2021-04-30")
    return dagen


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
        nytt = öppna(rå).infoga(("perioder", plats), period)
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
