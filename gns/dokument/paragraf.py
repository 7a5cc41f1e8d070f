"""En paragrafs fakta, i tryckt ordning."""

from collections import Counter
from dataclasses import dataclass

from gns.grund.block import Text
from gns.modell.mote import Möte
from gns.modell.narvaro import Händelse
from gns.modell.omrostning import Anteckning, Omröstning, Reservation, Yrkande
from gns.modell.paragraf import Paragraf


@dataclass(frozen=True, slots=True)
class YrkandeVy:
    """Ett yrkande som det trycks; ``säger_vem`` är sant när texten själv säger vem som yrkar."""

    av: tuple[str, ...]
    typ: str
    text: Text | None
    säger_vem: bool
    förslagspunkt: int | None
    återtaget: bool


@dataclass(frozen=True, slots=True)
class OmröstningVy:
    """En omröstning som den trycks, med antalen uträknade ur rösterna när den är öppen."""

    omröstning: Omröstning
    ja: int | None
    nej: int | None
    avstår: int | None


@dataclass(frozen=True, slots=True)
class ParagrafVy:
    """En § som den trycks; ``justeringsdag`` är satt när bara denna § justerats omedelbart."""

    nr: int
    rubrik: str
    dnr: str | None
    händelser: tuple[Händelse, ...]
    sammanfattning: Text | None
    förslag_till_beslut: tuple[Text, ...]
    yrkanden: tuple[YrkandeVy, ...]
    propositionsordning: Text | None
    omröstningar: tuple[OmröstningVy, ...]
    beslut: tuple[Text, ...]
    reservationer: tuple[Reservation, ...]
    anteckningar: tuple[Anteckning, ...]
    expedieras_till: tuple[str, ...]
    beslutsunderlag: tuple[str, ...]
    justerad: bool
    justeringsdag: str | None


def bygg_paragraf(möte: Möte, p: Paragraf) -> ParagrafVy:
    """En paragrafs fakta; justerad när hela protokollet är det eller bara denna § har justerats omedelbart."""
    return ParagrafVy(
        nr=p.nr,
        rubrik=p.rubrik,
        dnr=str(p.dnr) if p.dnr else None,
        händelser=tuple(h for h in möte.händelser if h.paragraf == p.nr),
        sammanfattning=p.sammanfattning,
        förslag_till_beslut=p.förslag_till_beslut,
        yrkanden=tuple(_yrkande(y) for y in p.yrkanden),
        propositionsordning=p.propositionsordning,
        omröstningar=tuple(_omröstning(o) for o in p.omröstningar),
        beslut=p.beslut,
        reservationer=p.reservationer,
        anteckningar=p.anteckningar,
        expedieras_till=p.expedieras_till,
        beslutsunderlag=p.beslutsunderlag,
        justerad=möte.är_justerat or p.omedelbart_justerad is not None,
        justeringsdag=str(p.omedelbart_justerad) if p.omedelbart_justerad else None,
    )


def _yrkande(y: Yrkande) -> YrkandeVy:
    text = y.text.ord if y.text else ""
    säger_vem = "yrkar" in text or any(namn in text for namn in y.av)
    return YrkandeVy(y.av, y.typ, y.text, säger_vem, y.delbeslut, y.återtaget)


def _omröstning(o: Omröstning) -> OmröstningVy:
    if o.form == "sluten":
        return OmröstningVy(o, o.ja, o.nej, o.avstår)
    antal = Counter(r.röst for r in o.röster)
    return OmröstningVy(o, antal["ja"], antal["nej"], antal["avstår"])
