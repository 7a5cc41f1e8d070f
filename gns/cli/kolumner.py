"""Listor som tabell: kolumner som ryms i skärmens bredd, eller fält under varandra när den är för smal."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from gns.cli.stycken import brutet, delar, indraget
from gns.cli.utskrift import bredd, i_färg, ofarlig, till_skärm

_MELLAN = 2
_SMALAST = 14


@dataclass(frozen=True, slots=True)
class Kolumn:
    """En kolumn: rubriken, cellens text ur en rad, om texten får brytas och om den ställs till höger."""

    rubrik: str
    text: Callable[[Any], str]
    bryts: bool = False
    höger: bool = False


def tabell(kolumner: Sequence[Kolumn], rader: Sequence[object], indrag: int = 0) -> str:
    """Raderna som text; på en terminal som rich ställer upp den. Kolumner utan innehåll visas inte."""
    celler = [[ofarlig(k.text(rad)) for k in kolumner] for rad in rader]
    med = [i for i in range(len(kolumner)) if not rader or any(rad[i] for rad in celler)]
    visade, celler = [kolumner[i] for i in med], [[rad[i] for i in med] for rad in celler]
    bredder = _bredder(visade, celler, bredd() - indrag)
    if bredder is None:
        return "\n".join(_under_varandra(visade, rad, " " * indrag) for rad in celler)
    brutna = [[brutet(cell, b) for cell, b in zip(rad, bredder, strict=True)] for rad in celler]
    text = (_rik if till_skärm() else _enkel)(visade, bredder, brutna)
    return "".join(f"{' ' * indrag}{rad}\n" for rad in text.splitlines())


def _bredder(kolumner: Sequence[Kolumn], celler: list[list[str]], alla: int) -> list[int] | None:
    """Varje kolumns bredd, eller None när det inte räcker.

    De som får brytas får helst plats för sitt längsta ord, och delar på det som blir över.
    """
    innehåll = [[k.rubrik, *(rad[i] for rad in celler)] for i, k in enumerate(kolumner)]
    behov = [max(map(len, texter)) for texter in innehåll]
    minst = [
        max(len(d) for t in texter for d in delar(t)) if k.bryts else b
        for k, texter, b in zip(kolumner, innehåll, behov, strict=True)
    ]
    alla -= _MELLAN * (len(kolumner) - 1)
    if sum(minst) > alla:
        minst = [min(m, _SMALAST) if k.bryts else m for k, m in zip(kolumner, minst, strict=True)]
    över = alla - sum(minst)
    if över < 0:
        return None
    saknas = sorted((b - m, i) for i, (b, m) in enumerate(zip(behov, minst, strict=True)))
    for kvar, (fattas, i) in zip(range(len(saknas), 0, -1), saknas, strict=True):
        minst[i] += min(fattas, över // kvar)
        över -= min(fattas, över // kvar)
    return _krympt(kolumner, innehåll, minst, behov)


def _krympt(kolumner: Sequence[Kolumn], innehåll: list[list[str]], bredder: list[int], behov: list[int]) -> list[int]:
    """Det som en bruten text inte använder går till den sista kolumnen som bryts."""
    använt = [
        max(len(rad) for t in texter for rad in brutet(t, b)) for texter, b in zip(innehåll, bredder, strict=True)
    ]
    över = sum(bredder) - sum(använt)
    for i in [i for i, k in enumerate(kolumner) if k.bryts][-1:]:
        använt[i] = min(behov[i], använt[i] + över)
    return använt


def _enkel(kolumner: Sequence[Kolumn], bredder: list[int], celler: list[list[list[str]]]) -> str:
    rader = [_rad(kolumner, bredder, [k.rubrik for k in kolumner])]
    for rad in celler:
        höjd = max(map(len, rad))
        jämna = [c + [""] * (höjd - len(c)) for c in rad]
        rader += [_rad(kolumner, bredder, list(cellrad)) for cellrad in zip(*jämna, strict=True)]
    return "".join(f"{rad}\n" for rad in rader)


def _rad(kolumner: Sequence[Kolumn], bredder: list[int], delar: list[str]) -> str:
    ställda = [d.rjust(b) if k.höger else d.ljust(b) for k, b, d in zip(kolumner, bredder, delar, strict=True)]
    return (" " * _MELLAN).join(ställda).rstrip()


def _rik(kolumner: Sequence[Kolumn], bredder: list[int], celler: list[list[list[str]]]) -> str:
    from io import StringIO

    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    färg = i_färg(sys.stdout)
    ut = Console(
        file=StringIO(),
        width=sum(bredder) + _MELLAN * len(bredder),
        force_terminal=färg,
        color_system="standard" if färg else None,
        legacy_windows=False,
        _environ={},
    )
    uppställd = Table(
        box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, _MELLAN - 1, 0, 0), header_style="bold"
    )
    for k, b in zip(kolumner, bredder, strict=True):
        uppställd.add_column(Text(k.rubrik), width=b, justify="right" if k.höger else "left")
    for rad in celler:
        uppställd.add_row(*(Text("\n".join(cell)) for cell in rad))
    with ut.capture() as fångat:
        ut.print(uppställd)
    return "".join(f"{rad.rstrip()}\n" for rad in fångat.get().splitlines())


def _under_varandra(kolumner: Sequence[Kolumn], rad: list[str], indrag: str) -> str:
    fält = (f"{k.rubrik}: {cell}" for k, cell in zip(kolumner, rad, strict=True) if cell)
    return "".join(indraget(text, indrag, f"{indrag}  ") for text in fält)
