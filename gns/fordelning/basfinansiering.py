"""Basfinansieringen: vad parterna tillsammans betalar ett år, ur beslutet, posten eller beloppet per part."""

from dataclasses import dataclass
from fractions import Fraction

from gns.fordelning.fordela import ÖRE, Enhet
from gns.grund.tal import avrunda
from gns.modell.bok import Bok
from gns.modell.budgetar import Budgetår
from gns.modell.manader import HELA_ÅRET, månader


@dataclass(frozen=True, slots=True)
class Basbelopp:
    """Hela beloppet, nyckeln det delas efter, och varifrån det kommer.

    ``per_part_öre`` är satt när det är bidraget per part som är beslutat; ``parter`` är de som betalar.
    """

    belopp_öre: int
    nyckel: str
    parter: int
    per_part_öre: int | None = None
    beslut: str | None = None
    ursprung: str | None = None

    @property
    def enhet(self) -> Enhet:
        """Det minsta som den delas i: ören bara när beloppet eller bidraget per part har sådana."""
        return "öre" if self.belopp_öre % ÖRE["krona"] or (self.per_part_öre or 0) % ÖRE["krona"] else "krona"


def basbelopp(bok: Bok, b: Budgetår) -> Basbelopp | None:
    """Årets basfinansiering, eller None när den inte är känd."""
    bas = b.basfinansiering
    if bas is None:
        return None
    tider = [antal for p in bok.nämnd.parter if (antal := månader(b.år, p))]
    if bas.per_part is not None:
        hela = avrunda(Fraction(bas.per_part.öre * sum(tider), HELA_ÅRET))
        return Basbelopp(hela, bas.fördelningsnyckel, len(tider), bas.per_part.öre, bas.beslut, bas.ursprung)
    if bas.belopp is not None:
        return Basbelopp(bas.belopp.öre, bas.fördelningsnyckel, len(tider), None, bas.beslut, bas.ursprung)
    fastställt = bok.fastställt(bas.beslut or "", b.år) if bas.beslut else None
    if fastställt is None:
        return None
    nyckel = fastställt.fördelningsnyckel or bas.fördelningsnyckel
    return Basbelopp(fastställt.belopp.öre, nyckel, len(tider), None, bas.beslut, bas.ursprung)
