"""En § med det som räknats ut om den: lägena, uppspelningen och vilka som fick delta var (KL 4:22, 5:67)."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from gns.modell.mote import Möte
from gns.modell.namnd import Nämnd
from gns.modell.omrostning import Anteckning, Proposition
from gns.modell.paragraf import Paragraf
from gns.sammantrade.lage import Läge
from gns.sammantrade.lage_jav import friade_utan_beslut, jävsfrågor
from gns.sammantrade.uppspelning import Uppspelning
from gns.sammantrade.uppspelning_forslag import Bord, lägg_fram

_JÄVIG = "är jävig"


def regel_för(skäl: str) -> str:
    """Kontrollen som ett fel hör till när personen inte fick delta; den som är jävig hör inte till den (KL 6:30)."""
    return "" if skäl == _JÄVIG else "KL-4-22-tjanstgorande"


@dataclass(frozen=True)
class Prövad:
    """Paragrafen som prövas; ``lägen`` är ett för varje delbeslut, i ordning, ``innan`` de som tjänstgjorde strax före."""

    nämnd: Nämnd
    möte: Möte
    p: Paragraf
    lägen: tuple[Läge, ...]
    innan: frozenset[str]
    uppspelning: Uppspelning

    @cached_property
    def bord(self) -> Bord:
        """Förslagen som ligger i paragrafen."""
        return lägg_fram(self.p, jävsfrågor(self.möte, self.p.nr))

    @cached_property
    def friade(self) -> frozenset[str]:
        """De som befanns inte jäviga utan eget beslut; det är redan sagt, så inget annat sägs om när de deltog."""
        return friade_utan_beslut(self.möte, self.p)

    def varför_inte(self, namn: str, lägen: Iterable[Läge]) -> str | None:
        """Varför personen inte tjänstgör i något av lägena; None när han eller hon gör det, eller det inte syns."""
        return None if namn in self.friade else _varför_inte(namn, lägen)

    def vid(self, delbeslut: int | None) -> tuple[Läge, ...]:
        """Läget i delbeslutet; alla när det inte är sagt, eller inte finns."""
        return tuple(läge for läge in self.lägen if läge.punkt.delbeslut == delbeslut) or self.lägen

    def till(self, delbeslut: int | None) -> tuple[Läge, ...]:
        """Lägena till och med delbeslutet; alla när det inte är sagt."""
        return tuple(läge for läge in self.lägen if delbeslut is None or läge.punkt.delbeslut <= delbeslut)

    def hann_yrka(self, namn: str) -> bool:
        """Om personen tjänstgjorde när § började och gick under överläggningen."""
        gick = (h for h in self.möte.händelser if h.under_överläggningen and h.paragraf == self.p.nr)
        return namn in self.innan and any(h.namn == namn for h in gick)

    def när(self, proposition: Proposition) -> tuple[Läge, ...]:
        """Lägena i de delbeslut som propositionen gäller."""
        punkter = self.bord.räckvidd(proposition)
        return tuple(läge for läge in self.lägen if läge.punkt.delbeslut in punkter) or self.lägen

    def kända(self, namn: Iterable[str]) -> list[str]:
        """De av namnen som finns i närvaron; de andra säger mötets egna prov."""
        närvaro = {n.namn for n in self.möte.närvaro}
        return [n for n in namn if n in närvaro]

    def antecknade(self, typ: str, delbeslut: int | None) -> set[str]:
        """De som har en anteckning av slaget i delbeslutet, eller för hela §."""
        return {n for a in self.p.anteckningar if a.typ == typ and möts(a, delbeslut) for n in a.av}


def _varför_inte(namn: str, lägen: Iterable[Läge]) -> str | None:
    """Varför personen inte tjänstgör i något av lägena; None när han eller hon gör det."""
    alla = tuple(lägen)
    if any(namn in läge.namn for läge in alla):
        return None
    if any(namn in läge.jäviga for läge in alla):
        return _JÄVIG
    närvarande = any(namn in läge.närvarande for läge in alla)
    return "tjänstgör inte" if närvarande else "var inte närvarande"


def möts(post: Anteckning | Proposition, delbeslut: int | None) -> bool:
    """Om posten gäller delbeslutet; det som inte säger något delbeslut gäller alla."""
    return post.delbeslut is None or delbeslut is None or post.delbeslut == delbeslut
