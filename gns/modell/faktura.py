"""Det som faktureras: konteringen, och fakturorna med sina nummer och dagar (överenskommelsen; regler.md R98–R99, R107, R111–R113)."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from gns.grund.datafel import Datafel
from gns.modell.bas import Modell, dubbletter
from gns.modell.former import TILLFÄLLEN, ÅTERBETALNING
from gns.modell.skalar import Datum, Id, Pengar, Rad, val

if TYPE_CHECKING:
    from gns.modell.budgetar import Budgetår

BASFINANSIERING = "basfinansiering"
_LÄNGST = dt.timedelta(days=366)
MOMS = ("utanför momsen", "undantaget", "25 %", "12 %", "6 %", "0 %")


class Kontering(Modell):
    """Var i redovisningen något bokförs."""

    avser: Rad = Field(description="basfinansiering, återbetalning eller ett initiativs id")
    konto: Rad = Field(description="kontot för intäkten, eller för det som betalas tillbaka")
    motkonto: Rad | None = Field(None, description="kontot för fordran på parten, eller skulden till den")
    ansvar: Rad | None = Field(None, description="ansvar")
    verksamhet: Rad | None = Field(None, description="verksamhet")
    projekt: Rad | None = Field(None, description="projekt")
    moms: Annotated[str, val(*MOMS)] | None = Field(None, description="hur momsen behandlas; ekonomen vet")
    momskonto: Rad | None = Field(None, description="kontot för utgående moms, när moms tas ut")
    momsskäl: Rad | None = Field(None, description="varför ingen moms tas ut, som det står på fakturan")

    def samband(self) -> Iterable[Datafel]:
        """Det som inte är momsbelagt har ett skäl."""
        if self.moms in MOMS[:2] and not self.momsskäl:
            yield Datafel(("moms",), f"{self.moms} behöver ett skäl", "skriv momsskäl, som det ska stå på fakturan")


class Faktura(Modell):
    """En faktura som är eller ska bli utställd; beloppet räknas ut, och jämförs med det som står här."""

    nr: Rad = Field(description="fakturans nummer")
    part: Id = Field(description="parten")
    avser: Annotated[str, val(*TILLFÄLLEN)] = Field(
        description="januari (förskottet), maj (skillnaden) eller återbetalning"
    )
    datum: Datum = Field(description="fakturadatum")
    förfaller: Datum | None = Field(None, description="förfallodag; behövs inte på en kreditfaktura")
    belopp: Pengar | None = Field(
        None, description="beloppet som fakturerades utan moms, att jämföra; en kredit med minustecken"
    )

    def samband(self) -> Iterable[Datafel]:
        """Fakturan förfaller inom ett år efter att den är utställd."""
        if self.förfaller and self.förfaller < self.datum:
            yield Datafel(("förfaller",), f"{self.förfaller} är före fakturadatum", "rätta en av dagarna")
        elif self.förfaller and self.förfaller - self.datum > _LÄNGST:
            text = f"{self.förfaller} är mer än ett år efter fakturadatum {self.datum}"
            yield Datafel(("förfaller",), text, "rätta en av dagarna")


def fakturafel(b: "Budgetår") -> Iterator[Datafel]:
    """Fel mellan årets fakturor och konteringar."""
    yield from dubbletter(
        [f.nr for f in b.fakturor], ("fakturor",), "nr", "fakturan", "varje faktura har sitt eget nummer"
    )
    yield from dubbletter([k.avser for k in b.kontering], ("kontering",), "avser", "konteringen för")
    for i, f in enumerate(b.fakturor):
        if abs(f.datum.year - b.år) > 1:
            yield Datafel(("fakturor", i, "datum"), f"fakturadatum {f.datum} hör inte till {b.år}", "rätta dagen")
    idn = [i.id for i in b.initiativ]
    for i, k in enumerate(b.kontering):
        if k.avser not in (BASFINANSIERING, ÅTERBETALNING, *idn):
            finns = ", ".join((BASFINANSIERING, ÅTERBETALNING, *idn))
            yield Datafel(("kontering", i, "avser"), f"{k.avser} faktureras inte {b.år}", f"skriv ett av {finns}")
