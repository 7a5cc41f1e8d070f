"""Sparade medel efter året de kommer från: hur mycket som är kvar en viss dag, och när de tog slut."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field

from gns.fordelning.rorelser import Plats
from gns.fordelning.saldo import alla_steg
from gns.modell.bok import Bok


@dataclass(slots=True)
class Medel:
    """Ett års medel: öre som kom in, (dag, öre) för det som togs ut, och var i posterna de står."""

    år: int
    in_öre: int
    plats: Plats
    ut: list[tuple[dt.date, int]] = field(default_factory=list)

    def kvar(self, dag: dt.date = dt.date.max) -> int:
        """Det som är kvar när dagen är slut."""
        return self.in_öre - sum(öre for d, öre in self.ut if d <= dag)

    def slut(self) -> dt.date | None:
        """Dagen då medlen tog slut, eller None."""
        return next((d for d, _ in sorted(self.ut) if self.kvar(d) <= 0), None)


def medel_från(bok: Bok) -> tuple[Medel, ...]:
    """Varje års medel.

    Ett uttag tas ur de år det nämner, det äldsta först, och räcker de inte ur de äldsta av de andra; ett års underskott tas ur
    de äldsta.
    """
    alla: dict[int, Medel] = {}
    uttag: list[tuple[dt.date, int, tuple[int, ...]]] = []
    for s in alla_steg(bok):
        r, öre = s.rörelse, s.ändring_öre
        if r.slag in ("ingående", "resultat") and öre > 0:
            alla.setdefault(r.från_år[0], Medel(r.från_år[0], 0, r.plats)).in_öre += öre
        elif r.slag in ("ingående", "resultat"):
            uttag.append((r.dag, -öre, ()))
        elif r.slag in ("användning", "återbetalning"):
            uttag.append((r.dag, -öre, r.från_år))
    i_ordning = [alla[år] for år in sorted(alla)]
    for dag, öre, åren in uttag:
        _ta_ut(dag, öre, [*(m for m in i_ordning if m.år in åren), *(m for m in i_ordning if m.år not in åren)])
    return tuple(i_ordning)


def _ta_ut(dag: dt.date, öre: int, ur: Iterable[Medel]) -> None:
    for m in ur:
        tas = max(0, min(öre, m.kvar()))
        if tas:
            m.ut.append((dag, tas))
        öre -= tas
