"""Det som ekonomins handlingar läser: hela arkivet när en återbetalning kan stå i vilket möte som helst, och budgetåret som valts."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from gns.grund.fel import Användningsfel

if TYPE_CHECKING:
    from gns.grund.datafel import Filfel
    from gns.modell.bok import Bok
    from gns.storage.arkiv import Arkiv


def läs_hela(start: Path, data: Path | None) -> "tuple[Arkiv, Bok, tuple[Filfel, ...]]":
    """Arkivet, boken och budgetårens varningar. Kastar Användningsfel, Postfel eller Diskfel."""
    from gns.storage.arkiv import hitta_arkiv
    from gns.storage.las import load_allt

    arkiv = hitta_arkiv(start, data)
    bok, varningar = load_allt(arkiv)
    return arkiv, bok, tuple(v for v in varningar if Path(v.fil).parent.name == "budgetar")


def kräv_budgetår(bok: "Bok", år: int, till: str = "") -> None:
    """Användningsfel när året inte finns; ``till`` är vad det skulle användas till."""
    if år not in bok.budgetår:
        finns = ", ".join(map(str, sorted(bok.budgetår)))
        råd = f"budgetår som finns: {finns}" if finns else "lägg årets post i data/budgetar/, till exempel 2021.yaml"
        raise Användningsfel(f"det finns inget budgetår {år}{till}", råd)


def kräv_dag(år: int, per: dt.date, idag: dt.date) -> None:
    """Användningsfel när dagen inte har varit, eller är före året."""
    if per > idag:
        raise Användningsfel(f"{per} har inte varit än", f"välj en dag till och med i dag, {idag}")
    if per < dt.date(år, 1, 1):
        raise Användningsfel(f"{per} är före {år}", "välj en dag i året eller senare")
