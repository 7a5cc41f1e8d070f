"""Nämndens pengar som de rörde sig: inbetalt, använt, reserverat, fört vidare, redovisat och saldon som någon har sagt."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from pydantic import Field

from gns.grund.belopp import skriv_belopp
from gns.grund.datafel import Datafel
from gns.modell.bas import Modell, dubbletter
from gns.modell.skalar import Beslutsref, Datum, Diarienummer, Id, Löptext, Pengar, Rad, År

if TYPE_CHECKING:
    from gns.modell.bok import Bok
    from gns.modell.budgetar import Budgetår


class IngåendeBalans(Modell):
    """Medel som förs över från ett tidigare år."""

    belopp: Pengar = Field(description="beloppet; ett underskott skrivs med minustecken")
    från_år: År = Field(description="året som medlen kommer från")
    beslut: Beslutsref | None = Field(None, description="nämndens beslut, till exempel 2019-02-08 § 5 a")
    källa: Rad = Field(description="handlingen som säger det")


class Redovisat(Modell):
    """Ett resultat som har redovisats."""

    per: Datum = Field(description="dagen som resultatet avser")
    resultat: Pengar = Field(description="resultatet; ett underskott skrivs med minustecken")
    källa: Rad = Field(description="beslutet eller handlingen som säger det")
    behandlad: Beslutsref | None = Field(
        None, description="beslutet där nämnden behandlade det, till exempel 2020-12-18 § 26"
    )
    lämnat: Datum | None = Field(None, description="dagen då årets redovisning lämnades till styrelsen (KL 11:18)")
    kommentar: Löptext | None = Field(None, description="händelser och förklaringar, som de ska stå i uppföljningen")


class Inbetalning(Modell):
    """Det som en part har betalat till nämnden."""

    nr: Rad = Field(description="verifikationens nummer, som bara finns en gång")
    part: Id = Field(description="parten")
    faktura: Rad | None = Field(None, description="fakturans nummer, när betalningen gäller en faktura")
    datum: Datum = Field(description="dagen då pengarna kom; betalningen räknas till budgetåret som den står i")
    belopp: Pengar = Field(description="beloppet; det som betalades tillbaka skrivs med minustecken")

    def samband(self) -> Iterable[Datafel]:
        """En betalning är något."""
        if not self.belopp.öre:
            yield Datafel(("belopp",), "en betalning på 0 kr är ingen betalning", "ta bort den, eller rätta beloppet")


class Användning(Modell):
    """Det som sparade medel har använts till."""

    vad: Rad = Field(description="vad medlen användes till")
    dnr: Diarienummer | None = Field(None, description="ärendet")
    belopp: Pengar = Field(description="beloppet, utan minustecken")
    från_år: År = Field(description="året som medlen kom från")
    datum: Datum | None = Field(None, description="dagen, om den är känd")
    reservering: Id | None = Field(None, description="reserveringen som det togs ur")
    källa: Rad = Field(description="beslutet eller handlingen som säger det")

    def samband(self) -> Iterable[Datafel]:
        """Det som används är mer än noll."""
        return _mer_än_noll(self.belopp)


class Reservering(Modell):
    """Sparade medel som är avsatta till något."""

    id: Id = Field(description="kort namn inom året")
    ändamål: Rad = Field(description="vad medlen ska användas till")
    ärenden: tuple[Diarienummer, ...] = Field((), description="ärendena som det gäller")
    belopp: Pengar = Field(description="det som är avsatt")
    från_år: År = Field(description="året som medlen kommer från")
    beslut: Beslutsref = Field(description="beslutet, till exempel 2020-02-14 § 8")
    källa: Rad | None = Field(None, description="handlingen som säger det, när beslutet inte finns i arkivet")
    upphör: Beslutsref | None = Field(None, description="beslutet som löste upp reserveringen")

    def samband(self) -> Iterable[Datafel]:
        """Det som reserveras är mer än noll, och upphör efter att det beslutades."""
        yield from _mer_än_noll(self.belopp)
        if self.upphör and self.upphör[:10] < self.beslut[:10]:
            yield Datafel(("upphör",), f"reserveringen upphör {self.upphör}, före {self.beslut}", "rätta dagen")


class AngivetSaldo(Modell):
    """Vad någon har sagt att nämndens sparade medel är en viss dag; gns räknar själv och jämför."""

    per: Datum = Field(description="dagen")
    belopp: Pengar = Field(description="saldot som det angavs")
    källa: Rad = Field(description="beslutet eller handlingen som säger det")


def medelfel(b: "Budgetår") -> Iterator[Datafel]:
    """Fel mellan posterna om årets pengar."""
    yield from dubbletter([i.nr for i in b.inbetalningar], ("inbetalningar",), "nr", "betalningen", "rätta numret")
    yield from dubbletter([r.id for r in b.reserveringar], ("reserveringar",), "id", "reserveringen")
    yield from dubbletter([s.per for s in b.saldon], ("saldon",), "per", "saldot", "skriv ett saldo för varje dag")
    yield from dubbletter(
        [r.per for r in b.redovisat], ("redovisat",), "per", "resultatet per", "behåll det som gäller"
    )
    if b.ingående_balans and b.ingående_balans.från_år >= b.år:
        yield Datafel(("ingående_balans", "från_år"), "medlen kommer inte från ett tidigare år", "rätta året")
    dagar = [(("användningar", i, "datum"), a.datum) for i, a in enumerate(b.användningar)]
    dagar += [(("saldon", i, "per"), s.per) for i, s in enumerate(b.saldon)]
    dagar += [(("redovisat", i, "per"), r.per) for i, r in enumerate(b.redovisat)]
    for väg, dag in dagar:
        if dag and dag.year != b.år:
            yield Datafel(väg, f"{dag} ligger inte i {b.år}", f"skriv det i data/budgetar/{dag.year}.yaml")
    for part in {i.part for i in b.inbetalningar}:
        netto = sum(i.belopp.öre for i in b.inbetalningar if i.part == part)
        if netto < 0:
            text = f"{part} har fått tillbaka {skriv_belopp(-netto)} mer än den har betalat in {b.år}"
            yield Datafel(("inbetalningar",), text, "lägg in betalningarna som fattas, eller rätta tecknet")
    for fält in ("användningar", "reserveringar"):
        for i, post in enumerate(getattr(b, fält)):
            if post.från_år > b.år:
                yield Datafel((fält, i, "från_år"), f"medlen kommer från {post.från_år}, efter {b.år}", "rätta året")


def mellan_åren(bok: "Bok") -> Iterator[tuple[str, str, Datafel]]:
    """(slag, id, fel) mellan budgetåren: varje betalning, faktura och reservering finns en gång, och det som används är reserverat."""
    betalningar: dict[str, int] = {}
    fakturor: dict[str, int] = {}
    reserveringar: dict[str, int] = {}
    for år, b in sorted(bok.budgetår.items()):
        poster = [("inbetalningar", "nr", i, p.nr, betalningar) for i, p in enumerate(b.inbetalningar)]
        poster += [("fakturor", "nr", i, f.nr, fakturor) for i, f in enumerate(b.fakturor)]
        poster += [("reserveringar", "id", i, r.id, reserveringar) for i, r in enumerate(b.reserveringar)]
        for fält, led, i, namn, sedda in poster:
            if sedda.setdefault(namn, år) != år:
                text = f"{namn} finns redan i data/budgetar/{sedda[namn]}.yaml"
                yield "budget", str(år), Datafel((fält, i, led), text, "ge den ett eget nummer eller namn")
        for i, a in enumerate(b.användningar):
            if a.reservering and a.reservering not in reserveringar:
                finns = f"reserveringarna är {', '.join(reserveringar)}" if reserveringar else "skriv reserveringen"
                text = f"det finns ingen reservering {a.reservering} {år} eller tidigare"
                yield "budget", str(år), Datafel(("användningar", i, "reservering"), text, finns)


def _mer_än_noll(belopp: Pengar) -> Iterator[Datafel]:
    if belopp.öre <= 0:
        yield Datafel(("belopp",), f"{belopp} är inte mer än 0 kr", "skriv ett belopp över 0 kr, utan minustecken")
