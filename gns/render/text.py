"""Trädet som text för en terminal: att läsa, inte märkspråk. Posternas ord står som de är, brutna vid bredden."""

from collections.abc import Iterable, Iterator

from gns.render.text_rad import bryt, häng, märk
from gns.render.text_tabell import skriv_tabell
from gns.render.trad import Nod, Träd, klartext, på_skärm

_ROLL = 18
_LINJE = 30


def skriv_text(träd: Träd, bredd: int = 80) -> str:
    """Hela dokumentet. Raderna är högst ``bredd`` tecken, utom när ett enda ord är längre. Slutar med ett radslut."""
    huvud = [rad for p in på_skärm(träd.huvud) for rad in bryt(p.delar, bredd)]
    fot = [rad for p in på_skärm(träd.fot) for rad in bryt(p.delar, bredd)]
    delar = [huvud, _block(träd.innehåll, bredd), ["-" * bredd, *fot] if fot else []]
    return "\n\n".join("\n".join(rader) for rader in delar if rader) + "\n"


def _block(noder: Iterable[Nod], bredd: int) -> list[str]:
    """Blockens rader med en tom rad emellan; under en rubrik på nivå 3 och 4 står texten direkt."""
    ut: list[str] = []
    tätt = True
    for nod in noder:
        rader = _rader(nod, bredd)
        if rader:
            ut += rader if tätt else ["", *rader]
            tätt = nod.tagg in ("h3", "h4")
    return ut


def _rader(nod: Nod, bredd: int) -> list[str]:
    match nod.tagg:
        case "h1" | "h2":
            rader = bryt(nod.delar, bredd)
            return [*rader, ("=" if nod.tagg == "h1" else "-") * max(map(len, rader), default=0)]
        case "h3" | "h4" | "p":
            return bryt(nod.delar, bredd)
        case "ul" | "ol":
            return _lista(nod, bredd)
        case "dl":
            return list(_par(nod, bredd))
        case "table":
            return skriv_tabell(nod, bredd)
        case "figure":
            from gns.render.text_staplar import skriv_staplar

            return skriv_staplar(nod, bredd)
        case _:
            return _grupp(nod, bredd)


def _grupp(nod: Nod, bredd: int) -> list[str]:
    if nod.har("underskrift"):
        return _underskrift(nod)
    if nod.har("noter"):
        return [rad for li in nod.barn[0].barn for rad in häng(f"[{li.nummer}] ", _innehåll(li, bredd - 5))]
    rader = _block(nod.barn, bredd)
    return ["-" * bredd, "", *rader] if nod.har("ny-sida") else rader


def _innehåll(nod: Nod, bredd: int) -> list[str]:
    return _block(nod.barn, bredd) if nod.barn else bryt(nod.delar, bredd)


def _lista(nod: Nod, bredd: int) -> list[str]:
    märken = [märk(li.nummer) for li in nod.barn]
    indrag = max(map(len, märken))
    rader: list[str] = []
    for märke, li in zip(märken, nod.barn, strict=True):
        if rader and len(li.barn) > 1:
            rader.append("")
        rader += häng(märke.rjust(indrag), _innehåll(li, bredd - indrag))
    return rader


def _par(dl: Nod, bredd: int) -> Iterator[str]:
    """Ledtexterna i en kolumn och värdena i nästa."""
    par = list(zip(dl.barn[::2], dl.barn[1::2], strict=True))
    led = min(max((len(klartext(dt.delar)) for dt, _ in par), default=0), bredd * 2 // 5)
    for dt, dd in par:
        vänster = bryt(dt.delar, led)
        höger = [rad for p in dd.barn or (dd,) for rad in _rader_i_värde(p, bredd - led - 2)]
        for i in range(max(len(vänster), len(höger))):
            rad = "".join(vänster[i : i + 1]).ljust(led + 2) + "".join(höger[i : i + 1])
            yield rad.rstrip(" ")


def _rader_i_värde(nod: Nod, bredd: int) -> list[str]:
    return bryt(nod.delar, bredd) if nod.tagg in ("dd", "p") else _rader(nod, bredd)


def _underskrift(nod: Nod) -> list[str]:
    roll, namn = (klartext(p.delar) for p in nod.barn)
    rader = [f"{roll.ljust(_ROLL)} {'.' * _LINJE}".lstrip(" ")]
    return [*rader, " " * (_ROLL + 1) + namn] if namn else rader
