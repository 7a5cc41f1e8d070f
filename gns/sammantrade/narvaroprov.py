"""Allt i ett mötes närvaro och händelser som inte går ihop, och i nämndens platser (regler.md A, D)."""

import datetime as dt
from collections.abc import Iterator, Sequence

from gns.grund.datafel import Datafel
from gns.modell.mote import Möte
from gns.modell.namnd import Nämnd
from gns.modell.reglemente import Reglemente
from gns.sammantrade.lage import Läge
from gns.sammantrade.narvaroprov_jav import jävsfel
from gns.sammantrade.narvaroprov_lag import lagfel
from gns.sammantrade.narvaroprov_platser import inträdesfel
from gns.sammantrade.narvaroprov_rum import rumsfel
from gns.sammantrade.narvaroprov_tider import tidsfel


def närvarofel(nämnd: Nämnd, möte: Möte, lägen: Sequence[Läge]) -> Iterator[Datafel]:
    """Fel och varningar om vilka som var med, med vägar från mötets rot; ``lägen`` är mötets lägen."""
    yield from rumsfel(möte, lägen)
    yield from inträdesfel(nämnd, möte, lägen)
    yield from jävsfel(möte)
    yield from tidsfel(möte)
    yield from lagfel(nämnd, möte, lägen)


def platsfel(nämnd: Nämnd) -> Iterator[Datafel]:
    """Ett fel för varje reglemente som någon dag har färre ledamöter än nämnden har platser för ledamöter."""
    for i, reglemente in enumerate(nämnd.reglementen):
        for dag in _dagar(nämnd, reglemente):
            platser = sum(p.som == "ledamot" and p.gäller(dag) for p in nämnd.platser)
            if reglemente.antal_ledamöter and platser > reglemente.antal_ledamöter:
                när = "" if dag == dt.date.min else f" den {dag}"
                text = f"nämnden har {platser} platser för ledamöter{när}, men antal_ledamöter är så få som"
                råd = "skriv till för den plats som har upphört, eller rätta antalet"
                väg = ("reglementen", i, "antal_ledamöter")
                yield Datafel(väg, f"{text} {reglemente.antal_ledamöter}", råd)
                break


def _dagar(nämnd: Nämnd, reglemente: Reglemente) -> list[dt.date]:
    """Dagarna då antalet platser kan ha blivit fler: reglementets första, och varje plats första medan det gäller."""
    första = [p.från for p in nämnd.platser if p.från and reglemente.gäller(p.från)]
    return sorted({reglemente.från or dt.date.min, *första})
