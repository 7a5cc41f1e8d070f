"""Jäv och jävsfrågor som inte går ihop (KL 6:28–30)."""

import re
from collections.abc import Iterator
from itertools import combinations

from gns.grund.datafel import Datafel
from gns.modell.mote import Möte
from gns.modell.narvaro import Händelse
from gns.sammantrade.lage_jav import jävsfrågor
from gns.sammantrade.lage_rum import personer
from gns.sammantrade.uppspelning_foljd import jämförbar

_INTE = re.compile(r"\b(?:inte|ej|icke|inget|ingen)\b")
_REGEL = "KL-6-30-javsfraga"  # kontrollen som felen i jävsfrågor hör till
_AVSLÅS = re.compile(r"\b(?:avslå|avslag|avslog)")


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
            råd = "ta bort den ena händelsen, eller rätta paragraf och delbeslut"
            om_frågan = "jävsfråga" in (tidigare.typ, h.typ)
            yield Datafel(("händelser", i), text, råd, regel=_REGEL if om_frågan else "")


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
    elif _rör(h) == h.paragraf and _efter_saken(möte, h):
        text = f"jävsfrågan avgörs i delbeslut {h.delbeslut} av den § den rör, efter ett delbeslut i sak"
        råd = "jävsfrågorna avgörs först, i delbeslut 1 och framåt (KL 6:30)"
        yield Datafel(("händelser", i, "delbeslut"), text, råd, regel=_REGEL)
    elif _rör(h) == h.paragraf and delbeslut.get(h.paragraf) == 1:
        text = f"jävsfrågan i § {h.paragraf} har inget eget beslut, så det går inte att se om {h.namn} deltog i ärendet"
        råd = "skriv jävsfrågan som det första av två delbeslut"
        yield Datafel(("händelser", i), text, råd, "varning", regel=_REGEL)
    elif (sagt := _beslutat(möte, h)) not in (None, h.utfall):
        text = f"beslutet i § {h.paragraf} säger {sagt}, men utfall är {h.utfall}"
        yield Datafel(("händelser", i, "utfall"), text, "rätta utfall, eller beslutet", regel=_REGEL)


def _beslutat(möte: Möte, h: Händelse) -> str | None:
    """Vad jävsfrågans eget beslut säger; None när det inte går att läsa ut."""
    p = next((p for p in möte.paragrafer if p.nr == h.paragraf), None)
    k = h.delbeslut or 1
    if p is None or k > len(p.beslut):
        return None
    beslut = jämförbar(p.beslut[k - 1])
    yrkat = (jämförbar(t) for y in p.yrkanden if y.delbeslut == k for t in (y.lydelse or y.text,) if t)
    avslaget = bool(_AVSLÅS.search(beslut))
    om_jäv = next((t for t in (beslut, *(yrkat if avslaget else ())) if "jäv" in t), None)
    if om_jäv is None:
        return None
    return "inte jävig" if bool(_INTE.search(om_jäv)) != avslaget else "jävig"


def _efter_saken(möte: Möte, h: Händelse) -> bool:
    """Om något delbeslut före jävsfrågans inte själv är en jävsfråga."""
    frågor = jävsfrågor(möte, h.paragraf)
    return any(k not in frågor for k in range(1, h.delbeslut or 1))


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
