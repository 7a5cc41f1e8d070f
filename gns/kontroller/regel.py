"""Vad en regel är: en fråga med stöd i lag eller praxis, en nivå och ett prov med tre svar (design § 5)."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple, get_args

from gns.grund.datafel import Datafel, Fältväg
from gns.kontroller.underlag import Underlag

UPPFYLLD: Final = "uppfylld"
BRUTEN: Final = "bruten"
EJ_INLAGD = "lagens lydelse den dagen är inte inlagd"  # skälet när regelns lagrum inte gäller den dagen
OPRÖVBAR: Final = "går inte att pröva"
Regelsvar = Literal["uppfylld", "bruten", "går inte att pröva"]
Regelnivå = Literal["fel", "varning", "upplysning"]
NIVÅER: Final[tuple[Regelnivå, ...]] = get_args(Regelnivå)  # de allvarligaste först


class Lagrum(NamedTuple):
    """Ett lagrum med den lydelse som regeln är skriven efter: SFS-numret, och den tid som lydelsen gäller."""

    rum: str
    sfs: str
    från: dt.date
    till: dt.date | None = None

    def gäller(self, dag: dt.date) -> bool:
        """Om lydelsen gällde den dagen."""
        return self.från <= dag and (self.till is None or dag <= self.till)


class Utfall(NamedTuple):
    """Ett svar på regelns fråga, om ett ställe i en post.

    ``text`` säger vad som är brutet eller vad som fattas, och är tom när regeln är uppfylld. ``nivå`` är satt när
    just detta fynd har en annan nivå än regeln.
    """

    svar: Regelsvar
    slag: str
    id: str
    fält: Fältväg
    text: str = ""
    råd: str = ""
    nivå: Regelnivå | None = None
    i_text: tuple[int, int] | None = None
    på_nyckel: bool = False


@dataclass(frozen=True)
class Regel:
    """En regel; dess moduls docstring är förklaringen som ``gns förklara`` visar.

    ``nummer`` är reglernas nummer i projektets regelunderlag, ``stöd`` lagrummen, och ``praxis`` namnet på det som
    regeln vilar på när ingen lag säger det. En ``valfri`` regel prövas bara när reglementet har valt den.
    """

    id: str
    nummer: tuple[int, ...]
    fråga: str
    nivå: Regelnivå
    pröva: Callable[[Underlag], Iterable[Utfall]]
    stöd: tuple[Lagrum, ...] = ()
    praxis: str = ""
    valfri: bool = False

    @property
    def källa(self) -> str:
        """Lagrummen, eller praxisens namn."""
        return ", ".join(s.rum for s in self.stöd) or self.praxis


def uppfylld(slag: str, id: str, fält: Fältväg = ()) -> Utfall:
    """Att regeln är uppfylld på stället."""
    return Utfall(UPPFYLLD, slag, id, fält)


def bruten(slag: str, id: str, fält: Fältväg, text: str, råd: str, nivå: Regelnivå | None = None) -> Utfall:
    """Att regeln är bruten på stället, med vad man gör åt det."""
    return Utfall(BRUTEN, slag, id, fält, text, råd, nivå)


def oprövbar(slag: str, id: str, fält: Fältväg, text: str, råd: str = "") -> Utfall:
    """Att regeln inte går att pröva på stället, med det som fattas."""
    return Utfall(OPRÖVBAR, slag, id, fält, text, råd)


def av_datafel(slag: str, id: str, fel: Datafel) -> Utfall:
    """Ett fel som redan har sagts när posterna lästes, som regelns fynd."""
    return Utfall(BRUTEN, slag, id, fel.fältväg, fel.text, fel.råd, fel.nivå, fel.i_text, fel.på_nyckel)


def redan_sagt(underlag: Underlag, regel: str) -> Iterator[Utfall]:
    """De fel som läsproven har sagt under regelns id."""
    return (av_datafel(*fynd) for fynd in underlag.sagt.get(regel, ()))
