"""Tabellerna som csv, så som Excel på svenska öppnar dem: semikolon, decimalkomma, UTF-8 med BOM, CRLF, aldrig en formel."""

import csv
from fractions import Fraction
from io import StringIO

from gns.grund.format import FORMELTECKEN
from gns.grund.tal import avrunda
from gns.render.kalkyl import Cell, märkning, tabellerna
from gns.render.trad import Träd, klartext

_DECIMALER = 6


def skriv_csv(träd: Träd) -> bytes:
    """Tabellerna i ordning med en tom rad emellan; sist i varje rad står tabellens rubrik, och handlingens märke (exempeldata)."""
    ut = StringIO(newline="")
    skrivare = csv.writer(ut, delimiter=";")
    märken = [klartext(p.delar) for p in märkning(träd)]
    for i, tabell in enumerate(tabellerna(träd)):
        if i:
            skrivare.writerow([])
        for rad in tabell.rader:
            sist = ["tabell", *["märkning"] * len(märken)] if rad.roll == "rubrik" else [_vakta(tabell.rubrik), *märken]
            skrivare.writerow([*map(_cell, rad.celler), *sist])
    return ut.getvalue().encode("utf-8-sig")


def _cell(cell: Cell) -> str:
    if cell.tal is not None:
        return decimaltal(100 * cell.tal if cell.slag == "procent" else cell.tal)
    return _vakta(cell.text)


def _vakta(text: str) -> str:
    """Texten så att inget kalkylprogram läser den som en formel."""
    return f"'{text}" if text.startswith(FORMELTECKEN) else text


def decimaltal(tal: Fraction) -> str:
    """Talet med decimalkomma och utan mellanrum; ett som inte går jämnt ut avrundas till sex decimaler, halva från noll."""
    skalad = abs(avrunda(tal * 10**_DECIMALER))
    hela, delar = divmod(skalad, 10**_DECIMALER)
    decimaler = f"{delar:0{_DECIMALER}d}".rstrip("0")
    return f"{'-' if tal < 0 and skalad else ''}{hela}{',' if decimaler else ''}{decimaler}"
