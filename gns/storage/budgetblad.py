"""Budgetrader ur ett kalkylblad: rubrikraden hittas på sina ord, beloppen läses till ören, och det som är oklart stoppar."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from gns.grund.belopp import skriv_belopp
from gns.grund.datafel import Filfel
from gns.grund.fel import Användningsfel, Postfel
from gns.storage.bladceller import första_ordet, läs_öre, rubrikens_enhet, som_text
from gns.storage.budgetgrupper import Bladrad, Grupp, Gruppering, bekräftade_rubriker, gruppera, summaslag
from gns.storage.grind import otillåtet
from gns.storage.kalkyl import Cell, Kalkylblad, Rad, läs_kalkyl

# Kolumnens namn i posten: orden som en rubrik kan heta eller börja på, utan prickar; de första går före.
_NAMN = ("benamning", "namn", "rad", "post", "typ")
_BELOPP = ("budget", "belopp", "summa", "kronor", "kr")
_ÖVRIGA = {
    "grupp": ("grupp", "slag", "typ"),
    "kommentar": ("kommentar", "anmarkning"),
    **{k: (k,) for k in ("konto", "ansvar", "verksamhet", "projekt", "motpart")},
}
_TRYCKS = ("kommentar", "konto", "ansvar", "verksamhet", "projekt", "motpart")
_ÅR = re.compile(r"(?<![\d-])(?:19|20)[0-9]{2}(?![\d-])")
_BUDGET_ÅR = re.compile(r"\bbudget(?:år|året|en)?(?: för)? ((?:19|20)[0-9]{2})\b", re.IGNORECASE)
_RÅD = "rätta raden i filen och försök igen"


@dataclass(frozen=True, slots=True)
class Budgetblad:
    """Det lästa: filen som den visas, året i rubriken, enheten, grupperna, resultatet i filen, och numren på rader som inte lästes."""

    fil: str
    år: int | None
    enhet: str
    grupper: tuple[Grupp, ...]
    resultat: Bladrad | None
    olästa: tuple[int, ...]

    def som_post(self) -> dict[str, Any]:
        """Budgeten som den skrivs i posten; miljoner visas i tusental."""
        källa = "".join(t for t in Path(self.fil).name if not otillåtet(t))
        post: dict[str, Any] = {
            "enhet": "kr" if self.enhet == "kr" else "tkr",
            "källa": källa,
            "grupper": [self._grupp(g) for g in self.grupper],
        }
        return post | ({"angivet_resultat": self._skriv(self.resultat.öre)} if self.resultat else {})

    def _skriv(self, öre: int) -> str:
        return skriv_belopp(öre, self.enhet)

    def _grupp(self, g: Grupp) -> dict[str, Any]:
        rader = [{"namn": r.namn, "belopp": self._skriv(r.öre), **r.post} for r in g.rader]
        angiven = {"angiven_summa": self._skriv(g.angiven.öre)} if g.angiven else {}
        return {"namn": g.namn, "rader": rader, **angiven}


@dataclass(frozen=True, slots=True)
class _Tabell:
    """Rubrikraden i ett blad: dess plats bland bladets rader, och kolumnerna (från 0)."""

    blad: Kalkylblad
    i: int
    kolumner: dict[str, int]


def läs_budgetblad(stig: Path, år: int | None) -> Budgetblad:
    """Budgeten ur det enda synliga blad som har en rubrikrad; ``år`` väljer kolumn när flera har belopp.

    Användningsfel när inget eller flera blad har det, eller när enheten eller året är oklart; Postfel med alla rader som är fel.
    """
    bladen = läs_kalkyl(stig)
    tabeller = [t for blad in bladen if (t := _tabellen(blad, år))]
    fil = bladen[0].fil
    if not tabeller:
        råd = "en rad ska ha rubrikerna Benämning (eller Typ) och Budget (eller Belopp), och raderna stå under den"
        raise Användningsfel(f"{fil} har ingen rad med rubriker", råd)
    if len(tabeller) > 1:
        namn = ", ".join(t.blad.namn for t in tabeller)
        raise Användningsfel(f"{fil} har budgetrader på flera blad: {namn}", "samla raderna på ett blad")
    return _läs(tabeller[0], år)


def _tabellen(blad: Kalkylblad, år: int | None) -> _Tabell | None:
    for i, (_, rad) in enumerate(blad.rader):
        kolumner = _rubriker(blad.fil, rad, år)
        if {"namn", "belopp"} <= kolumner.keys():
            return _Tabell(blad, i, kolumner)
    return None


def _rubriker(fil: str, rad: Rad, år: int | None) -> dict[str, int]:
    """Kolumnerna som rubrikraden namnger. Användningsfel när flera har belopp och inget år säger vilken."""
    första = [första_ordet(c) for c in rad]
    namn = next((första.index(o) for o in _NAMN if o in första), None)
    belopp = [i for i, o in enumerate(första) if o in _BELOPP]
    if namn is None or not belopp:
        return {}
    ut = {
        n: i
        for n, former in _ÖVRIGA.items()
        for o in reversed(former)
        if o in första and (i := första.index(o)) != namn
    }
    if len(belopp) > 1:
        med_år = [i for i in belopp if år is not None and str(år) in str(rad[i])]
        if len(med_år) != 1:
            råd = "skriv året i kommandot, eller spara filen med en enda kolumn med belopp"
            alla = ", ".join(str(rad[i]) for i in belopp)
            raise Användningsfel(f"{fil} har flera kolumner med belopp: {alla}", råd)
        belopp = med_år
    return {**ut, "namn": namn, "belopp": belopp[0]}


def _läs(t: _Tabell, år: int | None) -> Budgetblad:
    blad, kolumner = t.blad, t.kolumner
    rubrik = str(blad.rader[t.i][1][kolumner["belopp"]])
    ovanför = " ".join(c for _, rad in blad.rader[: t.i] for c in rad if isinstance(c, str))
    enhet = rubrikens_enhet(blad.fil, rubrik, ovanför)
    budgetår = _rubrikens_år(blad.fil, rubrik, ovanför, år)
    under = blad.rader[t.i + 1 :]
    lästa = list(_med_innehåll(under, kolumner))
    olästa = tuple(nr for nr, rad in under if lästa and nr > lästa[-1][0] and any(c is not None for c in rad))
    rader, fel = _tolka(blad.fil, lästa, kolumner, enhet)
    gruppering = gruppera(rader, enhet) if not fel else Gruppering([], None, [])
    kolumn = kolumner["belopp"] + 1
    fel += (Filfel(blad.fil, nr, kolumn if nr else 0, text, råd) for nr, text, råd in gruppering.fel)
    if fel:
        raise Postfel(tuple(fel))
    if not gruppering.grupper:
        råd = "lägg raderna direkt under rubrikraden"
        raise Användningsfel(f"{blad.fil} har inga budgetrader under rubrikerna", råd)
    return Budgetblad(blad.fil, budgetår, enhet, tuple(gruppering.grupper), gruppering.resultat, olästa)


def _rubrikens_år(fil: str, rubrik: str, ovanför: str, år: int | None) -> int | None:
    """Året i rubriken, annars det ovanför den; Användningsfel när det är ett annat än kommandots, eller flera."""
    sagda = set(_ÅR.findall(rubrik)) or set(_BUDGET_ÅR.findall(ovanför))
    if år is not None and sagda and str(år) not in sagda:
        råd = f"rätta rubriken, eller skriv gns budgetår ny {min(sagda)}"
        raise Användningsfel(f"{fil} har budgeten för {min(sagda)}, inte {år}", råd)
    funna = sorted(sagda or set(_ÅR.findall(ovanför)))
    if år is None and len(funna) > 1:
        råd = f"skriv året i kommandot: gns budgetår ny {funna[-1]} --från FIL"
        raise Användningsfel(f"{fil} nämner flera år: {', '.join(funna)}", råd)
    return int(funna[0]) if funna else None


def _med_innehåll(rader: Sequence[tuple[int, Rad]], kolumner: dict[str, int]) -> Iterator[tuple[int, dict[str, Cell]]]:
    """Raderna som har något, till en ny tabell: en tom rad och sedan en rubrik med ett av orden för belopp."""
    tom_före = False
    for nr, rad in rader:
        if all(c is None for c in rad):
            tom_före = True
            continue
        if tom_före and any(första_ordet(c) in _BELOPP for c in rad[1:]):
            return
        tom_före = False
        yield nr, {namn: rad[k] if k < len(rad) else None for namn, k in kolumner.items()}


def _tolka(
    fil: str, lästa: Iterable[tuple[int, dict[str, Cell]]], kolumner: dict[str, int], enhet: str
) -> tuple[list[Bladrad], list[Filfel]]:
    """Raderna tolkade, och felen i dem."""
    lästa = list(lästa)
    rubriker = bekräftade_rubriker(_namnet(celler["namn"]) for _, celler in lästa if isinstance(celler["namn"], str))
    rader: list[Bladrad] = []
    fel: list[Filfel] = []
    for nr, celler in lästa:
        try:
            rader += _rad(nr, celler, enhet, rubriker)
        except ValueError as felet:
            kolumn = kolumner["namn" if str(felet).startswith("raden") else "belopp"] + 1
            fel.append(Filfel(fil, nr, kolumn, str(felet), _RÅD))
    return rader, fel


def _rad(nr: int, celler: dict[str, Cell], enhet: str, rubriker: set[str]) -> Iterator[Bladrad]:
    """Raden, eller inget när inget av det som läses står i den. ValueError med det som är fel."""
    for text in celler.values():
        if isinstance(text, str) and (tecken := otillåtet(text)):
            raise ValueError(f"raden har tecknet U+{ord(tecken[0]):04X}, som inte får stå i en post")
    namn, cell, grupp = celler["namn"], celler["belopp"], celler.get("grupp")
    if all(c is None for c in celler.values()):
        return
    if namn is None and cell is None and isinstance(grupp, str):
        yield Bladrad(nr, "rubrik", _namnet(grupp).lower())
        return
    if namn is None or isinstance(namn, Fraction):
        raise ValueError("raden har inget namn" if cell is not None else "raden har varken namn eller belopp")
    namn = _namnet(namn)
    if cell is None and namn.lower() in rubriker:
        yield Bladrad(nr, "rubrik", namn.lower())
        return
    if cell is None:
        raise ValueError(f"{namn} har inget belopp")
    öre = läs_öre(cell, enhet, namn)
    if summa := summaslag(namn):
        yield Bladrad(nr, summa[0], summa[1], öre, text=namn)
        return
    post = {k: som_text(v) for k in _TRYCKS if (v := celler.get(k)) is not None}
    yield Bladrad(nr, "rad", namn, öre, grupp=_namnet(grupp).lower() if isinstance(grupp, str) else "", post=post)


def _namnet(text: str) -> str:
    return text.rstrip(" :")
