"""Trädet som Word-dokument på husets mall ``stil.docx``; samma byte varje gång."""

from collections.abc import Iterable, Iterator
from copy import deepcopy
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from docx.document import Document
from docx.oxml.ns import qn

from gns.render.docx_block import Block
from gns.render.docx_element import Element, form, stycke, är
from gns.render.docx_lista import Numrering
from gns.render.docx_mall import fyll_i
from gns.render.docx_oppna import öppna
from gns.render.docx_rad import Rader
from gns.render.docx_tabell import är_liggande
from gns.render.trad import Nod, Träd, klartext, på_skärm
from gns.render.ziparkiv import ordna_arkiv

_SPRÅK = {"sv": "sv-SE", "en": "en-GB"}
_DAG = datetime(2000, 1, 1, tzinfo=UTC)
_SIDSLAG = ("", "first_page_", "even_page_")


def skriv_docx(träd: Träd, stil: Path) -> bytes:
    """Dokumentet som docx på mallen ``stil`` (stil.docx), vars text byts ut och vars formatmallar används.

    ``Användningsfel`` när mallen inte är ett Word-dokument, saknar en formatmall eller när ett tecken inte går att
    skriva i xml.
    """
    dokument, numrering = öppna(stil)
    bokmärken = {id_: f"gns_{i}" for i, id_ in enumerate(_id_i(träd.innehåll), 1)}
    _skriv_brödtext(dokument, numrering, träd, bokmärken)
    _skriv_kanter(dokument, träd, bokmärken)
    _skriv_egenskaper(dokument, träd)
    arkiv = BytesIO()
    dokument.save(arkiv)
    return ordna_arkiv(arkiv.getvalue())


def _skriv_brödtext(dokument: Document, numrering: Numrering, träd: Träd, bokmärken: dict[str, str]) -> None:
    kropp = dokument.element.body
    for gammalt in list(kropp):
        if not är(gammalt, "sectPr"):
            kropp.remove(gammalt)
    element = Block(Rader(dokument.part, bokmärken), numrering, bokmärken).alla(träd.innehåll)
    if element and är(element[0], "p"):
        form(element[0]).page_break_before = None
    if not element or är(element[-1], "tbl"):
        element.append(stycke("Normal"))
    avsnitt = kropp[-1]
    for nytt in _med_liggande_sidor(element, avsnitt):
        avsnitt.addprevious(nytt)


def _med_liggande_sidor(element: Iterable[Element], avsnitt: Element) -> Iterator[Element]:
    """Elementen, där varje bred tabell med sin rubrik har ett eget avsnitt på liggande sidor."""
    rubrik: list[Element] = []
    for e in element:
        if är(e, "p") and e.style == "Caption":
            yield from rubrik
            rubrik = [e]
        elif är(e, "tbl") and är_liggande(e):
            yield _avsnittsbrytning(avsnitt, liggande=False)
            yield from (*rubrik, e, _avsnittsbrytning(avsnitt, liggande=True))
            rubrik = []
        else:
            yield from (*rubrik, e)
            rubrik = []
    yield from rubrik


def _avsnittsbrytning(avsnitt: Element, *, liggande: bool) -> Element:
    """Ett tomt stycke som avslutar ett avsnitt med mallens sida, stående eller liggande."""
    eget = deepcopy(avsnitt)
    if liggande:
        sida = eget.find(qn("w:pgSz"))
        bredd, höjd = sida.get(qn("w:w")), sida.get(qn("w:h"))
        sida.set(qn("w:w"), höjd)
        sida.set(qn("w:h"), bredd)
        sida.set(qn("w:orient"), "landscape")
    p = stycke("Normal")
    p.pPr.append(eget)
    return p


def _skriv_kanter(dokument: Document, träd: Träd, bokmärken: dict[str, str]) -> None:
    """Sidhuvud och sidfot, på varje sida också när mallen har en egen första sida."""
    rutor = på_skärm(träd.fot)
    huvud = [(next((k for k in ("organ", "datum", "utkast") if p.har(k)), ""), p) for p in träd.huvud]
    fot = [("ruta" if p in rutor else "sidtal", p) for p in träd.fot]
    avsnitt = dokument.sections[0]
    for kant, stycken, stil in (
        *((getattr(avsnitt, f"{slag}header"), huvud, "Header") for slag in _SIDSLAG),
        *((getattr(avsnitt, f"{slag}footer"), fot, "Footer") for slag in _SIDSLAG),
    ):
        if not kant.is_linked_to_previous:
            fyll_i(kant.part.element, stycken, Rader(kant.part, bokmärken), stil)


def _skriv_egenskaper(dokument: Document, träd: Träd) -> None:
    språk = _SPRÅK.get(träd.språk, träd.språk)
    organ = next((klartext(p.delar) for p in träd.huvud if p.har("organ")), "")
    uppgifter = dokument.core_properties
    uppgifter.title, uppgifter.author, uppgifter.language = träd.titel[:255], organ[:255], språk
    uppgifter.last_modified_by = uppgifter.comments = uppgifter.keywords = uppgifter.subject = ""
    uppgifter.created = uppgifter.modified = _DAG
    uppgifter.revision = 1
    for lang in dokument.styles.element.iterfind(f"{qn('w:docDefaults')}//{qn('w:lang')}"):
        lang.set(qn("w:val"), språk)


def _id_i(noder: Iterable[Nod]) -> Iterator[str]:
    for n in noder:
        if n.id:
            yield n.id
        yield from _id_i(n.barn)
