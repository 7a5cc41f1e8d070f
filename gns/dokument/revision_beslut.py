"""Revisionsunderlagets beslut: vart och ett med vad det gör och hur det har gått, och uppdragen från möten utan post."""

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple, get_args

from gns.dokument.lank import Länk, Var
from gns.dokument.register import ref, ren_text, är_justerad
from gns.dokument.register_uppdrag import Uppdragsrad, uppdragsrad
from gns.dokument.verkan import verkan_i_ord
from gns.dokument.verkstallt import Gjort, Läge, Uppföljare
from gns.grund.datafel import Fältväg
from gns.modell.innebar import GerUppdrag, OmUppdrag
from gns.modell.paragraf import Paragraf
from gns.uppdrag.beslut import Beslut, beslutsföljd, paragrafer

_KVAR = ("återstår", "försenat", "påbörjat", "går inte att se")


class BeslutVy(NamedTuple):
    """En verkan av ett beslut; ``gör`` är tomt när posten inte säger vad beslutet gör; då är ``lydelse`` dess ord, annars ett uppdrags.

    ``justerat`` är falskt tills § är justerad.
    """

    paragraf: str
    rubrik: str
    gör: str
    lydelse: str | None
    läge: str
    genom: str
    justerat: bool
    post: Länk


class UtifrånVy(NamedTuple):
    """Ett uppdrag som gavs på ett möte utan post; ``post`` är § som nämner det."""

    uppdrag: Uppdragsrad
    post: Länk


class BeslutenVy(NamedTuple):
    """Årets beslut, äldre beslut som återstår, och uppdragen utifrån; ``räknat`` är antalet i varje läge bland årets."""

    årets: tuple[BeslutVy, ...]
    äldre: tuple[BeslutVy, ...]
    utifrån: tuple[UtifrånVy, ...]
    räknat: dict[str, int]


def bygg_besluten(u: Uppföljare, år: int, var: Var) -> BeslutenVy:
    """Besluten till och med dagen; årets är de som fattades då."""
    alla = [(dag, rad) for dag, rad in _alla(u, var) if dag <= u.per]
    årets = tuple(rad for dag, rad in alla if dag.year == år)
    return BeslutenVy(
        årets=årets,
        äldre=tuple(rad for dag, rad in alla if dag.year < år and rad.gör and rad.läge in _KVAR),
        utifrån=tuple(_utifrån(u, år, var)),
        räknat={läge: sum(rad.läge == läge for rad in årets) for läge in get_args(Läge)},
    )


def _alla(u: Uppföljare, var: Var) -> Iterator[tuple[dt.date, BeslutVy]]:
    """Varje verkan, och varje delbeslut som inte har någon, i den ordning de fattades."""
    verkningar: dict[tuple[dt.date, Fältväg], list[tuple[int, BeslutVy]]] = {}
    for b in beslutsföljd(u.bok):
        verkningar.setdefault((b.datum, b.väg[:2]), []).append((b.verkan.delbeslut or 0, _med_verkan(u, b, var)))
    for dag, i, p in paragrafer(u.bok):
        rader = verkningar.get((dag, ("paragrafer", i)), [])
        rader += ((nr, _delbeslut(u, (dag, i, p), nr, var)) for nr in _utan_verkan(p))
        yield from ((dag, rad) for _, rad in sorted(rader, key=lambda r: r[0]))


def _med_verkan(u: Uppföljare, b: Beslut, var: Var) -> BeslutVy:
    lydelse = b.verkan.uppdrag if isinstance(b.verkan, GerUppdrag) else None
    justerat = är_justerad(u.bok.möten[b.datum], b.paragraf)
    post = var("mote", str(b.datum), b.väg)
    return BeslutVy(b.ref, b.paragraf.rubrik, verkan_i_ord(b.verkan), lydelse, *u.gjort(b), justerat, post)


def _delbeslut(u: Uppföljare, plats: tuple[dt.date, int, Paragraf], nr: int, var: Var) -> BeslutVy:
    dag, i, p = plats
    gjort = u.med_verkställighet(p, Gjort("går inte att se", "posten säger inte vad beslutet gör"))
    namn = f"{ref(dag, p.nr)} delbeslut {nr}" if len(p.beslut) > 1 else ref(dag, p.nr)
    justerat = är_justerad(u.bok.möten[dag], p)
    post = var("mote", str(dag), ("paragrafer", i, "beslut", nr - 1))
    return BeslutVy(namn, p.rubrik, "", ren_text(p.beslut[nr - 1]), *gjort, justerat, post)


def _utan_verkan(p: Paragraf) -> list[int]:
    """Delbesluten, räknade från 1, som ingen verkan följer av; en verkan som inte säger vilket följer av alla."""
    följer = {v.delbeslut for v in p.innebär}
    return [] if None in följer else [nr for nr in range(1, len(p.beslut) + 1) if nr not in följer]


def _utifrån(u: Uppföljare, år: int, var: Var) -> Iterator[UtifrånVy]:
    """Uppdragen från möten utan post som gavs eller avgjordes under året, eller är öppna."""
    nämnda: dict[str, tuple[dt.date, Fältväg]] = {}
    for b in beslutsföljd(u.bok):
        if isinstance(b.verkan, OmUppdrag):
            nämnda.setdefault(b.verkan.uppdrag, (b.datum, b.väg))
    for ett in u.uppdragen.values():
        avgjort = ett.händelser[-1].datum.year if ett.tillstånd != "öppet" else år
        if not ett.i_arkivet and ett.datum.year <= år and år in (ett.datum.year, avgjort):
            dag, väg = nämnda[ett.ref]
            yield UtifrånVy(uppdragsrad(u.bok, ett, u.per), var("mote", str(dag), väg))
