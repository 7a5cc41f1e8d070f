"""Husets Word-mall: sidhuvud och sidfot fylls i där mallen har ord inom klamrar."""

import re
from collections.abc import Iterable
from copy import deepcopy

from docx.oxml.ns import qn

from gns.render.docx_element import Element, stycke
from gns.render.docx_rad import Rader
from gns.render.trad import Nod

_PLATS = re.compile(r"\{(\w+)\}")


def fyll_i(rot: Element, stycken: Iterable[tuple[str, Nod]], rader: Rader, stil: str) -> None:
    """Sätter varje (namn, stycke) på nästa ``{namn}`` i ``rot``; ett som saknar plats läggs sist, så att inget försvinner.

    Allt annat i mallen (en bild, en linje) är kvar. En plats som inget fyller blir tom, och en cell som är en sådan plats
    mister sina ramar.
    """
    platser = [(träff[1], p) for p in rot.iter(qn("w:p")) if (träff := _PLATS.fullmatch(_text(p)))]
    for namn, nod in stycken:
        i = next((i for i, (n, _) in enumerate(platser) if n == namn), None)
        if i is None:
            p = stycke(stil)
            rot.append(p)
            _sätt(p, rader.element(nod.delar))
        else:
            _sätt(platser.pop(i)[1], rader.element(nod.delar))
    for _, p in platser:
        _sätt(p, [])
        for ramar in p.getparent().iterfind(f"{qn('w:tcPr')}/{qn('w:tcBorders')}"):
            ramar.getparent().remove(ramar)


def _text(p: Element) -> str:
    return "".join(t.text or "" for t in p.iter(qn("w:t"))).strip()


def _sätt(p: Element, innehåll: list[Element]) -> None:
    """Byter styckets text; dess utseende och den första textens utseende är kvar."""
    utseende = p.find(f"{qn('w:r')}/{qn('w:rPr')}")
    for barn in list(p):
        if barn.tag != qn("w:pPr"):
            p.remove(barn)
    p.extend(innehåll)
    for r in p.iter(qn("w:r")) if utseende is not None else ():
        if r.find(qn("w:rPr")) is None:
            r.insert(0, deepcopy(utseende))
