"""Vilka som var med: upprop, förfall, händelser och ajourneringar (KL 5:66, 5:67)."""

from collections.abc import Iterable
from typing import Annotated

from pydantic import Field

from gns.grund.datafel import Datafel
from gns.modell.bas import Modell
from gns.modell.skalar import Delegationsref, Id, JaNej, Löptext, Ordningstal, Rad, Tid, val

PRESIDIET = ("ordförande", "vice ordförande", "förste vice ordförande", "andre vice ordförande")
HÄNDELSER = {
    "kommer": "Kommer in i rummet; den vars första händelse det är var inte med från början.",
    "går": "Lämnar rummet.",
    "jäv": "Varken deltar eller är närvarande i § eller delbeslutet.",
    "jävsfråga": "Jävet är omstritt; utfall säger hur det avgjordes, före ärendet.",
    "på distans": "Deltar på distans från och med då.",
    "på plats": "Deltar på plats från och med då.",
    "tjänstgör": "En ersättare tar platsen för den som står i ersätter.",
    "leder": "Leder mötet i stället för ordföranden, tills någon annan leder.",
}
LEDER = "tjänstgörande ordförande"


class Närvarande(Modell):
    """En person vid uppropet. En ersättare tjänstgör när ``ersätter`` säger för vem."""

    namn: Rad = Field(description="personens namn")
    som: Annotated[
        str, val("ledamot", "ersättare", "övrig", annars="; ordförande, sekreterare och andra roller skrivs under roll")
    ] = Field(description="ledamot, ersättare eller övrig")
    parti: Rad | None = Field(None, description="partibeteckning")
    roll: Rad | None = Field(None, description="ordförande, sekreterare, titel")
    part: Id | None = Field(None, description="parten som personen företräder, där källan säger det")
    ersätter: Rad | None = Field(
        None, description="ledamoten, eller id för den vakanta plats, som ersättaren tjänstgör för"
    )
    deltar: Annotated[str, val("på plats", "på distans")] | None = Field(None, description="hur personen deltar")

    def samband(self) -> Iterable[Datafel]:
        """Bara ersättare ersätter, och bara ledamöter är presidium (KL 6:21)."""
        if self.ersätter and self.som != "ersättare":
            text = f"{self.namn} är {self.som} och kan inte ersätta någon"
            yield Datafel(("ersätter",), text, "skriv som: ersättare", regel="KL-6-17-ersattare")
        if self.som != "ledamot" and (self.roll or "").casefold() in PRESIDIET:
            text = f"{self.namn} är {self.som} och kan inte vara {self.roll} (KL 6:21)"
            råd = "leder en ersättare mötet, skriv händelsen leder i stället för roll"
            yield Datafel(("roll",), text, råd, regel="KL-6-21-presidium")


class Förfall(Modell):
    """En ledamot eller ersättare som inte kunde komma."""

    namn: Rad = Field(description="personens namn")
    anmält: Tid | None = Field(None, description="när förfallet anmäldes")
    skäl: Rad | None = Field(None, description="skälet, om det är angivet")


