"""Mötet: en fil, ett protokoll, en diff."""

from collections.abc import Iterable
from typing import Annotated

from pydantic import Field

from gns.grund.datafel import Datafel
from gns.modell.bas import Modell, Namnlista
from gns.modell.motesprov import mötesfel
from gns.modell.narvaro import Ajournering, Anmälningsärende, Förfall, Händelse, Närvarande
from gns.modell.paragraf import Paragraf
from gns.modell.skalar import Datum, JaNej, Justerat, Rad, Tid, val


class PlaneradJustering(Modell):
    """Var och när justeringen är tänkt att ske."""

    plats: Rad | None = Field(None, description="platsen")
    datum: Datum = Field(description="dagen")
    tid: Tid | None = Field(None, description="klockslaget")


class Underskrift(Modell):
    """Att någon har undertecknat protokollet, på papper eller elektroniskt."""

    namn: Rad = Field(description="den som undertecknade")
    datum: Datum = Field(description="dagen")
    certifikat: Rad | None = Field(None, description="id för certifikatet vid elektronisk underskrift")


class Justering(Modell):
    """Vem som justerar, när det var tänkt och om det är gjort; tre skilda fakta (KL 5:69)."""

    justerare: tuple[Rad, ...] = Field((), description="de som utsetts att justera, utom ordföranden")
    planerad: PlaneradJustering | None = Field(None, description="planerad plats och tid")
    justerat: Justerat | None = Field(None, description="dagen då protokollet justerades, eller okänd dag")
    underskrifter: tuple[Underskrift, ...] = Field((), description="de som har undertecknat; trycks inte")


class Möte(Modell):
    """Ett sammanträde, ``data/moten/2020-12-18.yaml``."""

    datum: Datum = Field(description="mötesdagen, som är filens namn")
    slag: Annotated[str, val("ordinarie", "extra", "konstituerande")] | None = Field(None, description="slags möte")
    begärt_av: Namnlista = Field((), description="de som begärde ett extra möte; trycks inte (KL 6:23)")
    kallelse_sänd: Datum | None = Field(None, description="dagen då kallelsen sändes; trycks inte")
    plats: Rad = Field(description="var mötet hölls, som det trycks")
    form: Annotated[str, val("på plats", "på distans", "blandat")] | None = Field(
        None, description="hur man deltog; trycks inte"
    )
    lika_villkor: JaNej | None = Field(
        None,
        description="ja när ordföranden har antecknat att alla på distans kunde se och höra varandra (KL 5:16); trycks inte",
    )
    offentligt: JaNej = Field(False, description="ja när nämnden har beslutat att mötet är offentligt (KL 6:25)")
    start: Tid | None = Field(None, description="när mötet började")
    slut: Tid | None = Field(None, description="när mötet slutade")
    närvaro: tuple[Närvarande, ...] = Field((), description="uppropet, i den ordning det trycks")
    förfall: tuple[Förfall, ...] = Field((), description="de som inte kunde komma")
    händelser: tuple[Händelse, ...] = Field((), description="vad som ändrade vilka som deltog")
    ajourneringar: tuple[Ajournering, ...] = Field((), description="uppehåll")
    justering: Justering | None = Field(None, description="justerare, planerad justering och om den är gjord")
    anmälningsärenden: tuple[Anmälningsärende, ...] = Field((), description="ärenden som bara anmäls")
    paragrafer: tuple[Paragraf, ...] = Field((), description="paragraferna i ordning")

    def samband(self) -> Iterable[Datafel]:
        """Fel mellan mötets fält."""
        return mötesfel(self)

    @property
    def är_hållet(self) -> bool:
        """Om något är beslutat, eller protokollet justerat; annars står mötet bara i planen."""
        return self.är_justerat or any(p.beslut for p in self.paragrafer)

    @property
    def är_justerat(self) -> bool:
        """Om protokollet är justerat, vare sig dagen är känd eller inte."""
        return self.justering is not None and self.justering.justerat is not None
