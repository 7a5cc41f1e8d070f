"""Trädet som en enda tillgänglig webbsida: stilen ligger i sidan, inget skript, inget hämtas."""

from collections.abc import Iterable, Iterator

from gns.render.html_sida import marginaler
from gns.render.obrutet import grupper
from gns.render.trad import Del, Nod, Träd, efter_länk, klartext, på_skärm

_FLYKT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
_RADER = frozenset({"section", "div", "ul", "ol", "dl", "table", "thead", "tbody", "tr", "figure"})


def skriv_html(träd: Träd, css: str) -> str:
    """Sidan med ``css`` inlagd. Innehållspolicyn släpper bara igenom just den stilen. Slutar med ett radslut."""
    stil = (css.rstrip() + "\n" + marginaler(träd)).replace("</", "<\\/")
    delar = [
        f'<!DOCTYPE html>\n<html lang="{_flykta(träd.språk)}">\n<head>\n<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(stil)}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{_flykta(träd.titel)}</title>\n<style>{stil}</style>\n</head>\n<body>",
        *_del_av_sidan("header", på_skärm(träd.huvud)),
        *_del_av_sidan("main", träd.innehåll),
        *_del_av_sidan("footer", på_skärm(träd.fot)),
        "</body>\n</html>\n",
    ]
    return "\n".join(delar)


def _flykta(text: str) -> str:
    return text.translate(_FLYKT)


def _policy(stil: str) -> str:
    from binascii import b2a_base64
    from hashlib import sha256

    summa = b2a_base64(sha256(stil.encode()).digest(), newline=False).decode()
    return f"default-src 'none'; style-src 'sha256-{summa}'; base-uri 'none'; form-action 'none'"


def _del_av_sidan(tagg: str, noder: Iterable[Nod]) -> Iterator[str]:
    innehåll = [_nod(n) for n in noder]
    if innehåll:
        yield "\n".join((f"<{tagg}>", *innehåll, f"</{tagg}>"))


def _nod(nod: Nod, attribut: str = "") -> str:
    if nod.tagg == "ol":
        return _omslut(nod, _start(nod), _numrerade(nod))
    if nod.tagg == "figure":
        from gns.render.diagram import som_svg

        return _omslut(nod, "", [_rullbar(som_svg(nod), klartext(nod.barn[0].delar)), _nod(nod.barn[0])])
    if nod.tagg == "table":
        rubrik = next((klartext(b.delar) for b in nod.barn if b.tagg == "caption"), "Tabell")
        return _rullbar(_omslut(nod, attribut, [_nod(b) for b in nod.barn]), rubrik)
    if nod.barn:
        return _omslut(nod, attribut, [_nod(b) for b in nod.barn])
    return f"<{nod.tagg}{_attribut(nod)}{attribut}>{_löpande(nod.delar)}</{nod.tagg}>"


def _rullbar(html: str, namn: str) -> str:
    """Det som kan vara bredare än en smal skärm rullar för sig, också med tangentbordet; sidan rullar aldrig i sidled."""
    return f'<div class="rullbar" role="region" aria-label="{_flykta(namn)}" tabindex="0">\n{html}\n</div>'


def _omslut(nod: Nod, attribut: str, delar: Iterable[str]) -> str:
    skilj = "\n" if nod.tagg in _RADER else ""
    return f"<{nod.tagg}{_attribut(nod)}{attribut}>{skilj}{skilj.join(delar)}{skilj}</{nod.tagg}>"


def _attribut(nod: Nod) -> str:
    par = (("class", " ".join(nod.klasser)), ("id", nod.id), ("scope", nod.scope))
    return "".join(f' {namn}="{_flykta(värde)}"' for namn, värde in par if värde)


def _start(ol: Nod) -> str:
    return "" if ol.barn[0].nummer == 1 else f' start="{ol.barn[0].nummer}"'


def _numrerade(ol: Nod) -> Iterator[str]:
    väntat = ol.barn[0].nummer
    for li in ol.barn:
        yield _nod(li, "" if li.nummer == väntat else f' value="{li.nummer}"')
        väntat = (li.nummer or 0) + 1


def _löpande(delar: Iterable[Del]) -> str:
    return "".join(_länkad(länk, grupp) for länk, grupp in efter_länk(delar))


def _länkad(länk: str, delar: tuple[Del, ...]) -> str:
    text = "".join(_grupp(grupp, obruten=obruten) for grupp, obruten in grupper(delar))
    if not länk:
        return text
    if delar[0].slag == "not":
        return f'<sup><a class="not" href="{_flykta(länk)}">{_flykta(delar[0].text)}</a></sup>'
    return f'<a href="{_flykta(länk)}">{text}</a>'


def _grupp(delar: Iterable[Del], *, obruten: bool) -> str:
    text = "".join(_del(d) for d in delar)
    return f'<span class="obruten">{text}</span>' if obruten else text


def _del(d: Del) -> str:
    if d.slag == "br":
        return "<br>"
    text = _flykta(d.text)
    text = f"<em>{text}</em>" if d.betonad else text
    text = f"<strong>{text}</strong>" if d.stark else text
    text = f"<ins>{text}</ins>" if d.tillagd else text
    return f"<del>{text}</del>" if d.struken else text
