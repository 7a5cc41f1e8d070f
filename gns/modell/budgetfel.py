"""Fel mellan budgetår och resten av boken: parter, ärenden, beslut och nycklar som inte finns."""

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from gns.grund.datafel import Datafel, Fältväg
from gns.grund.dnr import Dnr
from gns.grund.tecken import råd_för
from gns.modell.budgetar import Budgetår
from gns.modell.former import INBETALT, STANDARDNYCKLAR
from gns.modell.innebar import Fastställer, FastställerSammanträden, Återbetalar
from gns.modell.manader import månader
from gns.modell.medel import mellan_åren
from gns.modell.namnd import okänd_part
from gns.modell.nyckel import Elevantal, Nytta

if TYPE_CHECKING:
    from gns.modell.bok import Bok


def budgetfel(bok: "Bok") -> Iterator[tuple[str, str, Datafel]]:
    """(slag, id, fel) för det som budgetåren och besluten om dem pekar på och som inte finns."""
    for år, b in bok.budgetår.items():
        yield from (("budget", str(år), fel) for fel in _årets_fel(bok, b))
    yield from mellan_åren(bok)
    for dag, möte in bok.möten.items():
        for i, p in enumerate(möte.paragrafer):
            for j, v in enumerate(p.innebär):
                if isinstance(v, Fastställer | Återbetalar) and v.fördelningsnyckel:
                    väg = ("paragrafer", i, "innebär", j, "fördelningsnyckel")
                    yield from (("mote", str(dag), fel) for fel in _nyckelfel(bok, v, väg))


def _årets_fel(bok: "Bok", b: Budgetår) -> Iterator[Datafel]:
    parter = {p.id: p for p in bok.nämnd.parter}
    for väg, id in _parter(b):
        if id not in parter:
            yield okänd_part(väg, id, list(parter))
        elif väg[0] == "initiativ" and not månader(b.år, parter[id]):
            text = f"{parter[id].namn} är inte part i nämnden någon hel månad {b.år}"
            yield Datafel(väg, text, "ta bort parten, eller rätta dess tid i data/namnd.yaml")
    for väg, dnr in _ärenden(b):
        if dnr not in bok.ärenden:
            yield Datafel(väg, f"ärendet {dnr} finns inte", f"lägg upp ärendet i {dnr.filstam}.yaml eller rätta numret")
    yield from _beslutsfel(bok, b)


def _parter(b: Budgetår) -> Iterator[tuple[Fältväg, str]]:
    for i, n in enumerate(b.nycklar):
        väg: Fältväg = ("nycklar", i)
        if isinstance(n, Nytta):
            yield from (((*väg, "andelar", j, "part"), v.part) for j, v in enumerate(n.andelar))
            continue
        yield from (((*väg, "värden", j, "part"), v.part) for j, v in enumerate(n.värden))
        if isinstance(n, Elevantal) and n.uppdatering:
            ny: Fältväg = (*väg, "uppdatering", "värden")
            yield from (((*ny, j, "part"), v.part) for j, v in enumerate(n.uppdatering.värden))
    for i, ett in enumerate(b.initiativ):
        väg = ("initiativ", i)
        if ett.typ == "köp-sälj":
            yield (*väg, "säljare"), ett.säljare
            yield from (((*väg, "köpare", j, "part"), k.part) for j, k in enumerate(ett.köpare))
        else:
            yield from (((*väg, "parter", j, "part"), p.part) for j, p in enumerate(ett.parter))
    for j, d in enumerate(b.basfinansiering.angivna_delar if b.basfinansiering else ()):
        yield ("basfinansiering", "angivna_delar", j, "part"), d.part
    yield from ((("inbetalningar", j, "part"), i.part) for j, i in enumerate(b.inbetalningar))
    yield from ((("fakturor", j, "part"), f.part) for j, f in enumerate(b.fakturor))


def _ärenden(b: Budgetår) -> Iterator[tuple[Fältväg, Dnr]]:
    for i, a in enumerate(b.aktiviteter):
        yield from ((("aktiviteter", i, "ärenden", j), dnr) for j, dnr in enumerate(a.ärenden))
    for i, ett in enumerate(b.initiativ):
        if ett.dnr:
            yield ("initiativ", i, "dnr"), ett.dnr
    yield from ((("användningar", i, "dnr"), a.dnr) for i, a in enumerate(b.användningar) if a.dnr)
    for i, r in enumerate(b.reserveringar):
        yield from ((("reserveringar", i, "ärenden", j), dnr) for j, dnr in enumerate(r.ärenden))


