"""Spåret läst ur git och från disken, och prövat."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gns.kontroller.sparfynd import Sparbesked


def verifiera(start: Path, data: Path | None) -> "tuple[Sparbesked, tuple[str, ...]]":
    """Beskedet, och dagarna för de möten som är justerade men inte förseglade. Kastar Användningsfel."""
    from gns.history.spar import läs_spår
    from gns.kontroller.sparprov import pröva_spåret
    from gns.storage.arkiv import hitta_arkiv
    from gns.storage.sigill import läs_träd

    arkiv = hitta_arkiv(start, data)
    besked = pröva_spåret(läs_spår(arkiv.data), läs_träd)
    förseglade = {s.namn for s in besked.sigill}
    return besked, tuple(dag for dag in _justerade(arkiv.data) if dag not in förseglade)


def _justerade(data: Path) -> list[str]:
    from gns.storage.arkiv import Arkiv, mötesdagar
    from gns.storage.sigill import läs_träd

    ut = []
    for dag in mötesdagar(Arkiv(data.parent, data)):
        post = läs_träd((data / "moten" / f"{dag}.yaml").read_bytes()) or {}
        justering = post.get("justering")
        if isinstance(justering, dict) and "justerat" in justering:
            ut.append(dag)
    return ut
