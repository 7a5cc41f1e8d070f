"""Formatmallarna i husets Word-mall, med de id som gns använder vad Word än har döpt om dem till."""

from docx.document import Document
from docx.oxml.ns import qn

from gns.grund.fel import Användningsfel
from gns.render.docx_element import Element

# Namnet i filen → id. Word på svenska byter id (Heading1 → Rubrik1) men aldrig de inbyggda namnen.
_STILAR = {
    "Normal": "Normal",
    **{f"heading {n}": f"Heading{n}" for n in (1, 2, 3, 4)},
    "List Bullet": "ListBullet",
    "List Number": "ListNumber",
    "List Continue": "ListContinue",
    "caption": "Caption",
    "header": "Header",
    "footer": "Footer",
    "Hyperlink": "Hyperlink",
    **dict.fromkeys(("Utkast", "Justerad", "Ledtext", "Omslagstext", "Underskrift", "Underskriftsnamn"), ""),
    **dict.fromkeys(("Noter", "Tabelltext", "Tabellhuvud", "Omslag", "Tabell"), ""),
    "Ärendelista": "Arendelista",
    "Notmärke": "Notmarke",
}
_HÄNVISAR = ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link")


def stämda_stilar(dokument: Document, namn: str) -> None:
    """Ger formatmallarna gns id:n. ``Användningsfel`` när mallen ``namn`` saknar någon av dem."""
    stilar = dokument.styles.element
    rätt_id = {s.find(qn("w:name")).get(qn("w:val")).lower(): s for s in stilar.iterchildren(qn("w:style"))}
    saknas = [s for s in _STILAR if s.lower() not in rätt_id]
    if saknas:
        raise Användningsfel(
            f"{namn} saknar formatmallen {', '.join(saknas)}", "utgå från den stil.docx som följer med gns"
        )
    byten: dict[str, str] = {}
    for stil, id_ in _STILAR.items():
        element = rätt_id[stil.lower()]
        byten[element.get(qn("w:styleId"))] = id_ or stil
        element.set(qn("w:styleId"), id_ or stil)
    for rot in (stilar, *kanter(dokument)):
        _byt(rot, byten)


def kanter(dokument: Document) -> list[Element]:
    """Mallens sidhuvuden och sidfötter."""
    avsnitt = dokument.sections[0]
    slag = ("header", "footer", "first_page_header", "first_page_footer", "even_page_header", "even_page_footer")
    alla = (getattr(avsnitt, s) for s in slag)
    return [k.part.element for k in alla if not k.is_linked_to_previous]


def _byt(rot: Element, byten: dict[str, str]) -> None:
    for hänvisning in rot.iter(*(qn(f"w:{h}") for h in _HÄNVISAR)):
        id_ = hänvisning.get(qn("w:val"))
        hänvisning.set(qn("w:val"), byten.get(id_, id_))
