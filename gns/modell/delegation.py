"""Delegationsbeslut: det som någon har beslutat på nämndens vägnar (KL 6:37–40, 7:5–8, 9:30–31)."""

from collections.abc import Iterable
from typing import Annotated

from pydantic import Field

from gns.grund.datafel import Datafel
from gns.modell.bas import Modell, dubbletter
from gns.modell.skalar import Datum, Diarienummer, Id, JaNej, Löptext, Ordningstal, Rad, År, val

DELEGATIONSSLAG = (
    "mål och inriktning", "yttrande till fullmäktige", "överklagat beslut", "principiell myndighetsutövning",
    "medborgarförslag", "myndighetsutövning", "verkställighet", "övrigt",
)  # fmt: skip


class Delegationsbeslut(Modell):
    """Ett beslut på nämndens vägnar."""

    nr: Ordningstal = Field(description="nummer inom året")
    datum: Datum = Field(description="dagen då det fattades")
    rubrik: Rad = Field(description="vad det gäller")
    dnr: Diarienummer | None = Field(None, description="ärendet")
    delegat: Rad = Field(description="den som beslutade, namn eller befattning")
    part: Id | None = Field(None, description="parten som delegaten är anställd hos (KL 9:30)")
    slag: Annotated[str, val(*DELEGATIONSSLAG)] | None = Field(
        None, description="vad för slags ärende; de fem första får inte delegeras (KL 6:38)"
    )
    överklagbart: JaNej | None = Field(None, description="ja när beslutet kan överklagas (KL 13:2)")
    anslaget: Datum | None = Field(None, description="dagen då ett särskilt protokollfört beslut anslogs (KL 8:10)")
    punkt: Rad | None = Field(None, description="punkten i delegationsordningen")
    brådskande: JaNej = Field(False, description="ja när ordföranden beslutade för att det inte kunde vänta (KL 6:39)")
    anmäls: JaNej = Field(True, description="nej när nämnden har bestämt att beslutet inte behöver anmälas (KL 6:40)")
    protokollfört: JaNej = Field(
        False, description="ja när ett beslut som inte anmäls är protokollfört särskilt (KL 6:40)"
    )
    beslut: Löptext | None = Field(None, description="beslutets lydelse")

    def samband(self) -> Iterable[Datafel]:
        """Ett brådskande beslut anmäls alltid."""
        if self.brådskande and not self.anmäls:
            text = "ett brådskande beslut anmäls alltid vid nästa möte (KL 6:40)"
            yield Datafel(("anmäls",), text, "ta bort anmäls: nej", regel="KL-6-39-anmalan")


class Delegation(Modell):
    """Ett års delegationsbeslut, ``data/delegation/2021.yaml``."""

    år: År = Field(description="året, som är filens namn")
    beslut: tuple[Delegationsbeslut, ...] = Field(description="besluten i nummerordning", min_length=1)

    def samband(self) -> Iterable[Datafel]:
        """Numren är olika och dagarna ligger i året."""
        yield from dubbletter([b.nr for b in self.beslut], ("beslut",), "nr", "nummer")
        for i, b in enumerate(self.beslut):
            if b.datum.year != self.år:
                yield Datafel(
                    ("beslut", i, "datum"), f"{b.datum} ligger inte i {self.år}", "rätta dagen, eller flytta beslutet"
                )
