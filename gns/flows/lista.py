"""Det som kompletteringen i skalet behöver veta."""

from pathlib import Path

from gns.grund.fel import GnsFel


def mötesdagar(start: Path, data: Path | None) -> list[str]:
    """Datumen för de möten som finns, i ordning; tomt när det inte går att ta reda på."""
    from gns.storage.arkiv import hitta_arkiv
    from gns.storage.arkiv import mötesdagar as dagar

    try:
        return dagar(hitta_arkiv(start, data))
    except (GnsFel, OSError):
        return []
