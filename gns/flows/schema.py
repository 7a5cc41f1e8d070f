"""JSON Schema för posterna: ett på skärmen, eller alla i en mapp med inställningar för redigeraren."""

import os
import re
from pathlib import Path

from gns.grund.fel import Användningsfel

_LÄSBAR = re.compile(r"[\w@. /-]+", re.ASCII)  # det som yaml-language-server läser som en sökväg från mappens rot


def slag() -> tuple[str, ...]:
    """Alla slags poster som har ett schema."""
    from gns.modell.schema import SLAG

    return SLAG


def schematext(slag: str) -> str:
    """Schemat för ett slag, som en JSON-text."""
    from gns.modell.schema import schema, som_text

    return som_text(schema(slag))


def skriv_scheman(start: Path, data: Path | None, katalog: Path) -> dict[str, str]:
    """Skriver alla scheman och inställningarna i ``katalog``; ger sökväg → ``skrev``, ``ersatte`` eller ``hade``.

    Kastar Användningsfel och Diskfel.
    """
    from gns.modell.schema import MÄRKE
    from gns.storage.arkiv import MÖNSTER, hitta_arkiv
    from gns.storage.egna import skriv_egna
    from gns.storage.redigerare import inställningar

    arkiv = hitta_arkiv(start, data)
    mapp = Path(os.path.abspath(start / katalog))  # noqa: PTH100 – länkar ska inte lösas upp
    väg = _från_roten(mapp, arkiv.rot)
    scheman = {f"{väg}/{s}.json": f"{arkiv.data.name}/{MÖNSTER[s]}" for s in slag()}
    filer = {f"{s}.json": schematext(s) for s in slag()}
    return skriv_egna(mapp, {**filer, **inställningar(scheman, arkiv.data.name, MÄRKE)}, MÄRKE)


def _från_roten(mapp: Path, rot: Path) -> str:
    """Mappens sökväg från postmappens rot, som redigerarens inställningar skriver den."""
    väg = Path(os.path.relpath(mapp, rot)).as_posix()
    if not _LÄSBAR.fullmatch(väg):
        raise Användningsfel(f"{väg} har tecken som redigeraren inte hittar en fil med", "välj ett namn med bara a–z")
    return väg
