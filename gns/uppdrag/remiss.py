"""En remiss som tabell: vilka parter som fick den och vad de svarade."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from gns.modell.arende import REMISSVAR, Remiss, Ärende
from gns.modell.bok import Bok


@dataclass(frozen=True, slots=True)
class Remissrad:
    """En part och dess svar; ``svar`` är None när den inte har svarat.

    ``sent`` är sant när svaret kom efter sista svarsdag, eller inte har kommit fast den har passerat.
    """

    part: str
    namn: str
    svar: str | None
    datum: dt.date | None
    sent: bool
    text: str | None


class Remissbild(NamedTuple):
    """Rader i mottagarnas ordning, antal per svar, och hur många av mottagarna som svarade.

    ``mottagare_kända`` är falskt när posten inte säger vilka som fick remissen.
    """

    rader: tuple[Remissrad, ...]
    antal: Mapping[str, int]
    svarat: int
    av: int
    mottagare_kända: bool


def remissbild(bok: Bok, ärende: Ärende, per: dt.date) -> Remissbild | None:
    """Ärendets remiss som den står dagen ``per``, eller None när det inte har någon.

    Utan mottagare i posten räknas parterna den dag remissen sändes, och utan den dagen bara de som svarade.
    """
    if (remiss := ärende.remiss) is None:
        return None
    svar = {s.part: s for s in remiss.svar}
    rader = []
    for part in dict.fromkeys([*_mottagare(bok, remiss), *svar]):
        s = svar.get(part)
        dag = s.datum if s else None
        jämförs = dag if s else per
        sent = jämförs is not None and remiss.svar_senast is not None and jämförs > remiss.svar_senast
        text = s.text.ord if s and s.text else None
        rader.append(Remissrad(part, bok.part(part) or part, s.svar if s else None, dag, sent, text))
    lämnade = [r.svar for r in rader if r.svar]
    antal = {ord: lämnade.count(ord) for ord in REMISSVAR if ord in lämnade}
    return Remissbild(tuple(rader), antal, len(lämnade), len(rader), bool(remiss.mottagare))


def _mottagare(bok: Bok, remiss: Remiss) -> tuple[str, ...]:
    if remiss.mottagare or remiss.sänd is None:
        return remiss.mottagare
    return tuple(p.id for p in bok.nämnd.parter if p.gäller(remiss.sänd))
