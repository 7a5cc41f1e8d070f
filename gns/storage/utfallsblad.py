"""Utfallet ur redovisningens rapport (xlsx eller csv): ett konto per rad, beloppen till ören, och summan prövad."""

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from gns.grund.belopp import skriv_belopp
from gns.grund.datafel import Filfel
from gns.grund.datum import läs_datum
from gns.grund.fel import Användningsfel, Postfel
from gns.storage.bladceller import första_ordet, läs_öre, rubrikens_enhet, som_text
from gns.storage.grind import otillåtet
from gns.storage.kalkyl import Cell, Kalkylblad, Rad, läs_kalkyl

_KONTO = ("konto", "kontonr", "kontonummer")
_BELOPP = ("utfall", "belopp", "saldo", "bokfort", "ack", "ackumulerat", "utgaende")
_NAMN = ("namn", "benamning", "kontonamn", "text", "kontotext")
_DELAR = ("ansvar", "verksamhet", "projekt", "motpart")
_SUMMA = re.compile(
    r"(?:(?:del|total|slut)?summa|s:a|subtotal|totalt?|(?:årets )?resultat|utgående saldo)(?![\w:])", re.IGNORECASE
)
_DAG = re.compile(r"(?<!\d)(?<!\d-)[0-9]{4}-[0-9]{2}-[0-9]{2}(?!\d)(?!-\d)")
_OM_PAPPERET = re.compile(r"utskr|framtag|skapa[td]|hämta[td]|antag|kontoplan|sida\b", re.IGNORECASE)  # inte om tiden
_ÅR = re.compile(r"(?<![\d-])(?:19|20)[0-9]{2}(?![\d])")
_RÅD = "rätta raden i filen och försök igen"
_SIFFROR = re.compile(r"[0-9]{3,8}")


@dataclass(frozen=True, slots=True)
class Utfallsblad:
    """Det lästa: filen, åren och dagarna som den nämner, raderna som de skrivs i posten, och rapportens summa i öre."""

    fil: str
    år: tuple[int, ...]
    dagar: tuple[date, ...]
    rader: tuple[dict[str, str], ...]
    summa_öre: int | None

    def som_period(self, per: date) -> dict[str, Any]:
        """Perioden som den skrivs i posten."""
        källa = "".join(t for t in Path(self.fil).name if not otillåtet(t))
        summa = {} if self.summa_öre is None else {"summa": skriv_belopp(self.summa_öre)}
        return {"per": str(per), "källa": källa, **summa, "rader": list(self.rader)}


def läs_utfallsblad(stig: Path) -> Utfallsblad:
    """Utfallet ur det enda synliga blad som har en rubrikrad.

    Användningsfel när inget eller flera blad har det, Postfel med alla rader som är fel eller en summa som inte stämmer.
    """
    bladen = läs_kalkyl(stig)
    hittade = [
        (blad, i, k) for blad in bladen for i, (_, rad) in enumerate(blad.rader) if (k := _kolumner(blad.fil, rad))
    ]
    fil = bladen[0].fil
    if not hittade:
        råd = "en rad ska ha rubrikerna Konto och Utfall (eller Belopp, Saldo), och raderna stå under den"
        raise Användningsfel(f"{fil} har ingen rad med rubriker", råd)
    if len({blad.namn for blad, _, _ in hittade}) > 1:
        raise Användningsfel(f"{fil} har utfall på flera blad", "spara bladet som gäller i en egen fil")
    return _läs(*hittade[0])


def _kolumner(fil: str, rad: Rad) -> dict[str, int]:
    första = [första_ordet(c) for c in rad]
    konto = next((första.index(o) for o in _KONTO if o in första), None)
    belopp = [i for i, o in enumerate(första) if o in _BELOPP]
    if konto is None or not belopp:
        return {}
    if len(belopp) > 1:
        alla = ", ".join(str(rad[i]) for i in belopp)
        raise Användningsfel(
            f"{fil} har flera kolumner med belopp: {alla}", "spara filen med en enda kolumn med utfall"
        )
    namn = next((första.index(o) for o in _NAMN if o in första), None)
    delar = {d: första.index(d) for d in _DELAR if d in första}
    return {"konto": konto, "belopp": belopp[0], **({} if namn is None else {"namn": namn}), **delar}


