"""Sparade medel efter året de kommer från: hur mycket som är kvar en viss dag, och när de tog slut."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from gns.fordelning.rorelser import Plats, Rörelse
from gns.fordelning.saldo import alla_steg
from gns.modell.bok import Bok


@dataclass(slots=True)
class Medel:
    """Ett års medel: öre som kom in, (dag, öre) för det som togs ut, och var i posterna de står."""

    år: int
    in_öre: int
    plats: Plats
    ut: list[tuple[dt.date, int]] = field(default_factory=list)

    def kvar(self, dag: dt.date) -> int:
        """Det som är kvar när dagen är slut."""
        return self.in_öre - sum(öre for d, öre in self.ut if d <= dag)

    def slut(self) -> dt.date | None:
        """Dagen då medlen tog slut, eller None."""
        return next((d for d, _ in sorted(self.ut) if self.kvar(d) <= 0), None)


def medel_från(bok: Bok) -> tuple[Medel, ...]:
    """Varje års medel; uttag som nämner flera år tar det äldsta först, och mer än allt tas ur det sista av dem."""
    alla: dict[int, Medel] = {}
    steg = alla_steg(bok)
    for s in steg:
        r = s.rörelse
        if r.slag in ("ingående", "resultat"):
            m = alla.setdefault(r.från_år[0], Medel(r.från_år[0], 0, r.plats))
            m.in_öre += s.ändring_öre
    for s in steg:
        if s.rörelse.slag in ("användning", "återbetalning"):
            _ta_ut(s.rörelse, -s.ändring_öre, [alla[år] for år in sorted(s.rörelse.från_år) if år in alla])
    return tuple(alla[år] for år in sorted(alla))


def _ta_ut(r: Rörelse, öre: int, ur: Sequence[Medel]) -> None:
    for m in ur:
        tas = öre if m is ur[-1] else max(0, min(öre, m.kvar(dt.date.max)))
        m.ut.append((r.dag, tas))
        öre -= tas
