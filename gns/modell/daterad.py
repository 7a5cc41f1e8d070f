"""Det som gäller en tid: ett gammalt möte läses efter det som gällde då."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import TypeVar

from pydantic import Field

from gns.grund.datafel import Datafel
from gns.modell.bas import Modell
from gns.modell.skalar import Datum


class Daterad(Modell):
    """Något som gäller från och med en dag till och med en dag; utan datum är gränsen okänd."""

    från: Datum | None = Field(None, description="första dagen, om den är känd")
    till: Datum | None = Field(None, description="sista dagen; saknas så länge det gäller")

    def gäller(self, dag: dt.date) -> bool:
        """Om det gällde den dagen; en okänd gräns räknas som att det gällde."""
        return (self.från is None or self.från <= dag) and (self.till is None or dag <= self.till)

    def möts(self, annan: "Daterad") -> bool:
        """Om de båda gällde någon och samma dag."""
        första = max(d.från or dt.date.min for d in (self, annan))
        sista = min(d.till or dt.date.max for d in (self, annan))
        return första <= sista

    def samband(self) -> Iterable[Datafel]:
        """Tiden börjar innan den slutar."""
        if self.från and self.till and self.till < self.från:
            yield Datafel(("till",), "sista dagen ligger före den första", "rätta från eller till")


D = TypeVar("D", bound=Daterad)


def gällande(daterade: Sequence[D], dag: dt.date) -> D | None:
    """Den som gällde den dagen, eller None."""
    return next((d for d in daterade if d.gäller(dag)), None)


def överlappande(daterade: Sequence[D]) -> Iterator[tuple[int, D, D]]:
    """(index, den, en tidigare) för varje par som gällde någon och samma dag."""
    for (_, tidigare), (i, den) in combinations(enumerate(daterade), 2):
        if den.möts(tidigare):
            yield i, den, tidigare
