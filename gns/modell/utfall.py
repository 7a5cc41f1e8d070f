"""Utfallet ur redovisningen: kontona som huvudboken har dem, och budgetraderna som de hör till."""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from pydantic import Field

from gns.grund.belopp import skriv_belopp
from gns.grund.datafel import Datafel
from gns.modell.bas import Modell, dubbletter
from gns.modell.skalar import Datum, JaNej, Pengar, Rad, År

if TYPE_CHECKING:
    from gns.modell.bok import Bok

_KONTON = re.compile(r"([0-9]{3,8})(?:[-–]([0-9]{3,8}))?")
_ETT_KONTO = re.compile(r"[0-9]{3,8}")
REGEL = "EKONOMI-utfall"


class Koppling(Modell):
    """Vilken budgetrad ett konto, eller en följd av konton, hör till."""

    konto: Rad = Field(description="kontot, eller en följd som 5000–5099")
    rad: Rad = Field(description="budgetradens namn, som det står i budgetåret")

    def konton(self) -> tuple[str, str]:
        """Det första och det sista kontot."""
        träff = _KONTON.fullmatch(self.konto)
        första, sista = träff.groups(default="") if träff else ("", "")
        return första, sista or första

    def gäller(self, konto: str) -> bool:
        """Om kontot är med; konton av olika längd är olika kontoplaner."""
        första, sista = self.konton()
        return len(konto) == len(första) and första <= konto <= sista

    def samband(self) -> Iterable[Datafel]:
        """Kontot är siffror, och en följd går framåt."""
        första, sista = self.konton()
        if not första or len(första) != len(sista) or sista < första:
            råd = "skriv kontots siffror, eller en följd som 5000–5099"
            yield Datafel(("konto",), f"{self.konto} är inget konto och ingen följd av konton", råd)


class Utfallsrad(Modell):
    """Ett konto med det som är bokfört på det."""

    konto: Rad = Field(description="kontot")
    namn: Rad | None = Field(None, description="kontots namn")
    belopp: Pengar = Field(description="det bokförda, med redovisningens tecken")
    ansvar: Rad | None = Field(None, description="ansvar")
    verksamhet: Rad | None = Field(None, description="verksamhet")
    projekt: Rad | None = Field(None, description="projekt")
    motpart: Rad | None = Field(None, description="motpart")

    def samband(self) -> Iterable[Datafel]:
        """Raden är ett konto, inte en följd av dem."""
        if not _ETT_KONTO.fullmatch(self.konto):
            yield Datafel(("konto",), f"{self.konto} är inget konto", "skriv kontots siffror")


class Period(Modell):
    """Det bokförda från årets början till och med en dag."""

    per: Datum = Field(description="sista dagen")
    källa: Rad = Field(description="filen eller rapporten")
    summa: Pengar | None = Field(None, description="rapportens egen summa, att pröva raderna mot")
    rader: tuple[Utfallsrad, ...] = Field(description="kontona", min_length=1)

    def samband(self) -> Iterable[Datafel]:
        """Raderna är tillsammans rapportens summa."""
        summa = sum(r.belopp.öre for r in self.rader)
        if self.summa and self.summa.öre != summa:
            text = f"raderna är tillsammans {skriv_belopp(summa)}, men rapportens summa är {self.summa}"
            råd = f"{skriv_belopp(abs(self.summa.öre - summa))} skiljer: läs in rapporten igen, eller rätta raden"
            yield Datafel(("summa",), text, råd, regel=REGEL)


class Utfall(Modell):
    """Ett års utfall, ``data/utfall/2021.yaml``."""

    år: År = Field(description="året, som är filens namn")
    omvända_tecken: JaNej = Field(False, description="ja när redovisningen skriver intäkter med minustecken")
    koppling: tuple[Koppling, ...] = Field((), description="vilken budgetrad varje konto hör till")
    perioder: tuple[Period, ...] = Field((), description="utfallet per dag, i ordning")

    def samband(self) -> Iterable[Datafel]:
        """Perioderna ligger i året och i ordning, och inget konto är kopplat två gånger."""
        yield from dubbletter([p.per for p in self.perioder], ("perioder",), "per", "utfallet per")
        for i, p in enumerate(self.perioder):
            if p.per.year != self.år:
                yield Datafel(("perioder", i, "per"), f"{p.per} ligger inte i {self.år}", "rätta dagen")
            if i and p.per < self.perioder[i - 1].per:
                yield Datafel(
                    ("perioder", i, "per"), f"{p.per} kommer efter en senare dag", "ställ perioderna i ordning"
                )
        for i, k in enumerate(self.koppling):
            krock = next((a for a in self.koppling[:i] if _möts(k, a)), None)
            if krock:
                text = f"{k.konto} är redan kopplat till {krock.rad}"
                yield Datafel(("koppling", i, "konto"), text, "låt varje konto höra till en budgetrad")


def utfallsfel(bok: "Bok") -> Iterator[tuple[str, str, Datafel]]:
    """(slag, id, fel) för budgetrader som kopplingen nämner och som inte finns, eller är flera."""
    for år, u in bok.utfall.items():
        b = bok.budgetår.get(år)
        namn = [r.namn for g in b.budget.grupper for r in g.rader] if b and b.budget else []
        for i, k in enumerate(u.koppling):
            if namn and k.rad not in namn:
                råd = f"budgetens rader är {', '.join(namn)}"
                yield "utfall", str(år), Datafel(("koppling", i, "rad"), f"budgeten {år} har ingen rad {k.rad}", råd)
            elif namn.count(k.rad) > 1:
                text = f"budgeten {år} har flera rader {k.rad}, så det går inte att säga vilken kontot hör till"
                yield "utfall", str(år), Datafel(("koppling", i, "rad"), text, "ge budgetens rader olika namn")


def _möts(a: Koppling, b: Koppling) -> bool:
    return a.gäller(b.konton()[0]) or b.gäller(a.konton()[0])
