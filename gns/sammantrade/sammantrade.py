"""Ett sammanträde uträknat: mötet läst med nämnden som den var den dagen."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from gns.grund.datafel import Datafel
from gns.modell.mote import Möte
from gns.modell.namnd import Nämnd
from gns.modell.narvaro import PRESIDIET
from gns.modell.paragraf import Paragraf
from gns.sammantrade.beslutsforhet import Beslutsförhet, beslutsförhet
from gns.sammantrade.beslutsprov import beslutsfel, uppspelningar
from gns.sammantrade.lage import Läge, lägen
from gns.sammantrade.lage_jav import jävsfrågor
from gns.sammantrade.lage_ordforande import roller
from gns.sammantrade.narvaroprov import närvarofel
from gns.sammantrade.uppspelning import Uppspelning, spela_upp


@dataclass(frozen=True)
class Sammanträde:
    """Mötet och det som följer av det: vilka som tjänstgör, om nämnden är beslutsför och hur besluten kom till."""

    nämnd: Nämnd
    möte: Möte

    @cached_property
    def lägen(self) -> tuple[Läge, ...]:
        """Läget i varje delbeslut, i ordning."""
        return lägen(self.nämnd, self.möte)

    @cached_property
    def ordföranden(self) -> str | None:
        """Mötets ordförande: den som har rollen och är med, annars den som leder först."""
        ordinarie = next((n for n, roll in roller(self.nämnd, self.möte) if roll == PRESIDIET[0]), None)
        leder = [läge.ordförande for läge in self.lägen if läge.ordförande]
        return ordinarie if ordinarie in leder else next(iter(leder), None)

    def i_paragraf(self, nr: int) -> tuple[Läge, ...]:
        """Lägena i en §."""
        return tuple(läge for läge in self.lägen if läge.punkt.nr == nr)

    def beslutsförhet(self, läge: Läge) -> Beslutsförhet:
        """Om nämnden var beslutsför då (KL 6:27)."""
        return beslutsförhet(self.nämnd, self.möte.datum, läge)

    @cached_property
    def uppspelningar(self) -> tuple[Uppspelning, ...]:
        """Varje § uppspelad, i mötets ordning; också när två §§ har samma nummer."""
        return uppspelningar(self.möte, self.lägen)

    def uppspelning(self, p: Paragraf) -> Uppspelning:
        """Hur beslutet kom till, spelat upp ur yrkanden, propositioner och röster."""
        return spela_upp(p, self.i_paragraf(p.nr), jävsfrågor=jävsfrågor(self.möte, p.nr))

    def fel(self) -> Iterator[Datafel]:
        """Allt i mötet som inte går ihop; vägarna räknas från mötets rot."""
        yield from närvarofel(self.nämnd, self.möte, self.lägen)
        yield from beslutsfel(self.nämnd, self.möte, self.lägen, self.uppspelningar)
