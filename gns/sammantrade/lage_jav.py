"""Vilka som är jäviga i en punkt, och vilkas jäv nämnden just då prövar (KL 6:28–30)."""

from gns.modell.mote import Möte
from gns.modell.narvaro import Händelse
from gns.modell.paragraf import Paragraf
from gns.sammantrade.lage_punkter import Punkt


def jäviga(möte: Möte, punkt: Punkt) -> tuple[str, ...]:
    """Namnen på dem som är jäviga i punkten, i händelsernas ordning."""
    return tuple(dict.fromkeys(h.namn for h in möte.händelser if _är_jävig(h, punkt)))


def prövas(möte: Möte, punkt: Punkt) -> dict[str, bool]:
    """De vars jävsfråga avgörs i punkten, och om ingen kunde tillkallas i deras ställe (KL 6:30 tredje stycket)."""
    return {h.namn: h.ingen_att_tillkalla for h in möte.händelser if _avgörs(h, punkt)}


def jävsfrågor(möte: Möte, nr: int) -> frozenset[int]:
    """Delbesluten i § ``nr`` som avgör om någon är jävig."""
    return frozenset(h.delbeslut or 1 for h in möte.händelser if h.typ == "jävsfråga" and h.paragraf == nr)


def friade_utan_beslut(möte: Möte, p: Paragraf) -> frozenset[str]:
    """De som befanns inte jäviga i § utan att frågan fick ett eget beslut: då syns det inte när de tjänstgjorde."""
    om_paragrafen = (h for h in möte.händelser if h.typ == "jävsfråga" and h.paragraf == p.nr == (h.gäller or p.nr))
    return frozenset(h.namn for h in om_paragrafen if h.utfall == "inte jävig" and len(p.beslut) == 1)


def _är_jävig(h: Händelse, punkt: Punkt) -> bool:
    """Den som anmält jäv är det i sin § eller sitt delbeslut; den som befunnits jävig i allt utom själva jävsfrågan."""
    if h.typ == "jäv":
        return h.paragraf == punkt.nr and h.delbeslut in (None, punkt.delbeslut)
    befunnen = h.typ == "jävsfråga" and h.utfall == "jävig"
    return befunnen and (h.gäller or h.paragraf) == punkt.nr and not _avgörs(h, punkt)


def _avgörs(h: Händelse, punkt: Punkt) -> bool:
    return h.typ == "jävsfråga" and (h.paragraf, h.delbeslut or 1) == punkt
