"""Årets handlingar: verksamhetsplan och budget."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gns.flows.budgetarkiv import kräv_budgetår
from gns.flows.protokoll import Dokument

if TYPE_CHECKING:
    from gns.modell.bok import Bok


def gör_verksamhetsplan(start: Path, data: Path | None, år: int, format: str) -> Dokument:
    """Årets verksamhetsplan. Kastar Användningsfel, Postfel eller Diskfel."""
    from gns.dokument.verksamhetsplan import bygg_verksamhetsplan

    return _gör(start, data, år, format, "verksamhetsplan", bygg_verksamhetsplan)


def gör_budget(start: Path, data: Path | None, år: int, format: str) -> Dokument:
    """Årets budget. Kastar Användningsfel, Postfel eller Diskfel."""
    from gns.dokument.budget import bygg_budget

    return _gör(start, data, år, format, "budget", bygg_budget)


def _gör(
    start: Path, data: Path | None, år: int, format: str, mall: str, bygg: "Callable[[Bok, int], Any]"
) -> Dokument:
    from gns.render.render import render
    from gns.storage.arkiv import hitta_arkiv
    from gns.storage.las_budget import load_budget

    arkiv = hitta_arkiv(start, data)
    bok, läst = load_budget(arkiv)
    kräv_budgetår(bok, år)
    return Dokument(render(mall, bygg(bok, år), format, arkiv.mallar), läst.varningar)
