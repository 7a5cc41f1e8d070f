"""Ställena i mötena: var något redan är sagt, och om lagens lydelse är inlagd för ett ställe som håller."""

from collections.abc import Iterable

from gns.grund.datafel import Fältväg
from gns.kontroller.regel import EJ_INLAGD, Lagrum, Utfall, oprövbar, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.mote import Möte

Ställe = tuple[str, Fältväg]


def möten_med_fynd(fynd: Iterable[Utfall]) -> set[str]:
    """Id för mötena med något fynd."""
    return {f.id for f in fynd if f.slag == "mote"}


def paragrafer_med_fynd(fynd: Iterable[Utfall]) -> set[tuple[str, int]]:
    """(mötets id, index) för paragraferna med något fynd."""
    vägar = ((f.id, f.fält[1]) for f in fynd if f.slag == "mote" and len(f.fält) > 1 and f.fält[0] == "paragrafer")
    return {(id, i) for id, i in vägar if isinstance(i, int)}


def äldre_lydelse(lag: Lagrum, id: str, möte: Möte) -> Utfall | None:
    """Att mötet inte går att pröva när lagens lydelse den dagen inte är inlagd; None när den är det."""
    if lag.gäller(möte.datum):
        return None
    return oprövbar("mote", id, (), f"den lydelse av {lag.rum} som gällde {möte.datum} är inte inlagd")


def sagda(u: Underlag, *regler: str) -> set[Ställe]:
    """(mötets id, väg) för varje fel av reglerna, eller av någon alls, och för allt ovanför dem i posten."""
    fel = (f for regel in regler or tuple(u.sagt) for f in u.sagt.get(regel, ()))
    return {(id, f.fältväg[:n]) for slag, id, f in fel if slag == "mote" for n in range(1, len(f.fältväg) + 1)}


def håller(lag: Lagrum, möte: Möte, väg: Fältväg) -> Utfall:
    """Uppfylld; går inte att pröva när lagens lydelse den dagen inte är inlagd."""
    if lag.gäller(möte.datum):
        return uppfylld("mote", str(möte.datum), väg)
    return oprövbar("mote", str(möte.datum), väg, EJ_INLAGD)
