"""En remiss som tabell: vilka parter som fick den och vad de svarade."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from gns.modell.arende import REMISSVAR, Remiss, Ärende
from gns.modell.bok import Bok


@dataclass(frozen=True, slots=True)
class Remissrad:
    """En part och dess svar; ``svar`` är None när den inte har svarat, ``sent`` sant efter sista svarsdag."""

    part: str
    namn: str
    svar: str | None
    datum: dt.date | None
    sent: bool


class Remissbild(NamedTuple):
    """Rader i mottagarnas ordning, antal per svar, och hur många av mottagarna som svarade.

    ``mottagare_kända`` är falskt när posten inte säger vilka som fick remissen.
    """

    rader: tuple[Remissrad, ...]
    antal: Mapping[str, int]
    svarat: int
    av: int
    mottagare_kända: bool


def remissbild(bok: Bok, ärende: Ärende) -> Remissbild | None:
    """Ärendets remiss, eller None när det inte har någon.

    Utan mottagare i posten räknas parterna den dag remissen sändes, och utan den dagen bara de som svarade.
    """
    if (remiss := ärende.remiss) is None:
        return None
    svar = {s.part: s for s in remiss.svar}
    rader = []
    for part in dict.fromkeys([*_mottagare(bok, remiss), *svar]):
        s = svar.get(part)
        dag = s.datum if s else None
        sent = dag is not None and remiss.svar_senast is not None and dag > remiss.svar_senast
        rader.append(Remissrad(part, bok.part(part) or part, s.svar if s else None, dag, sent))
    lämnade = [r.svar for r in rader if r.svar]
    antal = {ord: lämnade.count(ord) for ord in REMISSVAR if ord in lämnade}
    return Remissbild(tuple(rader), antal, len(lämnade), len(rader), bool(remiss.mottagare))


def _mottagare(bok: Bok, remiss: Remiss) -> tuple[str, ...]:
    if remiss.mottagare or remiss.sänd is None:
        return remiss.mottagare
    return tuple(p.id for p in bok.nämnd.parter if p.gäller(remiss.sänd))
