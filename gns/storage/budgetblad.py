"""Budgetrader ur ett kalkylblad: rubrikraden hittas på sina ord, beloppen läses till ören, och summor i filen prövas."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any

from gns.fordelning.budgetsummor import går_ihop
from gns.grund.belopp import ENHETER, Belopp, läs_belopp, skriv_belopp
from gns.grund.datafel import Filfel
from gns.grund.fel import Användningsfel, Postfel
from gns.grund.tal import skriv_tal
from gns.grund.tecken import ascii_form
from gns.storage.grind import otillåtet
from gns.storage.kalkyl import Cell, Kalkylblad, Rad, läs_kalkyl

# Kolumnens namn i posten: orden som en rubrik kan heta eller börja på, utan prickar; de första går före.
_NAMN = ("benamning", "typ", "namn", "rad", "post")
_BELOPP = ("budget", "belopp", "summa", "kronor", "kr")
_ÖVRIGA = {
    "grupp": ("grupp", "slag"),
    "kommentar": ("kommentar", "anmarkning"),
    **{k: (k,) for k in ("konto", "ansvar", "verksamhet", "projekt", "motpart")},
}
_TRYCKS = ("kommentar", "konto", "ansvar", "verksamhet", "projekt", "motpart")
_DELSUMMA = re.compile(r"delsumma\b", re.IGNORECASE)
_SUMMA = re.compile(r"summa\b\s*", re.IGNORECASE)
_TOTAL = re.compile(r"(?:total|totalt|resultat|summa totalt)\b", re.IGNORECASE)
_GRUPPRUBRIK = re.compile(r"\w*(?:intäkter|kostnader)", re.IGNORECASE)
_ENHET = re.compile(r"\b(tkr|tusental kr\w*|mnkr|mkr)\b", re.IGNORECASE)
_ÅR = re.compile(r"\b(?:19|20)[0-9]{2}\b")
_BUDGET_ÅR = re.compile(r"\bbudget(?:år|året|en)?(?: för)? ((?:19|20)[0-9]{2})\b", re.IGNORECASE)
_RÅD = "rätta raden i filen och försök igen"


@dataclass(slots=True)
class _Grupp:
    namn: str
    rader: list[dict[str, Any]] = field(default_factory=list)
    öre: int = 0
    sedan_delsumma: int = 0
    angiven: int | None = None
    rad: int = 0  # där summan står
    namngiven: bool = False  # i filen, inte gissad ur ett tecken


@dataclass(slots=True)
class Budgetblad:
    """Det lästa: filen som den visas, året i rubriken, enheten, grupperna, det resultat som filen anger och rader som inte lästes."""

    fil: str
    år: int | None
    enhet: str
    kolumn: int  # den med beloppen, räknad från 1
    grupper: list[_Grupp] = field(default_factory=list)
    resultat: int | None = None
    resultatrad: int = 0
    olästa: tuple[int, ...] = ()

    def som_post(self) -> dict[str, Any]:
        """Budgeten som den skrivs i posten; miljoner visas i tusental."""
        källa = "".join(t for t in Path(self.fil).name if not otillåtet(t))
        post: dict[str, Any] = {
            "enhet": "kr" if self.enhet == "kr" else "tkr",
            "källa": källa,
            "grupper": [self._grupp(g) for g in self.grupper],
        }
        return post if self.resultat is None else post | {"angivet_resultat": self.skriv(self.resultat)}

    def skriv(self, öre: int) -> str:
        """Beloppet i filens enhet."""
        return skriv_belopp(öre, self.enhet)

    def _grupp(self, g: _Grupp) -> dict[str, Any]:
        angiven = {} if g.angiven is None else {"angiven_summa": self.skriv(g.angiven)}
        return {"namn": g.namn, "rader": g.rader, **angiven}


def läs_budgetblad(stig: Path, år: int | None) -> Budgetblad:
    """Budgeten ur det första synliga blad som har en rubrikrad; ``år`` väljer kolumn när flera har belopp.

    Användningsfel när inget har det, eller när rubrikens år är ett annat; Postfel med alla rader som är fel.
    """
    bladen = läs_kalkyl(stig)
    for blad in bladen:
        for i, (_, rad) in enumerate(blad.rader):
            kolumner = _rubriker(blad.fil, rad, år)
            if {"namn", "belopp"} <= kolumner.keys():
                return _läs(blad, i, kolumner, år)
    råd = "en rad ska ha rubrikerna Benämning (eller Typ) och Budget (eller Belopp), och raderna stå under den"
    raise Användningsfel(f"{bladen[0].fil} har ingen rad med rubriker", råd)


def _rubriker(fil: str, rad: Rad, år: int | None) -> dict[str, int]:
    """Kolumnerna som rubrikraden namnger. Användningsfel när flera har belopp och inget år säger vilken."""
    första = [_första_ordet(c) for c in rad]
    ut = {n: första.index(o) for n, former in _ÖVRIGA.items() for o in former if o in första}
    namn = next((första.index(o) for o in _NAMN if o in första), None)
    belopp = [i for i, o in enumerate(första) if o in _BELOPP]
    if namn is None or not belopp:
        return {}
    if len(belopp) > 1:
        med_år = [i for i in belopp if år is not None and str(år) in str(rad[i])]
        if len(med_år) != 1:
            råd = "skriv året i kommandot, eller spara filen med en enda kolumn med belopp"
            alla = ", ".join(str(rad[i]) for i in belopp)
            raise Användningsfel(f"{fil} har flera kolumner med belopp: {alla}", råd)
        belopp = med_år
    return {**ut, "namn": namn, "belopp": belopp[0]}


def _första_ordet(cell: Cell) -> str:
    ord_ = re.split(r"[\s,(]+", ascii_form(cell)) if isinstance(cell, str) else []
    return ord_[0] if ord_ else ""


def _läs(blad: Kalkylblad, i: int, kolumner: dict[str, int], år: int | None) -> Budgetblad:
    rubrik = str(blad.rader[i][1][kolumner["belopp"]])
    ovanför = " ".join(c for _, rad in blad.rader[:i] for c in rad if isinstance(c, str))
    ut = Budgetblad(
        blad.fil,
        _rubrikens_år(blad.fil, rubrik, ovanför, år),
        _rubrikens_enhet(rubrik, ovanför),
        kolumner["belopp"] + 1,
    )
    rader = list(_med_innehåll(blad.rader[i + 1 :], kolumner))
    ut.olästa = tuple(nr for nr, _ in blad.rader[i + 1 :] if rader and nr > rader[-1][0] and _har_något(blad, nr))
    fel: list[Filfel] = []
    for nr, celler in rader:
        try:
            _ta(ut, nr, celler)
        except ValueError as felet:
            kolumn = kolumner["namn" if str(felet).startswith("raden") else "belopp"] + 1
            fel.append(Filfel(blad.fil, nr, kolumn, str(felet), _RÅD))
    if fel := fel or [*_summafel(ut), *_teckenfel(ut)]:
        raise Postfel(tuple(fel))
    ut.grupper = [g for g in ut.grupper if g.rader]
    if not ut.grupper:
        råd = "lägg raderna direkt under rubrikraden"
        raise Användningsfel(f"{blad.fil} har inga budgetrader under rubrikerna", råd)
    return ut


def _rubrikens_år(fil: str, rubrik: str, ovanför: str, år: int | None) -> int | None:
    """Året som rubriken säger, annars det som står ovanför den; Användningsfel när rubriken säger ett annat än kommandot."""
    i_rubriken = _ÅR.findall(rubrik) or _BUDGET_ÅR.findall(ovanför)
    if år is not None and i_rubriken and str(år) not in i_rubriken:
        råd = f"rätta rubriken, eller skriv gns budgetår ny {i_rubriken[0]}"
        raise Användningsfel(f"{fil} har budgeten för {i_rubriken[0]}, inte {år}", råd)
    funnet = i_rubriken or _ÅR.findall(ovanför)
    return int(funnet[0]) if funnet else None


def _rubrikens_enhet(rubrik: str, ovanför: str) -> str:
    funnen = _ENHET.search(rubrik) or _ENHET.search(ovanför)
    return ("mnkr" if funnen[0].lower().startswith("m") else "tkr") if funnen else "kr"


def _har_något(blad: Kalkylblad, nr: int) -> bool:
    return any(c is not None for n, rad in blad.rader if n == nr for c in rad)


def _med_innehåll(rader: Sequence[tuple[int, Rad]], kolumner: dict[str, int]) -> Iterator[tuple[int, dict[str, Cell]]]:
    """Raderna som har något, till och med den sista före en ny tabell: en tom rad och sedan ord där beloppet ska stå."""
    tom_före = False
    for nr, rad in rader:
        celler = {namn: rad[k] if k < len(rad) else None for namn, k in kolumner.items()}
        if all(c is None for c in rad):
            tom_före = True
            continue
        ny_tabell = isinstance(celler["belopp"], str) and not any(t.isdigit() for t in celler["belopp"])
        if tom_före and ny_tabell:
            return
        tom_före = False
        yield nr, celler


def _ta(ut: Budgetblad, nr: int, celler: dict[str, Cell]) -> None:
    """En rad: en budgetrad, en grupps rubrik, en summa eller ett resultat. ValueError med det som är fel."""
    namn, cell = celler["namn"], celler["belopp"]
    for text in celler.values():
        if isinstance(text, str) and (tecken := otillåtet(text)):
            raise ValueError(f"raden har tecknet U+{ord(tecken[0]):04X}, som inte får stå i en post")
    if namn is None and cell is None:
        return
    if namn is None or isinstance(namn, Fraction):
        raise ValueError("raden har inget namn")
    if cell is None and _GRUPPRUBRIK.fullmatch(namn):
        ut.grupper.append(_Grupp(namn.lower(), namngiven=True))
        return
    if cell is None:
        raise ValueError(f"{namn} har inget belopp")
    öre = _öre(cell, ut.enhet, namn)
    if _TOTAL.match(namn) or _är_hela_summan(ut, namn, öre):
        ut.resultat, ut.resultatrad = öre, nr
    elif _DELSUMMA.match(namn):
        _pröva_delsumma(ut, namn, öre)
    elif summa := _SUMMA.match(namn):
        grupp = ut.grupper[-1] if ut.grupper else _Grupp("")
        grupp.namngiven |= summa.end() < len(namn)
        grupp.namn, grupp.angiven, grupp.rad = namn[summa.end() :].lower() or grupp.namn, öre, nr
        ut.grupper.append(_Grupp(""))
    else:
        grupp = _gruppen(ut, celler.get("grupp"), öre)
        grupp.öre += öre
        grupp.sedan_delsumma += öre
        övrigt = {k: _som_text(v) for k in _TRYCKS if (v := celler.get(k)) is not None}
        grupp.rader.append({"namn": namn, "belopp": ut.skriv(öre), **övrigt})


def _är_hela_summan(ut: Budgetblad, namn: str, öre: int) -> bool:
    """Om ett ensamt ”Summa” är hela budgetens: det står efter gruppernas summor, eller är allt men inte den sista gruppen."""
    if not _SUMMA.fullmatch(namn) or not ut.grupper:
        return False
    sista = ut.grupper[-1]
    allt = sum(g.öre for g in ut.grupper)
    return not sista.rader or (öre == allt and not går_ihop(sista.öre, Belopp(öre, ut.enhet)))


def _pröva_delsumma(ut: Budgetblad, namn: str, öre: int) -> None:
    """En delsumma är raderna sedan den förra; den tas inte med i posten."""
    grupp = ut.grupper[-1] if ut.grupper else _Grupp("")
    if not går_ihop(grupp.sedan_delsumma, Belopp(öre, ut.enhet)):
        raise ValueError(f"{namn} är {ut.skriv(öre)}, men raderna är {ut.skriv(grupp.sedan_delsumma)}")
    grupp.sedan_delsumma = 0


def _gruppen(ut: Budgetblad, grupp: Cell, öre: int) -> _Grupp:
    """Gruppen som raden hör till: den i kolumnen, annars den som pågår, annars intäkter eller kostnader."""
    if isinstance(grupp, str):
        funnen = next((g for g in ut.grupper if g.namn == grupp.lower()), None)
        if funnen:
            return funnen
        ut.grupper.append(_Grupp(grupp.lower(), namngiven=True))
    elif not ut.grupper:
        ut.grupper.append(_Grupp("intäkter" if öre >= 0 else "kostnader"))
    elif not ut.grupper[-1].namn:
        ut.grupper[-1].namn = "intäkter" if öre >= 0 else "kostnader"
    elif ut.grupper[-1].namn == "intäkter" and öre < 0:
        ut.grupper.append(_Grupp("kostnader"))
    return ut.grupper[-1]


def _öre(cell: Cell, enhet: str, namn: str) -> int:
    if isinstance(cell, Fraction):
        öre = cell * ENHETER[enhet]
        if öre.denominator != 1:
            raise ValueError(f"{namn} har ett belopp med delar av ett öre")
        text = skriv_belopp(int(öre))
    else:
        text = str(cell) if re.search(r"(?:kr|tkr|mnkr)$", str(cell)) else f"{cell} {enhet}"
    try:
        return läs_belopp(text).öre
    except ValueError:
        skrivet = text if isinstance(cell, Fraction) else str(cell)
        raise ValueError(f"{namn} har ”{skrivet[:40]}”, som inte är något belopp") from None


def _som_text(cell: Cell) -> str:
    """Texten; ett tal (ett konto) utan mellanrum."""
    return skriv_tal(cell).replace(" ", "") if isinstance(cell, Fraction) else str(cell)


def _summafel(ut: Budgetblad) -> Iterator[Filfel]:
    """En summa i filen som inte är radernas summa: filen säger emot sig själv."""
    alla = [(g.namn, g.öre, g.angiven, g.rad) for g in ut.grupper]
    alla.append(("hela budgeten", sum(g.öre for g in ut.grupper), ut.resultat, ut.resultatrad))
    for namn, öre, angiven, nr in alla:
        if angiven is not None and not går_ihop(öre, Belopp(angiven, ut.enhet)):
            text = f"summan för {namn} är {ut.skriv(angiven)} i filen, men raderna är {ut.skriv(öre)}"
            yield Filfel(ut.fil, nr, ut.kolumn, text, "rätta summan eller raderna i filen")


def _teckenfel(ut: Budgetblad) -> Iterator[Filfel]:
    """Kostnader som tillsammans är en intäkt, eller tvärtom: filen har inga minustecken, eller på fel rader."""
    for g in ut.grupper:
        fel_tecken = g.öre > 0 if g.namn.endswith("kostnader") else g.öre < 0 and g.namn.endswith("intäkter")
        if g.namngiven and fel_tecken:
            text = f"{g.namn} är tillsammans {ut.skriv(g.öre)}"
            yield Filfel(
                ut.fil, g.rad, ut.kolumn if g.rad else 0, text, "skriv kostnader med minustecken och intäkter utan"
            )
