"""Verksamhetsplanens text, aktiviteter och planerade sammanträden, i den ordning de trycks."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Annotated

from pydantic import Field

from gns.grund.datafel import Datafel
from gns.modell.bas import Modell, Namnlista
from gns.modell.skalar import Datum, Diarienummer, JaNej, Löptext, Rad, val


class Innehåll(Modell):
    """En text, eller något som räknas ut ur budgetåret och visas där."""

    text: Löptext | None = Field(None, description="texten")
    visar: Annotated[str, val("basfinansiering", "budget", "aktiviteter", "sammanträden", "initiativ")] | None = Field(
        None, description="det som visas här, ur resten av posten"
    )

    def samband(self) -> Iterable[Datafel]:
        """Det ena eller det andra."""
        if (self.text is None) == (self.visar is None):
            yield Datafel((), "här ska stå antingen text eller visar", "skriv det ena av dem")


class Underavsnitt(Modell):
    """En rubrik på andra nivån; numret räknas ut."""

    rubrik: Rad = Field(description="rubriken, utan nummer")
    innehåll: tuple[Innehåll, ...] = Field((), description="texter och tabeller i ordning")


class Avsnitt(Underavsnitt):
    """En rubrik på första nivån."""

    ÄRVDA_FÖRST = True

    underavsnitt: tuple[Underavsnitt, ...] = Field((), description="rubriker under denna")


class Verksamhetsplan(Modell):
    """Planens löpande text."""

    inledning: Löptext | None = Field(None, description="texten före första rubriken")
    avsnitt: tuple[Avsnitt, ...] = Field(description="avsnitten i ordning", min_length=1)


class Aktivitet(Modell):
    """En planerad aktivitet, och ärendena där den har behandlats."""

    aktivitet: Löptext = Field(description="vad som ska göras")
    verksamhet: tuple[Rad, ...] = Field((), description="verksamhet och nytta")
    utfall: Löptext | None = Field(None, description="potentiellt utfall")
    resurser: tuple[Rad, ...] = Field((), description="de som gör det, och pengar till det")
    ärenden: tuple[Diarienummer, ...] = Field((), description="ärendena där aktiviteten har behandlats; trycks inte")
    ej_påbörjad: JaNej = Field(False, description="ja när inget har gjorts; trycks inte")

    def samband(self) -> Iterable[Datafel]:
        """Det som inte är påbörjat har inga ärenden."""
        if self.ej_påbörjad and self.ärenden:
            yield Datafel(("ej_påbörjad",), "aktiviteten har ärenden men sägs inte vara påbörjad", "ta bort det ena")


class PlaneratMöte(Modell):
    """En dag i årets sammanträdesplan."""

    datum: Datum = Field(description="dagen")
    teman: tuple[Rad, ...] = Field((), description="ämnesområden")
    föredragande: Namnlista = Field((), description="föredragande tjänstemän")


def planfel(möten: tuple[PlaneratMöte, ...], år: int) -> Iterable[Datafel]:
    """Dagarna ligger i året och i ordning; vägarna räknas från budgetåret."""
    for i, m in enumerate(möten):
        if m.datum.year != år:
            yield Datafel(("sammanträden", i, "datum"), f"{m.datum} ligger inte i {år}", "rätta dagen")
    for i, (förra, nästa) in enumerate(pairwise(möten), start=1):
        if nästa.datum <= förra.datum:
            text = f"{nästa.datum} kommer inte efter dagen före"
            yield Datafel(("sammanträden", i, "datum"), text, "ställ dagarna i ordning")
