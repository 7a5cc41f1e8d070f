"""Register på standard ut: text för ögat, json för program och csv för Excel."""

import csv
import json
from collections.abc import Callable, Sequence
from dataclasses import fields
from datetime import date
from io import StringIO
from typing import Any

from gns.cli import utskrift
from gns.grund.format import FORMELTECKEN


def lämna(rader: Sequence[Any], radtyp: type[Any], format: str, text: Callable[[], str]) -> None:
    """Skriver raderna, som är dataklasser av en typ, i ett av formaten; ``text`` görs bara när det finns rader att visa."""
    if format == "csv":
        utskrift.skriv_data(som_csv(rader, [f.name for f in fields(radtyp)]), är_text=False)
    elif format == "json":
        skriv_json(rader)
    elif rader:
        utskrift.skriv(text())


def skriv_json(värde: object) -> None:
    r"""Skriver värdet som json: fältens namn är nycklar, dagar skrivs ÅÅÅÅ-MM-DD och trasiga tecken i filnamn ``\udcff``."""
    text = json.dumps(värde, default=_json, ensure_ascii=False, indent=2)
    data = f"{text}\n".encode("utf-8", "backslashreplace")
    utskrift.skriv_data(data, är_text=utskrift.till_skärm())


def som_csv(rader: Sequence[Any], fält: Sequence[str]) -> bytes:
    """Raderna som Excel öppnar dem, med fältens namn överst: semikolon, UTF-8 med BOM, CRLF och aldrig en formel."""
    ut = StringIO(newline="")
    skrivare = csv.writer(ut, delimiter=";")
    skrivare.writerow(fält)
    skrivare.writerows([_cell(getattr(rad, f)) for f in fält] for rad in rader)
    return ut.getvalue().encode("utf-8-sig")


def _json(värde: Any) -> object:
    if isinstance(värde, date):
        return värde.isoformat()
    return {f.name: getattr(värde, f.name) for f in fields(värde)}


def _cell(värde: object) -> str:
    if isinstance(värde, bool):
        return "ja" if värde else "nej"
    if isinstance(värde, tuple):
        return _cell(", ".join(map(str, värde)))
    text = "" if värde is None else str(värde)
    return f"'{text}" if text.startswith(FORMELTECKEN) else text
