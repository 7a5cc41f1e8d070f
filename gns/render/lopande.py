"""Löpande text i ett element: delar med utseende, mellanrum sammandragna en gång för alla skrivare."""

import re
from collections.abc import Iterator
from dataclasses import replace

from gns.render.mallelement import Element
from gns.render.trad import Del, Slag

# Blanktecken som XHTML drar ihop; hårda blanksteg (U+00A0) är tecken och står kvar.
_BLANKT = re.compile(r"[ \t\r\n]+")
_ADRESS = re.compile(r"https://[A-Za-z0-9\-._~:/?#@!$&*+,;=%]+")
# En fil med sin mapp och raden: data/moten/2020-12-18.yaml#L12. Bokstäver och siffror runt varje punkt: aldrig ``..``.
_POST = re.compile(r"[A-Za-z0-9_-]+(?:/[A-Za-z0-9_-]+)+\.[a-z]+(?:#L[1-9][0-9]{0,6})?")
_TEXT = Del("")


def delar_i(e: Element) -> tuple[Del, ...]:
    """Elementets delar; blanktecken i början, i slutet och bredvid en radbrytning är borta."""
    return tuple(_dra_ihop(_platta(e, _TEXT)))


def _platta(e: Element, stil: Del) -> Iterator[Del]:
    for barn in e.innehåll:
        if isinstance(barn, str):
            yield replace(stil, text=_BLANKT.sub(" ", barn))
        elif barn.tagg in ("br", "span") and barn.innehåll:
            raise barn.fel(f"<{barn.tagg}> ska vara tomt", f"skriv <{barn.tagg}/> och sätt texten bredvid")
        elif barn.tagg == "br":
            yield Del("", slag="br")
        elif barn.tagg == "span":
            yield Del("", slag=_sidfält(barn))
        else:
            yield from _platta(barn, _med(stil, barn))


def _med(stil: Del, e: Element) -> Del:
    if e.tagg == "em":
        return replace(stil, betonad=True)
    if e.tagg == "strong":
        return replace(stil, stark=True)
    if e.tagg == "del":
        return replace(stil, struken=True)
    if e.tagg == "ins":
        return replace(stil, tillagd=True)
    href = e.attribut.get("href", "")
    if stil.länk:
        raise e.fel("en länk står inne i en länk", "ta bort den ena")
    not_ = "not" in e.klasser
    if not (len(href) > 1 and href.startswith("#")) and (not_ or not _utåt(href)):
        råd = 'skriv href="#…", href="https://…" eller en fil i postmappen'
        raise e.fel(f"länken ”{href}” går inte att använda", råd)
    return replace(stil, länk=href, slag="not" if not_ else "text")


def _utåt(href: str) -> bool:
    return bool(_ADRESS.fullmatch(href) or _POST.fullmatch(href))


def _sidfält(span: Element) -> Slag:
    if span.klasser == ("sida",):
        return "sida"
    if span.klasser == ("sidor",):
        return "sidor"
    raise span.fel('<span> utan class="sida" eller class="sidor"', "ge den en av klasserna")


def _dra_ihop(delar: Iterator[Del]) -> list[Del]:
    svar: list[Del] = []
    blank = True  # i början av en rad försvinner blanktecken
    for d in delar:
        if d.slag == "text":
            text = d.text.removeprefix(" ") if blank else d.text
            if not text:
                continue
            blank = text.endswith(" ")
            if svar and svar[-1] == replace(d, text=svar[-1].text):
                text = svar.pop().text + text
            svar.append(replace(d, text=text))
            continue
        if d.slag == "br":
            _kapa(svar)
        blank = d.slag == "br"
        svar.append(replace(d, text=d.text.strip(" ")))
    _kapa(svar)
    return svar


def _kapa(delar: list[Del]) -> None:
    """Tar bort blanktecknet sist på en rad."""
    if delar and delar[-1].slag == "text" and delar[-1].text.endswith(" "):
        sista = delar.pop()
        if len(sista.text) > 1:
            delar.append(replace(sista, text=sista.text[:-1]))
