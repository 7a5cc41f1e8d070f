"""Förslagen som ligger i en §: förslaget till beslut och de yrkanden som själva är förslag (KL 5:53, 5:67)."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from gns.grund.datafel import Datafel
from gns.grund.tecken import råd_för
from gns.modell.former import AVGÖRS, AVSLAG, FÖRSLAGET
from gns.modell.omrostning import Proposition, Yrkande
from gns.modell.paragraf import Paragraf

EGNA_ORD = (AVSLAG, AVGÖRS)
FORMALIA = ("återremiss", "bordläggning")


class Förslag(NamedTuple):
    """Ett förslag på bordet, med ordet som propositioner nämner det med och de delbeslut det gäller.

    ``odelat`` är ett som gäller hela §: när det har ställts i ett delbeslut är det prövat också i de andra.
    """

    ord: str
    sort: str  # huvud, tillägg, återremiss eller bordläggning
    punkter: frozenset[int]
    odelat: bool
    yrkande: Yrkande | None = None
    plats: int = 0  # i listan av yrkanden

    @property
    def namn(self) -> str:
        """Förslaget så som ett felmeddelande säger det."""
        if self.yrkande is None:
            return "förslaget till beslut"
        return self.ord if self.ord.startswith("yrkande ") else f"yrkandet {self.ord}"


class Bord(NamedTuple):
    """Det som ligger på bordet i en §; ``alla`` är delbesluten, räknade från 1, och ``sak`` de som inte är jävsfrågor."""

    p: Paragraf
    alla: frozenset[int]
    sak: frozenset[int]
    jävsfrågor: frozenset[int]
    förslag: Mapping[str, Förslag]

    @property
    def punkter(self) -> frozenset[int]:
        """Delbesluten som något förslag kan gälla: de i sak, och en jävsfråga som det har yrkats i."""
        return self.sak.union(*(f.punkter for f in self.förslag.values()))

    def punkt(self, förslagspunkt: int) -> int:
        """Delbeslutet som förslagspunkten blir när jävsfrågorna står för sig."""
        i_sak = sorted(self.sak)
        return i_sak[min(förslagspunkt, len(i_sak)) - 1]

    def räckvidd(self, proposition: Proposition) -> frozenset[int]:
        """Delbesluten som propositionen gäller: det den säger, annars det som alla dess yrkanden gäller."""
        egna = {self.förslag[o].punkter for o in proposition.ställs if o in self.förslag and o != FÖRSLAGET}
        if proposition.delbeslut in self.alla:
            return frozenset({proposition.delbeslut})
        return egna.pop() if len(egna) == 1 else self.sak

    def om_formalia(self, proposition: Proposition) -> bool:
        """Om frågan är återremiss, bordläggning eller om ärendet ska avgöras i dag, och inte saken själv."""
        sorter = {self.förslag[o].sort for o in proposition.ställs if o in self.förslag}
        return AVGÖRS in proposition.ställs or not sorter.isdisjoint(FORMALIA)

    def mot(self, ord: str, punkt: int) -> bool:
        """Om någon har yrkat avslag på förslaget i det delbeslutet."""
        return any(
            y.typ == "avslag" and not y.återtaget and ord in (y.gäller or (FÖRSLAGET,)) and y.delbeslut in (None, punkt)
            for y in self.p.yrkanden
        )


def lägg_fram(p: Paragraf, jävsfrågor: frozenset[int] = frozenset()) -> Bord:
    """Bordet när överläggningen är slut: det som är återtaget ligger inte kvar.

    ``jävsfrågor`` är de delbeslut som bara avgör om någon är jävig; de är ingen punkt i förslagen.
    """
    n = max(1, len(p.beslut), len(p.förslag_till_beslut))
    alla = frozenset(range(1, n + 1))
    sak = alla - jävsfrågor or alla
    förslag: dict[str, Förslag] = {}
    if p.förslag_till_beslut:
        förslag[FÖRSLAGET] = Förslag(FÖRSLAGET, "huvud", sak, len(p.förslag_till_beslut) == 1)
    for i, y in enumerate(p.yrkanden):
        if not y.är_förslag or y.återtaget:
            continue
        ord = y.id if y.id and y.id not in EGNA_ORD else f"yrkande {i + 1}"
        sort = y.typ if y.typ in ("tillägg", *FORMALIA) else "huvud"
        egna = frozenset({y.delbeslut}) if y.delbeslut in alla else sak
        förslag.setdefault(ord, Förslag(ord, sort, egna, egna == sak, y, i))
    return Bord(p, alla, sak, jävsfrågor, förslag)


def ordfel(bord: Bord, ord: str) -> tuple[str, str] | None:
    """Varför ordet inte är ett förslag som det går att ställa proposition på, och rådet; None när det är det."""
    if ord in bord.förslag or ord in EGNA_ORD:
        return None
    y = next((y for y in bord.p.yrkanden if y.id == ord), None)
    if y and y.är_förslag:
        return f"yrkandet {ord} är återtaget", "ta bort det ur propositionen, eller återtaget ur yrkandet"
    if y:
        mål = AVSLAG if y.typ == "avslag" else "det förslag som det bifaller"
        return f"yrkandet {ord} om {y.typ} är inget eget förslag", f"skriv {mål} i stället"
    annars = f"här ligger {', '.join(bord.förslag)}" if bord.förslag else "skriv förslaget, eller yrkandets id"
    return f"{ord} är inget förslag i denna §", råd_för(ord, (*bord.förslag, *EGNA_ORD), annars)


def yrkandefel(bord: Bord) -> Iterator[Datafel]:
    """Yrkanden som gäller något som inte ligger, eller heter som ett av propositionernas egna ord."""
    egna = {y.id for y in bord.p.yrkanden if y.är_förslag}
    for i, y in enumerate(bord.p.yrkanden):
        if y.id in EGNA_ORD:
            yield Datafel(("yrkanden", i, "id"), f"{y.id} betyder något annat i en proposition", "ge yrkandet annat id")
        for ord in y.gäller:
            if ord not in egna and (fel := ordfel(bord, ord)):
                yield Datafel(("yrkanden", i, "gäller"), *fel, regel="KL-5-67-yrkanden")
