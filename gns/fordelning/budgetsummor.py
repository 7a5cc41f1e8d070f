"""Budgetens summor, räknade ur radernas ören, och jämförda med de summor som någon har angett (regler.md R89–R91)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from gns.fordelning.basfinansiering import basbelopp
from gns.grund.belopp import ENHETER, Belopp
from gns.modell.bok import Bok
from gns.modell.budget import Budgetgrupp, Budgetrad
from gns.modell.budgetar import Budgetår

_PÅSLAG = re.compile(r"(?:oh|overhead|påslag)\b", re.IGNORECASE)
_PROCENT = re.compile(r"(?<![\w,.])([0-9]{1,3}(?:,[0-9]{1,2})?)[ \u00a0]?%")


@dataclass(frozen=True, slots=True)
class Radbelopp:
    """En rad med sitt belopp; None när det hämtas från något som inte är känt."""

    rad: Budgetrad
    öre: int | None


@dataclass(frozen=True, slots=True)
class Gruppsumma:
    """En grupp med sina rader och sin summa; summan är None när en rad inte är känd."""

    grupp: Budgetgrupp
    rader: tuple[Radbelopp, ...]

    @property
    def öre(self) -> int | None:
        """Radernas summa."""
        return None if any(r.öre is None for r in self.rader) else sum(r.öre or 0 for r in self.rader)


@dataclass(frozen=True, slots=True)
class Budgetsummor:
    """Alla grupper och resultatet: intäkter och kostnader tillsammans."""

    grupper: tuple[Gruppsumma, ...]

    @property
    def resultat_öre(self) -> int | None:
        """Gruppernas summa, eller None när någon inte är känd."""
        return None if any(g.öre is None for g in self.grupper) else sum(g.öre or 0 for g in self.grupper)

    def rad(self, id: str) -> Radbelopp | None:
        """Raden med sitt id."""
        return next((r for g in self.grupper for r in g.rader if r.rad.id == id), None)


def budgetsummor(bok: Bok, b: Budgetår) -> Budgetsummor | None:
    """Årets budget uträknad, eller None när den inte finns."""
    if b.budget is None:
        return None
    bas = basbelopp(bok, b)
    hämtat = {
        "basfinansiering": bas.belopp_öre if bas else None,
        "ingående balans": b.ingående_balans.belopp.öre if b.ingående_balans else None,
    }
    return Budgetsummor(
        tuple(
            Gruppsumma(
                g, tuple(Radbelopp(r, r.belopp.öre if r.belopp else hämtat.get(r.hämtas or "")) for r in g.rader)
            )
            for g in b.budget.grupper
        )
    )


def noggrannhet(angivet: Belopp) -> int:
    """Det minsta som beloppet är skrivet i, i öre: ``-109 tkr`` en tusenlapp, ``914,4 tkr`` en hundralapp."""
    minsta = ENHETER[angivet.enhet]
    while angivet.öre % minsta:  # 0 är skrivet i hela enheter
        minsta //= 10
    return minsta


def osäkert(angivet: Belopp) -> int:
    """Hur mycket beloppet kan vara fel för att det är skrivet i tusental eller miljoner, i öre; kronor är exakta."""
    return 0 if angivet.enhet == "kr" else noggrannhet(angivet) // 2


def går_ihop(summa_öre: int, angivet: Belopp) -> bool:
    """Om det angivna är summan, avrundad till det som beloppet är skrivet i."""
    return 2 * abs(summa_öre - angivet.öre) <= noggrannhet(angivet)


@dataclass(frozen=True, slots=True)
class Procentsats:
    """En rad vars namn säger en procent av andra rader: vad den är, vad den borde vara, och av vad; ören och bråk."""

    rad: Budgetrad
    andel: Fraction
    belopp_öre: int
    av_öre: int

    @property
    def borde_öre(self) -> Fraction:
        """Procenten av raderna, med radens tecken."""
        storlek = abs(self.av_öre) * self.andel * Fraction(1, 100)
        return -storlek if self.belopp_öre < 0 else storlek

    @property
    def verklig(self) -> Fraction | None:
        """Den procent som beloppet är, eller None när raderna är noll."""
        return Fraction(abs(self.belopp_öre) * 100, abs(self.av_öre)) if self.av_öre else None


def procentsatser(summor: Budgetsummor) -> Iterator[tuple[int, int, Procentsats]]:
    """(grupp, rad, procentsats) för varje rad vars namn har en procent av andra rader.

    Det är de som ``procent_av`` nämner, annars gruppens andra rader när raden är ett påslag (OH); ”Samordnare 50 %” är ingen.
    """
    for i, g in enumerate(summor.grupper):
        for j, r in enumerate(g.rader):
            sagd = _PROCENT.search(r.rad.namn)
            andra = [a for id in r.rad.procent_av if (a := summor.rad(id))] or [a for a in g.rader if a is not r]
            räknas = r.rad.procent_av or _PÅSLAG.match(r.rad.namn)
            if sagd and räknas and r.öre is not None and andra and all(a.öre is not None for a in andra):
                hela, _, delar = sagd[1].partition(",")
                andel = Fraction(int(hela + delar), 10 ** len(delar))
                yield i, j, Procentsats(r.rad, andel, r.öre, sum(a.öre or 0 for a in andra))
