"""Planens aktiviteter: ärendena där var och en har behandlats, hur de stod en viss dag, och besluten dit."""

import datetime as dt
from typing import NamedTuple

from gns.grund.dnr import Dnr
from gns.modell.bok import Bok
from gns.modell.paragraf import Paragraf
from gns.modell.verksamhetsplan import Aktivitet
from gns.uppdrag.arendelage import Steg, Ärendeläge, läge_efter, steg_per_ärende, ärendets_rubrik


class Ärendegång(NamedTuple):
    """Ett ärende som det stod när dagen var slut, och §§ som hade behandlat det då."""

    dnr: Dnr
    rubrik: str
    läge: Ärendeläge
    paragrafer: tuple[tuple[dt.date, Paragraf], ...]


class Aktivitetsgång(NamedTuple):
    """En aktivitet och dess ärenden."""

    aktivitet: Aktivitet
    ärenden: tuple[Ärendegång, ...]


def aktiviteterna(bok: Bok, år: int, per: dt.date) -> tuple[Aktivitetsgång, ...]:
    """Årets aktiviteter som de stod när dagen ``per`` var slut."""
    b = bok.budgetår.get(år)
    alla = steg_per_ärende(bok) if b and b.aktiviteter else {}
    return tuple(
        Aktivitetsgång(a, tuple(ärendegång(bok, alla, dnr, per) for dnr in a.ärenden if _fanns(bok, alla, dnr, per)))
        for a in (b.aktiviteter if b else ())
    )


def ärendegång(bok: Bok, alla: dict[Dnr, list[Steg]], dnr: Dnr, per: dt.date) -> Ärendegång:
    """Ärendet som det stod när dagen var slut."""
    steg = [s for s in alla.get(dnr, []) if s.datum <= per]
    paragrafer = tuple((s.datum, s.paragraf) for s in steg if s.paragraf and s.paragraf.dnr == dnr)
    return Ärendegång(dnr, ärendets_rubrik(bok, dnr, alla.get(dnr, [])), läge_efter(steg, dnr), paragrafer)


def _fanns(bok: Bok, alla: dict[Dnr, list[Steg]], dnr: Dnr, per: dt.date) -> bool:
    """Om ärendet kan ha funnits då; utan registreringsdag visar den första § samma år att det fanns."""
    ärende = bok.ärenden.get(dnr)
    if ärende and ärende.registrerat:
        return ärende.registrerat <= per
    första = next((s.datum for s in alla.get(dnr, []) if s.datum.year == dnr.år), dt.date(dnr.år, 1, 1))
    return min(första, dt.date(dnr.år, 12, 31)) <= per
