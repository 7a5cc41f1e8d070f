"""Grunden för alla modeller: stränga, frusna, och fel som säger var i posten de sitter."""

import sys
from collections.abc import Iterable
from types import ModuleType
from typing import Annotated, Any

# Pydantics insticksmoduler är andras kod: de laddas aldrig, och letandet efter dem (en femtedel av starten) görs inte.
_insticksmoduler = ModuleType("pydantic.plugin._loader")
_insticksmoduler.get_plugins = lambda: ()  # type: ignore[attr-defined]
sys.modules.setdefault(_insticksmoduler.__name__, _insticksmoduler)

from pydantic import BaseModel, BeforeValidator, ConfigDict  # noqa: E402

from gns.grund.datafel import Datafel, Fältväg  # noqa: E402
from gns.modell.skalar import Rad  # noqa: E402


class Modell(BaseModel):
    """En frusen modell som vägrar okända nycklar; scheman byggs först när de används."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    def samband(self) -> Iterable[Datafel]:
        """Fel mellan fält som var för sig går att läsa; vägarna räknas från modellen. ``läs`` frågar varje modell i posten."""
        return ()


def dubbletter(
    värden: list[Any],
    fält: Fältväg,
    led: str,
    ord: str,
    råd: str = "varje post måste ha sitt eget",
    regel: str = "",
) -> list[Datafel]:
    """Ett fel för varje post i listan ``fält`` vars ``led`` redan har använts av en tidigare."""
    return [
        Datafel((*fält, i, led), f"{ord} {v} står två gånger", råd, regel=regel)
        for i, v in enumerate(värden)
        if v in värden[:i]
    ]


Namnlista = Annotated[tuple[Rad, ...], BeforeValidator(lambda v: [v] if isinstance(v, str) else v)]
