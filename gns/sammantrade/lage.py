"""Läget i varje delbeslut: vilka som tjänstgör och för vem, vilka som är jäviga och vem som leder (KL 5:66, 6:30)."""

from typing import NamedTuple

from gns.modell.mote import Möte
from gns.modell.namnd import Nämnd
from gns.modell.narvaro import Närvarande
from gns.sammantrade.beslutsforhet import pröva
from gns.sammantrade.lage_jav import jäviga, prövas
from gns.sammantrade.lage_ordforande import Roll, ledaren, roller
from gns.sammantrade.lage_punkter import Punkt, ankrade, punkter
from gns.sammantrade.lage_rum import Rum

__all__ = ["Läge", "Punkt", "Tjänst", "lägen", "upprop"]


class Tjänst(NamedTuple):
    """En som tjänstgör; ``ersätter`` är ledamoten eller den vakanta platsen, None på egen plats."""

    person: Närvarande
    ersätter: str | None


class Läge(NamedTuple):
    """Läget i en punkt; ``närvarande`` är alla i rummet utom de jäviga, också de som inte tjänstgör."""

    punkt: Punkt
    tjänstgör: tuple[Tjänst, ...]
    jäviga: tuple[str, ...]
    närvarande: frozenset[str]
    på_distans: frozenset[str]
    ordförande: str | None

    @property
    def namn(self) -> frozenset[str]:
        """Namnen på dem som tjänstgör."""
        return frozenset(t.person.namn for t in self.tjänstgör)


def lägen(nämnd: Nämnd, möte: Möte) -> tuple[Läge, ...]:
    """Läget i varje punkt, i ordning. Det som inte går ihop i posten ändrar inget här; närvarofel säger det."""
    rum = Rum(möte)
    kan_leda = roller(nämnd, möte)
    händelser = ankrade(möte)
    ut = []
    for i, punkt in enumerate(punkter(möte)):
        for a in händelser:
            if a.punkt == i:
                rum.händer(a.händelse)
        ute = _ute(nämnd, möte, punkt, rum)
        rum.sätt_sig(ute)
        ut.append(_läge(punkt, rum, jäviga(möte, punkt), _tjänster(rum, ute), kan_leda))
    return tuple(ut)


def upprop(möte: Möte) -> tuple[Tjänst, ...]:
    """De som tjänstgör när mötet börjar, innan någon § har behandlats."""
    return _tjänster(Rum(möte), frozenset())


def _läge(punkt: Punkt, rum: Rum, jäv: tuple[str, ...], tjänster: tuple[Tjänst, ...], kan_leda: list[Roll]) -> Läge:
    inne = frozenset(rum.inne).difference(jäv)
    ordförande = ledaren(kan_leda, [t.person.namn for t in tjänster], rum.utsedd_ledare)
    return Läge(punkt, tjänster, jäv, inne, inne & rum.på_distans, ordförande)


def _ute(nämnd: Nämnd, möte: Möte, punkt: Punkt, rum: Rum) -> frozenset[str]:
    """De jäviga, och de vars jäv prövas om nämnden är beslutsför utan dem eller någon kan tillkallas (KL 6:30)."""
    jäv, frågor = frozenset(jäviga(möte, punkt)), prövas(möte, punkt)
    ute = jäv.union(frågor)
    if not frågor or pröva(nämnd, möte.datum, len(rum.tjänstgör(ute))).beslutsför is not False:
        return ute
    return jäv.union(namn for namn, ingen_att_tillkalla in frågor.items() if not ingen_att_tillkalla)


def _tjänster(rum: Rum, ute: frozenset[str]) -> tuple[Tjänst, ...]:
    platser = rum.tjänstgör(ute)
    return tuple(
        Tjänst(n, None if platser[n.namn] == n.namn else platser[n.namn])
        for n in rum.personer.values()
        if n.namn in platser
    )
