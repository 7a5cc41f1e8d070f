"""Nämnden: parter, platser och reglementets mått; allt daterat, så att ett gammalt möte prövas mot sin tid."""

import datetime as dt
from collections.abc import Iterable
from itertools import combinations
from typing import Annotated

from pydantic import Field

from gns.grund.datafel import Datafel, Fältväg
from gns.grund.tecken import råd_för
from gns.modell.bas import Modell, dubbletter
from gns.modell.skalar import Datum, Heltal, Id, Orgnr, Prefix, Rad, val

VECKODAGAR = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")


class Daterad(Modell):
    """Något som gäller från och med en dag till och med en dag; utan datum är gränsen okänd."""

    från: Datum | None = Field(None, description="första dagen, om den är känd")
    till: Datum | None = Field(None, description="sista dagen; saknas så länge det gäller")

    def gäller(self, dag: dt.date) -> bool:
        """Om det gällde den dagen; en okänd gräns räknas som att det gällde."""
        return (self.från is None or self.från <= dag) and (self.till is None or dag <= self.till)

    def möts(self, annan: "Daterad") -> bool:
        """Om de båda gällde någon och samma dag."""
        första = max(d.från or dt.date.min for d in (self, annan))
        sista = min(d.till or dt.date.max for d in (self, annan))
        return första <= sista

    def samband(self) -> Iterable[Datafel]:
        """Tiden börjar innan den slutar."""
        if self.från and self.till and self.till < self.från:
            yield Datafel(("till",), "sista dagen ligger före den första", "rätta från eller till")


class Part(Daterad):
    """En av nämndens parter, en kommun eller region (KL 9:22)."""

    id: Id = Field(description="kort namn i ASCII, som poster pekar på")
    namn: Rad = Field(description="partens namn som det trycks")
    orgnr: Orgnr = Field(description="organisationsnummer, NNNNNN-NNNN")


class Plats(Daterad):
    """En plats i nämnden och den person som har den."""

    person: Rad = Field(description="personens namn")
    parti: Rad | None = Field(None, description="partibeteckning")
    part: Id | None = Field(None, description="parten som har valt personen")
    som: Annotated[str, val("ledamot", "ersättare")] = Field(description="ledamot eller ersättare")
    roll: Annotated[str, val("ordförande", "vice ordförande")] | None = Field(None, description="presidieuppdrag")

    def samband(self) -> Iterable[Datafel]:
        """Presidiet är ledamöter (KL 6:21)."""
        yield from super().samband()
        if self.roll and self.som != "ledamot":
            yield Datafel(("roll",), f"{self.roll} måste vara ledamot", "rätta som eller roll")


class Reglemente(Daterad):
    """De mått i reglemente och överenskommelser som gns räknar med, så länge de gäller."""

    sammanträdesdagar: tuple[Annotated[str, val(*VECKODAGAR)], ...] = Field(
        (), description="veckodagar då nämnden sammanträder enligt överenskommelse"
    )
    kallelsefrist: Heltal | None = Field(None, description="dagar före mötet då kallelsen ska vara sänd")
    valda_regler: tuple[Rad, ...] = Field((), description="valfria kontroller som nämnden har valt, med sina id")
    antal_justerare: Heltal | None = Field(None, description="hur många som justerar utom ordföranden")


class Nämnd(Modell):
    """Nämndens grundpost, ``data/namnd.yaml``."""

    namn: Rad = Field(description="nämndens namn som det trycks i sidhuvudet")
    prefix: Prefix = Field(description="diarienumrens första led, till exempel GNS")
    värdorganisation: Id = Field(description="id för parten som nämnden ingår i")
    diarium: Annotated[str, val("egen serie", "värdorganisationens")] | None = Field(
        None, description="om dnr dras här eller ges av värdorganisationens diarium"
    )
    parter: tuple[Part, ...] = Field(description="nämndens parter")
    platser: tuple[Plats, ...] = Field((), description="platserna i nämnden")
    reglementen: tuple[Reglemente, ...] = Field((), description="reglementets mått, ett för varje tid")

    def samband(self) -> Iterable[Datafel]:
        """Parterna finns och är olika; en i taget är ordförande."""
        idn = [p.id for p in self.parter]
        yield from dubbletter(idn, ("parter",), "id", "parten")
        yield from dubbletter([p.orgnr for p in self.parter], ("parter",), "orgnr", "organisationsnumret")
        pekare: list[tuple[Fältväg, str]] = [(("värdorganisation",), self.värdorganisation)]
        pekare += [(("platser", i, "part"), p.part) for i, p in enumerate(self.platser) if p.part]
        yield from (okänd_part(väg, part, idn) for väg, part in pekare if part not in idn)
        yield from self._dubbla_ordförande()

    def _dubbla_ordförande(self) -> list[Datafel]:
        """Två som är ordförande samtidigt; utan från eller till är tiden obegränsad åt det hållet."""
        ordförande = [(i, p) for i, p in enumerate(self.platser) if p.roll == "ordförande"]
        råd = "rätta från eller till"
        return [
            Datafel(("platser", i, "roll"), f"{p.person} och {andra.person} är ordförande samtidigt", råd)
            for (_, andra), (i, p) in combinations(ordförande, 2)
            if p.möts(andra)
        ]


def okänd_part(väg: Fältväg, part: str, idn: list[str]) -> Datafel:
    """Felet att en post nämner en part som nämnden inte har."""
    råd = råd_för(part, idn, f"parterna är {', '.join(idn)}")
    return Datafel(väg, f"parten ”{part}” finns inte i nämnden", råd)
