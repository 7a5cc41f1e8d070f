"""Vad som skiljer två lästa poster: fält för fält, med fältens egna namn, och texterna ord för ord."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from fractions import Fraction
from typing import NamedTuple

from gns.dokument.ordskillnad import OrdVy, ordskillnad
from gns.grund.block import Betonad, Block, Fotnot, Lista, Mellanrubrik, Notref, Rad, Text
from gns.grund.tal import skriv_tal
from gns.modell.bas import Modell

_NAMN = ("id", "nr", "namn", "person", "part", "avser", "konto", "titel", "mål", "datum", "per", "år")
Väg = tuple[str, ...]


class FältVy(NamedTuple):
    """Ett fält som har ändrats: dess namn, ``förslag till beslut 1``, och orden."""

    fält: str
    ord: tuple[OrdVy, ...]


def fältskillnad(förr: Modell, nu: Modell, utom: frozenset[str] = frozenset()) -> tuple[FältVy, ...]:
    """Fälten som skiljer, i modellens ordning; ``utom`` är fält som visas för sig."""
    fält = (namn for namn in type(nu).model_fields if namn not in utom)
    return tuple(f for namn in fält for f in _jämför((namn,), getattr(förr, namn, None), getattr(nu, namn)))


def visat(värde: object) -> str:
    """Ett värde ur en post som en rad text; en modell med sina ifyllda fält."""
    if isinstance(värde, Modell):
        return "; ".join(f"{_i_ord((namn,))}: {visat(v)}" for namn, v in _ifyllda(värde))
    if isinstance(värde, Text):
        return " ¶ ".join(_block(b) for b in värde.block)
    if isinstance(värde, list | tuple):
        return ", ".join(map(visat, värde))
    if värde is None or isinstance(värde, bool):
        return {None: "", True: "ja", False: "nej"}[värde]
    if isinstance(värde, dt.date):
        return värde.isoformat()
    return skriv_tal(värde, 4) if isinstance(värde, Fraction) else str(värde)


def par(förr: Sequence[object], nu: Sequence[object]) -> list[tuple[str, object, object]]:
    """(namn, förr, nu) för det som hör ihop i två listor, och None där det saknas; efter namn, annars efter ordning."""
    namn_förr, namn_nu = [_namn(v) for v in förr], [_namn(v) for v in nu]
    if all(antal == 1 and n for namn in (namn_förr, namn_nu) for n, antal in Counter(namn).items()):
        gamla, nya = dict(zip(namn_förr, förr, strict=True)), dict(zip(namn_nu, nu, strict=True))
        return [(n, gamla.get(n), nya.get(n)) for n in dict.fromkeys((*nya, *gamla))]
    ut: list[tuple[str, object, object]] = []
    texter = [visat(v) for v in förr], [visat(v) for v in nu]
    for _, i, i2, j, j2 in SequenceMatcher(None, *texter, autojunk=False).get_opcodes():
        for steg in range(max(i2 - i, j2 - j)):
            gammal = förr[i + steg] if i + steg < i2 else None
            ny = nu[j + steg] if j + steg < j2 else None
            plats = j + steg + 1 if ny is not None else i + steg + 1
            ut.append((str(plats) if max(len(förr), len(nu)) > 1 else "", gammal, ny))
    return ut


def _jämför(väg: Väg, förr: object, nu: object) -> Iterator[FältVy]:
    if förr == nu:
        return
    if isinstance(förr, Modell) and type(förr) is type(nu):
        for namn in type(förr).model_fields:
            yield from _jämför((*väg, namn), getattr(förr, namn), getattr(nu, namn))
    elif isinstance(förr, tuple) and isinstance(nu, tuple):
        for namn, a, b in par(förr, nu):
            yield from _jämför((*väg, namn), a, b)
    elif ord_ := ordskillnad(visat(förr), visat(nu)):
        yield FältVy(_i_ord(väg), ord_)


def _ifyllda(post: Modell) -> Iterator[tuple[str, object]]:
    for namn, fält in type(post).model_fields.items():
        if (värde := getattr(post, namn)) != fält.default:
            yield namn, värde


def _namn(värde: object) -> str:
    if not isinstance(värde, Modell):
        return ""
    return next((visat(v) for n in _NAMN if (v := getattr(värde, n, None)) is not None), "")


def _i_ord(väg: Väg) -> str:
    return " ".join(led for led in väg if led).replace("_", " ")


def _block(block: Block) -> str:
    if isinstance(block, Lista):
        return " ¶ ".join(f"{'-' if p.nummer is None else f'{p.nummer}.'} {_rad(p.delar)}" for p in block.punkter)
    märke = f"[^{block.märke}]: " if isinstance(block, Fotnot) else "#### " if isinstance(block, Mellanrubrik) else ""
    return märke + _rad(block.delar)


def _rad(delar: Rad) -> str:
    return "".join(
        f"[^{d.märke}]" if isinstance(d, Notref) else f"*{d.text}*" if isinstance(d, Betonad) else d.text for d in delar
    )
