"""Tabeller i Word: försättsbladets uppgifter utan ramar, och datatabeller med rubrikrad."""

from collections.abc import Callable

from gns.render.docx_element import Element, el, form, stycke
from gns.render.docx_rad import Rader
from gns.render.trad import Nod, klartext

BREDD = 9070  # satsytans bredd i tjugondels punkter: 16 cm
_OMSLAG = (2950, BREDD - 2950)
_TECKEN, _MINST, _LUFT, _ORD_HÖGST = 115, 6, 260, 24


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
    bredder = _bredder(alla)
    celler = [tuple(_cell(b, _innehåll(c, innehåll)) for c, b in zip(r.barn, bredder, strict=True)) for r in alla]
    look = el("tblLook", val="0020", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1)
    return [*rubrik, _tabell("Tabell", bredder, celler, look, len(huvud))]


def _innehåll(cell: Nod, innehåll: Callable[[Nod], list[Element]]) -> list[Element]:
    element = innehåll(cell)
    for p in element:
        if cell.har("tal"):
            form(p).alignment = 2
    return element


def _bredder(rader: tuple[Nod, ...]) -> tuple[int, ...]:
    """Spaltbredder efter den längsta texten; räcker inte satsytan får varje spalt helst plats för sitt längsta ord."""
    spalter = list(zip(*(r.barn for r in rader), strict=True))
    önskat = [min(_bredd(max(map(_tecken, spalt))), BREDD) for spalt in spalter]
    minst = [min(_bredd(max(map(_längsta_ord, spalt))), b) for spalt, b in zip(spalter, önskat, strict=True)]
    över, behov = BREDD - sum(minst), sum(önskat) - sum(minst)
    if över >= behov:
        return tuple(önskat)
    if över < 0:
        return tuple(b * BREDD // sum(minst) for b in minst)
    return tuple(m + (b - m) * över // behov for m, b in zip(minst, önskat, strict=True))


def _bredd(tecken: int) -> int:
    return max(tecken, _MINST) * _TECKEN + _LUFT


def _tecken(cell: Nod) -> int:
    return max([len(klartext(cell.delar)), *map(_tecken, cell.barn)])


def _längsta_ord(cell: Nod) -> int:
    """Det längsta ordet; mycket långa (webbadresser) får brytas."""
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
