"""Styrningen: årets mål med sina indikatorer, och planen för den interna kontrollen (KL 6:6; regler.md R75)."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from gns.grund.datafel import Datafel
from gns.modell.bas import Modell, dubbletter
from gns.modell.skalar import Beslutsref, Datum, Id, Rad, Vikt, val

if TYPE_CHECKING:
    from gns.modell.budgetar import Budgetår


class Mätning(Modell):
    """Ett värde som har mätts."""

    per: Datum = Field(description="dagen som värdet avser")
    värde: Vikt = Field(description="värdet, i indikatorns enhet")
    källa: Rad | None = Field(None, description="varifrån det kommer")


class Indikator(Modell):
    """Något som mäts för att se om målet är nått."""

    namn: Rad = Field(description="vad som mäts")
    enhet: Rad | None = Field(None, description="enheten, till exempel dagar eller %")
    målvärde: Vikt = Field(description="värdet som målet säger")
    riktning: Annotated[str, val("minst", "högst")] = Field(
        "minst", description="minst när målvärdet eller mer är bra, högst när det eller mindre är bra"
    )
    mätningar: tuple[Mätning, ...] = Field((), description="uppmätta värden, i ordning")

    def når(self, m: Mätning) -> bool:
        """Om det uppmätta är så bra som målvärdet."""
        return m.värde >= self.målvärde if self.riktning == "minst" else m.värde <= self.målvärde

    def samband(self) -> Iterable[Datafel]:
        """En mätning per dag, i ordning."""
        yield from dubbletter([m.per for m in self.mätningar], ("mätningar",), "per", "mätningen per")
        for i, m in enumerate(self.mätningar):
            if i and m.per < self.mätningar[i - 1].per:
                text = f"{m.per} kommer efter en senare dag"
                yield Datafel(("mätningar", i, "per"), text, "ställ mätningarna i ordning")


class Verksamhetsmål(Modell):
    """Ett mål för året."""

    id: Id = Field(description="kort namn inom året")
    mål: Rad = Field(description="målet, som nämnden har fastställt det")
    beslut: Beslutsref | None = Field(None, description="nämndens beslut om målet")
    indikatorer: tuple[Indikator, ...] = Field((), description="det som mäts")

    def samband(self) -> Iterable[Datafel]:
        """Indikatorerna är olika."""
        return dubbletter([i.namn for i in self.indikatorer], ("indikatorer",), "namn", "indikatorn")


class Kontrollmoment(Modell):
    """En risk och det som nämnden gör för att upptäcka den."""

    id: Id = Field(description="kort namn inom året")
    risk: Rad = Field(description="vad som kan gå fel")
    kontroll: Rad = Field(description="vad som kontrolleras, och hur")
    ansvarig: Rad | None = Field(None, description="den som kontrollerar")
    senast: Datum | None = Field(None, description="när kontrollen ska vara gjord")
    utfört: Datum | None = Field(None, description="dagen då den gjordes")
    resultat: Rad | None = Field(None, description="vad kontrollen visade")

    def samband(self) -> Iterable[Datafel]:
        """Ett resultat kommer ur en kontroll som är gjord."""
        if self.resultat and not self.utfört:
            yield Datafel(("resultat",), "kontrollen har ett resultat men ingen dag", "skriv utfört")


class Internkontroll(Modell):
    """Årets plan för den interna kontrollen."""

    beslut: Beslutsref | None = Field(None, description="nämndens beslut om planen")
    moment: tuple[Kontrollmoment, ...] = Field(description="riskerna och kontrollerna", min_length=1)

    def samband(self) -> Iterable[Datafel]:
        """Momenten är olika."""
        return dubbletter([m.id for m in self.moment], ("moment",), "id", "momentet")


def styrningsfel(b: "Budgetår") -> Iterator[Datafel]:
    """Målen är olika och mätta under året, och finns inte när en handling säger att de saknas."""
    yield from dubbletter([m.id for m in b.mål], ("mål",), "id", "målet")
    if b.mål and b.utan_mål:
        yield Datafel(("utan_mål",), "året har mål men sägs vara utan", "ta bort det ena")
    for i, m in enumerate(b.mål):
        for j, x in enumerate(m.indikatorer):
            for k, mätning in enumerate(x.mätningar):
                if mätning.per.year != b.år:
                    väg = ("mål", i, "indikatorer", j, "mätningar", k, "per")
                    yield Datafel(väg, f"{mätning.per} ligger inte i {b.år}", "rätta dagen")