def _läs(blad: Kalkylblad, i: int, kolumner: dict[str, int]) -> Utfallsblad:
    rubrik = str(blad.rader[i][1][kolumner["belopp"]])
    rader_ovanför = [" ".join(c for c in rad if isinstance(c, str)) for _, rad in blad.rader[:i]]
    enhet = rubrikens_enhet(blad.fil, rubrik, " ".join(rader_ovanför))
    år, dagar = _tiden(" ".join([*(r for r in rader_ovanför if not _OM_PAPPERET.search(r)), rubrik]))
    läsare = _Läsare(enhet)
    fel: list[Filfel] = []
    for nr, rad in blad.rader[i + 1 :]:
        celler = {namn: rad[k] if k < len(rad) else None for namn, k in kolumner.items()}
        if _utan_pengar(celler) or _kolumner(blad.fil, rad):
            continue
        try:
            läsare.läs(nr, celler)
        except ValueError as felet:
            fel.append(Filfel(blad.fil, nr, kolumner["belopp"] + 1, str(felet), _RÅD))
    fel += [Filfel(blad.fil, nr, 1, "raden står efter rapportens summa", _RÅD) for nr in läsare.efter]
    if fel:
        raise Postfel(tuple(fel))
    if not läsare.rader:
        raise Användningsfel(f"{blad.fil} har inga konton under rubrikerna", "lägg raderna direkt under rubrikraden")
    return Utfallsblad(blad.fil, år, dagar, tuple(läsare.rader), läsare.summa)


def _utan_pengar(celler: dict[str, Cell]) -> bool:
    """Om raden är tom, eller en rubrik eller en sidfot: ingen summa, inget konto och inget belopp."""
    konto = som_text(celler["konto"]).split(" ", 1)[0] if celler["konto"] is not None else ""
    return celler["belopp"] is None and not _SIFFROR.fullmatch(konto) and not _är_summa(celler)


class _Läsare:
    """Läser rapporten uppifrån: konton, delsummor och summa.

    ``efter`` är radnumren för konton efter den sista summan, som ingen summa har med; ``summa`` är rapportens summa i öre.
    """

    def __init__(self, enhet: str) -> None:
        self._enhet = enhet
        self._räknat = 0
        self._summor: list[int] = [0]  # det räknade vid varje summa
        self.rader: list[dict[str, str]] = []
        self._sedan: list[int] = []
        self.summa: int | None = None

    @property
    def efter(self) -> list[int]:
        """Radnumren efter den sista summan; tomt när rapporten inte har någon."""
        return self._sedan if len(self._summor) > 1 else []

    def läs(self, nr: int, celler: dict[str, Cell]) -> None:
        """En rad. ValueError med det som är fel."""
        for text in celler.values():
            if isinstance(text, str) and (tecken := otillåtet(text)):
                raise ValueError(f"raden har tecknet U+{ord(tecken[0]):04X}, som inte får stå i en post")
        namn = som_text(celler["konto"]) if celler["konto"] is not None else "raden"
        if celler["belopp"] is None:
            raise ValueError(f"{namn} har inget belopp; skriv 0, eller öppna och spara filen så att formlerna räknas")
        öre = läs_öre(celler["belopp"], self._enhet, namn)
        if _är_summa(celler):
            self._summera(öre)
            return
        self.rader.append(_raden(celler, öre))
        self._räknat += öre
        self._sedan.append(nr)

    def _summera(self, öre: int) -> None:
        """En summa är allt hittills, eller allt sedan en tidigare summa."""
        if self._räknat - öre not in self._summor:
            skiljer = abs(self._räknat - self._summor[-1] - öre), abs(self._räknat - öre)
            mest_likt = self._räknat if skiljer[1] <= skiljer[0] else self._räknat - self._summor[-1]
            text = f"raderna är tillsammans {skriv_belopp(mest_likt)}, men summan i filen är {skriv_belopp(öre)}"
            raise ValueError(f"{text}: {skriv_belopp(min(skiljer))} skiljer")
        self._summor.append(self._räknat)
        self._sedan = []
        self.summa = öre if öre == self._räknat else None


def _är_summa(celler: dict[str, Cell]) -> bool:
    """Om raden är rapportens summa; en rad med ett konto är det aldrig, vad kontot än heter."""
    text = celler.get("namn") if celler["konto"] is None else celler["konto"]
    return isinstance(text, str) and _SUMMA.match(text) is not None


def _raden(celler: dict[str, Cell], öre: int) -> dict[str, str]:
    if celler["konto"] is None:
        raise ValueError("raden har inget konto")
    konto, *resten = som_text(celler["konto"]).split(" ", 1)
    if not _SIFFROR.fullmatch(konto):
        raise ValueError(f"”{konto[:40]}” är inget konto")
    namn = celler.get("namn") or (resten[0] if resten else None)
    delar = {d: som_text(v) for d in _DELAR if (v := celler.get(d)) is not None}
    return {"konto": konto, **({"namn": som_text(namn)} if namn else {}), "belopp": skriv_belopp(öre), **delar}


def _tiden(text: str) -> tuple[tuple[int, ...], tuple[date, ...]]:
    """Åren och dagarna som rubriken och texten ovanför nämner."""
    dagar = []
    for skriven in _DAG.findall(text):
        with suppress(ValueError):
            dagar.append(läs_datum(skriven))
    år = {d.year for d in dagar} | {int(å) for å in _ÅR.findall(text)}
    return tuple(sorted(år)), tuple(sorted(dagar))
