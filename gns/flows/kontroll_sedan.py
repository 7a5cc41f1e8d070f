"""Det som är nytt sedan en revision: samma kontroll på posterna som de var då, och det som fanns redan då räknas bort."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gns.storage.arkiv import Arkiv
    from gns.storage.las_kontroll import Kontrolläsning

Nyckel = tuple[str, ...]


def nycklar_då(arkiv: "Arkiv", revision: str, pröva: "Callable[[Kontrolläsning], set[Nyckel]]") -> set[Nyckel]:
    """Nycklarna för de fynd som posterna hade i revisionen; ``pröva`` ger dem ur en läsning.

    Posterna skrivs i en egen tillfällig mapp; arkivet, arbetskopian och git rörs inte. Före den första commiten fanns
    inget i HEAD. Kastar Användningsfel när revisionen inte finns.
    """
    from gns.flows.pa_disk import på_disk
    from gns.history.revision import filer_i, utan_commit
    from gns.storage.las_kontroll import load_för_kontroll

    if revision == "HEAD" and utan_commit(arkiv.data):
        return set()
    filer = filer_i(arkiv.data, revision)
    poster = {f"data/{namn}": rå for namn, rå in filer.items() if namn.endswith((".yaml", ".yml"))}
    with på_disk(poster) as då:
        return pröva(load_för_kontroll(då))
