"""Läser tillbaka en pdf med ett annat bibliotek än det som skrev den."""

import io
from collections import Counter
from pathlib import Path
from typing import Any

import pypdf

from gns.render.pdf import skriv_pdf
from tests.render.prov import träd

STIL = Path(__file__).parents[2] / "mallar" / "stil.typ"
HUVUD = (
    '<p class="organ">Nämnden</p><p class="datum">Mötesdatum 2020-12-18</p><p class="utkast">UTKAST – EJ JUSTERAT</p>'
)
FOT = '<p>Justerandes sign</p><p>Utdragsbestyrkande</p><p>Sida <span class="sida"/> (<span class="sidor"/>)</p>'


def pdf(main: str, stil: Path = STIL) -> pypdf.PdfReader:
    """Dokumentet med märkningen i main, läst tillbaka."""
    return pypdf.PdfReader(io.BytesIO(skriv_pdf(träd(main, HUVUD, FOT), stil)))


def sidor(läst: pypdf.PdfReader) -> list[str]:
    """Varje sidas text."""
    return [sida.extract_text() for sida in läst.pages]


def brödtext(läst: pypdf.PdfReader) -> str:
    """Sidornas text utan sidhuvud och sidfot, med enkla mellanslag."""
    delar = [s.split("2020-12-18", 1)[1].split("Justerandes sign", 1)[0] for s in sidor(läst)]
    return " ".join(" ".join(delar).split())


def rot(läst: pypdf.PdfReader) -> Any:
    """Katalogen, den översta uppslagsdelen i filen."""
    return läst.trailer["/Root"]


def roller(läst: pypdf.PdfReader) -> Counter[str]:
    """Hur många av varje slag det finns i taggträdet."""
    antal: Counter[str] = Counter()
    kö = [rot(läst)["/StructTreeRoot"]["/K"]]
    while kö:
        nod = kö.pop().get_object()
        if isinstance(nod, list):
            kö += [b for b in nod if not isinstance(b, int)]
        elif "/S" in nod:
            antal[str(nod["/S"])] += 1
            kö += [nod["/K"]] if "/K" in nod and not isinstance(nod["/K"], int) else []
    return antal
