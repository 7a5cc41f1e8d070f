"""Fel i användarens data är värden; var i posten de sitter sägs med en fältväg."""

from dataclasses import dataclass
from typing import Literal

Fältväg = tuple[str | int, ...]
Nivå = Literal["fel", "varning"]


@dataclass(frozen=True, slots=True)
class Datafel:
    """Ett fel i en post: var (nycklar och listindex från postens rot), vad, och vad man gör åt det."""

    fältväg: Fältväg
    text: str
    råd: str = ""
    nivå: Nivå = "fel"
    på_nyckel: bool = False  # felet gäller nyckeln själv (okänd nyckel), inte dess värde
    i_text: tuple[int, int] | None = None  # rad och tecken inne i en löptext, från 0
    regel: str = ""  # kontrollen som felet hör till, när det hör till en


@dataclass(frozen=True, slots=True)
class Filfel:
    """Ett fel med sin plats i filen, färdigt att visa; rad och kolumn räknas från 1, 0 betyder hela filen."""

    fil: str
    rad: int
    kolumn: int
    text: str
    råd: str = ""
    nivå: Nivå = "fel"
    källrad: str = ""  # raden som den står i filen
