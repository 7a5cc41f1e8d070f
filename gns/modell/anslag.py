"""Anslag: tillkännagivandena av ett justerat protokoll, ett per part (KL 8:12, 9:32)."""

from typing import Self

from pydantic import Field, model_validator

from gns.grund.datafel import Datafel
from gns.modell.bas import Modell, kräv
from gns.modell.skalar import Datum, Id, Ordningstal, Rad


class Tillkännagivande(Modell):
    """Ett anslag på en parts anslagstavla."""

    part: Id | None = Field(None, description="parten vars anslagstavla det är, om det är känt")
    paragrafer: tuple[Ordningstal, ...] = Field(
        (), description="omedelbart justerade §§; tomt när det gäller hela protokollet"
    )
    uppsatt: Datum = Field(description="dagen då anslaget sattes upp")
    nedtaget: Datum | None = Field(None, description="dagen då anslaget togs ned")
    förvaringsplats: Rad | None = Field(None, description="var protokollet förvaras")
    adress: Rad | None = Field(None, description="anslagstavlans adress")
    undertecknat_av: Rad | None = Field(None, description="den som intygar anslaget")

    @model_validator(mode="after")
    def _nedtaget_efter_uppsatt(self) -> Self:
        if self.nedtaget and self.nedtaget < self.uppsatt:
            kräv([Datafel(("nedtaget",), "anslaget togs ned innan det sattes upp", "rätta uppsatt eller nedtaget")])
        return self


class Anslag(Modell):
    """Ett mötes alla anslag, ``data/anslag/2020-12-18.yaml``."""

    datum: Datum = Field(description="mötets datum, som är filens namn")
    anslag: tuple[Tillkännagivande, ...] = Field(description="ett tillkännagivande per part", min_length=1)
