"""Tabeller i Word: försättsbladets uppgifter utan ramar, och datatabeller med rubrikrad."""

from collections.abc import Callable

from gns.render.docx_element import Element, el, form, stycke
from gns.render.docx_element import alla as alla_element
from gns.render.docx_rad import Rader
from gns.render.trad import Nod, klartext

BREDD, LIGGANDE = 9070, 14000  # satsytans bredd i tjugondels punkter: 16 cm, och nästan 25 på en liggande sida
SPALTER_HÖGST = 8  # en tabell med fler får en egen liggande sida
_OMSLAG = (2950, BREDD - 2950)
_TECKEN, _MINST, _LUFT, _ORD_HÖGST = 115, 6, 260, 32
_SMÅ, _SMÅ_TECKEN = 14, 80  # halva punkter, och ett teckens bredd i den storleken


def omslag(dl: Nod, rader: Rader, innehåll: Callable[[Nod], list[Element]]) -> Element:
    """Par av ledtext och innehåll; första spalten är radernas rubriker för den som lyssnar."""
    par = zip(dl.barn[::2], dl.barn[1::2], strict=True)
    return _tabell(
        "Omslag",
        _OMSLAG,
        [
            (_cell(_OMSLAG[0], [stycke("Omslagstext", *rader.element(dt.delar))]), _cell(_OMSLAG[1], innehåll(dd)))
            for dt, dd in par
        ],
        el("tblLook", val="0080", firstRow=0, lastRow=0, firstColumn=1, lastColumn=0, noHBand=1, noVBand=1),
        0,
    )


def tabell(n: Nod, rader: Rader, innehåll: Callable[[Nod], list[Element]]) -> list[Element]:
    """Rubriken (om den finns) och tabellen; rader i thead upprepas överst på varje sida."""
    rubrik = [stycke("Caption", *rader.element(b.delar)) for b in n.barn if b.tagg == "caption"]
    delar = {b.tagg: b.barn for b in n.barn}
    huvud = delar.get("thead", ())
    alla = (*huvud, *delar.get("tbody", ()))
    if not alla:
        return rubrik
    liggande = len(alla[0].barn) > SPALTER_HÖGST
    bredder = _bredder(alla, LIGGANDE, _SMÅ_TECKEN) if liggande else _bredder(alla, BREDD, _TECKEN)
    celler = [tuple(_cell(b, _innehåll(c, innehåll)) for c, b in zip(r.barn, bredder, strict=True)) for r in alla]
    look = el("tblLook", val="0020", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1)
    färdig = _tabell("Tabell", bredder, celler, look, len(huvud))
    for egenskaper in (r.get_or_add_rPr() for r in alla_element([färdig], "r")) if liggande else ():
        egenskaper.append(el("sz", val=_SMÅ))
    return [*rubrik, färdig]


def är_liggande(tabellen: Element) -> bool:
    """Om tabellen har så många spalter att den behöver en liggande sida."""
    return len(alla_element([tabellen], "gridCol")) > SPALTER_HÖGST


def _innehåll(cell: Nod, innehåll: Callable[[Nod], list[Element]]) -> list[Element]:
    element = innehåll(cell)
    for p in element:
        if cell.har("tal"):
            form(p).alignment = 2
        if cell.scope == "row":  # bara spaltrubrikerna hålls ihop med nästa rad; annars får tabellen inte brytas alls
            form(p).keep_with_next = False
    return element


def _bredder(rader: tuple[Nod, ...], satsyta: int, tecken: int) -> tuple[int, ...]:
    """Spaltbredder efter den längsta texten; räcker inte satsytan får varje spalt helst plats för sitt längsta ord."""
    spalter = list(zip(*(r.barn for r in rader), strict=True))
    önskat = [min(_bredd(max(map(_tecken, spalt)), tecken), satsyta) for spalt in spalter]
    minst = [min(_bredd(max(map(_längsta_ord, spalt)), tecken), b) for spalt, b in zip(spalter, önskat, strict=True)]
    över, behov = satsyta - sum(minst), sum(önskat) - sum(minst)
    if över >= behov:
        return tuple(önskat)
    if över < 0:
        return tuple(b * satsyta // sum(minst) for b in minst)
    return tuple(m + (b - m) * över // behov for m, b in zip(minst, önskat, strict=True))


def _bredd(antal: int, tecken: int) -> int:
    return max(antal, _MINST) * tecken + _LUFT


def _tecken(cell: Nod) -> int:
    """Den längsta raden som den bryts i mallen."""
    rader = klartext(cell.delar, "\n").split("\n")
    return max([*map(len, rader), *map(_tecken, cell.barn)])


def _längsta_ord(cell: Nod) -> int:
    """Det längsta ordet; ett tal bryts aldrig, men mycket långa ord (webbadresser) får brytas."""
    if cell.har("tal"):
        return _tecken(cell)
    ord_ = [min(len(o), _ORD_HÖGST) for o in klartext(cell.delar).split(" ")]
    return max([*ord_, *map(_längsta_ord, cell.barn)])


def _cell(bredd: int, innehåll: list[Element]) -> Element:
    return el("tc", el("tcPr", el("tcW", w=bredd, type="dxa")), *innehåll)


def _tabell(
    stil: str, bredder: tuple[int, ...], rader: list[tuple[Element, ...]], look: Element, rubrikrader: int
) -> Element:
    egenskaper = el(
        "tblPr",
        el("tblStyle", val=stil),
        el("tblW", w=sum(bredder), type="dxa"),
        el("tblLayout", type="fixed"),
        look,
    )
    rutnät = el("tblGrid", *(el("gridCol", w=b) for b in bredder))
    trader = [
        el("tr", el("trPr", el("cantSplit"), *([el("tblHeader")] if i < rubrikrader else [])), *celler)
        for i, celler in enumerate(rader)
    ]
    return el("tbl", egenskaper, rutnät, *trader)
