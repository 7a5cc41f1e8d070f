"""WordprocessingML-element: byggs alltid som noder, aldrig som text."""

from typing import Any, TypeAlias

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.text.parfmt import ParagraphFormat

Element: TypeAlias = Any  # BaseOxmlElement: en lxml-klass, och lxml har inga typer


def el(tagg: str, *barn: Element, **attribut: object) -> Element:
    """``<w:tagg w:attribut="…">`` med barn."""
    element = OxmlElement(f"w:{tagg}", {qn(f"w:{namn}"): str(värde) for namn, värde in attribut.items()})
    element.extend(barn)
    return element


def stycke(stil: str, *barn: Element) -> Element:
    """Ett stycke med formatmallen ``stil`` (id)."""
    return el("p", el("pPr", el("pStyle", val=stil)), *barn)


def form(p: Element) -> ParagraphFormat:
    """Styckets egna inställningar, utöver formatmallen."""
    return ParagraphFormat(p)


def byt_stil(p: Element, stil: str) -> None:
    """Ger stycket en annan formatmall."""
    p.pPr.pStyle.val = stil


def numrera(p: Element, num_id: int, nivå: int) -> None:
    """Gör stycket till en punkt i en lista."""
    num = p.get_or_add_pPr().get_or_add_numPr()
    num.get_or_add_ilvl().val = nivå
    num.get_or_add_numId().val = num_id


def är(element: Element, tagg: str) -> bool:
    """Om elementet är ``<w:tagg>``."""
    return bool(element.tag == qn(f"w:{tagg}"))


def alla(element: list[Element], tagg: str) -> list[Element]:
    """Varje ``<w:tagg>`` i elementen och i det de innehåller, i ordning."""
    return [e for rot in element for e in rot.iter(qn(f"w:{tagg}"))]
