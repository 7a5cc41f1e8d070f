"""Rena träd till YAML i postens form: indrag två och fyra, `|` för flerradig text, citattecken bara där det behövs."""

import re
import sys
from collections.abc import Mapping
from typing import Any

from gns.storage.grind import otillåtet

# Det som kan stå utan citattecken: inget tecken som betyder något i YAML först, inget kolon eller # som gör det senare.
_ENKEL = re.compile(r"(?![\s,\[\]{}#&*!|>'\"%@`]|[-?:](?:\s|$)|---|\.\.\.)(?:(?!: | #|:$)[^\n\t])*(?<!\s)")


def rader(värde: Mapping[str, Any] | list[Any], indrag: int = 0) -> list[str]:
    """Trädets rader utan radslut. ValueError för tomma värden och för tecken som inte får stå i en post."""
    ut: list[str] = []
    if not värde:
        raise ValueError("tomt värde")
    if isinstance(värde, Mapping):
        for nyckel, inre in värde.items():
            ut += par(skalär(nyckel), inre, indrag)
        return ut
    for inre in värde:
        ut += punkt(inre, indrag)
    return ut


def par(nyckel: str, värde: Any, indrag: int) -> list[str]:
    """Raderna för en nyckel, redan skriven som skalär, och dess värde."""
    huvud, kropp = delar(värde, indrag + 2)
    return [f"{' ' * indrag}{nyckel}:{' ' if huvud else ''}{huvud}", *kropp]


def punkt(värde: Any, indrag: int) -> list[str]:
    """Raderna för en listpunkt."""
    huvud, kropp = delar(värde, indrag + 2)
    if not isinstance(värde, str):
        huvud, *kropp = kropp
    return [f"{' ' * indrag}- {huvud.lstrip(' ')}", *kropp]


def delar(värde: Any, indrag: int) -> tuple[str, list[str]]:
    """Värdet som det som står efter kolonet och raderna under, med sitt indrag."""
    if not isinstance(värde, str):
        return "", rader(värde, indrag)
    if "\n" in värde and _duger_som_block(värde):
        _pröva(värde)
        slut = "" if värde.endswith("\n") else "-"
        return f"|{slut}", [f"{' ' * indrag}{rad}" if rad else "" for rad in värde.removesuffix("\n").split("\n")]
    return skalär(värde), []


def _duger_som_block(text: str) -> bool:
    """Om texten kan stå efter |: inget mellanrum först, inga rader av bara mellanrum, ingen tomrad sist."""
    return bool(text[:1].strip()) and not text.endswith("\n\n") and all(r == "" or r.strip() for r in text.split("\n"))


def skalär(text: str) -> str:
    """Texten på en rad, med citattecken bara när den annars skulle läsas som något annat."""
    _pröva(text)
    if not text:
        raise ValueError("tomt värde")
    return text if _ENKEL.fullmatch(text) else _citerad(text)


def _citerad(text: str) -> str:
    """Texten inom citattecken på en rad, som ruamel skriver den; enkla tecken där dubbla skulle kräva bakstreck."""
    from io import StringIO

    from ruamel.yaml import YAML
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString, SingleQuotedScalarString

    enkla = not {"\n", "\t", "'"} & set(text) and {'"', "\\"} & set(text)
    skrivare = YAML()
    skrivare.width = sys.maxsize
    ut = StringIO()
    skrivare.dump([(SingleQuotedScalarString if enkla else DoubleQuotedScalarString)(text)], ut)
    return ut.getvalue().removeprefix("- ").removesuffix("\n")


def _pröva(text: str) -> None:
    if träff := otillåtet(text):
        raise ValueError(f"U+{ord(träff[0]):04X} får inte stå i en post")
