"""Boken: de poster ett ärende behöver, lästa och frusna, med uppslag och hänvisningar mellan dem."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from gns.grund.datafel import Datafel, Fältväg
from gns.grund.dnr import Dnr
from gns.modell.anslag import Anslag
from gns.modell.arende import Ärende
from gns.modell.mote import Möte
from gns.modell.namnd import Nämnd, Plats, okänd_part


@dataclass(frozen=True)
class Bok:
    """Nämnden och de möten, ärenden och anslag som lästes."""

    nämnd: Nämnd
    möten: Mapping[dt.date, Möte] = field(default_factory=dict)
    ärenden: Mapping[Dnr, Ärende] = field(default_factory=dict)
    anslag: Mapping[dt.date, Anslag] = field(default_factory=dict)

    def part(self, id: str | None) -> str | None:
        """Partens namn, eller None när id är None."""
        return next((p.namn for p in self.nämnd.parter if p.id == id), None)

    def plats(self, namn: str, dag: dt.date) -> Plats | None:
        """Platsen som en person har den dagen."""
        return next((p for p in self.nämnd.platser if p.person == namn and p.gäller(dag)), None)


Postfel = tuple[str, str, Datafel]


def hänvisningsfel(bok: Bok) -> Iterator[Postfel]:
    """(slag, id, fel) för varje namn, part och dnr som pekar på något som inte finns i boken."""
    for dag, möte in bok.möten.items():
        yield from (("mote", str(dag), fel) for fel in _mötets_fel(bok, möte))
    idn = [p.id for p in bok.nämnd.parter]
    for dnr, ärende in bok.ärenden.items():
        if ärende.remiss:
            delar: list[tuple[Fältväg, str]] = [
                (("remiss", "mottagare", i), p) for i, p in enumerate(ärende.remiss.mottagare)
            ]
            delar += [(("remiss", "svar", i, "part"), s.part) for i, s in enumerate(ärende.remiss.svar)]
            yield from (("arende", dnr.filstam, okänd_part(v, p, idn)) for v, p in delar if p not in idn)
    for dag, post in bok.anslag.items():
        for i, notis in enumerate(post.anslag):
            if notis.part and notis.part not in idn:
                yield "anslag", str(dag), okänd_part(("anslag", i, "part"), notis.part, idn)


def _mötets_fel(bok: Bok, möte: Möte) -> Iterator[Datafel]:
    idn = [p.id for p in bok.nämnd.parter]
    for i, n in enumerate(möte.närvaro):
        if n.part and n.part not in idn:
            yield okänd_part(("närvaro", i, "part"), n.part, idn)
        if n.ersätter:
            yield from _ersätterfel(bok, möte, ("närvaro", i, "ersätter"), n.ersätter)
    for i, h in enumerate(möte.händelser):
        if h.ersätter:
            yield from _ersätterfel(bok, möte, ("händelser", i, "ersätter"), h.ersätter)
    for i, p in enumerate(möte.paragrafer):
        if p.dnr and p.dnr not in bok.ärenden:
            råd = f"lägg upp ärendet i data/arenden/{p.dnr.år}/{p.dnr.filstam}.yaml eller rätta numret"
            yield Datafel(("paragrafer", i, "dnr"), f"ärendet {p.dnr} finns inte", råd)


def _ersätterfel(bok: Bok, möte: Möte, väg: Fältväg, namn: str) -> Iterator[Datafel]:
    plats = bok.plats(namn, möte.datum)
    if plats is not None and plats.som == "ledamot":
        return
    from gns.grund.tecken import menade_du

    ledamöter = [p.person for p in bok.nämnd.platser if p.som == "ledamot" and p.gäller(möte.datum)]
    förslag = menade_du(namn, ledamöter)
    råd = f"menade du ”{förslag}”?" if förslag else "rätta namnet eller lägg till platsen i data/namnd.yaml"
    yield Datafel(väg, f"{namn} är ingen ledamot i nämnden den {möte.datum}", råd)
