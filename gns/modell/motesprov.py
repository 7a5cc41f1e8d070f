"""Det som måste gå ihop mellan fälten i ett möte: nummer, namn, tider och dagar."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from gns.grund.datafel import Datafel, Fältväg
from gns.grund.tecken import menade_du, råd_för
from gns.modell.bas import dubbletter
from gns.modell.innebar import GerUppdrag, OmUppdrag, ÄndrarUppdrag
from gns.modell.narvaro import LEDER, PRESIDIET
from gns.modell.omrostning import Anteckning, Reservation, Yrkande

_ROLLER = (LEDER, *PRESIDIET)
_TIDER = "PRAXIS-tider"

if TYPE_CHECKING:
    from gns.modell.mote import Möte


def mötesfel(möte: "Möte") -> Iterator[Datafel]:
    """Alla fel mellan mötets fält."""
    råd = "varje § har sitt eget nummer: rätta det ena, eller sätt dem med gns möte numrera"
    nummer = [p.nr for p in möte.paragrafer]
    yield from dubbletter(nummer, ("paragrafer",), "nr", "§", råd, "PRAXIS-paragrafnummer")
    yield from dubbletter([n.namn for n in möte.närvaro], ("närvaro",), "namn", "namnet")
    justerare = möte.justering.justerare if möte.justering else ()
    for i, namn in enumerate(justerare):
        if namn in justerare[:i]:
            yield Datafel(("justering", "justerare", i), f"{namn} står två gånger", "ta bort den ena")
    yield from _okända_namn(möte)
    yield from _roller(möte)
    yield from _händelser(möte)
    yield from _tider(möte)
    yield from _dagar(möte)
    yield from _anmälningar(möte)
    yield from _uppdrag(möte)
    yield from _senast(möte)


def _okända_namn(möte: "Möte") -> Iterator[Datafel]:
    """Bara den som var med kan justera, yrka, rösta, reservera sig eller lämna (KL 4:22, 5:67)."""
    namn = [n.namn for n in möte.närvaro]
    if not namn:
        if möte.är_justerat or any(True for _ in _nämnda(möte)):
            text = "närvaron saknas, så det går inte att säga vilka som tjänstgjorde (KL 5:66)"
            yield Datafel(("närvaro",), text, "skriv uppropet under närvaro", "varning", regel="KL-5-66-tjanstgoring")
        return
    sedda: set[tuple[Fältväg, str]] = set()
    for väg, ett in _nämnda(möte):
        if (väg, ett) in sedda and "röster" not in väg:  # rösterna räknas för sig
            yield Datafel(väg, f"{ett} står två gånger", "ta bort den ena")
        sedda.add((väg, ett))
        if ett not in namn:
            yield Datafel(väg, f"{ett} finns inte i närvaron", råd_för(ett, namn, "rätta namnet eller närvaron"))
    for i, förfall in enumerate(möte.förfall):
        if förfall.namn in namn:
            yield Datafel(("förfall", i, "namn"), f"{förfall.namn} står också i närvaron", "ta bort det ena")


def _roller(möte: "Möte") -> Iterator[Datafel]:
    """Bara en är ordförande. En roll är fri text, men den som nästan är en känd roll leder inget och skriver inte under."""
    ordförande: list[str] = []
    for i, n in enumerate(möte.närvaro):
        roll = (n.roll or "").casefold()
        if roll == PRESIDIET[0]:
            ordförande.append(n.namn)
            if len(ordförande) > 1:
                text = f"både {ordförande[0]} och {n.namn} är ordförande"
                yield Datafel(
                    ("närvaro", i, "roll"), text, "rätta rollen; leder någon annan en del, skriv händelsen leder"
                )
        presidium = "ordf" in roll and roll not in _ROLLER
        if presidium and (menad := menade_du(roll, _ROLLER)):
            text = f"rollen ”{n.roll}” är ingen som gns känner"
            yield Datafel(("närvaro", i, "roll"), text, f"menade du ”{menad}”?", "varning")


def _nämnda(möte: "Möte") -> Iterator[tuple[Fältväg, str]]:
    if möte.justering:
        yield from ((("justering", "justerare", i), n) for i, n in enumerate(möte.justering.justerare))
    yield from ((("händelser", i, "namn"), h.namn) for i, h in enumerate(möte.händelser))
    for i, p in enumerate(möte.paragrafer):
        yield from ((("paragrafer", i, "justerare"), n) for n in p.justerare)
        yield from (
            (("paragrafer", i, "utgår", "på_förslag_av"), n) for n in (p.utgår.på_förslag_av if p.utgår else ())
        )
        för_fält: dict[str, tuple[Yrkande | Reservation | Anteckning, ...]] = {
            "yrkanden": p.yrkanden,
            "reservationer": p.reservationer,
            "anteckningar": p.anteckningar,
        }
        for fält, poster in för_fält.items():
            for j, post in enumerate(poster):
                yield from ((("paragrafer", i, fält, j, "av"), n) for n in post.av)
        for j, proposition in enumerate(p.propositionsordning):
            if o := proposition.omröstning:
                väg = ("paragrafer", i, "propositionsordning", j, "omröstning")
                yield from (((*väg, "begärd_av"), n) for n in o.begärd_av)
                yield from (((*väg, "röster", röst), n) for röst, namn in o.röster or () for n in namn)


def _händelser(möte: "Möte") -> Iterator[Datafel]:
    beslut = {p.nr: len(p.beslut) for p in möte.paragrafer}
    for i, h in enumerate(möte.händelser):
        if h.paragraf not in beslut:
            yield Datafel(("händelser", i, "paragraf"), f"§ {h.paragraf} finns inte i mötet", "rätta numret")
        elif h.delbeslut and h.delbeslut > beslut[h.paragraf]:
            text = f"§ {h.paragraf} har inget delbeslut {h.delbeslut}"
            yield Datafel(("händelser", i, "delbeslut"), text, "räkna delbesluten från 1")


def _tider(möte: "Möte") -> Iterator[Datafel]:
    if möte.start and möte.slut and möte.slut <= möte.start:
        yield Datafel(("slut",), "mötet slutar innan det börjar", "rätta start eller slut", regel=_TIDER)
    beslut = {p.nr: len(p.beslut) for p in möte.paragrafer}
    for i, a in enumerate(möte.ajourneringar):
        if a.paragraf and a.paragraf not in beslut:
            yield Datafel(("ajourneringar", i, "paragraf"), f"§ {a.paragraf} finns inte i mötet", "rätta numret")
        elif a.paragraf and a.delbeslut and a.delbeslut > beslut[a.paragraf]:
            text = f"§ {a.paragraf} har inget delbeslut {a.delbeslut}"
            yield Datafel(("ajourneringar", i, "delbeslut"), text, "räkna delbesluten från 1")
        if any(b.från < a.till and a.från < b.till for b in möte.ajourneringar[:i]):
            text = "ajourneringen börjar innan en annan är slut"
            yield Datafel(("ajourneringar", i, "från"), text, "rätta tiderna", regel=_TIDER)
        if (möte.start and a.från < möte.start) or (möte.slut and a.till > möte.slut):
            text = "ajourneringen ligger utanför mötet"
            yield Datafel(("ajourneringar", i, "från"), text, "rätta tiderna", regel=_TIDER)


def _dagar(möte: "Möte") -> Iterator[Datafel]:
    """Inget justeras före mötet, och ingen § för sig när hela protokollet redan är justerat."""
    just = möte.justering
    dagar: list[tuple[Fältväg, object]] = []
    if just:
        dagar.append((("justering", "justerat"), just.justerat))
        dagar.append((("justering", "planerad", "datum"), just.planerad and just.planerad.datum))
    for i, p in enumerate(möte.paragrafer):
        dagar.append((("paragrafer", i, "omedelbart_justerad"), p.omedelbart_justerad))
    for väg, dag in dagar:
        if isinstance(dag, type(möte.datum)) and dag < möte.datum:
            regel = "KL-5-69-justering" if väg[0] == "justering" else "PRAXIS-omedelbar"
            yield Datafel(väg, f"{dag} är före mötet den {möte.datum}", "rätta dagen", regel=regel)
    for i, p in enumerate(möte.paragrafer):
        sist = just.justerat if just else None
        if p.omedelbart_justerad and isinstance(sist, type(möte.datum)) and p.omedelbart_justerad > sist:
            text = f"§ {p.nr} justerades {p.omedelbart_justerad}, efter att hela protokollet justerades {sist}"
            råd = "rätta dagen, eller ta bort raden"
            yield Datafel(("paragrafer", i, "omedelbart_justerad"), text, råd, regel="PRAXIS-omedelbar")


def _anmälningar(möte: "Möte") -> Iterator[Datafel]:
    """Anmälningarna redovisas i högst en §, och bara när det finns några."""
    här = [i for i, p in enumerate(möte.paragrafer) if p.anmälningar]
    for i in här[1:]:
        text = "anmälningsärendena redovisas redan i en tidigare §"
        yield Datafel(("paragrafer", i, "anmälningar"), text, "ta bort den ena raden")
    if här and not möte.anmälningsärenden:
        text = "mötet har inga anmälningsärenden att redovisa"
        yield Datafel(("paragrafer", här[0], "anmälningar"), text, "skriv dem under anmälningsärenden", "varning")


def _senast(möte: "Möte") -> Iterator[Datafel]:
    """Inget uppdrag ska vara klart innan det ges."""
    for i, p in enumerate(möte.paragrafer):
        for j, v in enumerate(p.innebär):
            if isinstance(v, GerUppdrag | ÄndrarUppdrag) and v.senast and v.senast < möte.datum:
                text = f"{v.senast} är före mötet den {möte.datum}"
                yield Datafel(("paragrafer", i, "innebär", j, "senast"), text, "rätta dagen")


def _uppdrag(möte: "Möte") -> Iterator[Datafel]:
    """Ett uppdrag som mötet självt gav har en § här; andra möten prövas av kontrollerna."""
    egna = {f"{möte.datum} § {p.nr}" for p in möte.paragrafer}
    for i, p in enumerate(möte.paragrafer):
        for j, v in enumerate(p.innebär):
            ref = v.uppdrag if isinstance(v, OmUppdrag) else ""
            if ref.startswith(str(möte.datum)) and " ".join(ref.split()[:3]) not in egna:
                väg = ("paragrafer", i, "innebär", j, "uppdrag")
                yield Datafel(väg, f"mötet har inget beslut {ref}", "rätta hänvisningen", regel="POST-hanvisning")
