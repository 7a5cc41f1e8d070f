"""Momsen på en faktura: en grupp för varje sätt att behandla den, avrundad en gång per grupp (EN 16931, BT-110–BT-119)."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from gns.grund.tal import avrunda

# Hur posten säger det → (kategorin i en e-faktura, procent; None när ingen procentsats finns).
KATEGORIER: dict[str, tuple[str, int | None]] = {
    "utanför momsen": ("O", None), "undantaget": ("E", 0), "0 %": ("Z", 0), "6 %": ("S", 6), "12 %": ("S", 12), "25 %": ("S", 25),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Momsgrupp:
    """Raderna som behandlas lika, i öre: ``procent`` är None utanför momsen."""

    slag: str
    kategori: str
    procent: int | None
    underlag_öre: int
    moms_öre: int
    skäl: str | None


def momsgrupper(rader: Sequence[tuple[int, str, str | None]]) -> tuple[Momsgrupp, ...]:
    """Grupperna ur (öre, slag, skäl) för varje rad, i den ordning de kommer; KeyError för ett slag som inte finns."""
    ut = []
    for slag in dict.fromkeys(slag for _, slag, _ in rader):
        kategori, procent = KATEGORIER[slag]
        öre = sum(belopp for belopp, s, _ in rader if s == slag)
        skäl = next((text for _, s, text in rader if s == slag and text), None)
        ut.append(Momsgrupp(slag, kategori, procent, öre, avrunda(Fraction(öre * (procent or 0), 100)), skäl))
    return tuple(ut)
