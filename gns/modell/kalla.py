"""Varifrån en uppgift kommer (regler.md R93)."""

from pydantic import Field

from gns.modell.bas import Modell
from gns.modell.skalar import Datum, Rad


class Källa(Modell):
    """En källa som någon annan kan slå upp."""

    titel: Rad = Field(description="handlingen eller statistiken, till exempel SCB, folkmängd 31 december 2020")
    sida: Rad | None = Field(None, description="sida, tabell eller avsnitt")
    adress: Rad | None = Field(None, description="webbadress")
    hämtad: Datum | None = Field(None, description="dagen då uppgiften hämtades")
    godkänd_av: Rad | None = Field(None, description="den som har godkänt att uppgiften används")

    def __str__(self) -> str:
        delar = [self.titel, self.sida, f"hämtad {self.hämtad}" if self.hämtad else "", self.adress]
        delar.append(f"godkänd av {self.godkänd_av}" if self.godkänd_av else "")
        return ", ".join(d for d in delar if d)
