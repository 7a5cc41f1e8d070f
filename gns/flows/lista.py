"""Det som kompletteringen i skalet behöver veta, ur filernas namn så långt det går."""

from pathlib import Path

from gns.grund.fel import GnsFel


def mötesdagar(start: Path, data: Path | None) -> list[str]:
    """Datumen för de möten som finns, i ordning; tomt när det inte går att ta reda på."""
    return _namn("mote", start, data)


def mötesår(start: Path, data: Path | None) -> list[str]:
    """Åren som har möten, i ordning."""
    return list(dict.fromkeys(dag[:4] for dag in mötesdagar(start, data)))


def budgetår(start: Path, data: Path | None) -> list[str]:
    """Budgetåren, i ordning."""
    return _namn("budget", start, data)


def fördelningsnycklar(start: Path, data: Path | None) -> list[str]:
    """Nycklarna som något budgetår har; här läses posterna. Tomt när de inte går att läsa."""
    from gns.storage.arkiv import hitta_arkiv
    from gns.storage.las_budget import load_budget

    try:
        bok, _ = load_budget(hitta_arkiv(start, data))
    except (GnsFel, OSError):
        return []
    return list(dict.fromkeys(n for b in bok.budgetår.values() for n in b.nyckelnamn()))


def diarienummer(start: Path, data: Path | None) -> list[str]:
    """Ärendenas diarienummer, efter år och nummer."""
    from gns.grund.dnr import läs_filstam

    return [str(dnr) for dnr in sorted(map(läs_filstam, _namn("arende", start, data)))]


def _namn(slag: str, start: Path, data: Path | None) -> list[str]:
    from gns.storage.arkiv import hitta_arkiv, poster

    try:
        return [id for s, id, _ in poster(hitta_arkiv(start, data)) if s == slag]
    except (GnsFel, OSError):
        return []
