"""Mötet: en fil, ett protokoll, en diff."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from gns.grund.datafel import Datafel
from gns.modell.bas import Modell, dubbletter, kräv
from gns.modell.narvaro import Ajournering, Anmälan, Förfall, Händelse, Närvarande
from gns.modell.paragraf import Paragraf
from gns.modell.skalar import Datum, Justerat, Rad, Tid, val


class PlaneradJustering(Modell):
    """Var och när justeringen är tänkt att ske."""

    plats: Rad | None = Field(None, description="platsen")
    datum: Datum = Field(description="dagen")
    tid: Tid | None = Field(None, description="klockslaget")


class Justering(Modell):
    """Vem som justerar, när det var tänkt och om det är gjort; tre skilda fakta (KL 5:69)."""

    justerare: tuple[Rad, ...] = Field((), description="de som utsetts att justera, utom ordföranden")
    planerad: PlaneradJustering | None = Field(None, description="planerad plats och tid")
    justerat: Justerat = Field(None, description="dagen då protokollet justerades, eller okänd dag")


class Möte(Modell):
    """Ett sammanträde, ``data/moten/2020-12-18.yaml``."""

    datum: Datum = Field(description="mötesdagen, som är filens namn")
    plats: Rad = Field(description="var mötet hölls, som det trycks")
    form: Annotated[str, val("på plats", "på distans", "blandat")] | None = Field(None, description="hur man deltog")
    start: Tid | None = Field(None, description="när mötet började")
    slut: Tid | None = Field(None, description="när mötet slutade")
    närvaro: tuple[Närvarande, ...] = Field((), description="uppropet, i den ordning det trycks")
    förfall: tuple[Förfall, ...] = Field((), description="de som inte kunde komma")
    händelser: tuple[Händelse, ...] = Field((), description="vad som ändrade vilka som deltog")
    ajourneringar: tuple[Ajournering, ...] = Field((), description="uppehåll")
    justering: Justering | None = Field(None, description="justerare, planerad justering och om den är gjord")
    anmälningsärenden: tuple[Anmälan, ...] = Field((), description="ärenden som bara anmäls")
    paragrafer: tuple[Paragraf, ...] = Field((), description="paragraferna i ordning")

    @model_validator(mode="after")
    def _numren_och_namnen_går_ihop(self) -> Self:
        nummer = [p.nr for p in self.paragrafer]
        fel = dubbletter(nummer, ("paragrafer",), "nr", "§")
        fel += dubbletter([n.namn for n in self.närvaro], ("närvaro",), "namn", "namnet")
        namn = {n.namn for n in self.närvaro}
        if self.justering:
            okända = [(i, j) for i, j in enumerate(self.justering.justerare) if namn and j not in namn]
            fel += [self._inte_närvarande(("justering", "justerare", i), j) for i, j in okända]
        for i, h in enumerate(self.händelser):
            if h.paragraf not in nummer:
                fel.append(Datafel(("händelser", i, "paragraf"), f"§ {h.paragraf} finns inte i mötet", "rätta numret"))
        if self.start and self.slut and self.slut <= self.start:
            fel.append(Datafel(("slut",), "mötet slutar innan det börjar", "rätta start eller slut"))
        kräv(fel)
        return self

    def _inte_närvarande(self, väg: tuple[str | int, ...], namn: str) -> Datafel:
        from gns.grund.tecken import menade_du

        förslag = menade_du(namn, [n.namn for n in self.närvaro])
        return Datafel(väg, f"{namn} finns inte i närvaron", f"menade du ”{förslag}”?" if förslag else "rätta namnet")

    @property
    def är_justerat(self) -> bool:
        """Om protokollet är justerat, vare sig dagen är känd eller inte."""
        return self.justering is not None and "justerat" in self.justering.model_fields_set
