"""Vad som skiljer två böcker: möte för möte och § för §, och post för post i övrigt."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from gns.dokument.granskning_falt import FältVy, fältskillnad, visat
from gns.dokument.ordskillnad import ordskillnad
from gns.modell.bas import Modell
from gns.modell.bok import Postnamn
from gns.modell.mote import Möte
from gns.modell.paragraf import Paragraf

_LISTOR = {"rattelser": ("rättelse", "rättelser"), "svar": ("svar", "svar"), "signatarer": ("nyckel", "signatärer")}
Läge = Literal["ny", "borttagen", "ändrad"]


class ParagrafVy(NamedTuple):
    """En § som skiljer; en ny eller borttagen visar sitt beslut, en ändrad sina fält. ``nr_förr`` när numret är ett annat."""

    nr: int
    nr_förr: int | None
    rubrik: str
    läge: Läge
    fält: tuple[FältVy, ...]


class MöteVy(NamedTuple):
    """Ett möte som skiljer: det som inte står i någon §, och §§."""

    datum: str
    läge: Läge
    fält: tuple[FältVy, ...]
    paragrafer: tuple[ParagrafVy, ...]


class PostVy(NamedTuple):
    """En annan post som skiljer; ``namn`` är ärendets rubrik."""

    slag: str
    id: str
    namn: str
    läge: Läge
    fält: tuple[FältVy, ...]


def mötesskillnad(förr: Mapping[Postnamn, Modell], nu: Mapping[Postnamn, Modell]) -> tuple[MöteVy, ...]:
    """Mötena som skiljer, i dagordning."""
    namn = sorted(n for n in {*förr, *nu} if n[0] == "mote" and förr.get(n) != nu.get(n))
    return tuple(_möte(n[1], förr.get(n), nu.get(n)) for n in namn)


def postskillnad(förr: Mapping[Postnamn, Modell], nu: Mapping[Postnamn, Modell]) -> tuple[PostVy, ...]:
    """De andra posterna som skiljer."""
    namn = [n for n in dict.fromkeys((*nu, *förr)) if n[0] != "mote" and förr.get(n) != nu.get(n)]
    return tuple(_post(n, förr.get(n), nu.get(n)) for n in namn)


def omnumrerade(förr: Mapping[Postnamn, Modell], nu: Mapping[Postnamn, Modell]) -> dict[tuple[str, int], int]:
    """(mötets dag, numret förr) → numret nu, för de §§ som har fått ett annat."""
    return {(m.datum, p.nr_förr): p.nr for m in mötesskillnad(förr, nu) for p in m.paragrafer if p.nr_förr is not None}


def _läge(förr: object, nu: object) -> Läge:
    return "ny" if förr is None else "borttagen" if nu is None else "ändrad"


def _post(namn: Postnamn, förr: Modell | None, nu: Modell | None) -> PostVy:
    fält = fältskillnad(förr, nu) if förr and nu else tuple(_punkterna(namn[0], förr, nu))
    return PostVy(*namn, str(getattr(nu or förr, "rubrik", "")), _läge(förr, nu), fält)


def _punkterna(slag: str, förr: Modell | None, nu: Modell | None) -> Iterator[FältVy]:
    """Varje punkt i en ny eller borttagen lista med rättelser, svar eller nycklar."""
    vad, lista = _LISTOR.get(slag, ("", ""))
    gamla, nya = (tuple(getattr(post, lista, ())) for post in (förr, nu))
    for i, punkt in enumerate(gamla or nya, 1):
        ord_ = ordskillnad(visat(punkt), "") if gamla else ordskillnad("", visat(punkt))
        yield FältVy(f"{vad} {i}", ord_)


def _möte(datum: str, förr: Modell | None, nu: Modell | None) -> MöteVy:
    gammalt, nytt = (m if isinstance(m, Möte) else None for m in (förr, nu))
    fält = fältskillnad(gammalt, nytt, frozenset({"paragrafer"})) if gammalt and nytt else ()
    par = _par(gammalt.paragrafer if gammalt else (), nytt.paragrafer if nytt else ())
    return MöteVy(datum, _läge(förr, nu), fält, tuple(_paragraf(a, b) for a, b in par if a != b))


def _paragraf(förr: Paragraf | None, nu: Paragraf | None) -> ParagrafVy:
    p = nu or förr
    assert p is not None
    nr_förr = förr.nr if förr and nu and förr.nr != nu.nr else None
    ändrade = fältskillnad(förr, nu, frozenset({"nr"})) if förr and nu else None
    fält = tuple(_beslutet(p, borttaget=nu is None)) if ändrade is None else ändrade
    return ParagrafVy(p.nr, nr_förr, p.rubrik, _läge(förr, nu), fält)


def _beslutet(p: Paragraf, *, borttaget: bool) -> Iterator[FältVy]:
    """Det en hel § handlar om: besluten, eller förslagen när inget är beslutat än."""
    namn, texter = ("beslut", p.beslut) if p.beslut else ("förslag till beslut", p.förslag_till_beslut)
    for i, text in enumerate(texter, 1):
        ord_ = ordskillnad(visat(text), "") if borttaget else ordskillnad("", visat(text))
        yield FältVy(f"{namn} {i}" if len(texter) > 1 else namn, ord_)


def _par(förr: tuple[Paragraf, ...], nu: tuple[Paragraf, ...]) -> Iterator[tuple[Paragraf | None, Paragraf | None]]:
    """§§ som hör ihop: samma rubrik och ärende när bara en har dem, annars samma nummer; de borttagna sist."""
    gamla = list(förr)
    for p in nu:
        funnen = _samma(p, gamla, förr, nu)
        if funnen:
            gamla.remove(funnen)
        yield funnen, p
    yield from ((p, None) for p in gamla)


def _samma(p: Paragraf, kvar: list[Paragraf], förr: tuple[Paragraf, ...], nu: tuple[Paragraf, ...]) -> Paragraf | None:
    antal_förr, antal_nu = (Counter((q.rubrik, q.dnr) for q in alla) for alla in (förr, nu))
    vad = (p.rubrik, p.dnr)
    if antal_förr[vad] == antal_nu[vad] == 1:
        return next((q for q in kvar if (q.rubrik, q.dnr) == vad), None)
    # En § med samma nummer men en rubrik som står på en annan plats nu är en annan §.
    return next((q for q in kvar if q.nr == p.nr and not antal_nu[q.rubrik, q.dnr]), None) or next(
        (q for q in kvar if q.nr == p.nr and antal_nu[vad] > 1), None
    )
