"""Det som reglerna prövar: boken, dagen, och det som redan har räknats ut ur posterna."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from gns.grund.dnr import Dnr
from gns.kontroller.lasprov import Postfynd, läsprov
from gns.modell.arende import Ärende
from gns.modell.bok import Bok
from gns.modell.budgetar import Budgetår
from gns.modell.mote import Möte
from gns.modell.paragraf import Paragraf
from gns.sammantrade.sammantrade import Sammanträde


@dataclass(frozen=True)
class Underlag:
    """Allt som en regel får veta. ``idag`` är dagen för kontrollen, ``egna`` felen inom posterna, ur läsningen."""

    bok: Bok
    idag: dt.date
    egna: tuple[Postfynd, ...] = ()

    @cached_property
    def sammanträden(self) -> dict[dt.date, Sammanträde]:
        """Varje möte uträknat, i ordning efter dag."""
        return {dag: Sammanträde(self.bok.nämnd, m) for dag, m in sorted(self.bok.möten.items())}

    @cached_property
    def sagt(self) -> dict[str, list[Postfynd]]:
        """Felen inom och mellan posterna, efter regelns id; de som inte hör till någon regel under tomt id."""
        ut: dict[str, list[Postfynd]] = {}
        for slag, id, fel in (*self.egna, *läsprov(self.bok, sammanträden=self.sammanträden)):
            ut.setdefault(fel.regel, []).append((slag, id, fel))
        return ut

    def möten(self) -> Iterator[tuple[str, Möte]]:
        """(id, möte) i ordning efter dag."""
        return ((str(dag), s.möte) for dag, s in self.sammanträden.items())

    def paragrafer(self) -> Iterator[tuple[str, Möte, int, Paragraf]]:
        """(mötets id, mötet, index i mötet, paragrafen) i ordning."""
        return ((id, m, i, p) for id, m in self.möten() for i, p in enumerate(m.paragrafer))

    def budgetår(self) -> Iterator[tuple[str, Budgetår]]:
        """(id, budgetår) i ordning efter år."""
        return ((str(år), b) for år, b in sorted(self.bok.budgetår.items()))

    def ärenden(self) -> Iterator[tuple[str, Dnr, Ärende]]:
        """(id, dnr, ärende) efter diarienummer."""
        return ((dnr.filstam, dnr, ä) for dnr, ä in sorted(self.bok.ärenden.items()))
