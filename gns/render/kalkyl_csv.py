"""Tabellerna som csv, så som Excel på svenska öppnar dem: semikolon, decimalkomma, UTF-8 med BOM, CRLF, aldrig en formel."""

import csv
from fractions import Fraction
from io import StringIO

from gns.render.kalkyl import Cell, märkning, tabellerna
from gns.render.trad import Träd, klartext

_FORMLER = ("=", "+", "-", "@", "\t", "\r")
_DECIMALER = 6


def skriv_csv(träd: Träd) -> bytes:
    """Tabellerna i ordning med en tom rad emellan; bär handlingen ett märke (exempeldata) står det sist i varje rad."""
    ut = StringIO(newline="")
    skrivare = csv.writer(ut, delimiter=";")
    märken = [klartext(p.delar) for p in märkning(träd)]
    for i, tabell in enumerate(tabellerna(träd)):
        if i:
            skrivare.writerow([])
        for rad in tabell.rader:
            sist = ["märkning"] * len(märken) if rad.roll == "rubrik" else märken
            skrivare.writerow([*map(_cell, rad.celler), *sist])
    return ut.getvalue().encode("utf-8-sig")


def _cell(cell: Cell) -> str:
    if cell.tal is not None:
        return decimaltal(100 * cell.tal if cell.slag == "procent" else cell.tal)
    return f"'{cell.text}" if cell.text.startswith(_FORMLER) else cell.text


def decimaltal(tal: Fraction) -> str:
    """Talet med decimalkomma och utan mellanrum; ett som inte går jämnt ut avrundas till sex decimaler, halva från noll."""
    skalad = (2 * abs(tal) * 10**_DECIMALER + 1) // 2
    hela, delar = divmod(skalad, 10**_DECIMALER)
    decimaler = f"{delar:0{_DECIMALER}d}".rstrip("0")
    return f"{'-' if tal < 0 and skalad else ''}{hela}{',' if decimaler else ''}{decimaler}"