class Händelse(Modell):
    """Något som ändrar vilka som deltar, förankrat i en § eller ett delbeslut.

    Det gäller från början av § eller delbeslutet och framåt; jäv gäller bara den § eller det delbeslut som nämns.
    """

    typ: Annotated[str, val(*HÄNDELSER, betyder=(*HÄNDELSER.values(),))] = Field(description="vad som hände")
    namn: Rad = Field(description="vem det gäller")
    paragraf: Ordningstal = Field(description="§ från vilken det gäller; för en jävsfråga den § där den avgjordes")
    delbeslut: Ordningstal | None = Field(None, description="delbeslut inom §, räknat från 1")
    klockan: Tid | None = Field(None, description="klockslag, om det är känt")
    under_överläggningen: JaNej = Field(
        False, description="ja när den som går hann yrka i § men inte var med om beslutet"
    )
    ersätter: Rad | None = Field(
        None, description="ledamoten eller den vakanta plats som den som börjar tjänstgöra ersätter"
    )
    utfall: Annotated[str, val("jävig", "inte jävig")] | None = Field(None, description="hur en jävsfråga avgjordes")
    gäller: Ordningstal | None = Field(None, description="§ som jävsfrågan rör, om den avgjordes i en tidigare §")
    ingen_att_tillkalla: JaNej = Field(
        False, description="ja när ingen ersättare kunde tillkallas i jävsfrågan utan olägligt uppskov (KL 6:30)"
    )
    grund: Ordningstal | None = Field(None, description="punkten i KL 6:28 som jävet grundas på; trycks inte")
    skäl: Rad | None = Field(None, description="skäl, till exempel grunden för jäv")

    def samband(self) -> Iterable[Datafel]:
        """Den som börjar tjänstgöra ersätter någon; bara en jävsfråga har utfall."""
        if (self.typ == "tjänstgör") != bool(self.ersätter):
            råd = "skriv ersätter när någon börjar tjänstgöra, och bara då"
            yield Datafel(("ersätter",), f"händelsen {self.typ} och ersätter går inte ihop", råd)
        if (self.typ == "jävsfråga") != bool(self.utfall):
            råd = "skriv utfall: jävig eller inte jävig för en jävsfråga, och bara då"
            yield Datafel(("utfall",), f"händelsen {self.typ} och utfall går inte ihop", råd)
        if self.typ != "jävsfråga" and (self.gäller or self.ingen_att_tillkalla):
            fält = "gäller" if self.gäller else "ingen_att_tillkalla"
            yield Datafel((fält,), f"{fält} hör bara till en jävsfråga", "ta bort raden")
        if self.under_överläggningen and self.typ != "går":
            text = "under_överläggningen hör bara till händelsen går"
            yield Datafel(("under_överläggningen",), text, "ta bort raden")
        if self.gäller and self.gäller < self.paragraf:
            text = f"jävsfrågan rör § {self.gäller}, som redan är behandlad"
            råd = "en jävsfråga avgörs före ärendet (KL 6:30): rätta numret"
            yield Datafel(("gäller",), text, råd, regel="KL-6-30-javsfraga")


class Ajournering(Modell):
    """Ett uppehåll i mötet."""

    från: Tid = Field(description="när mötet ajournerades")
    till: Tid = Field(description="när mötet återupptogs")
    paragraf: Ordningstal | None = Field(None, description="§ vid vilken det skedde")
    delbeslut: Ordningstal | None = Field(None, description="delbeslut inom §, räknat från 1")
    läge: Annotated[str, val("före", "under", "efter")] = Field("under", description="före, under eller efter §")

    def samband(self) -> Iterable[Datafel]:
        """Uppehållet slutar efter att det började."""
        if self.till <= self.från:
            text = "ajourneringen slutar innan den börjar"
            yield Datafel(("till",), text, "rätta från eller till", regel="PRAXIS-tider")
        if self.paragraf is None and (self.delbeslut or self.läge != "under"):
            yield Datafel((), "ajourneringen säger inte vilken § den gäller", "skriv paragraf")


class Anmälningsärende(Modell):
    """Ett anmälningsärende: en handling eller ett delegationsbeslut som nämnden får del av."""

    delegationsbeslut: Delegationsref | None = Field(
        None, description="delegationsbeslutet, till exempel 2021-3; rubriken hämtas då ur det"
    )
    rubrik: Rad | None = Field(None, description="vad som anmäls")
    dnr: Rad | None = Field(None, description="diarienummer, också ett som en annan myndighet har satt")
    text: Löptext | None = Field(None, description="vad anmälan säger")

    def samband(self) -> Iterable[Datafel]:
        """Rubriken skrivs, eller hämtas ur delegationsbeslutet."""
        if bool(self.rubrik) == bool(self.delegationsbeslut):
            vad = "både rubrik och delegationsbeslut" if self.rubrik else "varken rubrik eller delegationsbeslut"
            yield Datafel((), f"anmälningsärendet har {vad}", "skriv det ena")
