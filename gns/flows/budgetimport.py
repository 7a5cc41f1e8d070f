"""Budgetrader ur ett kalkylblad: rubrikraden hittas på sina ord, beloppen läses till ören, och summor i filen prövas."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gns.grund.belopp import ENHETER, Belopp, läs_belopp, skriv_belopp
from gns.grund.datafel import Filfel
from gns.grund.fel import Användningsfel, Postfel
from gns.grund.tecken import ascii_form

if TYPE_CHECKING:
    from gns.storage.kalkyl import Cell, Kalkylblad

# Kolumnens namn i posten: orden som en rubrik kan heta eller börja på, utan prickar.
_KOLUMNER = {
    "namn": ("typ", "benamning", "namn", "rad", "post"),
    "belopp": ("belopp", "budget", "summa", "kronor", "kr"),
    "grupp": ("grupp", "slag"),
    "kommentar": ("kommentar", "anmarkning"),
    "konto": ("konto",),
    "ansvar": ("ansvar",),
    "verksamhet": ("verksamhet",),
    "projekt": ("projekt",),
    "motpart": ("motpart",),
}
_ÖVRIGA = ("kommentar", "konto", "ansvar", "verksamhet", "projekt", "motpart")
_SUMMA = re.compile(r"(?:delsumma|summa)\b\s*", re.IGNORECASE)
_TOTAL = re.compile(r"(?:total|totalt|resultat|summa totalt)\b", re.IGNORECASE)
_TKR = re.compile(r"\btkr\b")


@dataclass(slots=True)
class _Grupp:
    namn: str
    rader: list[dict[str, Any]] = field(default_factory=list)
    öre: int = 0
    angiven: int | None = None


@dataclass(slots=True)
class Budgetblad:
    """Det lästa: filen som den visas, rubriken ovanför beloppen, enheten, grupperna och det resultat som filen anger."""

    fil: str
    rubrik: str
    enhet: str
    grupper: list[_Grupp] = field(default_factory=list)
    resultat: int | None = None

    def som_post(self) -> dict[str, Any]:
        """Budgeten som den skrivs i posten."""
        post: dict[str, Any] = {
            "enhet": self.enhet,
            "källa": Path(self.fil).name,
            "grupper": [self._grupp(g) for g in self.grupper],
        }
        return post if self.resultat is None else post | {"angivet_resultat": skriv_belopp(self.resultat, self.enhet)}

    def _grupp(self, g: _Grupp) -> dict[str, Any]:
        angiven = {} if g.angiven is None else {"angiven_summa": skriv_belopp(g.angiven, self.enhet)}
        return {"namn": g.namn, "rader": g.rader, **angiven}


def läs_budgetblad(stig: Path) -> Budgetblad:
    """Budgeten ur det första blad som har en rubrikrad. Användningsfel när inget har det, Postfel med alla rader som är fel."""
    from gns.storage.kalkyl import läs_kalkyl

    bladen = läs_kalkyl(stig)
    for blad in bladen:
        for i, (_, rad) in enumerate(blad.rader):
            kolumner = _rubriker(rad)
            if {"namn", "belopp"} <= kolumner.keys():
                return _läs(blad, i, kolumner)
    råd = "en rad ska ha rubrikerna Typ (eller Benämning) och Budget (eller Belopp), och raderna stå under den"
    raise Användningsfel(f"{bladen[0].fil} har ingen rad med rubriker", råd)


def _rubriker(rad: "Sequence[Cell]") -> dict[str, int]:
    """Kolumnerna som rubrikraden namnger; den första som passar vinner."""
    ut: dict[str, int] = {}
    for i, cell in enumerate(rad):
        ord_ = ascii_form(cell).replace(",", " ").replace("(", " ").split() if isinstance(cell, str) else []
        for namn, former in _KOLUMNER.items():
            if ord_ and ord_[0] in former and namn not in ut:
                ut[namn] = i
                break
    return ut


def _läs(blad: "Kalkylblad", i: int, kolumner: dict[str, int]) -> Budgetblad:
    rubrik = str(blad.rader[i][1][kolumner["belopp"]])
    ovanför = " ".join(c for _, rad in blad.rader[: i + 1] for c in rad if isinstance(c, str))
    ut = Budgetblad(blad.fil, f"{rubrik} {ovanför}", "tkr" if _TKR.search(f"{rubrik} {ovanför}") else "kr")
    fel: list[Filfel] = []
    for nr, rad in _till_tom_rad(blad.rader[i + 1 :]):
        celler = {namn: rad[k] if k < len(rad) else None for namn, k in kolumner.items()}
        try:
            _ta(ut, celler)
        except ValueError as felet:
            kolumn = kolumner["belopp" if "belopp" in str(felet) else "namn"] + 1
            fel.append(Filfel(blad.fil, nr, kolumn, str(felet), "rätta raden i filen och försök igen"))
    if fel := fel or list(_summafel(ut)):
        raise Postfel(tuple(fel))
    if not any(g.rader for g in ut.grupper):
        raise Användningsfel(
            f"{blad.fil} har inga budgetrader under rubrikerna", "lägg raderna direkt under rubrikraden"
        )
    ut.grupper = [g for g in ut.grupper if g.rader]
    return ut


def _till_tom_rad(rader: "Sequence[tuple[int, tuple[Cell, ...]]]") -> "Iterator[tuple[int, tuple[Cell, ...]]]":
    """Raderna till den första tomma."""
    for nr, rad in rader:
        if all(c is None for c in rad):
            return
        yield nr, rad


def _ta(ut: Budgetblad, celler: "dict[str, Cell]") -> None:
    """En rad: en budgetrad, en summa eller ett resultat. ValueError med det som är fel."""
    from gns.storage.grind import otillåtet

    namn, cell = celler["namn"], celler["belopp"]
    if namn is None and cell is None:
        return
    if namn is None or isinstance(namn, Fraction):
        raise ValueError("raden har inget namn")
    if cell is None:
        raise ValueError(f"{namn} har inget belopp")
    for text in celler.values():
        if isinstance(text, str) and (tecken := otillåtet(text)):
            raise ValueError(f"raden har tecknet U+{ord(tecken[0]):04X}, som inte får stå i en post")
    öre = _öre(cell, ut.enhet, namn)
    if _TOTAL.match(namn):
        ut.resultat = öre
    elif summa := _SUMMA.match(namn):
        grupp = ut.grupper[-1] if ut.grupper else _Grupp("")
        grupp.namn, grupp.angiven = namn[summa.end() :].lower() or grupp.namn, öre
        ut.grupper.append(_Grupp(""))
    else:
        grupp = _gruppen(ut, celler.get("grupp"), öre)
        grupp.öre += öre
        övrigt = {k: _som_text(v) for k in _ÖVRIGA if (v := celler.get(k)) is not None}
        grupp.rader.append({"namn": namn, "belopp": skriv_belopp(öre, ut.enhet), **övrigt})


def _gruppen(ut: Budgetblad, grupp: "Cell", öre: int) -> _Grupp:
    """Gruppen som raden hör till: den i kolumnen, annars den som pågår, annars intäkter eller kostnader."""
    if isinstance(grupp, str):
        funnen = next((g for g in ut.grupper if g.namn == grupp.lower()), None)
        if funnen:
            return funnen
        ut.grupper.append(_Grupp(grupp.lower()))
    elif not ut.grupper:
        ut.grupper.append(_Grupp("intäkter" if öre >= 0 else "kostnader"))
    elif not ut.grupper[-1].namn:
        ut.grupper[-1].namn = "intäkter" if öre >= 0 else "kostnader"
    elif ut.grupper[-1].namn == "intäkter" and öre < 0:
        ut.grupper.append(_Grupp("kostnader"))
    return ut.grupper[-1]


def _öre(cell: "Cell", enhet: str, namn: str) -> int:
    if isinstance(cell, Fraction):
        öre = cell * ENHETER[enhet]
        if öre.denominator != 1:
            raise ValueError(f"{namn} har ett belopp med delar av ett öre")
        return läs_belopp(skriv_belopp(int(öre))).öre
    text = str(cell)
    med_enhet = text if re.search(r"(?:kr|tkr|mnkr)$", text) else f"{text} {enhet}"
    try:
        return läs_belopp(med_enhet).öre
    except ValueError:
        raise ValueError(f"{namn} har ”{text[:40]}”, som inte är något belopp") from None


def _som_text(cell: "Cell") -> str:
    """Texten; ett tal (ett konto) utan decimaler som det skrevs."""
    if not isinstance(cell, Fraction):
        return str(cell)
    from gns.grund.tal import skriv_tal

    return skriv_tal(cell).replace(" ", "")


def _summafel(ut: Budgetblad) -> Iterator[Filfel]:
    """En summa i filen som inte är radernas summa: filen säger emot sig själv."""
    from gns.fordelning.budgetsummor import går_ihop

    alla = [(g.namn, g.öre, g.angiven) for g in ut.grupper]
    alla.append(("hela budgeten", sum(g.öre for g in ut.grupper), ut.resultat))
    for namn, öre, angiven in alla:
        if angiven is not None and not går_ihop(öre, Belopp(angiven, ut.enhet)):
            text = f"summan för {namn} är {skriv_belopp(angiven, ut.enhet)} i filen, men raderna är {skriv_belopp(öre, ut.enhet)}"
            yield Filfel(ut.fil, 0, 0, text, "rätta summan eller raderna i filen")
