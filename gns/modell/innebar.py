"""``innebär``: vad ett beslut gör, som data. Varje siffra står i beslutets text eller sägs vara härledd."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Annotated, Literal

from pydantic import Field

from gns.grund.datafel import Datafel
from gns.modell.bas import Modell, Namnlista
from gns.modell.skalar import Beslutsref, Datum, Diarienummer, Id, JaNej, Nyckelnamn, Ordningstal, Pengar, Rad, År


class Verkan(Modell):
    """Det som alla beslutsverkningar har."""

    id: Id = Field(description="kort id inom §, till exempel a")
    delbeslut: Ordningstal | None = Field(None, description="delbeslutet det följer av, räknat från 1")
    härlett: JaNej = Field(False, description="ja när siffran är uträknad och inte står i beslutet")


class Fastställer(Verkan):
    """Fastställer ett belopp för ett budgetår."""

    typ: Literal["fastställer"]
    avser: Rad = Field(description="vad beloppet är, till exempel basfinansiering")
    budgetår: År = Field(description="budgetåret")
    belopp: Pengar = Field(description="hela beloppet för alla parter")
    fördelningsnyckel: Nyckelnamn | None = Field(None, description="hur det delas mellan parterna")


class Återbetalar(Verkan):
    """Betalar tillbaka medel till parterna."""

    typ: Literal["återbetalar"]
    avser: Rad = Field(description="vilka medel")
    från_år: tuple[År, ...] = Field((), description="åren som medlen kommer från")
    belopp: Pengar = Field(description="hela beloppet")
    per_part: Pengar | None = Field(None, description="beloppet till varje part, när beslutet säger det")
    fördelningsnyckel: Nyckelnamn | None = Field(None, description="hur det delas mellan parterna")


class Reserverar(Verkan):
    """Avsätter sparade medel till något."""

    typ: Literal["reserverar"]
    ändamål: Rad = Field(description="vad medlen ska användas till")
    belopp: Pengar = Field(description="det som avsätts")


class Balanserar(Verkan):
    """För över- eller underskott vidare till ett senare år."""

    typ: Literal["balanserar"]
    belopp: Pengar = Field(description="beloppet; ett underskott skrivs med minustecken")
    från_år: År = Field(description="året som det kommer från")
    till_år: År = Field(description="året som det förs till")

    def samband(self) -> Iterable[Datafel]:
        """Medlen förs framåt."""
        if self.till_år <= self.från_år:
            yield Datafel(("till_år",), f"{self.från_år} förs inte framåt till {self.till_år}", "rätta åren")


class GerUppdrag(Verkan):
    """Ger ett uppdrag."""

    typ: Literal["ger uppdrag"]
    till: Namnlista = Field(description="vem som får uppdraget")
    uppdrag: Rad = Field(description="vad som ska göras, med beslutets ord")
    senast: Datum | None = Field(None, description="när det ska vara klart")


class _OmUppdrag(Verkan):
    till: Namnlista = Field((), description="vem som har uppdraget")
    uppdrag: Beslutsref = Field(description="beslutet som gav uppdraget, till exempel 2020-05-29 § 14")


class ÄndrarUppdrag(_OmUppdrag):
    """Ändrar vad ett uppdrag går ut på eller när det ska vara klart."""

    typ: Literal["ändrar uppdrag"]
    lydelse: Rad | None = Field(None, description="uppdragets nya lydelse")
    senast: Datum | None = Field(None, description="ny sista dag")


class LämnarÖverUppdrag(_OmUppdrag):
    """Lämnar över ett uppdrag till någon annan; ``till`` är de som hade det."""

    typ: Literal["lämnar över uppdrag"]
    övertas_av: Namnlista = Field(description="vem som tar över uppdraget")


class RedovisarUppdrag(_OmUppdrag):
    """Tar emot en redovisning; uppdraget fortsätter."""

    typ: Literal["redovisar uppdrag"]


class ÅtertarUppdrag(_OmUppdrag):
    """Tar tillbaka ett uppdrag utan att det är utfört."""

    typ: Literal["återtar uppdrag"]


class AvslutarUppdrag(_OmUppdrag):
    """Förklarar ett uppdrag utfört."""

    typ: Literal["avslutar uppdrag"]


class AvslutarÄrende(Verkan):
    """Avslutar ett ärende."""

    typ: Literal["avslutar ärende"]
    dnr: Diarienummer = Field(description="ärendet som avslutas")


class ÅterupptarÄrende(Verkan):
    """Öppnar ett avslutat ärende igen."""

    typ: Literal["återupptar ärende"]
    dnr: Diarienummer = Field(description="ärendet som öppnas igen")


class Återremitterar(Verkan):
    """Lämnar tillbaka ärendet för mer beredning."""

    typ: Literal["återremitterar"]
    till: Rad | None = Field(None, description="vem som ska bereda vidare")


class Bordlägger(Verkan):
    """Skjuter upp ärendet."""

    typ: Literal["bordlägger"]
    till_möte: Datum | None = Field(None, description="mötet då ärendet tas upp igen")


class Utser(Verkan):
    """Väljer eller utser personer."""

    typ: Literal["utser"]
    personer: Namnlista = Field(description="de som utses")
    till: Rad = Field(description="vad de utses till, till exempel justerare")


class GodkännerProtokoll(Verkan):
    """Lägger ett tidigare protokoll till handlingarna."""

    typ: Literal["godkänner protokoll"]
    möte: Datum = Field(description="dagen för mötet som protokollet är från")


class Sammanträdesdag(Modell):
    """En fastställd sammanträdesdag och dess tema."""

    datum: Datum = Field(description="dagen")
    tema: Rad | None = Field(None, description="vad mötet ska behandla")


class FastställerSammanträden(Verkan):
    """Fastställer nämndens sammanträdesdagar för ett år."""

    typ: Literal["fastställer sammanträden"]
    år: År = Field(description="året")
    dagar: tuple[Sammanträdesdag, ...] = Field(description="dagarna i ordning", min_length=1)

    def samband(self) -> Iterable[Datafel]:
        """Dagarna ligger i året och i ordning."""
        for i, dag in enumerate(self.dagar):
            if dag.datum.year != self.år:
                yield Datafel(("dagar", i, "datum"), f"{dag.datum} ligger inte i {self.år}", "rätta dagen eller året")
        for i, (förra, dag) in enumerate(pairwise(self.dagar), start=1):
            if dag.datum <= förra.datum:
                text = f"{dag.datum} kommer inte efter dagen före"
                yield Datafel(("dagar", i, "datum"), text, "ställ dagarna i ordning")


class Godkänner(Verkan):
    """Godkänner en rapport eller ett bokslut."""

    typ: Literal["godkänner"]
    rapport: Rad = Field(description="vad som godkänns, med beslutets ord")


OmPengar = Fastställer | Återbetalar | Reserverar | Balanserar
OmUppdrag = ÄndrarUppdrag | LämnarÖverUppdrag | RedovisarUppdrag | ÅtertarUppdrag | AvslutarUppdrag
Innebär = Annotated[
    OmPengar
    | GerUppdrag
    | ÄndrarUppdrag
    | LämnarÖverUppdrag
    | RedovisarUppdrag
    | ÅtertarUppdrag
    | AvslutarUppdrag
    | AvslutarÄrende
    | ÅterupptarÄrende
    | Återremitterar
    | Bordlägger
    | Utser
    | GodkännerProtokoll
    | FastställerSammanträden
    | Godkänner,
    Field(discriminator="typ"),
]
