"""Ingen fil över 300 rader och ingen funktion över 50 (design § 2)."""

from tests.hus.trad import ROT, funktioner, moduler

FIL, FUNKTION = 300, 50


def test_ingen_fil_är_för_lång() -> None:
    rader = {p: len((ROT / p).read_bytes().splitlines()) for p in moduler("gns")}
    assert {p: n for p, n in rader.items() if n > FIL} == {}


def test_ingen_funktion_är_för_lång() -> None:
    långa = [
        f"{p}:{f.lineno} {f.name}: {f.end_lineno - f.lineno + 1} rader"
        for p in moduler("gns")
        for f in funktioner(p)
        if f.end_lineno is not None and f.end_lineno - f.lineno >= FUNKTION
    ]
    assert långa == []
