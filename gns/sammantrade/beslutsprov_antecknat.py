"""Reservationer och anteckningar: bara den som var med, och bara det som går ihop med rösterna (KL 4:26–27, 6:17)."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from gns.grund.datafel import Datafel
from gns.modell.omrostning import Anteckning, Reservation, Röster
from gns.sammantrade.beslutsprov_paragraf import Prövad, möts
from gns.sammantrade.uppspelning import Steg

_DELTAR_EJ, _AVSTÅR = "deltar ej", "avstår"
RESERVATION: Final = "KL-4-27-reservation"
ANTECKNINGAR: Final = "PRAXIS-anteckningar"


def reservationsfel(prövad: Prövad) -> Iterator[Datafel]:
    """Reservationer av den som inte deltog i avgörandet, eller för sent anmälda; vägarna från paragrafen."""
    return (replace(fel, regel=RESERVATION) for fel in _reservationerna(prövad))


def _reservationerna(prövad: Prövad) -> Iterator[Datafel]:
    start, slut = prövad.möte.start, prövad.möte.slut
    for i, r in enumerate(prövad.p.reservationer):
        if r.anmäld and start and r.anmäld < start:
            text = f"reservationen anmäldes {r.anmäld}, innan mötet började {start}"
            yield Datafel(("reservationer", i, "anmäld"), text, "rätta tiden")
        if r.anmäld and slut and r.anmäld > slut:
            text = f"reservationen anmäldes {r.anmäld}, efter att mötet slutade {slut} (KL 4:27)"
            yield Datafel(("reservationer", i, "anmäld"), text, "rätta tiden, eller ta bort reservationen")
        if prövad.p.utgår or not prövad.p.beslut:
            yield from _utan_beslut(prövad, i, r)
            continue
        for namn in prövad.kända(r.av) if prövad.lägen else ():
            yield from _reserverar(prövad, i, r, namn)


def _utan_beslut(prövad: Prövad, i: int, r: Reservation) -> Iterator[Datafel]:
    """Ett delbeslut som inte finns har modellen redan sagt."""
    if r.delbeslut is None:
        skäl = "utgick" if prövad.p.utgår else "har inget beslut"
        text = f"§ {prövad.p.nr} {skäl}, så det finns inget att reservera sig mot (KL 4:27)"
        yield Datafel(("reservationer", i), text, "ta bort reservationen, eller skriv beslutet")


def _reserverar(prövad: Prövad, i: int, r: Reservation, namn: str) -> Iterator[Datafel]:
    väg = ("reservationer", i, "av")
    var = "" if r.delbeslut is None else f" i delbeslut {r.delbeslut}"
    if skäl := prövad.varför_inte(namn, prövad.vid(r.delbeslut)):
        text = f"{namn} {skäl}{var} och kan inte reservera sig (KL 4:27)"
        yield Datafel(väg, text, "ta bort reservationen, eller rätta närvaron")
    elif not _deltog(prövad, namn, r.delbeslut):
        frågor = [p for p in prövad.p.propositionsordning if möts(p, r.delbeslut)]
        text = f"{namn} deltar ej{var} men reserverar sig (KL 4:27)"
        råd = "skriv vilket delbeslut det ena eller andra gäller, eller ta bort det ena"
        # Den som inte deltog i frågan om återremiss kan ha deltagit i huvudfrågan: då är det inte säkert ett fel.
        yield Datafel(väg, text, råd, "varning" if len(frågor) > 1 else "fel")
    elif _röstade_för(prövad, namn, r.delbeslut):
        yield Datafel(
            väg, f"{namn} röstade för det som vann men reserverar sig", "rätta rösten eller namnet", "varning"
        )
    elif _avstod(prövad, namn, r.delbeslut):
        text = f"{namn} avstod{var} men reserverar sig, som bara den som deltog i avgörandet får (KL 4:25, 4:27)"
        yield Datafel(väg, text, "rätta rösten, eller ta bort reservationen", "varning")


def _deltog(prövad: Prövad, namn: str, delbeslut: int | None) -> bool:
    """Om personen deltog i avgörandet av delbeslutet, eller av något i §."""
    if any(namn in (*röster.ja, *röster.nej) for _, röster in _omröstningar(prövad, delbeslut)):
        return True
    lägen = [läge for läge in prövad.vid(delbeslut) if namn in läge.namn | prövad.friade]
    return any(namn not in prövad.antecknade(_DELTAR_EJ, läge.punkt.delbeslut) for läge in lägen)


def _avstod(prövad: Prövad, namn: str, delbeslut: int | None) -> bool:
    """Om personen bara avstod: i varje fråga som prövades, eller enligt en anteckning."""
    röstningar = [röster for _, röster in _omröstningar(prövad, delbeslut)]
    if any(namn in (*r.ja, *r.nej) for r in röstningar):
        return False
    frågor = [p for p in prövad.p.propositionsordning if möts(p, delbeslut)]
    alla = bool(röstningar) and len(röstningar) == len(frågor) and all(namn in r.avstår for r in röstningar)
    lägen = prövad.vid(delbeslut)
    return alla or all(namn in prövad.antecknade(_AVSTÅR, läge.punkt.delbeslut) for läge in lägen)


def _röstade_för(prövad: Prövad, namn: str, delbeslut: int | None) -> bool:
    """Om personen röstade för det som vann i delbeslutets enda omröstning."""
    röstningar = _omröstningar(prövad, delbeslut)
    if len(röstningar) != 1 or not (o := röstningar[0][0].proposition.omröstning):
        return False
    steg, röster = röstningar[0]
    return steg.vinnare is not None and (
        (steg.vinnare == o.ja_betyder and namn in röster.ja) or (steg.vinnare == o.nej_betyder and namn in röster.nej)
    )


def anteckningsfel(prövad: Prövad) -> Iterator[Datafel]:
    """Anteckningar av den som inte får anteckna, och deltar ej eller avstår som rösterna säger emot."""
    return (replace(fel, regel=ANTECKNINGAR) for fel in _anteckningarna(prövad))


def _anteckningarna(prövad: Prövad) -> Iterator[Datafel]:
    yield from _ingen_deltog(prövad)
    for i, a in enumerate(prövad.p.anteckningar):
        for namn in prövad.kända(a.av) if prövad.lägen else ():
            if a.typ in (_DELTAR_EJ, _AVSTÅR):
                yield from _ställningslös(prövad, i, a, namn)
            elif skäl := _får_inte_anteckna(prövad, a, namn):
                text = f"{namn} {skäl} och har ingen rätt att få något antecknat"
                yield Datafel(("anteckningar", i, "av"), text, "ta bort anteckningen, eller rätta närvaron")


def _ingen_deltog(prövad: Prövad) -> Iterator[Datafel]:
    """Delbeslut där alla som tjänstgör står som deltar ej."""
    for läge in prövad.lägen if prövad.p.beslut else ():
        k = läge.punkt.delbeslut
        if läge.namn and läge.namn <= prövad.antecknade(_DELTAR_EJ, k):
            var = f"delbeslut {k} i § {prövad.p.nr}" if len(prövad.lägen) > 1 else f"§ {prövad.p.nr}"
            text = f"ingen deltog i {var}: alla som tjänstgör står som deltar ej"
            råd = "rätta anteckningarna; utan någon som deltar finns inget beslut"
            yield Datafel(("beslut", k - 1), text, råd, regel="KL-5-67-deltagare")


def _ställningslös(prövad: Prövad, i: int, a: Anteckning, namn: str) -> Iterator[Datafel]:
    väg = ("anteckningar", i, "av")
    röstningar = [r for _, r in _omröstningar(prövad, a.delbeslut)]
    if skäl := prövad.varför_inte(namn, prövad.vid(a.delbeslut)):
        råd = "ta bort anteckningen, eller rätta närvaron"
        yield Datafel(väg, f"{namn} {skäl} och kan inte stå som {a.typ}", råd)
    elif röstningar and all(namn in (*r.ja, *r.nej) for r in röstningar):
        yield Datafel(väg, f"{namn} står som {a.typ} men har röstat", "rätta rösten eller anteckningen")
    elif any(b.typ != a.typ and b.typ in (_DELTAR_EJ, _AVSTÅR) and namn in b.av and möts(b, a.delbeslut)
             for b in prövad.p.anteckningar[:i]):  # fmt: skip
        yield Datafel(väg, f"{namn} står både som deltar ej och avstår i samma beslut", "behåll det ena")


def _får_inte_anteckna(prövad: Prövad, a: Anteckning, namn: str) -> str | None:
    """Varför den som inte tjänstgör inte får anteckna; None när det är tillåtet eller inte går att säga."""
    skäl = prövad.varför_inte(namn, prövad.vid(a.delbeslut))
    if skäl is None or skäl == "är jävig":
        return skäl
    som = next(n.som for n in prövad.möte.närvaro if n.namn == namn)
    reglemente = prövad.nämnd.reglemente(prövad.möte.datum)
    rätt = reglemente.ersättares_rätt if reglemente else None
    if som == "ersättare" and rätt is not None and "anteckna" not in rätt:
        return "är ersättare och tjänstgör inte"
    return "är inte ledamot eller ersättare" if som == "övrig" else None


def myndighetsfel(prövad: Prövad) -> Iterator[Datafel]:
    """I myndighetsutövning mot enskild avgör den som har deltagit i ärendet; ingen måste rösta två gånger (KL 4:26)."""
    if prövad.p.slag != "myndighetsutövning":
        return
    text, råd = "i myndighetsutövning mot enskild (KL 4:26)", "rätta rösten, eller händelserna om personen gick"
    sagda: set[str] = set()
    for i, proposition in enumerate(prövad.p.propositionsordning):
        andra = [r for s, r in _omröstningar(prövad, None) if s.proposition is not proposition]
        röster = proposition.omröstning and proposition.omröstning.röster
        for namn in röster.avstår if röster else ():
            if namn not in sagda and not any(namn in (*r.ja, *r.nej) for r in andra):
                yield Datafel(_avstår(i), f"{namn} får inte avstå {text}", råd)
                sagda.add(namn)
    for i, a in enumerate(prövad.p.anteckningar):
        for namn in a.av if a.typ in (_DELTAR_EJ, _AVSTÅR) else ():
            if namn not in sagda:
                yield Datafel(("anteckningar", i, "av"), f"{namn} kan inte stå som {a.typ} {text}", råd)
                sagda.add(namn)


def _avstår(i: int) -> tuple[str | int, ...]:
    return ("propositionsordning", i, "omröstning", "röster", "avstår")


def _omröstningar(prövad: Prövad, delbeslut: int | None) -> list[tuple[Steg, Röster]]:
    """Omröstningarna med namn i delbeslutet, eller i hela §."""
    return [
        (steg, o.röster)
        for steg in prövad.uppspelning.steg
        if (o := steg.proposition.omröstning) and o.röster and möts(steg.proposition, delbeslut)
    ]
