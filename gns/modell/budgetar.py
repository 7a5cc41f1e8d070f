"""Budgetåret: plan, pengar, nycklar och initiativ för ett år, ``data/budgetar/2021.yaml``."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from pydantic import Field

from gns.grund.datafel import Datafel
from gns.grund.tecken import ascii_form
from gns.modell.bas import Modell, dubbletter
from gns.modell.budget import Basfinansiering, Budget
from gns.modell.faktura import Faktura, Kontering, fakturafel
from gns.modell.former import STANDARDNYCKLAR
from gns.modell.initiativ import INITIATIVSLAG, Initiativ
from gns.modell.medel import (
    AngivetSaldo,
    Användning,
    Inbetalning,
    IngåendeBalans,
    Redovisat,
    Reservering,
    medelfel,
)
from gns.modell.nyckel import Nyckel, tidsfel
from gns.modell.prognos import Prognos, prognosfel
from gns.modell.skalar import Beslutsref, Datum, Id, JaNej, Rad, År
from gns.modell.styrning import Internkontroll, Verksamhetsmål, styrningsfel
from gns.modell.verksamhetsplan import Aktivitet, PlaneratMöte, Verksamhetsplan, planfel


class Samråd(Modell):
    """Samrådet med en part innan budgeten beslutas (KL 9:26)."""

    part: Id = Field(description="parten")
    hölls: JaNej = Field(True, description="nej när budgeten upprättades utan samråd med parten")
    datum: Datum | None = Field(None, description="dagen för samrådet")
    källa: Rad | None = Field(None, description="mötet eller handlingen som visar det")

    def samband(self) -> Iterable[Datafel]:
        """Ett samråd har en dag, och ett som inte hölls ingen."""
        if self.hölls == (self.datum is None):
            text = f"samrådet med {self.part} {'har ingen dag' if self.hölls else 'hölls inte men har en dag'}"
            yield Datafel((), text, "skriv datum, eller hölls: nej")


class Budgetår(Modell):
    """Ett års plan och pengar."""

    år: År = Field(description="året, som är filens namn")
    beslut: Beslutsref | None = Field(None, description="beslutet om plan och budget, till exempel 2019-02-08 § 4")
    samråd: tuple[Samråd, ...] = Field((), description="samråden med parterna före beslutet")
    verksamhetsplan: Verksamhetsplan | None = Field(None, description="planens text")
    mål: tuple[Verksamhetsmål, ...] = Field((), description="nämndens mål för året")
    utan_mål: Rad | None = Field(None, description="handlingen som säger att inga mål är fastställda för året")
    internkontroll: Internkontroll | None = Field(None, description="planen för den interna kontrollen")
    aktiviteter: tuple[Aktivitet, ...] = Field((), description="planerade aktiviteter")
    basfinansiering: Basfinansiering | None = Field(None, description="parternas årliga bidrag")
    budget: Budget | None = Field(None, description="intäkter och kostnader")
    nycklar: tuple[Nyckel, ...] = Field((), description="underlaget för årets fördelningsnycklar")
    initiativ: tuple[Initiativ, ...] = Field((), description="det som parterna gör tillsammans")
    sammanträden: tuple[PlaneratMöte, ...] = Field((), description="planerade sammanträden, när planen står i posten")
    sammanträdesbeslut: Beslutsref | None = Field(
        None, description="beslutet som fastställde sammanträdena, när det är fattat i arkivet"
    )
    ingående_balans: IngåendeBalans | None = Field(None, description="medel från ett tidigare år")
    kontering: tuple[Kontering, ...] = Field((), description="var det som faktureras bokförs")
    fakturor: tuple[Faktura, ...] = Field((), description="fakturorna med sina nummer och dagar")
    inbetalningar: tuple[Inbetalning, ...] = Field((), description="det som parterna har betalat")
    användningar: tuple[Användning, ...] = Field((), description="det som sparade medel har använts till")
    reserveringar: tuple[Reservering, ...] = Field((), description="sparade medel som är avsatta till något")
    saldon: tuple[AngivetSaldo, ...] = Field((), description="vad sparade medel har sagts vara, att pröva")
    redovisat: tuple[Redovisat, ...] = Field((), description="resultat som har redovisats")
    prognoser: tuple[Prognos, ...] = Field((), description="vad året väntas sluta på, som någon har bedömt det")

    def nyckel(self, namn: str) -> "Nyckel | None":
        """Nyckeln med namnet, eller None."""
        return next((n for n in self.nycklar if n.namn == namn), None)

    def nyckelnamn(self) -> tuple[str, ...]:
        """De nycklar som går att fördela efter detta år: lika, och de som har underlag eller initiativ."""
        egna = (n.namn for n in self.nycklar)
        typer = (i.typ for i in self.initiativ if i.typ in INITIATIVSLAG)
        return tuple(dict.fromkeys(("lika", *egna, *typer)))

    def samband(self) -> Iterable[Datafel]:
        """Nycklar och initiativ är olika, mätta när de ska, och nycklarna som används finns."""
        yield from dubbletter([n.namn for n in self.nycklar], ("nycklar",), "id", "nyckeln")
        yield from dubbletter([i.id for i in self.initiativ], ("initiativ",), "id", "initiativet")
        yield from dubbletter([s.part for s in self.samråd], ("samråd",), "part", "parten")
        for i, n in enumerate(self.nycklar):
            tvilling = next((s for s in STANDARDNYCKLAR if ascii_form(s) == ascii_form(n.namn)), None)
            if (tvilling and n.namn != tvilling) or (tvilling and n.id and n.typ != tvilling):
                yield Datafel(("nycklar", i, "id"), f"{n.id} läses som nyckeln {tvilling}", "välj ett annat namn")
            yield from (replace(f, fältväg=("nycklar", i, *f.fältväg)) for f in tidsfel(n, self.år))
        former = [ascii_form(n.namn) for n in self.nycklar]
        for i, form in enumerate(former):
            if form in former[:i] and self.nycklar[i].namn not in [n.namn for n in self.nycklar[:i]]:
                text = f"{self.nycklar[i].namn} och en annan nyckel skiljs bara åt av prickar"
                yield Datafel(("nycklar", i, "id"), text, "ge dem olika namn")
        yield from planfel(self.sammanträden, self.år)
        yield from self._nyckelfel()
        if self.sammanträden and self.sammanträdesbeslut:
            text = "sammanträdena står både i posten och i beslutet"
            yield Datafel(("sammanträden",), text, "ta bort sammanträden, så hämtas de ur beslutet")
        yield from medelfel(self)
        yield from styrningsfel(self)
        yield from prognosfel(self)
        yield from fakturafel(self)

    def _nyckelfel(self) -> Iterator[Datafel]:
        """Varje nyckel som används har sitt underlag i posten."""
        använda: list[tuple[tuple[str | int, ...], str]] = []
        if self.basfinansiering:
            använda.append((("basfinansiering", "fördelningsnyckel"), self.basfinansiering.fördelningsnyckel))
        for i, ett in enumerate(self.initiativ):
            if ett.typ == "gemensamt":
                använda.append((("initiativ", i, "fördelningsnyckel"), ett.fördelningsnyckel))
            elif ett.typ == "extern":
                använda.append((("initiativ", i, "medfinansiering"), ett.medfinansiering))
        finns = ("lika", *(n.namn for n in self.nycklar))
        for väg, namn in använda:
            if namn in INITIATIVSLAG:
                yield Datafel(väg, f"{namn} är ett slags initiativ", f"skriv typ: {namn} i stället")
            elif namn not in finns:
                råd = f"lägg nyckeln under nycklar, eller använd {' eller '.join(finns)}"
                yield Datafel(väg, f"nyckeln {namn} har inget underlag i {self.år}", råd)
