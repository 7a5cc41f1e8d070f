"""Vad som hände med ett beslut: om det är verkställt, återstår, eller inte går att se i posterna."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from gns.dokument.register import ref
from gns.fordelning.betalkedja import återbetalningarna
from gns.fordelning.bokfort import Bär, bokfört, rör
from gns.grund.belopp import skriv_belopp
from gns.grund.dnr import Dnr
from gns.modell.bok import Bok
from gns.modell.innebar import (
    AvslutarÄrende,
    Bordlägger,
    FastställerSammanträden,
    GerUppdrag,
    Innebär,
    Återbetalar,
    Återremitterar,
)
from gns.uppdrag.arendelage import Steg, läge_efter, steg_per_ärende
from gns.uppdrag.beslut import Beslut
from gns.uppdrag.liv import Uppdrag, uppdrag
from gns.uppdrag.sammantraden import Hållet, hållna, planens_utfall

Läge = Literal["verkställt", "återstår", "försenat", "återtaget", "ersatt", "går inte att se"]


class Gjort(NamedTuple):
    """Läget och vad det sägs av."""

    läge: Läge
    genom: str


_GENOM_BESLUTET = Gjort("verkställt", "beslutet")


@dataclass(frozen=True)
class Uppföljare:
    """Boken som den stod när dagen ``per`` var slut, med det som flera beslut frågar efter uträknat en gång."""

    bok: Bok
    per: dt.date

    @cached_property
    def uppdragen(self) -> Mapping[str, Uppdrag]:
        """Uppdragen efter sin hänvisning."""
        return {u.ref: u for u in uppdrag(self.bok, self.per)}

    @cached_property
    def _steg(self) -> Mapping[Dnr, list[Steg]]:
        return {dnr: [s for s in alla if s.datum <= self.per] for dnr, alla in steg_per_ärende(self.bok).items()}

    @cached_property
    def _hölls(self) -> dict[dt.date, Hållet]:
        return {dag: h for dag, h in hållna(self.bok).items() if dag <= self.per}

    def gjort(self, b: Beslut) -> Gjort:
        """Hur det har gått med en verkan av ett beslut."""
        v: Innebär = b.verkan
        if isinstance(v, GerUppdrag):
            return self._uppdraget(self.uppdragen.get(b.ref))
        if isinstance(v, Bär):
            return self._bokfört(b, v)
        if isinstance(v, Återbetalar):
            return self._återbetalt(b)
        if isinstance(v, FastställerSammanträden):
            return self._sammanträdena(v)
        if isinstance(v, AvslutarÄrende):
            return self._avslutat(v.dnr)
        if isinstance(v, Bordlägger | Återremitterar):
            return self._vilande(b)
        return _GENOM_BESLUTET

    def _uppdraget(self, u: Uppdrag | None) -> Gjort:
        if u is None:
            return Gjort("går inte att se", "uppdraget finns inte i registret")
        sist = u.händelser[-1]
        if u.tillstånd == "avslutat":
            return Gjort("verkställt", ref(sist.datum, sist.nr))
        if u.tillstånd == "återtaget":
            return Gjort("återtaget", ref(sist.datum, sist.nr))
        redovisat = f"redovisat {u.redovisat}" if u.redovisat else "inte redovisat"
        senast = f", skulle vara klart {u.senast}" if u.senast else ", utan sista dag"
        return Gjort("försenat" if u.försenat(self.per) else "återstår", f"{redovisat}{senast}")

    def _bokfört(self, b: Beslut, v: Bär) -> Gjort:
        paragraf = ref(b.datum, b.paragraf.nr)
        senare: list[int] = []
        for år, budgetår in sorted(self.bok.budgetår.items()):
            for x in bokfört(self.bok, budgetår):
                if x.beslut in (paragraf, b.ref) and rör(v, x, år):
                    return Gjort("verkställt", f"bokfört i budgetåret {år}")
                if x.beslut and x.beslut[:10] > str(b.datum) and rör(v, x, år):
                    senare.append(år)
        if senare:
            return Gjort("ersatt", f"ett senare beslut gäller i budgetåret {senare[0]}")
        return Gjort("återstår", "inget budgetår pekar på beslutet")

    def _återbetalt(self, b: Beslut) -> Gjort:
        budgetår = self.bok.budgetår.get(b.datum.year)
        summa = återbetalningarna(self.bok, budgetår).summa if budgetår else None
        if summa is None or summa.betalt is None:
            return Gjort("går inte att se", "ingen utbetalning är antecknad")
        if summa.beslutat is None or summa.betalt >= summa.beslutat:
            return Gjort("verkställt", f"{skriv_belopp(summa.betalt)} är utbetalda")
        return Gjort("återstår", f"{skriv_belopp(summa.beslutat - summa.betalt)} är inte utbetalda")

    def _sammanträdena(self, v: FastställerSammanträden) -> Gjort:
        dagar = {d.datum for d in v.dagar}
        alla = [p for p in planens_utfall(self.bok, v.år, self._hölls) if p.planerat.datum in dagar]
        if not alla:
            return Gjort("ersatt", f"ett senare beslut gäller för {v.år}")
        hölls = sum(p.hållet is not None for p in alla)
        kommande = sum(p.hållet is None and p.planerat.datum > self.per for p in alla)
        okända = len(alla) - hölls - kommande
        delar = [f"{hölls} av {len(alla)} hållna"]
        delar += [f"{antal} {ord_}" for antal, ord_ in ((kommande, "kommande"), (okända, "utan uppgift")) if antal]
        läge: Läge = "går inte att se" if okända else "återstår" if kommande else "verkställt"
        return Gjort(läge, ", ".join(delar))

    def _avslutat(self, dnr: Dnr) -> Gjort:
        läge = läge_efter(self._steg.get(dnr, []), dnr)
        if läge.tillstånd == "avslutat":
            return Gjort("verkställt", "ärendet är avslutat")
        genom = ref(läge.sedan, läge.nr) if läge.sedan and läge.nr else "ett senare beslut"
        return Gjort("ersatt", f"ärendet återupptogs {genom}")

    def _vilande(self, b: Beslut) -> Gjort:
        dnr = b.paragraf.dnr
        läge = läge_efter(self._steg.get(dnr, []), dnr) if dnr else None
        if läge and (läge.sedan, läge.nr) == (b.datum, b.paragraf.nr):
            return Gjort("återstår", f"ärendet är {läge.tillstånd}")
        return Gjort("verkställt", "ärendet togs upp igen") if läge else _GENOM_BESLUTET
