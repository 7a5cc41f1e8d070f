"""Ett nytt budgetår ur ett kalkylblad: läs raderna, visa vad det blir, och skriv posten först när någon har sagt ja."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gns.grund.datafel import Filfel
from gns.grund.fel import Användningsfel, Postfel

if TYPE_CHECKING:
    from gns.flows.budgetimport import Budgetblad
    from gns.modell.budgetar import Budgetår
    from gns.storage.arkiv import Arkiv

_ÅR = re.compile(r"\b(?:19|20)[0-9]{2}\b")


@dataclass(frozen=True, slots=True)
class Förslag:
    """Det som posten blir: förhandsvisningen, filen och dess innehåll, och varningar om det lästa."""

    visning: bytes
    fil: Path
    innehåll: bytes


def förbered_budgetår(start: Path, data: Path | None, från: Path, år: int | None) -> Förslag:
    """Läser filen och visar vad budgetåret blir; inget skrivs.

    Kastar Användningsfel när filen inte går att läsa eller året redan finns, Postfel med rad för varje rad som är fel.
    """
    from gns.dokument.budget import bygg_budget
    from gns.flows.budgetimport import läs_budgetblad
    from gns.render.render import render
    from gns.storage.arkiv import hitta_arkiv
    from gns.storage.form import rader

    arkiv = hitta_arkiv(start, data)
    blad = läs_budgetblad(start / från)
    året = år or _årtal(blad)
    fil = _ny_fil(arkiv, året)
    post = {"budget": blad.som_post()}
    ny = _modell(blad, året, post)
    bok = _bok_med(arkiv, ny)
    visning = render("budget", bygg_budget(bok, året), "text", arkiv.mallar)
    return Förslag(visning, fil, "".join(f"{rad}\n" for rad in rader(post)).encode())


def skriv_budgetår(förslag: Förslag) -> str:
    """Skriver posten; ger filen som den visas. Kastar Konfliktfel och Diskfel."""
    from gns.storage.fil import visa_stig
    from gns.storage.skriv import skapa_atomiskt

    skapa_atomiskt(förslag.fil, förslag.innehåll)
    return visa_stig(förslag.fil)


def _årtal(blad: "Budgetblad") -> int:
    träff = _ÅR.search(blad.rubrik)
    if not träff:
        råd = "skriv året i kommandot: gns budgetår ny 2022 --från FIL"
        raise Användningsfel("filens rubrik säger inte vilket år budgeten gäller", råd)
    return int(träff[0])


def _ny_fil(arkiv: "Arkiv", år: int) -> Path:
    from gns.storage.arkiv import poster
    from gns.storage.fil import visa_stig

    for slag, id, fil in poster(arkiv):
        if (slag, id) == ("budget", str(år)):
            raise Användningsfel(
                f"budgetåret {år} finns redan i {visa_stig(fil)}", "ändra i den posten; ett år har en enda budget"
            )
    return arkiv.stig("budget", str(år))


def _modell(blad: "Budgetblad", år: int, post: dict[str, Any]) -> "Budgetår":
    from gns.modell.budgetar import Budgetår
    from gns.modell.las import läs

    ny, fel = läs("budget", str(år), post)
    if not isinstance(ny, Budgetår) or any(f.nivå == "fel" for f in fel):
        raise Postfel(tuple(Filfel(blad.fil, 0, 0, f.text, f.råd) for f in fel))
    return ny


def _bok_med(arkiv: "Arkiv", ny: "Budgetår") -> Any:
    """En bok med nämnden och bara det nya året."""
    from gns.modell.bok import Bok
    from gns.storage.las import Läsning

    läsning = Läsning(arkiv)
    läsning.ta("namnd", "namnd")
    if ("namnd", "namnd") not in läsning.modeller:
        raise Postfel(tuple(läsning.fel))
    return Bok(läsning.modeller["namnd", "namnd"], budgetår={ny.år: ny})
