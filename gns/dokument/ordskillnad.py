"""Skillnaden mellan två texter, ord för ord; ett belopp är ett ord."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

Slag = Literal["lika", "bort", "nytt"]

_ORD = re.compile(r"[-−+]?\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:,\d+)?(?!\d)|\w+(?:[-/:.,]\w+)*|\s+|[^\w\s]")
_HÖGST = 4_000_000  # ordpar att jämföra; större än så visas hela texterna
_MINST = 0.3  # är mindre än så av orden lika är det en ny text, inte en ändrad
_LÅNGT, _KANT = 240, 90  # tecken: ett längre stycke utan ändring kortas


class OrdVy(NamedTuple):
    """Ett stycke text som är lika, borttaget eller nytt."""

    slag: Slag
    text: str


def ordskillnad(förr: str, nu: str) -> tuple[OrdVy, ...]:
    """Styckena i ordning; det borttagna före det nya, och långa lika stycken kortade med ``…``."""
    if not förr or not nu:
        return tuple(OrdVy(slag, text) for slag, text in _hela(förr, nu) if text)
    a, b = _ORD.findall(förr), _ORD.findall(nu)
    stycken = _ihop(_ändringar(a, b)) if len(a) * len(b) <= _HÖGST else _hela(förr, nu)
    stycken = [s for s in stycken if s[1]]
    return tuple(OrdVy(s, _kortad(t, i == 0, i == len(stycken) - 1, s)) for i, (s, t) in enumerate(stycken))


def radskillnad(förr: str, nu: str) -> tuple[tuple[OrdVy, ...], ...]:
    """De rader som skiljer sig, i ordning; en rad som bara har ändrats visas ord för ord."""
    a, b = förr.splitlines(), nu.splitlines()
    ut: list[tuple[OrdVy, ...]] = []
    for vad, i, i2, j, j2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if vad == "replace" and i2 - i == j2 - j:
            ut += (ordskillnad(x.strip(), y.strip()) for x, y in zip(a[i:i2], b[j:j2], strict=True))
        elif vad != "equal":
            ut += ((OrdVy("bort", rad.strip()),) for rad in a[i:i2] if rad.strip())
            ut += ((OrdVy("nytt", rad.strip()),) for rad in b[j:j2] if rad.strip())
    return tuple(rad for rad in ut if any(o.slag != "lika" for o in rad))


def _hela(förr: str, nu: str) -> list[tuple[Slag, str]]:
    return [("bort", förr), ("nytt", nu)]


def _ändringar(a: Sequence[str], b: Sequence[str]) -> list[tuple[Slag, str]]:
    jämförelse = SequenceMatcher(None, a, b, autojunk=False)
    if _andel_lika(jämförelse, a, b) < _MINST:
        return _hela("".join(a), "".join(b))
    ut: list[tuple[Slag, str]] = []
    for vad, i, i2, j, j2 in jämförelse.get_opcodes():
        if vad == "equal":
            ut.append(("lika", "".join(a[i:i2])))
        else:
            ut += _hela("".join(a[i:i2]), "".join(b[j:j2]))
    return ut


def _andel_lika(jämförelse: "SequenceMatcher[str]", a: Sequence[str], b: Sequence[str]) -> float:
    """Hur stor del av orden i den kortare texten som är lika; mellanrum och skiljetecken räknas inte."""
    lika = sum(o[0].isalnum() for i, _, n in jämförelse.get_matching_blocks() for o in a[i : i + n])
    kortast = min(sum(o[0].isalnum() for o in text) for text in (a, b))
    return lika / kortast if kortast else 1.0


def _ihop(stycken: list[tuple[Slag, str]]) -> list[tuple[Slag, str]]:
    """Ändringar med bara ett mellanrum emellan blir en, så att ett par ord läses tillsammans."""
    ut: list[list[str]] = []  # [lika] eller [bort, nytt]
    for bort, nytt, lika in _trior(stycken):
        if ut and len(ut[-1]) > 1 and lika and not lika.strip():
            ut[-1][0] += lika
            ut[-1][1] += lika
        elif lika:
            ut.append([lika])
        elif ut and len(ut[-1]) > 1:
            ut[-1][0] += bort
            ut[-1][1] += nytt
        else:
            ut.append([bort, nytt])
    svar: list[tuple[Slag, str]] = []
    for led in ut:
        svar += [("lika", led[0])] if len(led) == 1 else _utan_kant(*led)
    return svar


def _trior(stycken: list[tuple[Slag, str]]) -> Iterator[tuple[str, str, str]]:
    for slag, text in stycken:
        yield (text if slag == "bort" else "", text if slag == "nytt" else "", text if slag == "lika" else "")


def _utan_kant(bort: str, nytt: str) -> list[tuple[Slag, str]]:
    """Mellanrummet som båda slutar med ställs efter dem."""
    rest = len(bort) - len(bort.rstrip())
    if rest and bort[-rest:] == nytt[-rest:] and nytt.strip():
        return [*_hela(bort[:-rest], nytt[:-rest]), ("lika", bort[-rest:])]
    return _hela(bort, nytt)


def _kortad(text: str, först: bool, sist: bool, slag: Slag) -> str:
    if slag != "lika" or len(text) <= _LÅNGT:
        return text
    början = "" if först else text[:_KANT].rpartition(" ")[0] + " "
    slut = "" if sist else " " + text[-_KANT:].partition(" ")[2]
    return f"{början}…{slut}"
