"""En prognos som någon har gjort: vad budgetens rader, eller hela resultatet, väntas bli när året är slut."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from pydantic import Field

from gns.grund.datafel import Datafel
from gns.grund.tecken import råd_för
from gns.modell.bas import Modell, dubbletter
from gns.modell.skalar import Datum, Pengar, Rad

if TYPE_CHECKING:
    from gns.modell.budgetar import Budgetår


class Prognosrad(Modell):
    """Vad en budgetrad väntas bli."""

    rad: Rad = Field(description="budgetradens namn, som det står i budgeten")
    belopp: Pengar = Field(description="beloppet för hela året; en kostnad skrivs med minustecken")


class Prognos(Modell):
    """En bedömning av hela året; rader som inte nämns räknas ur utfallet."""

    per: Datum = Field(description="dagen som bedömningen utgår från")
    källa: Rad = Field(description="den eller det som säger den")
    resultat: Pengar | None = Field(None, description="årets resultat, när raderna inte är bedömda var för sig")
    rader: tuple[Prognosrad, ...] = Field((), description="raderna som är bedömda")

    def samband(self) -> Iterable[Datafel]:
        """Resultatet eller raderna."""
        if (self.resultat is None) == (not self.rader):
            yield Datafel((), f"prognosen per {self.per} ska ha antingen resultat eller rader", "skriv det ena av dem")
        yield from dubbletter([r.rad for r in self.rader], ("rader",), "rad", "raden")


def prognosfel(b: "Budgetår") -> Iterator[Datafel]:
    """Prognoserna är gjorda under året, en per dag, och deras rader finns i budgeten."""
    yield from dubbletter([p.per for p in b.prognoser], ("prognoser",), "per", "prognosen per")
    rader = [r for g in b.budget.grupper for r in g.rader] if b.budget else []
    namn = [r.namn for r in rader]
    budgeterat = {r.namn: r.belopp for r in rader if r.belopp}
    for i, p in enumerate(b.prognoser):
        if p.per.year != b.år:
            yield Datafel(("prognoser", i, "per"), f"{p.per} ligger inte i {b.år}", "rätta dagen")
        for j, r in enumerate(p.rader):
            if r.rad not in namn:
                råd = råd_för(r.rad, namn, "skriv radens namn som det står i budgeten")
                yield Datafel(("prognoser", i, "rader", j, "rad"), f"budgeten {b.år} har ingen rad {r.rad}", råd)
            elif namn.count(r.rad) > 1:
                text = f"budgeten {b.år} har flera rader {r.rad}"
                yield Datafel(("prognoser", i, "rader", j, "rad"), text, "ge budgetens rader olika namn")
            elif r.rad in budgeterat and r.belopp.öre * budgeterat[r.rad].öre < 0:
                text = f"{r.rad} är {r.belopp} i prognosen men {budgeterat[r.rad]} i budgeten"
                yield Datafel(("prognoser", i, "rader", j, "belopp"), text, "skriv en kostnad med minustecken")
