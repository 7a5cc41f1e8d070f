"""Uppdragen som en ändring ger, ändrar eller avslutar."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from gns.dokument.granskning_poster import omnumrerade
from gns.dokument.ordskillnad import OrdVy, ordskillnad
from gns.modell.bok import Bok
from gns.uppdrag.liv import Uppdrag, uppdrag

Händer = Literal["ges", "avslutas", "återtas", "öppnas igen", "finns inte längre", "ändras"]


class UppdragVy(NamedTuple):
    """Ett uppdrag och vad som händer med det; ``ord`` är lydelsen, med det som ändras i den."""

    ref: str
    händer: Händer
    till: tuple[str, ...]
    till_förr: tuple[str, ...]
    ord: tuple[OrdVy, ...]
    senast: str | None
    senast_förr: str | None


def bygg_uppdrag(förr: Bok, nu: Bok) -> tuple[UppdragVy, ...]:
    """Uppdragen som skiljer, i den ordning de gavs; ett i en § som har fått ett annat nummer är detsamma."""
    nummer = omnumrerade(förr.poster, nu.poster)
    gamla, nya = ({u.ref: u for u in uppdrag(bok, None)} for bok in (förr, nu))
    gamla = {_ref_nu(ref, nummer): u for ref, u in gamla.items()}
    alla = ((ref, gamla.get(ref), nya.get(ref)) for ref in dict.fromkeys((*nya, *gamla)))
    return tuple(_vy(ref, a, b, händer) for ref, a, b in alla if (händer := _händer(a, b)))


def _ref_nu(ref: str, nummer: Mapping[tuple[str, int], int]) -> str:
    dag, _, resten = ref.partition(" § ")
    nr, mellan, id = resten.partition(" ")
    return f"{dag} § {nummer.get((dag, int(nr)), nr)}{mellan}{id}" if nr.isdigit() else ref


def _händer(förr: Uppdrag | None, nu: Uppdrag | None) -> Händer | None:
    if nu is None:
        return "finns inte längre"
    if förr is None:
        return "ges" if nu.tillstånd == "öppet" else None
    if förr.tillstånd != nu.tillstånd:
        hur: dict[str, Händer] = {"öppet": "öppnas igen", "återtaget": "återtas", "avslutat": "avslutas"}
        return hur[nu.tillstånd]
    lika = (förr.till, förr.lydelse, förr.senast) == (nu.till, nu.lydelse, nu.senast)
    return None if lika else "ändras"


def _vy(ref: str, förr: Uppdrag | None, nu: Uppdrag | None, händer: Händer) -> UppdragVy:
    gammalt, nytt = förr or nu, nu or förr
    lydelser = [(u.lydelse if u else None) or "" for u in (gammalt, nytt)]
    return UppdragVy(
        ref=ref,
        händer=händer,
        till=nytt.till if nytt else (),
        till_förr=gammalt.till if gammalt else (),
        ord=ordskillnad(*lydelser) if lydelser[0] != lydelser[1] else (OrdVy("lika", lydelser[0]),) * bool(lydelser[0]),
        senast=str(nytt.senast) if nytt and nytt.senast else None,
        senast_förr=str(gammalt.senast) if gammalt and gammalt.senast else None,
    )
