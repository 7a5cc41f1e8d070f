"""Ett nytt budgetår ur ett kalkylblad: läs raderna, visa vad det blir, och skriv posten först när någon har sagt ja."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gns.grund.datafel import Filfel
from gns.grund.fel import Användningsfel, Postfel

if TYPE_CHECKING:
    from gns.modell.budgetar import Budgetår
    from gns.storage.arkiv import Arkiv
    from gns.storage.budgetblad import Budgetblad


@dataclass(frozen=True, slots=True)
class Förslag:
    """Det som posten blir: förhandsvisningen, filen och dess innehåll, och numren på de rader i kalkylbladet som inte lästes."""

    visning: bytes
    fil: Path
    innehåll: bytes
    olästa: tuple[int, ...]


def förbered_budgetår(start: Path, data: Path | None, från: Path, år: int | None) -> Förslag:
    """Läser filen och visar vad budgetåret blir; inget skrivs.

    Kastar Användningsfel när filen inte går att läsa eller året redan finns, Postfel med rad för varje rad som är fel.
    """
    from gns.dokument.budget import bygg_budget
    from gns.render.render import render
    from gns.storage.arkiv import hitta_arkiv
    from gns.storage.budgetblad import läs_budgetblad
    from gns.storage.fil import STÖRST
    from gns.storage.form import rader

    arkiv = hitta_arkiv(start, data)
    blad = läs_budgetblad(start / från, år)
    året = år or blad.år
    if året is None:
        råd = "skriv året i kommandot: gns budgetår ny 2022 --från FIL"
        raise Användningsfel("filens rubrik säger inte vilket år budgeten gäller", råd)
    fil = _ny_fil(arkiv, året)
    post = {"budget": blad.som_post()}
    ny = _modell(blad, året, post)
    innehåll = "".join(f"{rad}\n" for rad in rader(post)).encode()
    if len(innehåll) > STÖRST:
        raise Användningsfel(f"{blad.fil} blir en post på mer än 1 MB", "dela upp budgeten i färre rader")
    visning = render("budget", bygg_budget(_bok_med(arkiv, ny), året), "text", arkiv.mallar)
    return Förslag(visning, fil, innehåll, blad.olästa)


def skriv_budgetår(förslag: Förslag) -> str:
    """Skriver posten; ger filen som den visas. Kastar Konfliktfel och Diskfel."""
    from gns.storage.fil import visa_stig
    from gns.storage.skriv import skapa_atomiskt

    skapa_atomiskt(förslag.fil, förslag.innehåll)
    return visa_stig(förslag.fil)


def _ny_fil(arkiv: "Arkiv", år: int) -> Path:
    """Filen för ett år som ännu inte finns, vare sig som post eller som en fil med nästan rätt namn."""
    from gns.storage.arkiv import främmande
    from gns.storage.fil import visa_stig

    fil = arkiv.riktig_stig("budget", str(år))
    snarlika = (f.fil for f in främmande(arkiv) if Path(f.fil).parent.name == fil.parent.name)
    upptagen = next((f for f in snarlika if Path(f).stem.startswith(str(år))), None)
    if fil.exists() or upptagen:
        råd = "ändra i den; ett år har en enda budget"
        raise Användningsfel(f"budgetåret {år} finns redan i {upptagen or visa_stig(fil)}", råd)
    return fil


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
