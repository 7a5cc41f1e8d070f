"""Vad som skiljer två träd åt, fält för fält, i ord: § 19 innebär a belopp: 914 400 kr → 457 200 kr."""

from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any, NamedTuple

NAMN = ("id", "namn", "person", "titel", "nr", "part", "typ", "datum")  # det som skiljer en listas poster åt
_KORT = 80  # en text som är kortare visas hel
_LÄNGST = 240
_FLEST_ORD = 3000


class Ändring(NamedTuple):
    """Ett fält som skiljer sig; ``förr`` är tomt för det som är tillagt, ``nu`` för det som är struket."""

    fält: str
    förr: str
    nu: str


def skillnader(förr: Any, nu: Any, fält: str = "") -> Iterator[Ändring]:
    """Fälten som skiljer träden åt, i den ordning de står; None är ett träd som inte finns."""
    if förr == nu:
        return
    if isinstance(förr, dict) and isinstance(nu, dict):
        for nyckel in dict.fromkeys([*nu, *förr]):
            yield from skillnader(förr.get(nyckel), nu.get(nyckel), _under(fält, nyckel))
    elif isinstance(förr, list) and isinstance(nu, list):
        yield from _listor(förr, nu, fält)
    else:
        yield Ändring(fält, *_kortade(i_ord(förr), i_ord(nu)))


def par(förr: list[Any], nu: list[Any]) -> list[tuple[int | None, int | None]]:
    """Vilka punkter i två listor som är samma: efter namn, sedan efter rubrik eller innehåll; nya ordningen först."""
    gamla = {namn: i for i, namn in enumerate(_namnen(förr))}
    svar: dict[int, int] = {j: gamla[namn] for j, namn in enumerate(_namnen(nu)) if namn in gamla}
    lediga = [i for i in range(len(förr)) if i not in svar.values()]
    for j, punkt in enumerate(nu):
        if j not in svar and (lika := next((i for i in lediga if _är_samma(förr[i], punkt)), None)) is not None:
            svar[j] = lika
            lediga.remove(lika)
    return [*((svar.get(j), j) for j in range(len(nu))), *((i, None) for i in lediga)]


def i_ord(värde: Any) -> str:
    """Ett värde på en rad: texten som den är, en grupp som ``nyckel värde``, en lista med komman; tomt för None."""
    if isinstance(värde, dict):
        return ", ".join(f"{n} {i_ord(v)}" for n, v in värde.items())
    if isinstance(värde, list):
        return ", ".join(map(i_ord, värde))
    return "" if värde is None else " ".join(str(värde).split())


def _plats(namn: str, nr: int, fält: str) -> str:
    """En punkts plats i ord: ``§ 19``, ``yrkanden halva`` eller ``handlingar 2``."""
    början, _, sist = fält.rpartition(" ")
    if sist == "paragrafer":
        return _under(början, f"§ {namn or f'({nr + 1} i ordningen)'}")
    return _under(fält, namn or str(nr + 1))


def _listor(förr: list[Any], nu: list[Any], fält: str) -> Iterator[Ändring]:
    if not any(isinstance(p, dict) for p in (*förr, *nu)):
        yield from _enkla(förr, nu, fält)
        return
    samma = _samma_punkter(förr, nu)
    if samma is not None:
        for k in samma:
            yield from skillnader(förr[k], nu[k], _plats(_namnen(nu[: k + 1])[k], k, fält))
        return
    följd, gamla, nya = par(förr, nu), _namnen(förr), _namnen(nu)
    for i, j in följd:
        a, b = None if i is None else förr[i], None if j is None else nu[j]
        if a != b:
            plats = _plats(gamla[i or 0], i or 0, fält) if j is None else _plats(nya[j], j, fält)
            yield from skillnader(a, b, plats)
    kvar = [i for i, j in följd if i is not None and j is not None]
    if kvar != sorted(kvar):
        yield Ändring(_under(fält, "ordning"), *(", ".join(_kortnamn(lista)) for lista in (förr, nu)))


