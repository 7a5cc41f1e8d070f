"""Beslut som inte återger ett förslag: de som nämner det som vann, och val, justering, jävsfrågor och avslag (KL 5:67)."""

import re
from collections.abc import Iterator

from gns.grund.block import Fotnot, Notref, Text
from gns.modell.former import FÖRSLAGET
from gns.modell.innebar import Utser
from gns.sammantrade.uppspelning_forslag import Förslag
from gns.sammantrade.uppspelning_spel import Spel

_AVSLÅR = re.compile(r"\b(?:avslå|avslag|avslog|avstyrk)")
_NEKAR = re.compile(r"\b(?:avsl|avstyrk|avvis|ogill|lämnas utan|(?:inte|ej|icke|ingen|inget|inga|nej)\b)")
_ORDSLUT = re.compile(r"\.+(?=\s|$)")
_KORT = 12  # ord
_LÅNGT = 300  # tecken; ett beslut som bara nämner det som vann är kortare
_BIFALLER = r"(?:[\w ]+ )?(?:enligt|i enlighet med|bifalla|bifaller|anta|antar)"
_FÖRSLAGET = re.compile(
    rf"{_BIFALLER} (?:[\w ]+s )?förslag(?:et)?(?: till beslut)?|förslaget(?: till beslut)? (?:bifalls|antas)"
)
_YRKANDET = re.compile(rf"{_BIFALLER} .*yrkande.*|.*yrkande.* (?:bifalls|antas)")
_PARTI = re.compile(r"\s*\([^)]*\)$")


def jämförbar(text: Text) -> str:
    """Orden i en lydelse så som två lydelser jämförs: fotnoterna med, stora bokstäver, mellanrum och punkter inte.

    En punkt inne i ett ord står kvar: 2.1 och 21 är inte samma sak.
    """
    noter = ("".join(d.text for d in b.delar if not isinstance(d, Notref)) for b in text.block if isinstance(b, Fotnot))
    return " ".join(_ORDSLUT.sub("", " ".join([text.ord, *noter]).casefold()).split())


def nekar(text: str) -> bool:
    """Om beslutet säger att något inte blir av."""
    return bool(_NEKAR.search(text))


def nämner(text: str, f: Förslag) -> bool:
    """Om beslutet, med sina jämförbara ord, nämner förslaget som det som vann: ”enligt förslaget”, ”enligt Bos yrkande”."""
    if f.yrkande is None:
        return nämner_bara_förslaget(text)
    if len(text) > _LÅNGT:
        return False
    namn = f.yrkande.benämning or " ".join(f.yrkande.av)
    vem = namn.casefold() in text or all(n.casefold() in text for n in f.yrkande.av)
    return vem and bool(_YRKANDET.fullmatch(text)) and not nekar(text)


def nämner_bara_förslaget(text: str) -> bool:
    """Om beslutet, med sina jämförbara ord, inte säger mer än att det är som förslaget."""
    return len(text) <= _LÅNGT and bool(_FÖRSLAGET.fullmatch(text))


def nämner_person(text: str, namn: str) -> bool:
    """Om beslutets jämförbara ord har personens namn; partiet inom parentes sist i namnet får fattas."""
    utan_parti = _PARTI.sub("", namn).casefold()
    return bool(re.search(rf"(?<!\w){re.escape(utan_parti)}(?!\w)", text))


def är_följdbeslut(spel: Spel, k: int, text: str) -> bool:
    """Om delbeslutet ``k`` är ett sådant beslut; ``text`` är dess jämförbara ord."""
    p = spel.bord.p
    utser = [v for v in p.innebär if isinstance(v, Utser)]
    utses = any(v.delbeslut == k or any(nämner_person(text, n) for n in v.personer) for v in utser)
    justeras = p.omedelbart_justerad is not None and "justera" in text
    return utses or justeras or k in spel.bord.jävsfrågor or _avslår(spel, text)


def _avslår(spel: Spel, text: str) -> bool:
    """Om beslutet avslår något som föll: det är kort, eller säger vad med de ord som det föll med."""
    if not spel.fallna or not _AVSLÅR.search(text):
        return False
    return len(text.split()) <= _KORT or any(ord in text for ord in _fallna_ord(spel))


def _fallna_ord(spel: Spel) -> Iterator[str]:
    for ord in {o for o, _ in spel.fallna}:
        y = spel.bord.förslag[ord].yrkande
        if ord == FÖRSLAGET:
            yield from (jämförbar(f) for f in spel.bord.p.förslag_till_beslut)
        if y and y.benämning:
            yield y.benämning.casefold()
        yield from (jämförbar(t) for t in (y.lydelse, y.text) if t) if y else ()
