"""Det som är nytt sedan en revision: samma kontroll på posterna som de var då, och det som fanns redan då räknas bort."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gns.storage.arkiv import Arkiv
    from gns.storage.las_kontroll import Kontrolläsning

Nyckel = tuple[str, ...]


def nycklar_då(arkiv: "Arkiv", revision: str, pröva: "Callable[[Kontrolläsning], set[Nyckel]]") -> set[Nyckel]:
    """Nycklarna för de fynd som posterna hade i revisionen; ``pröva`` ger dem ur en läsning.

    Posterna skrivs i en egen tillfällig mapp; arkivet, arbetskopian och git rörs inte. Kastar Användningsfel när
    revisionen inte finns.
    """
    from gns.history.revision import filer_i
    from gns.storage.arkiv import Arkiv
    from gns.storage.las_kontroll import load_för_kontroll

    filer = filer_i(arkiv.data, revision)
    with tempfile.TemporaryDirectory(prefix="gns-") as mapp:
        data = Path(mapp) / "data"
        data.mkdir()
        for namn, innehåll in filer.items():
            if namn.endswith((".yaml", ".yml")):
                fil = data / namn
                fil.parent.mkdir(parents=True, exist_ok=True)
                fil.write_bytes(innehåll)
        return pröva(load_för_kontroll(Arkiv(Path(mapp), data)))
