"""Trädet som CommonMark (tabeller som i GFM): ett stycke är en rad, så att skillnader syns rad för rad."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from gns.render.md_rad import skriv_rad
from gns.render.trad import Del, Nod, Träd, på_skärm

_FETA = frozenset({"utkast", "justerad"})
_LINJE = Del(" " + "." * 40)


def skriv_md(träd: Träd) -> str:
    """Hela dokumentet; sidhuvudet står en gång först och sidfoten en gång sist. Slutar med ett radslut."""
    fot = på_skärm(träd.fot)
    delar = [_block(på_skärm(träd.huvud)), _block(träd.innehåll), _block((Nod("hr"), *fot)) if fot else ""]
    return "\n\n".join(d for d in delar if d) + "\n"


def _block(noder: Iterable[Nod]) -> str:
    """Blocken med en tom rad emellan; två listor intill varandra får olika märken så att de inte blir en."""
    ut: list[str] = []
    förra, växlad = "", False
    for nod in _platta(noder):
        växlad = nod.tagg == förra and nod.tagg in ("ul", "ol") and not växlad
        if nod.tagg == "ol":
            text, växlad = _numrerad(nod, växlad=växlad)
        else:
            text = _punkter(nod, "*" if växlad else "-") if nod.tagg == "ul" else _enkelt(nod)
        if text:
            ut.append(text)
            förra = nod.tagg
    return "\n\n".join(ut)


def _enkelt(nod: Nod) -> str:
    match nod.tagg:
        case "h1" | "h2" | "h3" | "h4":
            return _rubrik(nod)
        case "p":
            fet = bool(_FETA & set(nod.klasser))
            return skriv_rad([replace(d, stark=True) if fet and d.slag == "text" else d for d in nod.delar])
        case "dl":
            return "\n\n".join(_par(nod))
        case "table":
            return _tabell(nod)
        case "figure":
            from gns.render.diagram import beskrivning

            return skriv_rad((Del(beskrivning(nod)),))
        case "hr":
            return "---"
        case "section":
            return "\n\n".join(_not(li) for li in nod.barn[0].barn)
        case _:
            roll, namn = nod.barn
            return skriv_rad((*roll.delar, _LINJE, *((Del("", slag="br"), *namn.delar) if namn.delar else ())))


def _platta(noder: Iterable[Nod]) -> Iterator[Nod]:
    """Noderna utan section och div; bara noter och underskrifter är kvar som sådana."""
    for nod in noder:
        if nod.tagg in ("section", "div") and not (nod.har("noter") or nod.har("underskrift")):
            yield from _platta(nod.barn)
        else:
            yield nod


def _not(li: Nod) -> str:
    märke = Del(str(li.nummer), slag="not")
    första, *fler = li.barn or (Nod("p", delar=li.delar),)
    if första.tagg != "p":
        return _block((Nod("p", delar=(märke,)), första, *fler))
    return _block((replace(första, delar=(märke, Del(" "), *första.delar)), *fler))


def _rubrik(nod: Nod) -> str:
    text = skriv_rad(nod.delar, brytning=" ")
    return f"{'#' * int(nod.tagg[1])} " + re.sub(r"(^|[ ])(#+)$", r"\1\\\2", text)


def _par(dl: Nod) -> Iterator[str]:
    for dt, dd in zip(dl.barn[::2], dl.barn[1::2], strict=True):
        led = _fet((*dt.delar, Del(":"))) if not dt.delar or not dt.delar[-1].text.endswith(":") else _fet(dt.delar)
        värde = dd.barn[0] if [b.tagg for b in dd.barn] == ["p"] else dd
        if värde.barn:
            yield f"{skriv_rad(led)}\n\n{_block(värde.barn)}"
        else:
            yield skriv_rad((*led, Del(" "), *värde.delar))


def _fet(delar: Sequence[Del]) -> tuple[Del, ...]:
    """Delarna i fetstil; intill varandra liggande delar med samma utseende blir en."""
    ut: list[Del] = []
    for d in (replace(d, stark=True) if d.slag == "text" else d for d in delar):
        if ut and d.slag == "text" and ut[-1] == replace(d, text=ut[-1].text):
            ut[-1] = replace(d, text=ut[-1].text + d.text)
        else:
            ut.append(d)
    return tuple(ut)


def _punkter(lista: Nod, märke: str) -> str:
    return _punktrader([(f"{märke} ", li) for li in lista.barn])


def _numrerad(lista: Nod, *, växlad: bool) -> tuple[str, bool]:
    """En numrerad lista. CommonMark räknar själv, så ett hopp i numren blir en ny lista med det andra märket."""
    stycken: list[list[tuple[str, Nod]]] = []
    väntat = -1
    for li in lista.barn:
        nummer = li.nummer or 0
        if nummer != väntat:
            växlad = not växlad if stycken else växlad
            stycken.append([])
        stycken[-1].append((f"{nummer}{')' if växlad else '.'} ", li))
        väntat = nummer + 1
    return "\n\n".join(_punktrader(s) for s in stycken), växlad


def _punktrader(punkter: list[tuple[str, Nod]]) -> str:
    gles = any(len(li.barn) > 1 for _, li in punkter)
    return ("\n\n" if gles else "\n").join(_punkt(märke, li) for märke, li in punkter)


def _punkt(märke: str, li: Nod) -> str:
    text = _block(li.barn) if li.barn else skriv_rad(li.delar)
    indrag = "\n" + " " * len(märke)
    return re.sub(r"\n(?=[^\n])", indrag, märke + text).rstrip(" ")


def _tabell(nod: Nod) -> str:
    delar = {d.tagg: d for d in nod.barn}
    rubriker = list(delar["thead"].barn) if "thead" in delar else []
    rader = rubriker[1:] + (list(delar["tbody"].barn) if "tbody" in delar else [])
    bredd = len((rubriker or rader)[0].barn)
    första = rubriker[0].barn if rubriker else tuple(Nod("th") for _ in range(bredd))
    tal = [any(c.har("tal") for c in kolumn) for kolumn in zip(*(r.barn for r in rader), strict=True)] or [
        False
    ] * bredd
    ut = [_tabellrad(första), "|" + "|".join(" ---: " if t else " --- " for t in tal) + "|"]
    ut += [_tabellrad(r.barn) for r in rader]
    rubrik = skriv_rad(_fet(delar["caption"].delar)) + "\n\n" if "caption" in delar else ""
    return rubrik + "\n".join(ut)


def _tabellrad(celler: Iterable[Nod]) -> str:
    return "| " + " | ".join(skriv_rad(_celltext(c), brytning="<br>") for c in celler) + " |"


def _celltext(cell: Nod) -> tuple[Del, ...]:
    """Cellens text; block i en cell skiljs åt med en brytning, eftersom en cell är en rad."""
    delar = list(cell.delar)
    for barn in cell.barn:
        delar += [Del("", slag="br"), *_celltext(barn)] if delar else _celltext(barn)
    return tuple(delar)
