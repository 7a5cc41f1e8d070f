"""Det som prövningen av spåret ger: fynden om varje möte och om kedjan, och ett svar av tre."""

from collections.abc import Iterable
from typing import Final, Literal, NamedTuple

Sparsvar = Literal["intakt", "bruten", "går inte att pröva"]
INTAKT: Final = "intakt"
BRUTEN: Final = "bruten"
OPRÖVBAR: Final = "går inte att pröva"
UPPLYSNING: Final = "upplysning"


class Sparfynd(NamedTuple):
    """En sak om ett sigill, eller om kedjan när ``nr`` är None: dess vikt och en mening."""

    nr: int | None
    vikt: Literal["bruten", "går inte att pröva", "upplysning"]
    text: str


class Sigillbesked(NamedTuple):
    """Ett sigill: vad det låser, dess kontrollkod, svaret, skälen, vilka som har undertecknat det och vilka som återstår."""

    nr: int
    namn: str
    kontrollkod: str
    svar: Sparsvar
    skäl: tuple[Sparfynd, ...]
    undertecknat_av: tuple[str, ...]
    återstår: tuple[str, ...]


class Sparbesked(NamedTuple):
    """Hela spåret: sigillen i ordning, det som gäller kedjan, och svaret om allt."""

    sigill: tuple[Sigillbesked, ...]
    kedjan: tuple[Sparfynd, ...]

    @property
    def svar(self) -> Sparsvar:
        """Det allvarligaste."""
        return svaret(f for del_ in (self.kedjan, *(s.skäl for s in self.sigill)) for f in del_)


def svaret(fynd: Iterable[Sparfynd]) -> Sparsvar:
    """Svaret som fynden ger: det allvarligaste, annars intakt."""
    vikter = {f.vikt for f in fynd}
    return BRUTEN if BRUTEN in vikter else OPRÖVBAR if OPRÖVBAR in vikter else INTAKT
