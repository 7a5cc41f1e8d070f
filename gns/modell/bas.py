"""Grunden för alla modeller: stränga, frusna, och fel som säger var i posten de sitter."""

import sys
from collections.abc import Iterable
from types import ModuleType
from typing import Annotated, Any, ClassVar

# Pydantics insticksmoduler är andras kod: de laddas aldrig, och letandet efter dem (en femtedel av starten) görs inte.
_insticksmoduler = ModuleType("pydantic.plugin._loader")
_insticksmoduler.get_plugins = lambda: ()  # type: ignore[attr-defined]
sys.modules.setdefault(_insticksmoduler.__name__, _insticksmoduler)

from pydantic import BaseModel, ConfigDict  # noqa: E402
from pydantic_core import core_schema  # noqa: E402

from gns.grund.datafel import Datafel, Fältväg  # noqa: E402
from gns.modell.skalar import Rad  # noqa: E402


class Modell(BaseModel):
    """En frusen modell som vägrar okända nycklar; scheman byggs först när de används."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)
    ÄRVDA_FÖRST: ClassVar[bool] = False  # om de ärvda fälten skrivs före de egna

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


class EnEllerFlera:
    """Gör att en lista med en enda text också får skrivas utan lista."""

    def __get_pydantic_core_schema__(self, källa: Any, hanterare: Any) -> core_schema.CoreSchema:
        return core_schema.no_info_before_validator_function(
            lambda v: [v] if isinstance(v, str) else v, hanterare(källa)
        )

    def __get_pydantic_json_schema__(self, schema: Any, hanterare: Any) -> dict[str, Any]:
        lista = hanterare(schema)
        return {"anyOf": [lista["items"], lista]}


Namnlista = Annotated[tuple[Rad, ...], EnEllerFlera()]
