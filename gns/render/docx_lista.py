"""Riktiga Word-listor: varje numrerad lista räknar för sig."""

from docx.oxml.ns import qn

from gns.render.docx_element import Element, el


class Numrering:
    """Husets listmallar (de som formatmallarna ListBullet och ListNumber använder) och nya listor av dem."""

    def __init__(self, numrering: Element, stilar: Element) -> None:
        self._numrering = numrering
        self._punkt = _num_id(stilar, "ListBullet")
        mall = next(n for n in self._num() if n.get(qn("w:numId")) == str(_num_id(stilar, "ListNumber")))
        self._mall = mall.find(qn("w:abstractNumId")).get(qn("w:val"))
        self._nästa = 1 + max(int(n.get(qn("w:numId"))) for n in self._num())

    def punktlista(self) -> int:
        """Listan för punkter; alla punktlistor delar den."""
        return self._punkt

    def numrerad(self, nivå: int, start: int) -> int:
        """En ny lista som på sin nivå börjar med ``start``."""
        nästa, self._nästa = self._nästa, self._nästa + 1
        börja = el("lvlOverride", el("startOverride", val=start), ilvl=nivå)
        self._numrering.append(el("num", el("abstractNumId", val=self._mall), börja, numId=nästa))
        return nästa

    def _num(self) -> list[Element]:
        return list(self._numrering.iterchildren(qn("w:num")))


def _num_id(stilar: Element, stil: str) -> int:
    s = next(s for s in stilar.iterchildren(qn("w:style")) if s.get(qn("w:styleId")) == stil)
    return int(s.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}").get(qn("w:val")))