def _samma_punkter(förr: list[Any], nu: list[Any]) -> list[int] | None:
    """Platserna som skiljer sig när listorna har samma punkter i samma ordning, som oftast; annars None."""
    if len(förr) != len(nu):
        return None
    olika = [i for i, (a, b) in enumerate(zip(förr, nu, strict=True)) if a != b]
    return olika if all(_eget_namn(förr[i]) == _eget_namn(nu[i]) for i in olika) else None


def _enkla(förr: list[Any], nu: list[Any], fält: str) -> Iterator[Ändring]:
    """Listor av texter: varje följd av punkter som är utbytt, tillagd eller struken."""
    gamla, nya = list(map(i_ord, förr)), list(map(i_ord, nu))
    for vad, a, b, c, d in SequenceMatcher(None, gamla, nya, autojunk=False).get_opcodes():
        if vad == "replace" and b - a == d - c:
            parvis = zip(range(a, b), range(c, d), strict=True)
            yield from (Ändring(_punkt(fält, nya, j), *_kortade(gamla[i], nya[j])) for i, j in parvis)
        elif vad != "equal":
            yield Ändring(fält, *_kortade(", ".join(gamla[a:b]), ", ".join(nya[c:d])))


def _punkt(fält: str, lista: list[str], nr: int) -> str:
    return _under(fält, str(nr + 1)) if len(lista) > 1 else fält


def _kortade(förr: str, nu: str) -> tuple[str, str]:
    """Två texter, eller när de är långa bara orden som skiljer dem åt."""
    if not förr or not nu or max(len(förr), len(nu)) <= _KORT:
        return _avkortad(förr), _avkortad(nu)
    gamla, nya = _olika(förr.split(), nu.split())
    if len(gamla) + len(nya) > _FLEST_ORD:
        return f"{len(gamla)} ord", f"{len(nya)} ord"
    olika = [o for o in SequenceMatcher(None, gamla, nya, autojunk=False).get_opcodes() if o[0] != "equal"]
    bort = " … ".join(" ".join(gamla[a:b]) for _, a, b, _, _ in olika if a < b)
    till = " … ".join(" ".join(nya[c:d]) for _, _, _, c, d in olika if c < d)
    return _avkortad(bort), _avkortad(till)


def _olika(gamla: list[str], nya: list[str]) -> tuple[list[str], list[str]]:
    """Orden utan den början och det slut som är lika."""
    kortast = min(len(gamla), len(nya))
    a = next((i for i in range(kortast) if gamla[i] != nya[i]), kortast)
    b = next((i for i in range(kortast - a) if gamla[-1 - i] != nya[-1 - i]), kortast - a)
    return gamla[a : len(gamla) - b], nya[a : len(nya) - b]


def _avkortad(text: str) -> str:
    return text if len(text) <= _LÄNGST else f"{text[: _LÄNGST - 1].rsplit(' ', 1)[0]} …"


def _under(fält: str, led: str) -> str:
    return f"{fält} {led}" if fält else led


def _namnen(lista: list[Any]) -> list[str]:
    """Punkternas namn; när en tidigare heter likadant, också vilken i ordningen den är."""
    sedda = Counter[str]()
    ut = []
    for punkt in lista:
        namn = _eget_namn(punkt)
        sedda[namn] += 1
        ut.append(f"{namn} ({sedda[namn]})" if sedda[namn] > 1 else namn)
    return ut


def _kortnamn(lista: list[Any]) -> list[str]:
    return [namn or str(nr) for nr, namn in enumerate(_namnen(lista), start=1)]


def _eget_namn(punkt: Any) -> str:
    if not isinstance(punkt, dict):
        return i_ord(punkt)
    for nyckel in NAMN:
        if isinstance(namn := punkt.get(nyckel), str):
            return namn
    return ""


def _är_samma(a: Any, b: Any) -> bool:
    """Om två punkter med olika namn ändå är samma: rubriken är lika, eller allt utom namnet."""
    if not isinstance(a, dict) or not isinstance(b, dict):
        return False
    if "rubrik" in a and a["rubrik"] == b.get("rubrik"):
        return True
    utan_a, utan_b = ({n: v for n, v in p.items() if n not in NAMN} for p in (a, b))
    return bool(utan_a) and utan_a == utan_b
