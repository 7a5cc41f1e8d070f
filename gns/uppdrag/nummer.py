"""Paragrafernas nummer löper genom året."""

from collections.abc import Iterator

from gns.grund.datafel import Datafel
from gns.modell.bok import Bok
from gns.uppdrag.beslut import Fynd, möten


def nästa_nummer(bok: Bok, år: int) -> int:
    """Det första § som är ledigt efter årets sista."""
    return max((p.nr for m in bok.möten.values() if m.datum.year == år for p in m.paragrafer), default=0) + 1


def paragrafnummerfel(bok: Bok) -> Iterator[Fynd]:
    """Ett fel för varje tidigare möte samma år som mötet delar nummer med; bara när hela arkivet är läst."""
    alla = möten(bok) if bok.hel else []
    for k, möte in enumerate(alla):
        upptagna: set[int] = set()
        for tidigare in (m for m in alla[:k] if m.datum.year == möte.datum.year):
            nummer = {p.nr for p in tidigare.paragrafer} - upptagna
            upptagna |= nummer
            if lika := [(p.nr, i) for i, p in enumerate(möte.paragrafer) if p.nr in nummer]:
                nr, i = lika[0]
                fler = f" och {len(lika) - 1} till" if len(lika) > 1 else ""
                text = f"§ {nr}{fler} finns redan i mötet {tidigare.datum}"
                råd = f"numren löper genom året: nästa lediga är § {nästa_nummer(bok, möte.datum.year)}"
                fel = Datafel(("paragrafer", i, "nr"), text, råd, regel="PRAXIS-paragrafnummer")
                yield "mote", str(möte.datum), fel
