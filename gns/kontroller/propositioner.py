"""Propositionerna och omröstningarna i alla möten, var och en på sin plats, och §§ uppspelade."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from gns.grund.datafel import Fältväg
from gns.kontroller.underlag import Underlag
from gns.modell.mote import Möte
from gns.modell.omrostning import Omröstning, Proposition
from gns.modell.paragraf import Paragraf
from gns.sammantrade.lage_jav import jävsfrågor
from gns.sammantrade.uppspelning import Uppspelning
from gns.sammantrade.uppspelning_forslag import FORMALIA, Bord, lägg_fram


class Ställd(NamedTuple):
    """En proposition och var den står."""

    id: str
    möte: Möte
    i: int
    p: Paragraf
    j: int
    proposition: Proposition

    @property
    def väg(self) -> Fältväg:
        """Vägen till propositionen från mötets rot."""
        return ("paragrafer", self.i, "propositionsordning", self.j)


class Spelad(NamedTuple):
    """En § med förslagen som låg på bordet och hur beslutet kom till."""

    id: str
    möte: Möte
    i: int
    p: Paragraf
    bord: Bord
    uppspelning: Uppspelning

    def väg(self, *led: str | int) -> Fältväg:
        """Vägen till något i paragrafen, från mötets rot."""
        return ("paragrafer", self.i, *led)


def ställda(u: Underlag) -> Iterator[Ställd]:
    """Varje proposition, utom i §§ som utgick."""
    for id, möte, i, p in u.paragrafer():
        if not p.utgår:
            yield from (Ställd(id, möte, i, p, j, prop) for j, prop in enumerate(p.propositionsordning))


def omröstningar(u: Underlag) -> Iterator[tuple[Ställd, Omröstning]]:
    """Varje proposition som det röstades om, och omröstningen."""
    return ((s, o) for s in ställda(u) if (o := s.proposition.omröstning))


def spelade(u: Underlag, vilka: Callable[[Paragraf], bool]) -> Iterator[Spelad]:
    """De §§ som har beslut, inte utgick och är en av dem som efterfrågas."""
    for dag, s in u.sammanträden.items():
        for i, p in enumerate(s.möte.paragrafer):
            if p.beslut and not p.utgår and vilka(p):
                bord = lägg_fram(p, jävsfrågor(s.möte, p.nr))
                yield Spelad(str(dag), s.möte, i, p, bord, s.uppspelningar[i])


def sort(bord: Bord, proposition: Proposition) -> str:
    """formalia, huvud eller tillägg; tomt när propositionen inte gäller något förslag på bordet."""
    if bord.om_formalia(proposition):
        return "formalia"
    sorter = {bord.förslag[o].sort for o in proposition.ställs if o in bord.förslag}
    return next((s for s in ("huvud", "tillägg") if s in sorter), "")


def konkurrerar(bord: Bord) -> bool:
    """Om något delbeslut har två förslag att välja mellan, eller ett som någon har yrkat avslag på."""
    i_valet = [f for f in bord.förslag.values() if f.sort in ("huvud", *FORMALIA)]
    return any(
        len(här) > 1 or any(bord.mot(f.ord, k) for f in här)
        for k in bord.punkter
        if (här := [f for f in i_valet if k in f.punkter])
    )
