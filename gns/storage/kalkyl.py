"""Ett kalkylblad utifrån (xlsx eller csv) som rader av rena celler: text, tal eller tomt. Formler räknas inte; deras sparade värde läses."""

import csv
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from io import BytesIO, StringIO
from itertools import islice
from pathlib import Path

from gns.grund.disk import orsak
from gns.grund.fel import Användningsfel, Diskfel, GnsFel
from gns.grund.format import FORMELTECKEN
from gns.grund.tecken import nfc
from gns.storage.fil import visa_stig

Cell = str | Fraction | None
Rad = tuple[Cell, ...]

_HÖGST, _UPPACKAT = 5_000_000, 50_000_000
_RADER, _KOLUMNER = 10_000, 100


@dataclass(frozen=True, slots=True)
class Kalkylblad:
    """Ett blad: filen som den visas, bladets namn, och raderna med sitt nummer i filen, räknat från 1."""

    fil: str
    namn: str
    rader: tuple[tuple[int, Rad], ...]


def läs_kalkyl(stig: Path) -> tuple[Kalkylblad, ...]:
    """De synliga bladen som har något i sig.

    Användningsfel när filen inte är xlsx eller csv, inte går att läsa eller är för stor, Diskfel när disken hindrar.
    """
    fil, ändelse = visa_stig(stig), stig.suffix.lower()
    if ändelse not in (".xlsx", ".csv"):
        raise Användningsfel(f"{fil} är varken .xlsx eller .csv", "spara den i ett av de formaten")
    rå = _läs(stig)
    try:
        bladen = list(_xlsx(fil, rå)) if ändelse == ".xlsx" else [("", _fyllda(fil, _csv(rå)))]
    except GnsFel:
        raise
    except Exception:  # noqa: BLE001 – en trasig fil kan vara trasig på alla sätt
        råd = "öppna den i ett kalkylprogram och spara den på nytt"
        raise Användningsfel(f"{fil} går inte att läsa som ett kalkylblad", råd) from None
    ut = tuple(Kalkylblad(fil, namn, rader) for namn, rader in bladen if rader)
    if not ut:
        raise Användningsfel(f"{fil} är tom", "kontrollera att rätt fil är sparad")
    return ut


def _läs(stig: Path) -> bytes:
    try:
        if not stig.is_file():
            finns = "är ingen vanlig fil" if stig.exists() else "finns inte"
            raise Användningsfel(f"{visa_stig(stig)} {finns}", "kontrollera sökvägen")
        with stig.open("rb") as ström:
            rå = ström.read(_HÖGST + 1)
    except OSError as fel:
        raise Diskfel(f"{visa_stig(stig)} gick inte att läsa: {orsak(fel)}", "se över filens rättigheter") from None
    if len(rå) > _HÖGST:
        raise _för_stor(visa_stig(stig), f"är större än {_HÖGST // 1_000_000} MB")
    return rå


def _för_stor(fil: str, vad: str) -> Användningsfel:
    return Användningsfel(f"{fil} {vad}", "spara bara bladet med budgeten i en egen fil")


def _fyllda(fil: str, rader: Iterable[list[Cell]]) -> tuple[tuple[int, Rad], ...]:
    """Raderna till och med den sista som har något; tomma rader emellan är kvar."""
    alla = list(islice(enumerate(rader, 1), _RADER + 1))
    fyllda = [(nr, tuple(rad)) for nr, rad in alla if any(c is not None for c in rad)]
    if len(alla) > _RADER and fyllda and fyllda[-1][0] > _RADER // 2:
        raise _för_stor(fil, f"har fler än {_RADER} rader")
    sist = fyllda[-1][0] if fyllda else 0
    return tuple((nr, tuple(rad)) for nr, rad in alla[:sist])


def _xlsx(fil: str, rå: bytes) -> Iterator[tuple[str, tuple[tuple[int, Rad], ...]]]:
    from zipfile import ZipFile

    from openpyxl import load_workbook

    with ZipFile(BytesIO(rå)) as arkiv:
        if sum(d.file_size for d in arkiv.infolist()) > _UPPACKAT:
            raise _för_stor(fil, "är för stor uppackad")
    bok = load_workbook(BytesIO(rå), read_only=True, data_only=True, keep_links=False)
    for blad in bok.worksheets:
        if blad.sheet_state == "visible":
            rader = blad.iter_rows(max_row=_RADER + 1, max_col=_KOLUMNER, values_only=True)
            yield blad.title, _fyllda(fil, ([_cell(v) for v in rad] for rad in rader))


def _csv(rå: bytes) -> Iterator[list[Cell]]:
    try:
        text = rå.decode("utf-16" if rå.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8-sig")
    except UnicodeDecodeError:
        text = rå.decode("cp1252", "replace")
    alla = ([rad[:_KOLUMNER] for rad in csv.reader(StringIO(text, newline=""), delimiter=t)] for t in ";\t,")
    for rad in max(alla, key=lambda rader: sum(len(rad) > 1 for rad in rader)):
        yield [_text(_utan_vakt(c)) for c in rad]


def _utan_vakt(text: str) -> str:
    """Texten utan det apostroftecken som hindrar Excel från att läsa den som en formel."""
    return text[1:] if text.startswith("'") and text[1:].startswith(FORMELTECKEN) else text


def _cell(värde: object) -> Cell:
    if värde is None:
        return None
    if isinstance(värde, bool):
        return "ja" if värde else "nej"
    if isinstance(värde, int | float):
        tal = Decimal(f"{värde:.15g}")  # femton siffror är vad Excel själv räknar med
        return Fraction(tal) if tal.is_finite() else str(värde)
    return _text(str(värde))


def _text(text: str) -> str | None:
    return " ".join(nfc(text).split()) or None
