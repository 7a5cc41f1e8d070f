"""YAML 1.2 som en språkserver läser den: vanliga skalärer får typ efter core-schemat, de andra är text."""

import re
from typing import Any

import yaml

_INGET = re.compile(r"~|null|Null|NULL|")
_SANT = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_HELTAL = re.compile(r"[-+]?[0-9]+")
_ANNAN_BAS = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_FLYTTAL = re.compile(
    r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
)


def läs(text: str) -> Any:
    """Hela filen."""
    return _nod(yaml.compose(text, Loader=yaml.CSafeLoader))


def typat(träd: Any) -> Any:
    """Ett träd med text i varje löv, så som det läses om varje text skrivs utan citattecken.

    true, false, null och ~ behåller sina citattecken: dem läser redigeraren inte som text.
    """
    if isinstance(träd, dict):
        return {nyckel: typat(v) for nyckel, v in träd.items()}
    if isinstance(träd, list):
        return [typat(v) for v in träd]
    värde = skalär(träd)
    return träd if värde is None or isinstance(värde, bool) else värde


def skalär(text: str) -> Any:
    """En vanlig skalärs värde."""
    if _INGET.fullmatch(text):
        return None
    if text in _SANT:
        return _SANT[text]
    if _HELTAL.fullmatch(text):
        return int(text)
    if _ANNAN_BAS.fullmatch(text):
        return int(text, 0)
    return float(text.replace(".inf", "inf").replace(".nan", "nan")) if _FLYTTAL.fullmatch(text) else text


def _nod(nod: yaml.Node | None) -> Any:
    if isinstance(nod, yaml.MappingNode):
        return {nyckel.value: _nod(värde) for nyckel, värde in nod.value}
    if isinstance(nod, yaml.SequenceNode):
        return [_nod(v) for v in nod.value]
    assert isinstance(nod, yaml.ScalarNode)
    return nod.value if nod.style else skalär(nod.value)
