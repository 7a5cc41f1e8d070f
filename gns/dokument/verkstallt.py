"""Vad som hände med ett beslut: om det är verkställt, återstår, eller inte går att se i posterna."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from gns.dokument.register import ref
from gns.fordelning.betalkedja import Kedja, återbetalningar
from gns.fordelning.bokfort import Bär, bokfört, rör
from gns.fordelning.rorelser import Rörelse
from gns.grund.belopp import skriv_belopp
from gns.grund.dnr import Dnr
from gns.modell.bok import Bok
from gns.modell.innebar import (
    AvslutarÄrende,
    Bordlägger,
    FastställerSammanträden,
    GerUppdrag,
    Innebär,
    Reserverar,
    Återbetalar,
    Återremitterar,
)
from gns.modell.paragraf import Paragraf
from gns.uppdrag.arendelage import Steg, läge_efter, steg_per_ärende
from gns.uppdrag.beslut import Beslut
from gns.uppdrag.liv import Uppdrag, uppdrag
from gns.uppdrag.sammantraden import Hållet, hållna, planens_utfall

Läge = Literal["verkställt", "påbörjat", "återstår", "försenat", "återtaget", "ersatt", "går inte att se"]


class Gjort(NamedTuple):
    """Läget och vad det sägs av."""

    läge: Läge
    genom: str


_GENOM_BESLUTET = Gjort("verkställt", "beslutet")


@dataclass(frozen=True)
class Uppföljare:
    """Boken, och det som hade hänt när dagen ``per`` var slut; det som flera beslut frågar efter räknas ut en gång."""

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
        return self.med_verkställighet(b.paragraf, self._gjort(b))

    def med_verkställighet(self, p: Paragraf, gjort: Gjort) -> Gjort:
        """Läget, med dagen då § började verkställas när den är antecknad och läget inte säger mer."""
        if gjort.läge not in ("återstår", "går inte att se") or not (p.verkställt and p.verkställt <= self.per):
            return gjort
        return Gjort("påbörjat", f"började verkställas {p.verkställt}; {gjort.genom}")

    def _gjort(self, b: Beslut) -> Gjort:
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
        sent = u.försenat(self.per)
        senast = f", {'skulle' if sent else 'ska'} vara klart {u.senast}" if u.senast else ", utan sista dag"
        return Gjort("försenat" if sent else "återstår", f"{redovisat}{senast}")

    def _bokfört(self, b: Beslut, v: Bär) -> Gjort:
        """Om beloppet står i ett budgetår; ett senare beslut om samma sak gäller i stället, men reserveringar är var sin sak."""
        paragraf = ref(b.datum, b.paragraf.nr)
        senare: list[int] = []
        for år, budgetår in sorted(self.bok.budgetår.items()):
            for x in bokfört(self.bok, budgetår):
                if x.beslut in (paragraf, b.ref) and rör(v, x, år):
                    return Gjort("verkställt", f"inskrivet i budgetåret {år}")
                efter = x.beslut is not None and str(b.datum) < x.beslut[:10] <= str(self.per)
                if efter and rör(v, x, år) and not isinstance(v, Reserverar):
                    senare.append(år)
        if senare:
            return Gjort("ersatt", f"ett senare beslut gäller i budgetåret {senare[0]}")
        return Gjort("återstår", "inget budgetår pekar på beslutet")

    @cached_property
    def återbetalningar(self) -> Mapping[str, tuple[Rörelse, Kedja]]:
        """Återbetalningarna efter sitt besluts hänvisning, med betalningarna till och med dagen."""
        return {r.beslut or "": (r, kedja) for r, kedja in återbetalningar(self.bok, self.per)}

    def _återbetalt(self, b: Beslut) -> Gjort:
        kedja = self.återbetalningar[b.ref][1] if b.ref in self.återbetalningar else None
        if kedja is None or kedja.summa.betalt is None:
            return Gjort("går inte att se", "ingen utbetalning är antecknad")
        if not (kvar := kedja.obetalda):
            return Gjort("verkställt", f"{skriv_belopp(kedja.summa.betalt)} är utbetalda")
        parter = "en part" if len(kvar) == 1 else f"{len(kvar)} parter"
        return Gjort("återstår", f"{skriv_belopp(sum(kvar.values()))} till {parter} är inte utbetalda")

    def _sammanträdena(self, v: FastställerSammanträden) -> Gjort:
        dagar = {d.datum for d in v.dagar}
        alla = [p for p in planens_utfall(self.bok, v.år, self._hölls, self.per) if p.planerat.datum in dagar]
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
        if dnr is None:
            return Gjort("går inte att se", "ärendet har inget diarienummer")
        var = (b.datum, b.väg[1])
        senare = [s for s in self._steg.get(dnr, []) if (s.datum, s.plats) > var]
        if igen := next((s for s in senare if s.nr), None):
            return Gjort("verkställt", f"ärendet togs upp igen {ref(igen.datum, igen.nr or 0)}")
        if senare:
            return Gjort("ersatt", "ärendet avslutades utan att tas upp igen")
        return Gjort("återstår", "ärendet har inte tagits upp igen")
