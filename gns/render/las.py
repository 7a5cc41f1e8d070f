"""Läser mallens XHTML med expat och prövar den mot den slutna mängden; resultatet är ett ``Träd``."""

import re
from collections.abc import Iterator
from xml.parsers import expat

from gns.render.bygg import bygg_träd
from gns.render.mallelement import Element, Trädfel
from gns.render.mangd import ATTRIBUT, BARN, KLASSER
from gns.render.trad import Träd

_DJUP = 40
_FLEST = 200_000
_OTILLÅTET = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_XML_FEL = {
    "mismatched tag": "<{öppen}> är inte stängd när nästa slutmärke kommer",
    "not well-formed (invalid token)": "ett & eller < står fritt, eller ett attribut saknar citattecken",
    "syntax error": 'mallen ska börja med <html lang="sv">',
    "undefined entity": "tecknet &…; finns inte; de som finns är &amp; &lt; &gt; &quot; &apos; och &#160;",
    "no element found": "mallen tar slut innan <{öppen}> är stängd",
    "junk after document element": "det står något efter </html>",
    "duplicate attribute": "samma attribut står två gånger i ett element",
    "unclosed token": "ett märke som börjar med < är inte avslutat med >",
    "text declaration not well-formed": "raden <?xml …?> är fel",
}


def läs_träd(xhtml: str) -> Träd:
    """XHTML → träd. ``Trädfel`` med plats (teckenindex i ``xhtml``) när något inte hör till den slutna mängden."""
    otillåtet = _OTILLÅTET.search(xhtml)
    if otillåtet:
        raise Trädfel(
            f"texten innehåller ett tecken som inte går att skriva ut (U+{ord(otillåtet[0]):04X})",
            "ta bort tecknet i posten eller mallen",
            otillåtet.start(),
        )
    läsare = _Läsare(xhtml)
    läsare.läs()
    return bygg_träd(läsare.rot)


class _Läsare:
    """Bygger elementen och prövar namn, attribut och plats medan expat läser."""

    def __init__(self, xhtml: str) -> None:
        self._data = xhtml.encode()
        self._öppna: list[Element] = []
        self._antal = 0
        self.rot = Element("", {}, 0)
        self._expat = expat.ParserCreate("utf-8")
        self._expat.buffer_text = True
        self._expat.StartElementHandler = self._börja
        self._expat.EndElementHandler = self._sluta
        self._expat.CharacterDataHandler = self._text
        self._expat.StartDoctypeDeclHandler = self._doctype
        self._expat.ProcessingInstructionHandler = self._instruktion

    def läs(self) -> None:
        try:
            self._expat.Parse(self._data, True)
        except expat.ExpatError as fel:
            raise self._xml_fel(fel) from None

    def _plats(self, byte: int | None = None) -> int:
        plats = self._expat.CurrentByteIndex if byte is None else byte
        return len(self._data[:plats].decode("utf-8", "ignore"))

    def _fel(self, text: str, råd: str = "") -> Trädfel:
        return Trädfel(text, råd, self._plats())

    def _xml_fel(self, fel: expat.ExpatError) -> Trädfel:
        mening = expat.ErrorString(fel.code) or ""
        öppen = self._öppna[-1].tagg if self._öppna else "html"
        text = _XML_FEL.get(mening, "märkningen går inte att läsa som XML")
        plats = self._plats(self._expat.ErrorByteIndex)
        return Trädfel(text.format(öppen=öppen), "stäng varje element, och skriv & som &amp; och < som &lt;", plats)

    def _doctype(self, *_: object) -> None:
        raise self._fel("<!DOCTYPE …> får inte stå i en mall", "ta bort raden")

    def _instruktion(self, mål: str, _: str) -> None:
        raise self._fel(f"<?{mål} …?> får inte stå i en mall", "ta bort raden")

    def _börja(self, tagg: str, attribut: dict[str, str]) -> None:
        förälder = self._öppna[-1] if self._öppna else None
        tillåtna = BARN.get(förälder.tagg, frozenset()) if förälder else frozenset({"html"})
        if tagg not in tillåtna:
            raise self._fel(*_fel_plats(tagg, förälder))
        if len(self._öppna) >= _DJUP:
            raise self._fel(f"element ligger i varandra djupare än {_DJUP} nivåer", "ta bort nivåer i mallen")
        self._antal += 1
        if self._antal > _FLEST:
            raise self._fel(f"dokumentet har fler än {_FLEST // 1000} 000 element", "ta bort upprepningen som växer")
        if tagg == "span" and self._öppna[2].tagg not in ("header", "footer"):
            raise self._fel("sidnummer finns bara i sidhuvud och sidfot", "flytta <span> till <header> eller <footer>")
        for text, råd in _attributfel(tagg, attribut):
            raise self._fel(text, råd)
        nytt = Element(tagg, attribut, self._expat.CurrentByteIndex)
        nytt.plats_i_text = self._plats
        if förälder:
            förälder.innehåll.append(nytt)
        else:
            self.rot = nytt
        self._öppna.append(nytt)

    def _sluta(self, _: str) -> None:
        self._öppna.pop()

    def _text(self, text: str) -> None:
        self._öppna[-1].innehåll.append(text)


def _fel_plats(tagg: str, förälder: Element | None) -> tuple[str, str]:
    if tagg not in BARN:
        return f"<{tagg}> får inte stå i en mall", f"de element som finns: {', '.join(sorted(BARN))}"
    if förälder is None:
        return 'mallen ska börja med <html lang="sv">', "lägg allt innehåll i <html>"
    tillåtna = ", ".join(sorted(BARN[förälder.tagg])) or "ingenting"
    return f"<{tagg}> får inte stå i <{förälder.tagg}>", f"i <{förälder.tagg}> får stå: {tillåtna}"


def _attributfel(tagg: str, attribut: dict[str, str]) -> Iterator[tuple[str, str]]:
    for namn, värde in attribut.items():
        if namn == "class":
            kända = KLASSER.get(tagg, frozenset())
            okända = [k for k in värde.split() if k not in kända]
            if okända:
                råd = f"klasser för <{tagg}>: {', '.join(sorted(kända))}" if kända else f"<{tagg}> har inga klasser"
                yield f"klassen ”{okända[0]}” finns inte för <{tagg}>", råd
        elif namn not in ATTRIBUT.get(tagg, frozenset()):
            yield f"attributet ”{namn}” finns inte för <{tagg}>", "ta bort attributet"
