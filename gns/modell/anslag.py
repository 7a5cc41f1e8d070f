"""Anslag: tillkännagivandena av ett justerat protokoll, ett per part (KL 8:12, 9:32)."""

from collections.abc import Iterable

from pydantic import Field

from gns.grund.datafel import Datafel
from gns.modell.bas import Modell
from gns.modell.skalar import Datum, Id, Ordningstal, Rad


class Tillkännagivande(Modell):
    """Ett anslag på en parts anslagstavla."""

    part: Id | None = Field(None, description="parten vars anslagstavla det är, om det är känt")
    paragrafer: tuple[Ordningstal, ...] = Field(
        (), description="omedelbart justerade §§; tomt när det gäller hela protokollet"
    )
    justerat: Datum | None = Field(None, description="justeringsdagen som anslaget anger; trycks inte")
    uppsatt: Datum = Field(description="dagen då anslaget sattes upp")
    nedtaget: Datum | None = Field(None, description="dagen då anslaget togs ned")
    överklagas_senast: Datum | None = Field(
        None, description="sista dagen att överklaga, när anslaget anger den; trycks inte (KL 13:5)"
    )
    förvaringsplats: Rad | None = Field(None, description="var protokollet förvaras")
    adress: Rad | None = Field(None, description="anslagstavlans adress")
    undertecknat_av: Rad | None = Field(None, description="den som intygar anslaget")

    def samband(self) -> Iterable[Datafel]:
        """Anslaget tas ned efter att det satts upp."""
        if self.nedtaget and self.nedtaget < self.uppsatt:
            text = "anslaget togs ned innan det sattes upp"
            yield Datafel(("nedtaget",), text, "rätta uppsatt eller nedtaget", regel="KL-13-5-nedtagning")


class Anslag(Modell):
    """Ett mötes alla anslag, ``data/anslag/2020-12-18.yaml``."""

    datum: Datum = Field(description="mötets datum, som är filens namn")
    anslag: tuple[Tillkännagivande, ...] = Field(description="ett tillkännagivande per part", min_length=1)
