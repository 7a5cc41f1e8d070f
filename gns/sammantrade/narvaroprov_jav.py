"""Jäv och jävsfrågor som inte går ihop (KL 6:28–30)."""

from collections.abc import Iterator
from itertools import combinations

from gns.grund.datafel import Datafel
from gns.modell.mote import Möte
from gns.modell.narvaro import Händelse
from gns.sammantrade.lage_rum import personer


def jävsfel(möte: Möte) -> Iterator[Datafel]:
    """Fel i händelserna jäv och jävsfråga; varning när frågan inte har ett eget beslut."""
    i_ordning = [(i, h) for i, h in enumerate(möte.händelser) if h.typ in ("jäv", "jävsfråga")]
    for i, h in i_ordning:
        yield from _en_händelse(möte, i, h)
    sagda: set[int] = set()
    for (_, tidigare), (i, h) in combinations(i_ordning, 2):
        text = _motsägelse(tidigare, h)
        if text and i not in sagda:
            sagda.add(i)
            yield Datafel(("händelser", i), text, "ta bort den ena händelsen, eller rätta paragraf och delbeslut")


def _en_händelse(möte: Möte, i: int, h: Händelse) -> Iterator[Datafel]:
    person = personer(möte).get(h.namn)
    if person and person.som == "övrig":
        text = f"{h.namn} är inte förtroendevald, så {h.typ} gäller inte här"
        yield Datafel(("händelser", i), text, "tjänstemän lämnar rummet: skriv händelsen går")
    if h.typ == "jäv":
        return
    delbeslut = {p.nr: len(p.beslut) for p in möte.paragrafer}
    if h.gäller and h.gäller not in delbeslut:
        yield Datafel(("händelser", i, "gäller"), f"§ {h.gäller} finns inte i mötet", "rätta numret")
    elif _rör(h) == h.paragraf and h.delbeslut not in (None, 1):
        text = f"jävsfrågan avgörs i delbeslut {h.delbeslut} av den § den rör"
        yield Datafel(("händelser", i, "delbeslut"), text, "en jävsfråga avgörs först, i delbeslut 1 (KL 6:30)")
    elif _rör(h) == h.paragraf and delbeslut.get(h.paragraf) == 1:
        text = f"jävsfrågan i § {h.paragraf} har inget eget beslut, så det går inte att se om {h.namn} deltog i ärendet"
        yield Datafel(("händelser", i), text, "skriv jävsfrågan som det första av två delbeslut", "varning")


def _motsägelse(tidigare: Händelse, h: Händelse) -> str | None:
    """Vad som är fel med två händelser om samma person, eller None."""
    if tidigare.namn != h.namn or _rör(tidigare) != _rör(h):
        return None
    if tidigare.typ != h.typ:
        friad = "inte jävig" in (tidigare.utfall, h.utfall)
        return f"{h.namn} är både jävig och inte jävig i § {_rör(h)}" if friad else None
    möts = h.typ == "jävsfråga" or None in (tidigare.delbeslut, h.delbeslut) or tidigare.delbeslut == h.delbeslut
    vad = "jävsfrågan om" if h.typ == "jävsfråga" else "jäv för"
    return f"{vad} {h.namn} i § {_rör(h)} står två gånger" if möts else None


def _rör(h: Händelse) -> int:
    """Paragrafen som jävet rör."""
    return h.gäller or h.paragraf
