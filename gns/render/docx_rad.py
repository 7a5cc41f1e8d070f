"""Löpande text som Word-text: utseende, länkar, fält och det som inte får brytas."""

import re
from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import Protocol

from gns.grund.fel import Användningsfel
from gns.render.docx_element import Element, el
from gns.render.obrutet import grupper
from gns.render.trad import Del, efter_länk

_OTILLÅTET = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FÄLT = {"sida": "PAGE", "sidor": "NUMPAGES"}
_LÄNKTYP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
_R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Dokumentdel(Protocol):
    """Den del av arkivet (brödtext, sidhuvud, sidfot) som en yttre länk hör till."""

    def relate_to(self, target: str, reltype: str, is_external: bool = False) -> str:
        """Id för länken till ``target``."""
        ...

    def new_pic_inline(self, image_descriptor: BytesIO, width: int | None = None) -> Element:
        """En bild som element; bilden läggs i arkivet."""
        ...


class Rader:
    """Gör delar till Word-element; ``mål`` ger bokmärkets namn för varje id i dokumentet."""

    def __init__(self, del_: Dokumentdel, mål: Mapping[str, str]) -> None:
        self._del = del_
        self._mål = mål

    def element(self, delar: Iterable[Del]) -> list[Element]:
        """Text, länkar och fält i ordning."""
        svar: list[Element] = []
        for länk, del_ in efter_länk(delar):
            element = [_ett(d, obruten) for grupp, obruten in grupper(del_) for d in grupp]
            svar += [self._länk(länk, element)] if länk else element
        return svar

    def bild(self, png: bytes, beskrivning: str, bredd: int) -> Element:
        """En bild i löpande text med sin beskrivning för den som inte ser den; bredden i EMU."""
        inline = self._del.new_pic_inline(BytesIO(png), width=bredd)
        inline.docPr.set("descr", beskrivning)
        inline.docPr.set("name", f"Diagram {inline.docPr.get('id')}")
        return el("r", el("drawing", inline))

    def _länk(self, länk: str, element: list[Element]) -> Element:
        if länk.startswith("#"):
            return el("hyperlink", *element, anchor=self._mål[länk[1:]], history=1)
        yttre = el("hyperlink", *element, history=1)
        yttre.set(_R_ID, self._del.relate_to(länk, _LÄNKTYP, is_external=True))
        return yttre


def _ett(d: Del, obruten: bool) -> Element:
    if d.slag in _FÄLT:
        return el("fldSimple", el("r", _text("1")), instr=_FÄLT[d.slag])
    if d.slag == "br":
        return el("r", el("br"))
    return el("r", *_utseende(d), *(_hårda(d.text) if obruten else [_text(d.text)]))


def _utseende(d: Del) -> list[Element]:
    märken = []
    if d.slag == "not":
        märken.append(el("rStyle", val="Notmarke"))
    elif d.leder_ut:
        märken.append(el("rStyle", val="Hyperlink"))
    märken += [el(på) for på, sann in (("b", d.stark), ("bCs", d.stark), ("i", d.betonad), ("iCs", d.betonad)) if sann]
    märken += [el("strike")] if d.struken else []
    märken += [el("u", val="single")] if d.tillagd else []
    return [el("rPr", *märken)] if märken else []


def _text(text: str) -> Element:
    otillåtet = _OTILLÅTET.search(text)
    if otillåtet:
        raise Användningsfel(
            f"tecknet U+{ord(otillåtet[0]):04X} går inte att skriva i ett Word-dokument; det står i "
            f"”{_OTILLÅTET.sub('?', text)[:60]}”",
            "ta bort tecknet i posten",
        )
    t = el("t")
    t.text = text
    t.set(_SPACE, "preserve")
    return t


def _hårda(text: str) -> list[Element]:
    """Text som inte bryts: hårt blanksteg, och bindestreck som hårt bindestreck."""
    bitar = text.replace(" ", "\u00a0").split("-")
    svar = [_text(bitar[0])] if bitar[0] else []
    for bit in bitar[1:]:
        svar += [el("noBreakHyphen"), *([_text(bit)] if bit else [])]
    return svar
