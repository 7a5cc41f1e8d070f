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
_BELOPP = ("utfall", "belopp", "saldo", "bokfort", "ack", "ackumulerat")
_NAMN = ("namn", "benamning", "kontonamn", "text", "kontotext")
_DELAR = ("ansvar", "verksamhet", "projekt", "motpart")
_SUMMA = re.compile(r"(?:summa|total|totalt|resultat)\b", re.IGNORECASE)
_DAG = re.compile(r"(?<![\d-])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![\d-])")
_ÅR = re.compile(r"(?<![\d-])(?:19|20)[0-9]{2}(?![\d])")
_SIFFROR = re.compile(r"[0-9]{3,8}")


@dataclass(frozen=True, slots=True)
class Utfallsblad:
    """Det lästa: filen, året och dagen i den om den säger dem, raderna som de skrivs i posten, och rapportens summa i öre."""

    fil: str
    år: int | None
    per: date | None
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
    ovanför = " ".join(c for _, rad in blad.rader[:i] for c in rad if isinstance(c, str))
    enhet, (år, per) = rubrikens_enhet(blad.fil, rubrik, ovanför), _tiden(blad.fil, f"{ovanför} {rubrik}")
    lästa: list[tuple[dict[str, str] | None, int]] = []
    fel: list[Filfel] = []
    for nr, rad in blad.rader[i + 1 :]:
        celler = {namn: rad[k] if k < len(rad) else None for namn, k in kolumner.items()}
        if all(c is None for c in celler.values()):
            continue
        try:
            lästa.append(_tolka(celler, enhet, efter_summan=bool(lästa) and lästa[-1][0] is None))
        except ValueError as felet:
            fel.append(Filfel(blad.fil, nr, kolumner["belopp"] + 1, str(felet), "rätta raden i filen och försök igen"))
    rader = [post for post, _ in lästa if post is not None]
    summa = next((öre for post, öre in lästa if post is None), None)
    räknat = sum(öre for post, öre in lästa if post is not None)
    if summa is not None and summa != räknat and not fel:
        text = f"raderna är tillsammans {skriv_belopp(räknat)}, men summan i filen är {skriv_belopp(summa)}"
        råd = f"{skriv_belopp(abs(summa - räknat))} skiljer: kontrollera att alla rader är med"
        fel.append(Filfel(blad.fil, 0, 0, text, råd))
    if fel:
        raise Postfel(tuple(fel))
    if not rader:
        raise Användningsfel(f"{blad.fil} har inga konton under rubrikerna", "lägg raderna direkt under rubrikraden")
    return Utfallsblad(blad.fil, år, per, tuple(rader), summa)


def _tolka(celler: dict[str, Cell], enhet: str, *, efter_summan: bool) -> tuple[dict[str, str] | None, int]:
    """Raden som den skrivs i posten med sitt belopp i öre; None när den är rapportens summa. ValueError med det som är fel."""
    if efter_summan:
        raise ValueError("raden står efter rapportens summa")
    for text in celler.values():
        if isinstance(text, str) and (tecken := otillåtet(text)):
            raise ValueError(f"raden har tecknet U+{ord(tecken[0]):04X}, som inte får stå i en post")
    namn = som_text(celler["konto"]) if celler["konto"] is not None else "raden"
    if celler["belopp"] is None:
        raise ValueError(f"{namn} har inget belopp")
    öre = läs_öre(celler["belopp"], enhet, namn)
    return None if _är_summa(celler) else _raden(celler, öre), öre


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


def _tiden(fil: str, text: str) -> tuple[int | None, date | None]:
    """Året och dagen som rubriken eller texten ovanför säger; Användningsfel när de säger flera år."""
    dagar = []
    for skriven in _DAG.findall(text):
        with suppress(ValueError):
            dagar.append(läs_datum(skriven))
    år = sorted({d.year for d in dagar} | {int(å) for å in _ÅR.findall(text)})
    if len(år) > 1:
        raise Användningsfel(f"{fil} nämner flera år: {', '.join(map(str, år))}", "spara rapporten för ett år")
    return (år[0] if år else None), max(dagar, default=None)
