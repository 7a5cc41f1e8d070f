"""Planerade och hållna sammanträden: planens dagar mot möten i arkivet och möten som andra poster nämner."""

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from gns.grund.block import Text
from gns.grund.datafel import Fältväg
from gns.modell.bok import Bok
from gns.modell.innebar import FastställerSammanträden, OmUppdrag
from gns.uppdrag.anmalan import hållet
from gns.uppdrag.beslut import läs_ref, paragrafer
from gns.uppdrag.hanvisning import annat_organ, hänvisningar

_NÄRA = dt.timedelta(days=21)


class Planerat(NamedTuple):
    """En planerad dag, och fältet den står i."""

    datum: dt.date
    plats: tuple[str, str, Fältväg]


class Hållet(NamedTuple):
    """Ett möte som har hållits, och var det sägs; i arkivet är det mötets egen post."""

    datum: dt.date
    var: str


class Planutfall(NamedTuple):
    """En planerad dag och mötet som hölls; en annan dag när det troligen är samma möte, flyttat, och None när inget sägs."""

    planerat: Planerat
    hållet: Hållet | None

    @property
    def flyttat(self) -> bool:
        """Om mötet hölls en annan dag än planens."""
        return self.hållet is not None and self.hållet.datum != self.planerat.datum


def planens_utfall(
    bok: Bok, år: int, hölls: dict[dt.date, Hållet], per: dt.date | None = None
) -> tuple[Planutfall, ...]:
    """Årets planerade dagar, som planen stod när dagen ``per`` var slut, med det som hölls.

    En dag som har passerat utan möte är troligen flyttad när ett möte utanför planen ligger inom tre veckor; varje möte paras
    med en dag, de närmaste först.
    """
    plan = planerade(bok, år, per)
    dagar = {p.datum for p in plan}
    utan = [p.datum for p in plan if p.datum not in hölls and (per is None or p.datum <= per)]
    utanför = [dag for dag in hölls if dag.year == år and dag not in dagar]
    flyttade: dict[dt.date, dt.date] = {}
    for avstånd, planerad, hållen in sorted((abs(h - p), p, h) for p in utan for h in utanför):
        if avstånd <= _NÄRA and planerad not in flyttade and hållen not in flyttade.values():
            flyttade[planerad] = hållen
    return tuple(Planutfall(p, hölls.get(flyttade.get(p.datum, p.datum))) for p in plan)


def planerade(bok: Bok, år: int, per: dt.date | None = None) -> tuple[Planerat, ...]:
    """Årets planerade dagar i ordning, ur budgetåret och ur de senaste besluten om sammanträdesdagar till och med dagen."""
    b = bok.budgetår.get(år)
    dagar: dict[dt.date, tuple[str, str, Fältväg]] = {
        m.datum: ("budget", str(år), ("sammanträden", i, "datum")) for i, m in enumerate(b.sammanträden if b else ())
    }
    for dag, i, p in paragrafer(bok):
        for j, v in enumerate(p.innebär if per is None or dag <= per else ()):
            if isinstance(v, FastställerSammanträden) and v.år == år:
                väg = ("paragrafer", i, "innebär", j, "dagar")
                dagar = {d.datum: ("mote", str(dag), (*väg, k, "datum")) for k, d in enumerate(v.dagar)}
    return tuple(Planerat(dag, plats) for dag, plats in sorted(dagar.items()))


def hållna(bok: Bok) -> dict[dt.date, Hållet]:
    """Varje dag då nämnden har hållit möte, i ordning: arkivets möten, och de som besluten och texterna nämner."""
    ut = {dag: Hållet(dag, "mötets post") for dag, möte in bok.möten.items() if hållet(möte)}
    for dag, var in _nämnda(bok):
        if dag not in bok.möten:
            ut.setdefault(dag, Hållet(dag, var))
    return dict(sorted(ut.items()))


def _nämnda(bok: Bok) -> Iterator[tuple[dt.date, str]]:
    for dag, _, p in paragrafer(bok):
        var = f"{dag} § {p.nr}"
        yield from ((läs_ref(v.uppdrag).datum, var) for v in p.innebär if isinstance(v, OmUppdrag))
        yield from ((läs_ref(t.när).datum, var) for t in p.tidigare_behandling if not t.av)
    for s in hänvisningar(bok):
        rå = s.text.rå if isinstance(s.text, Text) else s.text
        if s.hänvisning.datum and not annat_organ(rå, s.hänvisning):
            yield s.hänvisning.datum, f"en text i {s.id}"
