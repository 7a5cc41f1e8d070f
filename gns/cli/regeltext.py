"""En regel som text, och tabellen över alla."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from gns.cli.kolumner import Kolumn, tabell
from gns.cli.stycken import indraget

if TYPE_CHECKING:
    from gns.flows.forklara import Förklaring, Regelrad


def regeltabell(rader: "Sequence[Regelrad]") -> str:
    """Alla regler, en per rad."""
    kolumner = (
        Kolumn("Regel", lambda r: r.id),
        Kolumn("Nivå", lambda r: f"{r.nivå}, valfri" if r.valfri else r.nivå, bryts=True),
        Kolumn("Lagrum", lambda r: r.lagrum, bryts=True),
        Kolumn("Fråga", lambda r: r.fråga, bryts=True),
    )
    return tabell(kolumner, rader)


def regeltext(regel: "Förklaring") -> str:
    """Regeln i stycken med en tom rad emellan; exemplen står som de skrevs."""
    return "\n".join(_delar(regel))


def _delar(regel: "Förklaring") -> Iterator[str]:
    yield indraget(f"{regel.id}: {regel.nivå}{', valfri' if regel.valfri else ''}") + indraget(regel.fråga)
    if regel.lagrum:
        yield "Lagrum:\n" + "".join(indraget(f"{lydelse}", "  ", "    ") for lydelse in regel.lagrum)
    if regel.praxis:
        yield indraget(regel.praxis, "Praxis: ")
    yield from map(_stycke, regel.förklaring.split("\n\n"))
    yield "Gör så här:\n" + "".join(indraget(mening, "  - ", "    ") for mening in regel.gör.split("\n"))


def _stycke(text: str) -> str:
    """Ett stycke bryts till skärmen; ett exempel, som har indragna rader, återges rad för rad."""
    exempel = text.startswith(" ") or "\n " in text
    return f"{text.rstrip()}\n" if exempel else indraget(" ".join(text.split()))
