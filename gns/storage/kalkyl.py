"""Ett kalkylblad utifrån (xlsx eller csv) som rader av rena celler: text, tal eller tomt. Formler räknas inte; deras sparade värde läses."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal
from fractions import Fraction
from io import BytesIO, StringIO
from pathlib import Path

from gns.grund.disk import orsak
from gns.grund.fel import Användningsfel, Diskfel
from gns.grund.tecken import nfc
from gns.storage.fil import visa_stig

Cell = str | Fraction | None

_HÖGST, _UPPACKAT, _RADER = 5_000_000, 100_000_000, 10_000
_FORMLER = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Kalkylblad:
    """Ett blad: filen och bladet som de visas, och raderna med sitt nummer i filen, räknat från 1."""

    fil: str
    rader: tuple[tuple[int, tuple[Cell, ...]], ...]


def läs_kalkyl(stig: Path) -> tuple[Kalkylblad, ...]:
    """Bladen som har något i sig. Användningsfel när filen inte är xlsx eller csv eller är för stor, Diskfel när den inte går att läsa."""
    ändelse = stig.suffix.lower()
    if ändelse not in (".xlsx", ".csv"):
        raise Användningsfel(f"{visa_stig(stig)} är varken .xlsx eller .csv", "spara den i ett av de formaten")
    rå = _läs(stig)
    blad = _xlsx(stig, rå) if ändelse == ".xlsx" else [_csv(rå)]
    ut = tuple(Kalkylblad(visa_stig(stig), tuple(_fyllda(rader))) for rader in blad if any(_fyllda(rader)))
    if not ut:
        raise Användningsfel(f"{visa_stig(stig)} är tom", "kontrollera att rätt fil är sparad")
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
        raise Användningsfel(
            f"{visa_stig(stig)} är större än {_HÖGST // 1_000_000} MB", "spara bara bladet med budgeten"
        )
    return rå


def _fyllda(rader: list[list[Cell]]) -> Iterator[tuple[int, tuple[Cell, ...]]]:
    """Alla rader till och med den sista som har något; tomma rader emellan är kvar."""
    sist = max((i for i, rad in enumerate(rader) if any(c is not None for c in rad)), default=-1)
    return ((i + 1, tuple(rad)) for i, rad in enumerate(rader[: sist + 1]))


def _xlsx(stig: Path, rå: bytes) -> list[list[list[Cell]]]:
    from zipfile import BadZipFile, ZipFile

    from python_calamine import CalamineError, CalamineWorkbook

    oläsbar = Användningsfel(
        f"{visa_stig(stig)} går inte att läsa som ett kalkylblad", "öppna den i Excel och spara den på nytt"
    )
    try:
        with ZipFile(BytesIO(rå)) as arkiv:
            if sum(d.file_size for d in arkiv.infolist()) > _UPPACKAT:
                raise Användningsfel(f"{visa_stig(stig)} är för stor uppackad", "spara bara bladet med budgeten")
        bok = CalamineWorkbook.from_filelike(BytesIO(rå))
        return [
            [
                [_cell(v) for v in rad]
                for rad in bok.get_sheet_by_name(namn).to_python(skip_empty_area=False, nrows=_RADER)
            ]
            for namn in bok.sheet_names
        ]
    except (BadZipFile, CalamineError, ValueError, OSError):
        raise oläsbar from None


def _csv(rå: bytes) -> list[list[Cell]]:
    try:
        text = rå.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = rå.decode("cp1252", "replace")
    första = text.partition("\n")[0]
    avskiljare = max(";\t,", key=första.count)
    rader = list(csv.reader(StringIO(text, newline=""), delimiter=avskiljare))[:_RADER]
    return [[_text(_utan_vakt(c)) for c in rad] for rad in rader]


def _utan_vakt(text: str) -> str:
    """Texten utan det apostroftecken som hindrar Excel från att läsa den som en formel."""
    return text[1:] if text.startswith("'") and text[1:].startswith(_FORMLER) else text


def _cell(värde: object) -> Cell:
    if isinstance(värde, bool):
        return "ja" if värde else "nej"
    if isinstance(värde, int | float):
        return Fraction(Decimal(f"{värde:.15g}"))  # femton siffror är vad Excel själv räknar med
    if isinstance(värde, date | time | timedelta):
        return str(värde)
    return _text(str(värde))


def _text(text: str) -> str | None:
    return " ".join(nfc(text).split()) or None
