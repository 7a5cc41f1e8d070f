"""Diarienummer: ``GNS/8/2020`` är ärendets enda namn (regler.md R24)."""

import re
from dataclasses import dataclass

_DNR = re.compile(r"([A-Z][A-Z0-9]{0,9})/(0*)([1-9]\d{0,5})/((?:19|20)\d\d)", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class Dnr:
    """Prefix, löpnummer och år; ordnas efter år och nummer."""

    år: int
    nr: int
    prefix: str

    def __str__(self) -> str:
        return f"{self.prefix}/{self.nr}/{self.år}"

    @property
    def filstam(self) -> str:
        """Postens filnamn utan ändelse: ``GNS-8-2020``."""
        return f"{self.prefix}-{self.nr}-{self.år}"


def läs_filstam(stam: str) -> Dnr:
    """``GNS-8-2020`` → Dnr; ValueError annars."""
    dnr = läs_dnr(stam.replace("-", "/"))
    if dnr.filstam != stam:
        raise ValueError(f"inget diarienummer: {stam!r}")
    return dnr


def läs_dnr(text: str, *, strikt: bool = True) -> Dnr:
    """``GNS/8/2020`` → Dnr. Inledande nollor godtas bara när ``strikt`` är falskt; annars ValueError."""
    träff = _DNR.fullmatch(text)
    if not träff or (strikt and träff[2]):
        raise ValueError(f"inget diarienummer: {text!r}")
    return Dnr(int(träff[4]), int(träff[3]), träff[1])
