"""Sidhuvud och sidfot på papper när webbsidan skrivs ut: rutor i sidans marginal (CSS Paged Media)."""

from collections.abc import Iterable

from gns.render.trad import Del, Nod, Träd

_RÄKNARE = {"sida": "counter(page)", "sidor": "counter(pages)"}


def marginaler(träd: Träd) -> str:
    """CSS-regler med sidhuvudets och sidfotens text; första sidan visar sidhuvudet i själva sidan."""
    rutor: dict[str, list[Nod]] = {}
    for p in träd.huvud:
        plats = "top-left" if p.har("organ") else "top-center" if p.har("utkast") else "top-right"
        rutor.setdefault(plats, []).append(p)
    for i, p in enumerate(träd.fot):
        numrerad = any(d.slag in _RÄKNARE for d in p.delar) or i > 1
        rutor.setdefault("bottom-right" if numrerad else ("bottom-left", "bottom-center")[i], []).append(p)
    innehåll = " ".join(f"@{plats} {{ content: {_innehåll(stycken)}; }}" for plats, stycken in rutor.items())
    första = " ".join(f"@{plats} {{ content: none; }}" for plats in rutor if plats.startswith("top"))
    return f"@page {{ {innehåll} }}\n@page :first {{ {första} }}\n"


def _innehåll(stycken: Iterable[Nod]) -> str:
    rader = [" ".join(_del(d) for d in p.delar) for p in stycken]
    return ' "\\a " '.join(rader) or '""'


def _del(d: Del) -> str:
    return _RÄKNARE.get(d.slag) or _sträng("\n" if d.slag == "br" else d.text)


def _sträng(text: str) -> str:
    """Texten som CSS-sträng; allt utom bokstäver, siffror och mellanslag skrivs som sitt nummer."""
    return '"' + "".join(t if t.isalnum() or t == " " else f"\\{ord(t):x} " for t in text) + '"'
