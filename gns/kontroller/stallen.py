"""Vilka möten och §§ som redan har ett fynd, så att de inte också räknas som uppfyllda."""

from collections.abc import Iterable

from gns.kontroller.regel import Lagrum, Utfall, oprövbar
from gns.modell.mote import Möte


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
