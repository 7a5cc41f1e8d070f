"""Tabellerna i trädet som kalkylblad: rena celler, som xlsx och csv skriver på sitt sätt."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from gns.render.mangd import CELLSLAG
from gns.render.trad import Del, Nod, Träd, klartext

Slag = Literal["text", "kr", "tkr", "procent", "antal"]
Roll = Literal["rubrik", "rad", "summa", "resultat", "rest", "kontroll"]
_RADROLLER: tuple[Roll, ...] = ("summa", "resultat", "rest", "kontroll")
_POST = "Post"
DELARE = {"kr": 100, "tkr": 100_000, "procent": 1, "antal": 1}


@dataclass(frozen=True, slots=True)
class Cell:
    """En cell: texten som den trycks, och när den är ett tal dess värde i slagets enhet (kr, tkr, andel, antal).

    ``länk`` är satt i kolumnen för radernas poster.
    """

    text: str
    slag: Slag = "text"
    tal: Fraction | None = None
    rubrik: bool = False
    länk: str = ""


@dataclass(frozen=True, slots=True)
class Rad:
    """En rad i en tabell; ``summa`` lägger ihop raderna före, ``resultat`` summorna, ``rest`` hör till summan före den, och ``kontroll`` visar skillnaden."""

    celler: tuple[Cell, ...]
    roll: Roll


@dataclass(frozen=True, slots=True)
class Tabell:
    """En tabell med sin rubrik."""

    rubrik: str
    rader: tuple[Rad, ...]


@dataclass(frozen=True, slots=True)
class Rubrik:
    """En rubrik på bladet."""

    text: str


@dataclass(frozen=True, slots=True)
class Bild:
    """Ett diagram."""

    diagram: Nod


Innehåll = str | Rubrik | Tabell | Bild


@dataclass(frozen=True, slots=True)
class Blad:
    """Ett blad: namnet, och det som står på det i ordning; en ``str`` är ett stycke."""

    namn: str
    innehåll: tuple[Innehåll, ...]


def bladen(träd: Träd) -> tuple[Blad, ...]:
    """Ett blad för varje avsnitt som har en tabell, och ett sist för avsnitten utan.

    Titeln, märkningen i sidhuvudet och det som står före avsnitten (nyckel, källa) står på varje blad.
    """
    först = [n for n in träd.innehåll if n.tagg != "section"]
    avsnitt = [n for n in träd.innehåll if n.tagg == "section"]
    med = [n.barn for n in avsnitt if _har_tabell(n)]
    utan = tuple(b for n in avsnitt if not _har_tabell(n) for b in n.barn)
    överst = (Rubrik(träd.titel), *(klartext(p.delar) for p in märkning(träd)), *_innehåll(först))
    grupper = [*med, *([utan] if utan else [])] or [()]
    return tuple(Blad(_namn(g, träd.titel), (*överst, *_innehåll(g))) for g in grupper)


def _har_tabell(n: Nod) -> bool:
    return any(True for _ in _tabeller((n,)))


def märkning(träd: Träd) -> tuple[Nod, ...]:
    """Sidhuvudets stycken som märker hela handlingen: utkast, exempeldata."""
    return tuple(p for p in träd.huvud if p.har("utkast"))


def tabellerna(träd: Träd) -> list[Tabell]:
    """Alla tabeller i ordning."""
    return [_tabell(n) for n in _tabeller(träd.innehåll)]


def _tabeller(noder: Iterable[Nod]) -> Iterator[Nod]:
    for n in noder:
        if n.tagg == "table":
            yield n
        else:
            yield from _tabeller(n.barn)


def _namn(noder: Iterable[Nod], annars: str) -> str:
    return next((klartext(n.delar) for n in noder if n.tagg == "h2"), annars)


def _innehåll(noder: Iterable[Nod]) -> Iterator[Innehåll]:
    for n in noder:
        match n.tagg:
            case "table":
                yield _tabell(n)
            case "figure":
                yield Bild(n)
            case "h2" | "h3" | "h4":
                yield Rubrik(klartext(n.delar))
            case "p" | "li" if n.delar:
                yield klartext(n.delar)
            case "dl":
                par = zip(n.barn[::2], n.barn[1::2], strict=True)
                yield from (f"{klartext(dt.delar)}: {' '.join(_texter(dd))}" for dt, dd in par)
            case "section" | "div" | "ul" | "ol" | "li":
                yield from _innehåll(n.barn)
            case _:
                continue


def _texter(nod: Nod) -> Iterator[str]:
    if nod.delar:
        yield klartext(nod.delar)
    for barn in nod.barn:
        yield from _texter(barn)


def _tabell(n: Nod) -> Tabell:
    delar = {b.tagg: b for b in n.barn}
    rubrik = klartext(delar["caption"].delar) if "caption" in delar else ""
    huvud = [Rad(_celler(tr), "rubrik") for tr in (delar["thead"].barn if "thead" in delar else ())]
    rader = delar["tbody"].barn if "tbody" in delar else ()
    poster = [_post(tr) for tr in rader]
    if not any(p.länk for p in poster):
        return Tabell(rubrik, (*huvud, *(Rad(_celler(tr), _roll(tr)) for tr in rader)))
    huvud = [Rad((*r.celler, Cell(_POST, rubrik=True)), "rubrik") for r in huvud]
    kropp = (Rad((*_celler(tr), post), _roll(tr)) for tr, post in zip(rader, poster, strict=True))
    return Tabell(rubrik, (*huvud, *kropp))


def _post(tr: Nod) -> Cell:
    """Länken från radens första cell till dess post, som en egen cell; tom när raden inte har någon."""
    länkar = [d for d in _delarna(tr.barn[0]) if d.leder_ut]
    return Cell(länkar[0].text, länk=länkar[0].länk) if länkar else Cell("")


def _delarna(nod: Nod) -> Iterator[Del]:
    yield from nod.delar
    for barn in nod.barn:
        yield from _delarna(barn)


def _utan_länkar(nod: Nod) -> Nod:
    """Noden utan länkarna till poster, som står i en egen kolumn."""
    barn = tuple(b for b in map(_utan_länkar, nod.barn) if b.barn or b.delar)
    return replace(nod, delar=tuple(d for d in nod.delar if not d.leder_ut), barn=barn)


def _roll(tr: Nod) -> Roll:
    return next((roll for roll in _RADROLLER if tr.har(roll)), "rad")


def _celler(tr: Nod) -> tuple[Cell, ...]:
    första, *resten = tr.barn
    return (_cell(första, utan_länk=True), *map(_cell, resten))


def _cell(c: Nod, *, utan_länk: bool = False) -> Cell:
    text = " ".join(_texter(_utan_länkar(c) if utan_länk else c)).strip()
    slag = next((k for k in c.klasser if k in CELLSLAG), "antal")
    if c.värde is None:
        return Cell(text, rubrik=c.tagg == "th")
    return Cell(text, slag, c.värde / DELARE[slag], c.tagg == "th")  # type: ignore[arg-type]
