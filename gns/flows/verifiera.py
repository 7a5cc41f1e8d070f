"""Spåret läst ur git och från disken, och prövat."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gns.kontroller.sparfynd import Sparbesked
    from gns.storage.arkiv import Arkiv


def verifiera(start: Path, data: Path | None) -> "tuple[Sparbesked, tuple[str, ...]]":
    """Beskedet, och dagarna för de möten som är justerade men inte förseglade. Kastar Användningsfel."""
    from gns.history.spar import läs_spår
    from gns.kontroller.sparprov import pröva_spåret
    from gns.storage.arkiv import hitta_arkiv
    from gns.storage.sigill import läs_träd

    arkiv = hitta_arkiv(start, data)
    besked = pröva_spåret(läs_spår(arkiv.data), läs_träd)
    förseglade = {s.namn for s in besked.sigill}
    return besked, tuple(dag for dag in _justerade(arkiv) if dag not in förseglade)


def _justerade(arkiv: "Arkiv") -> list[str]:
    from gns.storage.arkiv import mötesdagar
    from gns.storage.sigill import läs_träd

    justeringar = {
        dag: (läs_träd(arkiv.stig("mote", dag).read_bytes()) or {}).get("justering") for dag in mötesdagar(arkiv)
    }
    return [dag for dag, j in justeringar.items() if isinstance(j, dict) and "justerat" in j]
