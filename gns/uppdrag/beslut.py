"""Besluten i arkivet, i den ordning de fattades, och hur ett beslut pekar på ett annat."""

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from gns.grund.datafel import Datafel, Fältväg, Nivå
from gns.modell.bok import Bok
from gns.modell.innebar import Innebär
from gns.modell.mote import Möte
from gns.modell.paragraf import Paragraf

Fynd = tuple[str, str, Datafel]  # postens slag, dess id och felet


class Ref(NamedTuple):
    """Ett utpekat beslut; utan nr hela mötet, utan id hela paragrafen."""

    datum: dt.date
    nr: int | None
    id: str | None


class Beslut(NamedTuple):
    """En verkan av ett beslut, med sin plats i arkivet; ``turen`` räknar alla beslut från 0."""

    turen: int
    datum: dt.date
    väg: Fältväg
    paragraf: Paragraf
    verkan: Innebär

    @property
    def ref(self) -> str:
        """``2020-12-18 § 24 a``."""
        return f"{self.datum} § {self.paragraf.nr} {self.verkan.id}"

    @property
    def text(self) -> str:
        """Delbeslutets ord, eller hela beslutets när verkan inte säger vilket delbeslut den följer av."""
        nr = self.verkan.delbeslut
        valda = self.paragraf.beslut if nr is None else self.paragraf.beslut[nr - 1 : nr]
        return " ".join(b.ord for b in valda)

    def fel(self, fält: str, text: str, råd: str, nivå: Nivå = "fel") -> Fynd:
        """Ett fel i ett av verkans fält."""
        return "mote", str(self.datum), Datafel((*self.väg, fält), text, råd, nivå)


def läs_ref(text: str) -> Ref:
    """Delarna i en Beslutsref, som modellen redan har prövat."""
    datum, *resten = text.split(" ")
    return Ref(dt.date.fromisoformat(datum), int(resten[1]) if resten else None, resten[2] if len(resten) > 2 else None)


def möten(bok: Bok) -> list[Möte]:
    """Mötena i dagordning."""
    return [bok.möten[dag] for dag in sorted(bok.möten)]


def paragrafer(bok: Bok) -> Iterator[tuple[dt.date, int, Paragraf]]:
    """(dag, plats i posten, §) för varje § i arkivet, i dagarnas ordning och som de står i posten: så hände de."""
    for möte in möten(bok):
        for i, p in enumerate(möte.paragrafer):
            yield möte.datum, i, p


def beslutsföljd(bok: Bok) -> Iterator[Beslut]:
    """Varje verkan av varje beslut, i den ordning besluten fattades."""
    turen = 0
    for dag, i, p in paragrafer(bok):
        for j, verkan in enumerate(p.innebär):
            yield Beslut(turen, dag, ("paragrafer", i, "innebär", j), p, verkan)
            turen += 1
