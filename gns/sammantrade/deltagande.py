"""Vilka som beslutade i varje §, vilka som bara var med och vem som ledde: det som omslaget visar (KL 5:66)."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from gns.modell.mote import Möte
from gns.modell.narvaro import Närvarande
from gns.sammantrade.lage import Läge, Punkt, upprop
from gns.sammantrade.lage_ordforande import ledaren, roller_i_närvaron
from gns.sammantrade.lage_rum import personer


class Deltagande(NamedTuple):
    """En person, dem den ersätter och de §§ där den deltar i något delbeslut; utan paragrafer gäller uppropet.

    ``utom`` är de delbeslut i sådana §§ som personen inte deltog i.
    """

    person: Närvarande
    ersätter: tuple[str, ...]
    paragrafer: tuple[int, ...]
    utom: tuple[Punkt, ...] = ()


def beslutande(möte: Möte, lägen: Sequence[Läge], nr: int | None = None) -> list[Deltagande]:
    """De som tjänstgör i någon §, eller i just § ``nr``."""
    if not möte.paragrafer:
        return [Deltagande(t.person, (t.ersätter,) if t.ersätter else (), ()) for t in upprop(möte)]
    valda = _valda(lägen, nr)
    alla = [
        Deltagande(n, _ersatta(valda, n.namn), i_tjänst := _tjänstgör(valda, n.namn), _utom(valda, n.namn, i_tjänst))
        for n in personer(möte).values()
    ]
    return [d for d in alla if d.paragrafer]


def ej_tjänstgörande(möte: Möte, lägen: Sequence[Läge], nr: int | None = None) -> list[Deltagande]:
    """Ersättare som är med utan att tjänstgöra, med de §§ där de är det (KL 6:17 andra stycket)."""
    ersättare = [n for n in personer(möte).values() if n.som == "ersättare"]
    if not möte.paragrafer:
        i_tjänst = {t.person.namn for t in upprop(möte)}
        return [Deltagande(n, (), ()) for n in ersättare if n.namn not in i_tjänst]
    valda = _valda(lägen, nr)
    alla = ((n, _är_med(valda, n.namn), _tjänstgör(valda, n.namn)) for n in ersättare)
    bara_med = [Deltagande(n, (), tuple(p for p in med if p not in tjänst)) for n, med, tjänst in alla]
    return [d for d in bara_med if d.paragrafer]


def övriga(möte: Möte, lägen: Sequence[Läge], nr: int | None = None) -> list[Deltagande]:
    """Tjänstemän och andra som fick vara med (KL 6:26)."""
    valda = _valda(lägen, nr)
    alla = [Deltagande(n, (), _är_med(valda, n.namn)) for n in personer(möte).values() if n.som == "övrig"]
    return [d for d in alla if d.paragrafer or not möte.paragrafer]


def på_distans(lägen: Sequence[Läge], namn: str) -> tuple[int, ...]:
    """De §§ där personen deltar på distans i något delbeslut."""
    return _paragrafer(lägen, lambda läge: namn in läge.på_distans)


def ordförande(möte: Möte, lägen: Sequence[Läge]) -> list[tuple[str, tuple[int, ...], tuple[Punkt, ...]]]:
    """De som ledde mötet, de §§ som var och en ledde hela och delbesluten i de andra, efter när de först ledde."""
    if not möte.paragrafer:
        vid_uppropet = ledaren(roller_i_närvaron(möte), [t.person.namn for t in upprop(möte)], None)
        return [(vid_uppropet, (), ())] if vid_uppropet else []
    ledare = dict.fromkeys(läge.ordförande for läge in lägen if läge.ordförande)
    return [(namn, *_ledde(lägen, namn)) for namn in ledare]


def sekreterare(möte: Möte) -> list[str]:
    """Namnen på mötets sekreterare."""
    return [n.namn for n in möte.närvaro if n.roll and n.roll.casefold().endswith("sekreterare")]


def _valda(lägen: Sequence[Läge], nr: int | None) -> list[Läge]:
    return [läge for läge in lägen if nr in (None, läge.punkt.nr)]


def _paragrafer(lägen: Sequence[Läge], i: Callable[[Läge], bool]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(läge.punkt.nr for läge in lägen if i(läge)))


def _tjänstgör(lägen: Sequence[Läge], namn: str) -> tuple[int, ...]:
    return _paragrafer(lägen, lambda läge: namn in läge.namn)


def _utom(lägen: Sequence[Läge], namn: str, paragrafer: Sequence[int]) -> tuple[Punkt, ...]:
    return tuple(läge.punkt for läge in lägen if läge.punkt.nr in paragrafer and namn not in läge.namn)


def _ledde(lägen: Sequence[Läge], namn: str) -> tuple[tuple[int, ...], tuple[Punkt, ...]]:
    delade = _paragrafer(lägen, lambda läge: läge.ordförande != namn)
    hela = tuple(nr for nr in _paragrafer(lägen, lambda läge: läge.ordförande == namn) if nr not in delade)
    return hela, tuple(läge.punkt for läge in lägen if läge.ordförande == namn and läge.punkt.nr in delade)


def _är_med(lägen: Sequence[Läge], namn: str) -> tuple[int, ...]:
    return _paragrafer(lägen, lambda läge: namn in läge.närvarande)


def _ersatta(lägen: Sequence[Läge], namn: str) -> tuple[str, ...]:
    tjänster = (t for läge in lägen for t in läge.tjänstgör if t.person.namn == namn)
    return tuple(dict.fromkeys(t.ersätter for t in tjänster if t.ersätter))
