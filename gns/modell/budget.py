"""Budgetens rader i grupper, och basfinansieringen som parterna betalar (verksamhetsplanen avsnitt 5.1)."""

from collections.abc import Iterable
from typing import Annotated

from pydantic import Field

from gns.grund.datafel import Datafel
from gns.modell.bas import Modell, dubbletter
from gns.modell.initiativ import AngivenDel
from gns.modell.skalar import Beslutsref, Datum, Id, Nyckelnamn, Pengar, Rad, val


class Budgetrad(Modell):
    """En rad i budgeten: intäkter är positiva, kostnader negativa."""

    id: Id | None = Field(None, description="kort namn, när en annan rad räknar på den här")
    namn: Rad = Field(description="vad raden är, till exempel Kontorslokal")
    belopp: Pengar | None = Field(None, description="beloppet; en kostnad skrivs med minustecken")
    hämtas: Annotated[str, val("basfinansiering", "ingående balans")] | None = Field(
        None, description="när beloppet inte skrivs utan räknas ut"
    )
    kommentar: Rad | None = Field(None, description="förklaring som trycks")
    procent_av: tuple[Id, ...] = Field((), description="raderna som procenttalet i namnet räknas på")
    konto: Rad | None = Field(None, description="konto")
    ansvar: Rad | None = Field(None, description="ansvar")
    verksamhet: Rad | None = Field(None, description="verksamhet")
    projekt: Rad | None = Field(None, description="projekt")
    motpart: Rad | None = Field(None, description="motpart")

    def samband(self) -> Iterable[Datafel]:
        """Beloppet skrivs eller räknas ut."""
        if (self.belopp is None) == (self.hämtas is None):
            yield Datafel((), f"{self.namn} ska ha antingen belopp eller hämtas", "skriv det ena av dem")


class Budgetgrupp(Modell):
    """Rader som summeras."""

    namn: Rad = Field(description="vad gruppen är, som i SUMMA INTÄKTER, till exempel intäkter")
    rader: tuple[Budgetrad, ...] = Field(description="raderna i ordning", min_length=1)
    angiven_summa: Pengar | None = Field(None, description="summan som någon har angett; gns räknar själv och jämför")


class Budget(Modell):
    """Ett års budget i grupper."""

    enhet: Annotated[str, val("kr", "tkr")] = Field("kr", description="enheten som tabellen visas i")
    källa: Rad | None = Field(None, description="varifrån budgeten kommer")
    grupper: tuple[Budgetgrupp, ...] = Field(description="grupperna i ordning", min_length=1)
    angivet_resultat: Pengar | None = Field(None, description="resultatet som någon har angett, att jämföra med")

    def samband(self) -> Iterable[Datafel]:
        """Radernas id är olika, och procent_av pekar på rader som finns."""
        idn = [r.id for g in self.grupper for r in g.rader if r.id]
        sedda: set[str] = set()
        for i, g in enumerate(self.grupper):
            for j, r in enumerate(g.rader):
                väg = ("grupper", i, "rader", j)
                if r.id and r.id in sedda:
                    yield Datafel((*väg, "id"), f"raden {r.id} står två gånger", "ge varje rad sitt eget id")
                sedda |= {r.id} if r.id else set()
                for k, id in enumerate(r.procent_av):
                    if id not in idn:
                        finns = f"rader med id: {', '.join(idn)}" if idn else "ge raden ett id"
                        yield Datafel((*väg, "procent_av", k), f"det finns ingen rad {id}", finns)


class Basfinansiering(Modell):
    """Parternas årliga bidrag; beloppet hämtas ur beslutet när det är fattat i arkivet."""

    belopp: Pengar | None = Field(None, description="hela beloppet")
    per_part: Pengar | None = Field(None, description="varje parts bidrag, när det är vad som beslutades")
    fördelningsnyckel: Nyckelnamn = Field("lika", description="nyckeln som beloppet delas efter")
    beslut: Beslutsref | None = Field(None, description="nämndens beslut, till exempel 2020-12-18 § 19 a")
    ursprung: Rad | None = Field(
        None, description="beslutet utanför arkivet, som det trycks, till exempel fullmäktigebeslut hos parterna"
    )
    betalas: tuple[Datum, ...] = Field((), description="förfallodagar; annars i januari (överenskommelsen)")
    betalningsbeslut: Beslutsref | None = Field(None, description="beslutet om andra betalningsperioder än januari")
    angivna_delar: tuple[AngivenDel, ...] = Field((), description="delar som har angetts eller fakturerats, att pröva")

    def samband(self) -> Iterable[Datafel]:
        """Beloppet går att få fram."""
        yield from dubbletter([d.part for d in self.angivna_delar], ("angivna_delar",), "part", "parten")
        for i, dag in enumerate(self.betalas):
            if dag in self.betalas[:i]:
                yield Datafel(("betalas", i), f"betalningsdagen {dag} står två gånger", "ta bort den ena")
        if self.belopp is None and self.per_part is None and self.beslut is None:
            yield Datafel((), "basfinansieringen har inget belopp", "skriv belopp, per_part eller beslutet")
        if self.per_part is not None and self.fördelningsnyckel != "lika":
            råd = "skriv hela beloppet i belopp, eller ta bort nyckeln"
            yield Datafel(("per_part",), "samma belopp per part är lika delar, inte en annan nyckel", råd)
