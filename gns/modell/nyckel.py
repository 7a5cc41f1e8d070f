"""Fördelningsnycklarnas underlag för ett budgetår: vad varje part väger, mätt när, enligt vem (verksamhetsplanen avsnitt 5.2)."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Annotated, Literal

from pydantic import Field

from gns.grund.datafel import Datafel
from gns.modell.bas import Modell, dubbletter
from gns.modell.kalla import Källa
from gns.modell.skalar import Beslutsref, Datum, Id, JaNej, Löptext, Nyckelnamn, Procent, Rad, Vikt, År, val

UNDERLAG = "EKONOMI-nyckelunderlag"
NYTTA = "EKONOMI-nytta"
ÅR_FÖRE = 2  # budgetomslutningen tas ur årsredovisningen året före föregående


class Värde(Modell):
    """En parts värde i nyckeln; en part utan värde saknar det, och 0 är ett värde."""

    part: Id = Field(description="parten")
    deltar: JaNej = Field(True, description="nej när parten uttryckligen står utanför nyckeln")
    värde: Vikt | None = Field(None, description="talet, i nyckelns enhet")
    värdeår: År | None = Field(None, description="året som just detta värde avser, om det inte är nyckelns")
    källa: Rad | None = Field(None, description="sidan eller handlingen för just detta värde")

    def samband(self) -> Iterable[Datafel]:
        """Den som står utanför har inget värde."""
        if not self.deltar and self.värde is not None:
            yield Datafel(("värde",), f"{self.part} deltar inte men har ett värde", "ta bort värdet, eller deltar: nej")


class _Nyckel(Modell):
    """Det som alla nycklar har."""

    id: Nyckelnamn | None = Field(None, description="nyckelns namn, när det är ett annat än typ")
    beslut: Beslutsref | None = Field(None, description="beslutet om nyckeln, till exempel 2019-02-08 § 4 a")

    @property
    def namn(self) -> str:
        """Namnet som initiativ och kommandon pekar på."""
        return self.id or str(getattr(self, "typ", ""))


class _Mätt(_Nyckel):
    """En nyckel vars värden är mätta av någon."""

    enhet: Rad = Field(description="vad talen är, till exempel tkr eller elever")
    källa: Källa | None = Field(None, description="varifrån värdena kommer")
    exempeldata: JaNej = Field(False, description="ja när ingen källa är känd och talen bara visar hur det räknas")
    värden: tuple[Värde, ...] = Field(description="parternas värden", min_length=1)

    @property
    def mätt(self) -> str:
        """Tiden som värdena avser, som den skrivs ut."""
        return ""

    def samband(self) -> Iterable[Datafel]:
        """Varje part en gång, och inte bara nollor."""
        yield from dubbletter([v.part for v in self.värden], ("värden",), "part", "parten")
        yield from _värdefel(self.värden, "värden")
        yield from _blandade(self.värden, self.mätt[:4])


class Budgetomslutning(_Mätt):
    """Budgetomslutning per organisationsnummer, ur årsredovisningen två år före budgetåret."""

    typ: Literal["budgetomslutning"]
    definition: Annotated[str, val("verksamhetens kostnader", "driftbudget", "omslutning")] = Field(
        description="vad som räknas, lika för alla parter"
    )
    värdeår: År = Field(description="årsredovisningens år")

    @property
    def mätt(self) -> str:
        """Året."""
        return str(self.värdeår)


class Majuppdatering(Modell):
    """Elevantalen som fördelningen räknas om efter i maj."""

    datum: Datum = Field(description="dagen då uppdateringen gjordes")
    mätdag: Datum = Field(description="mätdagen, 15 oktober året före")
    källa: Källa | None = Field(None, description="varifrån värdena kommer")
    värden: tuple[Värde, ...] = Field(description="parternas värden", min_length=1)

    def samband(self) -> Iterable[Datafel]:
        """Varje part en gång, samma år, och inte bara nollor."""
        yield from dubbletter([v.part for v in self.värden], ("värden",), "part", "parten")
        yield from _värdefel(self.värden, "värden")
        yield from _blandade(self.värden, str(self.mätdag.year))


class _Uppdaterad(Modell):
    """Det som skrivs sist i en nyckel som räknas om under året."""

    uppdatering: Majuppdatering | None = Field(None, description="uppdateringen i maj")


class Elevantal(_Mätt, _Uppdaterad):
    """Elevantal den 15 oktober året före, uppdaterat i maj; för skolobjekt."""

    typ: Literal["elevantal"]
    mätdag: Datum = Field(
        description="mätdagen: 15 oktober året före, eller ett år tidigare när talen uppdateras i maj"
    )

    @property
    def mätt(self) -> str:
        """Mätdagen."""
        return str(self.mätdag)


class Folkmängd(_Mätt):
    """Folkmängd en viss dag."""

    typ: Literal["folkmängd"]
    mätdag: Datum = Field(description="mätdagen, till exempel 2020-12-31")

    @property
    def mätt(self) -> str:
        """Mätdagen."""
        return str(self.mätdag)


class Överenskommen(_Mätt):
    """En nyckel som parterna har kommit överens om."""

    typ: Literal["överenskommen"]
    benämning: Rad = Field(description="vad nyckeln mäter, som det trycks")
    avser: Rad | None = Field(None, description="tiden som värdena avser")

    @property
    def mätt(self) -> str:
        """Tiden, om den är känd."""
        return self.avser or ""

    def samband(self) -> Iterable[Datafel]:
        """En överenskommelse är beslutad och har ett eget namn."""
        yield from super().samband()
        if not self.id:
            yield Datafel((), "nyckeln har inget namn", "skriv id, till exempel id: invanare-per-yta", regel=UNDERLAG)
        if not self.beslut:
            yield Datafel((), f"nyckeln {self.namn} har inget beslut", "skriv beslut: DATUM § N", regel=UNDERLAG)


class Nyttovikt(Modell):
    """En parts andel av nyttan, och varför."""

    part: Id = Field(description="parten")
    andel: Procent = Field(description="andelen av nyttan, till exempel 40 %")
    motiv: Löptext = Field(description="varför parten har den nyttan")


class Nytta(_Nyckel):
    """Nytta eller behov: andelar som är motiverade och tillsammans är hela nyttan."""

    typ: Literal["nytta"]
    andelar: tuple[Nyttovikt, ...] = Field(description="parternas andelar", min_length=1)

    def samband(self) -> Iterable[Datafel]:
        """Andelarna är 100 %, varje part en gång, och beslutade."""
        yield from dubbletter([v.part for v in self.andelar], ("andelar",), "part", "parten")
        summa = sum(v.andel for v in self.andelar)
        if summa != 100:
            from gns.grund.tal import skriv_tal

            yield Datafel(
                ("andelar",), f"andelarna är {skriv_tal(summa)} %, inte 100 %", "rätta andelarna", regel=NYTTA
            )
        if not self.beslut:
            yield Datafel((), "nyttan är inte beslutad", "skriv beslut: DATUM § N", regel=NYTTA)


Nyckel = Annotated[Budgetomslutning | Elevantal | Folkmängd | Nytta | Överenskommen, Field(discriminator="typ")]


def tidsfel(nyckel: "Budgetomslutning | Elevantal | Folkmängd | Nytta | Överenskommen", år: int) -> Iterator[Datafel]:
    """Fel när nyckelns värden avser en annan tid än den ska för budgetåret; vägarna räknas från nyckeln."""
    if isinstance(nyckel, Budgetomslutning) and nyckel.värdeår != år - ÅR_FÖRE:
        text = f"budgetomslutningen är från {nyckel.värdeår}, men {år} års nyckel använder årsredovisningen för {år - ÅR_FÖRE}"
        yield Datafel(("värdeår",), text, f"använd siffrorna för {år - ÅR_FÖRE}", regel=UNDERLAG)
    if isinstance(nyckel, Elevantal):
        yield from _elevtidsfel(nyckel, år)


def _elevtidsfel(nyckel: Elevantal, år: int) -> Iterator[Datafel]:
    rätt, tidigare = dt.date(år - 1, 10, 15), dt.date(år - 2, 10, 15)
    ny = nyckel.uppdatering
    if nyckel.mätdag != rätt and not (ny and nyckel.mätdag == tidigare):
        text = f"elevantalet är från {nyckel.mätdag}, men {år} års nyckel använder {rätt}"
        råd = f"använd siffrorna från {rätt}; de från {tidigare} går bara att använda till uppdateringen i maj"
        yield Datafel(("mätdag",), text, råd, regel=UNDERLAG)
    if ny and ny.mätdag != rätt:
        text = f"uppdateringen är från {ny.mätdag}, men {år} års nyckel använder {rätt}"
        yield Datafel(("uppdatering", "mätdag"), text, f"använd siffrorna från {rätt}", regel=UNDERLAG)
    if ny and (ny.datum.year, ny.datum.month) != (år, 5):
        text = f"uppdateringen gjordes {ny.datum}, men ska göras i maj {år}"
        yield Datafel(("uppdatering", "datum"), text, "rätta dagen", "varning", regel=UNDERLAG)


def _blandade(värden: tuple[Värde, ...], år: str) -> Iterator[Datafel]:
    """Ett värde som avser ett annat år än nyckeln; utan ett år i nyckeln jämförs värdena med varandra."""
    första = år if år.isdigit() else next((str(v.värdeår) for v in värden if v.värdeår), "")
    for i, v in enumerate(värden):
        if v.värdeår is not None and str(v.värdeår) != första:
            text = f"värdet för {v.part} avser {v.värdeår}, de andra {första}"
            yield Datafel(("värden", i, "värdeår"), text, "använd samma år för alla parter", regel=UNDERLAG)


def _värdefel(värden: tuple[Värde, ...], fält: str) -> Iterator[Datafel]:
    kända = [v.värde for v in värden if v.värde is not None]
    if kända and not any(kända):
        yield Datafel((fält,), "alla värden är 0", "skriv de riktiga värdena, eller utelämna dem som saknas")
