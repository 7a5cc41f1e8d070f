"""Trädets block som Word-stycken, listor och tabeller."""

from collections.abc import Iterable

from gns.render.docx_element import Element, alla, byt_stil, el, form, numrera, stycke, är
from gns.render.docx_lista import Numrering
from gns.render.docx_rad import Rader
from gns.render.docx_tabell import BREDD, omslag, tabell
from gns.render.trad import Nod

_RUBRIK = {"h1": "Heading1", "h2": "Heading2", "h3": "Heading3", "h4": "Heading4"}
_KLASS = {"utkast": "Utkast", "justerad": "Justerad", "ledtext": "Ledtext"}
_INDRAG = 397 * 635  # ett listindrag i EMU; samma som i husets listmallar
_LUFT = 76200  # 6 punkter efter en tabell


class Block:
    """Skriver block; ``normal`` är formatmallen för ett stycke utan klass, ``nivå`` listans djup."""

    def __init__(self, rader: Rader, numrering: Numrering, bokmärken: dict[str, str]) -> None:
        self._rader = rader
        self._numrering = numrering
        self._bokmärken = bokmärken
        self._märkt = 0

    def alla(self, noder: Iterable[Nod], normal: str = "Normal", nivå: int = 0) -> list[Element]:
        """Blocken i ordning, med luft kring tabeller så att två aldrig flyter ihop."""
        svar: list[Element] = []
        for nod in noder:
            nya = self._ett(nod, normal, nivå)
            if nod.har("justerad") and svar and är(svar[-1], "p"):
                form(svar[-1]).keep_with_next = True
            if svar and nya and är(svar[-1], "tbl"):
                _luft(svar, nya)
            svar += nya
        return svar

    def _ett(self, n: Nod, normal: str, nivå: int) -> list[Element]:
        return self._märk(n, self._utan_märke(n, normal, nivå))

    def _utan_märke(self, n: Nod, normal: str, nivå: int) -> list[Element]:
        if n.tagg == "p" or n.tagg in _RUBRIK:
            stil = _RUBRIK.get(n.tagg) or next((_KLASS[k] for k in n.klasser if k in _KLASS), normal)
            return [stycke(stil, *self._rader.element(n.delar))]
        if n.tagg in ("ul", "ol"):
            return self._lista(n, normal, nivå)
        if n.tagg == "dl":
            return [omslag(n, self._rader, lambda dd: self._i_cell(dd, "Omslagstext"))]
        if n.tagg == "table":
            return tabell(n, self._rader, lambda c: self._i_cell(c, "Tabellhuvud" if c.tagg == "th" else "Tabelltext"))
        if n.tagg == "figure":
            return self._diagram(n)
        if n.har("underskrift"):
            return self._underskrift(n)
        return self._grupp(n, normal, nivå)

    def _grupp(self, n: Nod, normal: str, nivå: int) -> list[Element]:
        element = self.alla(n.barn, "Noter" if n.har("noter") else normal, nivå)
        if n.har("håll-ihop"):
            håll_ihop(element)
        if n.har("ny-sida") and element:
            if är(element[0], "tbl"):
                element.insert(0, stycke("Normal"))
            form(element[0]).page_break_before = True
            form(element[0]).space_before = 0
        return element

    def _diagram(self, n: Nod) -> list[Element]:
        from gns.render.diagram import beskrivning, som_svg
        from gns.render.png import som_png

        bild = stycke("Normal", self._rader.bild(som_png(som_svg(n)), beskrivning(n), BREDD * 635))
        form(bild).keep_with_next = True
        return [bild, stycke("Caption", *self._rader.element(n.barn[0].delar))]

    def _underskrift(self, n: Nod) -> list[Element]:
        roll, namn = (self._rader.element(p.delar) for p in n.barn)
        linje = el("r", el("tab"), el("tab"))
        return [stycke("Underskrift", *roll, linje), stycke("Underskriftsnamn", *namn)]

    def _i_cell(self, n: Nod, normal: str) -> list[Element]:
        if n.delar or not n.barn:
            return [stycke(normal, *self._rader.element(n.delar))]
        return self.alla(n.barn, normal)

    def _lista(self, n: Nod, normal: str, nivå: int) -> list[Element]:
        if n.har("ärendelista"):
            return [e for li in n.barn for e in self._märk(li, self._i_punkt(li, "Arendelista", nivå))]
        stil = normal if normal == "Noter" else "ListNumber" if n.tagg == "ol" else "ListBullet"
        svar: list[Element] = []
        lista, väntat = self._numrering.punktlista(), -1
        for li in n.barn:
            if li.nummer is not None and li.nummer != väntat:
                lista = self._numrering.numrerad(nivå, li.nummer)
            väntat = -1 if li.nummer is None else li.nummer + 1
            element = self._i_punkt(li, stil, nivå)
            numrera(element[0], lista, nivå)
            svar += self._märk(li, element)
        return svar

    def _i_punkt(self, li: Nod, stil: str, nivå: int) -> list[Element]:
        """Punktens stycken; det första har listans formatmall, de följande står i jämnhöjd med dess text."""
        if li.delar or not li.barn:
            return [stycke(stil, *self._rader.element(li.delar))]
        element = self.alla(li.barn, "ListContinue", nivå + 1)
        if li.barn[0].tagg != "p":
            element.insert(0, stycke("ListContinue"))
        byt_stil(element[0], stil)
        for barn in (e for e in element[1:] if är(e, "p") and e.pPr.pStyle.val == "ListContinue"):
            form(barn).left_indent = max(form(barn).left_indent or 0, _INDRAG * (nivå + 1))
        return element

    def _märk(self, n: Nod, element: list[Element]) -> list[Element]:
        """Sätter bokmärket för nodens id i dess första stycke."""
        stycken = alla(element, "p") if n.id else []
        if stycken:
            self._märkt += 1
            p = stycken[0]
            p.insert(1, el("bookmarkStart", id=self._märkt, name=self._bokmärken[n.id]))
            p.append(el("bookmarkEnd", id=self._märkt))
        return element


def håll_ihop(element: list[Element]) -> None:
    """Håller styckena på samma sida, så långt de får plats."""
    stycken = alla(element, "p")
    for p in stycken:
        form(p).keep_together = True
    for p in stycken[:-1]:
        form(p).keep_with_next = True


def _luft(före: list[Element], efter: list[Element]) -> None:
    if är(efter[0], "tbl"):
        före.append(stycke("Normal"))
    elif form(efter[0]).page_break_before is None and efter[0].pPr.pStyle.val in ("Normal", "ListContinue", "Noter"):
        form(efter[0]).space_before = _LUFT
