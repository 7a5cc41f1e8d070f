"""Granskningen av en ändring: vad den gör med posterna, vad det betyder, och vad som hindrar att den slås ihop."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from gns.dokument.granskning_pengar import PengarVy, bygg_pengar
from gns.dokument.granskning_poster import MöteVy, PostVy, mötesskillnad, postskillnad
from gns.dokument.granskning_sigill import SigillVy
from gns.dokument.granskning_uppdrag import UppdragVy, bygg_uppdrag
from gns.dokument.ordskillnad import OrdVy
from gns.grund.tecken import utskrivbar
from gns.modell.bas import Modell
from gns.modell.bok import Bok, Postnamn
from gns.modell.mote import Möte

# radslut, och mellanrummen som en post kan ha skrivna i sig
_KVAR = "\n\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"


class OläsbarVy(NamedTuple):
    """En post i grenen som inte går att läsa; ``ny`` när felet inte finns i basen."""

    fil: str
    rad: int
    kolumn: int
    text: str
    råd: str
    ny: bool


class FyndVy(NamedTuple):
    """Ett fynd; ``bara_ihop`` när det varken finns i basen eller i grenen utan uppstår när de slås ihop."""

    regel: str
    nivå: str
    fil: str
    rad: int
    post: str
    fält: str
    text: str
    råd: str
    bara_ihop: bool


class DömtVy(NamedTuple):
    """Kontrollens fynd i det ihopslagna, eller i grenen när det inte går att slå ihop, mot basens.

    Poster som inte går att läsa i grenen visas för sig, och vad som är botat går då inte att säga.
    """

    ihop: bool
    nya: tuple[FyndVy, ...]
    botade: tuple[FyndVy, ...]


class HandlingVy(NamedTuple):
    """Raderna som skiljer i en handling när den görs med de gamla och de nya mallarna."""

    handling: str
    vilken: str
    rader: tuple[tuple[OrdVy, ...], ...]


class MallarVy(NamedTuple):
    """Ändrade mallar och stilar, de handlingar som prövades och de av dem som blir annorlunda, och mallarnas fel."""

    filer: tuple[str, ...]
    prövade: tuple[str, ...]
    handlingar: tuple[HandlingVy, ...]
    fel: tuple[str, ...]


class Ändring(NamedTuple):
    """Det som flödet har läst; böckerna är None när nämnden inte går att läsa.

    ``förr`` och ``nu`` är där grenen skildes från basen och grenen; ``före`` och ``efter`` är basen och det ihopslagna, som
    kronor och uppdrag räknas ur, eller None när de inte går att läsa. ``utanför`` är andra ändrade filer i förrådet.

    ``filer`` är de ändrade filerna med posten som var och en är, om den är en; ``olästa`` är poster som inte gick att läsa
    på endera sidan.
    """

    förr: Bok | None
    nu: Bok | None
    filer: dict[str, Postnamn | None]
    olästa: frozenset[Postnamn]
    före: Bok | None
    efter: Bok | None
    utanför: tuple[str, ...]


class GranskningVy(NamedTuple):
    """Allt som granskningen visar; ``stoppas`` när ändringen inte bör slås ihop som den är.

    ``form`` är filer där bara formen är ändrad och ``andra`` de ändrade filer som inte visas på annat sätt. ``räknat`` är
    falskt när kronor och uppdrag inte går att räkna för att poster inte går att läsa. ``justerade`` är ändrade möten som
    redan var justerade, och ``rättelser`` möten där en rättelse är ändrad eller borttagen.
    """

    organ: str
    bas: str
    gren: str
    stoppas: bool
    sigill: SigillVy
    rättelser: tuple[str, ...]
    konflikter: tuple[str, ...]
    oläsbara: tuple[OläsbarVy, ...]
    justerade: tuple[str, ...]
    möten: tuple[MöteVy, ...]
    poster: tuple[PostVy, ...]
    form: tuple[str, ...]
    andra: tuple[str, ...]
    räknat: bool
    pengar: tuple[PengarVy, ...]
    uppdrag: tuple[UppdragVy, ...]
    dömt: DömtVy
    mallar: MallarVy | None


class Utanför(NamedTuple):
    """Det som inte läses ur böckerna: namnen, sigillen, konflikterna, fynden och mallarna."""

    bas: str
    gren: str
    sigill: SigillVy
    konflikter: tuple[str, ...]
    oläsbara: tuple[OläsbarVy, ...]
    dömt: DömtVy
    mallar: MallarVy | None


def bygg_granskning(ä: Ändring, u: Utanför) -> GranskningVy:
    """Granskningens fakta."""
    förr = _lästa(ä.förr, ä)
    nu = _lästa(ä.nu, ä)
    form = tuple(fil for fil, post in ä.filer.items() if post and post in förr and förr[post] == nu.get(post))
    visade = {post for post in {*förr, *nu} if förr.get(post) != nu.get(post)}
    rörda = {r.fil for r in (*u.sigill.poster, *u.sigill.sigill)}
    andra = (fil for fil, post in ä.filer.items() if post not in visade and fil not in form and fil not in rörda)
    räknat = ä.före is not None and ä.efter is not None and not ä.olästa
    rättelser = tuple(_rörda_rättelser(förr, nu))
    vy = GranskningVy(
        organ=next((bok.nämnd.namn for bok in (ä.nu, ä.förr) if bok), ""),
        bas=u.bas,
        gren=u.gren,
        stoppas=bool(_stoppas(u) or rättelser),
        sigill=u.sigill,
        rättelser=rättelser,
        konflikter=u.konflikter,
        oläsbara=u.oläsbara,
        justerade=tuple(_rörda_justerade(förr, nu)),
        möten=mötesskillnad(förr, nu),
        poster=postskillnad(förr, nu),
        form=form,
        andra=(*andra, *ä.utanför),
        räknat=räknat,
        pengar=bygg_pengar(ä.före, ä.efter) if ä.före and ä.efter and räknat else (),
        uppdrag=bygg_uppdrag(ä.före, ä.efter) if ä.före and ä.efter and räknat else (),
        dömt=u.dömt,
        mallar=u.mallar,
    )
    ren: GranskningVy = _utskrivbar(vy)
    return ren


def _utskrivbar(värde: Any) -> Any:
    """Detsamma där ingen text har tecken som inte går att trycka: ett filnamn i git kan ha vilka som helst."""
    if isinstance(värde, str):
        return utskrivbar(värde, _KVAR)
    if isinstance(värde, tuple):
        delar = [_utskrivbar(v) for v in värde]
        return type(värde)(*delar) if hasattr(värde, "_fields") else tuple(delar)
    return värde


def _rörda_rättelser(förr: Mapping[Postnamn, Modell], nu: Mapping[Postnamn, Modell]) -> Iterator[str]:
    for (slag, id), post in förr.items():
        if slag == "rattelser":
            kvar = getattr(nu.get((slag, id)), "rättelser", ())
            if any(r not in kvar for r in getattr(post, "rättelser", ())):
                yield id


def _rörda_justerade(förr: Mapping[Postnamn, Modell], nu: Mapping[Postnamn, Modell]) -> Iterator[str]:
    for namn, post in förr.items():
        if isinstance(post, Möte) and post.är_justerat and nu.get(namn) != post:
            yield str(post.datum)


def _lästa(bok: Bok | None, ä: Ändring) -> dict[Postnamn, Modell]:
    """Posterna som går att jämföra: lästa, och inte oläsbara på andra sidan."""
    if bok is None or ä.förr is None or ä.nu is None:
        return {}
    return {namn: post for namn, post in bok.poster.items() if namn not in ä.olästa}


def _stoppas(u: Utanför) -> bool:
    nytt_fel = any(f.nivå == "fel" for f in u.dömt.nya) or any(o.ny for o in u.oläsbara)
    return bool(nytt_fel or u.sigill.brutet or u.konflikter or (u.mallar and u.mallar.fel))