def _beslutsfel(bok: "Bok", b: Budgetår) -> Iterator[Datafel]:
    """Besluten finns när deras möte gör det, och det som ett belopp eller en plan hämtas ur är om just det."""
    for väg, ref in _beslut(b):
        dag, _, resten = ref.partition(" § ")
        möte = bok.möten.get(dt.date.fromisoformat(dag))
        if möte and resten and not any(str(p.nr) == resten.split()[0] for p in möte.paragrafer):
            yield Datafel(väg, f"mötet {dag} har ingen § {resten.split()[0]}", "rätta beslutet")
        elif möte and " " in resten and not bok.verkningar(ref):
            nr, id = resten.split()
            finns = ", ".join(v.id for v in bok.verkningar(f"{dag} § {nr}"))
            råd = f"innebär i § {nr} har {finns}" if finns else f"skriv innebär i § {nr}, eller ta bort {id}"
            yield Datafel(väg, f"§ {nr} {dag} har inget {id} i innebär", råd)
    bas = b.basfinansiering
    if bas and bas.beslut and bas.belopp is None and bas.per_part is None:
        v = bok.fastställt(bas.beslut, b.år)
        if v is None:
            text = f"{bas.beslut} fastställer ingen basfinansiering för {b.år}"
            yield Datafel(("basfinansiering", "beslut"), text, "rätta beslutet, eller skriv belopp här")
    if b.sammanträdesbeslut and not any(
        isinstance(v, FastställerSammanträden) and v.år == b.år for v in bok.verkningar(b.sammanträdesbeslut)
    ):
        text = f"{b.sammanträdesbeslut} fastställer inga sammanträden för {b.år}"
        yield Datafel(("sammanträdesbeslut",), text, "rätta beslutet, eller skriv sammanträdena här")


def _beslut(b: Budgetår) -> Iterator[tuple[Fältväg, str]]:
    """Varje beslut som budgetåret pekar på, med sin plats."""
    alla: list[tuple[Fältväg, str | None]] = [(("beslut",), b.beslut), (("sammanträdesbeslut",), b.sammanträdesbeslut)]
    if b.basfinansiering:
        alla += [(("basfinansiering", n), getattr(b.basfinansiering, n)) for n in ("beslut", "betalningsbeslut")]
    alla += [(("ingående_balans", "beslut"), b.ingående_balans.beslut)] if b.ingående_balans else []
    alla += [
        (("reserveringar", i, f), getattr(r, f)) for i, r in enumerate(b.reserveringar) for f in ("beslut", "upphör")
    ]
    alla += [(("mål", i, "beslut"), m.beslut) for i, m in enumerate(b.mål)]
    alla += [(("internkontroll", "beslut"), b.internkontroll.beslut)] if b.internkontroll else []
    alla += [(("redovisat", i, "behandlad"), r.behandlad) for i, r in enumerate(b.redovisat)]
    alla += [(("nycklar", i, "beslut"), n.beslut) for i, n in enumerate(b.nycklar)]
    for i, ett in enumerate(b.initiativ):
        alla.append((("initiativ", i, "beslut"), ett.beslut))
        alla += [(("initiativ", i, "tak", j, "beslut"), t.beslut) for j, t in enumerate(getattr(ett, "tak", ()))]
    return ((väg, ref) for väg, ref in alla if ref)


def _nyckelfel(bok: "Bok", v: Fastställer | Återbetalar, väg: Fältväg) -> Iterator[Datafel]:
    """Nyckeln är en av dem som alltid finns, eller en som något budgetår har."""
    egna = {n.namn for b in bok.budgetår.values() for n in b.nycklar}
    alltid = (*STANDARDNYCKLAR, INBETALT) if isinstance(v, Återbetalar) else STANDARDNYCKLAR
    if v.fördelningsnyckel not in (*alltid, *egna) and bok.hel:
        finns = (*alltid, *sorted(egna - set(STANDARDNYCKLAR)))
        råd = råd_för(v.fördelningsnyckel or "", finns, f"nycklarna är {', '.join(finns)}")
        yield Datafel(väg, f"nyckeln ”{v.fördelningsnyckel}” finns inte", råd)
