"""Ett element som mallen skrev det, innan det blir en nod i trädet."""

from collections.abc import Callable

BLANKA = " \t\r\n"  # de tecken som XHTML räknar som mellanrum


class Trädfel(Exception):
    """Mallens märkning är fel; ``plats`` är teckenindex i den utskrivna XHTML:en."""

    def __init__(self, text: str, råd: str, plats: int) -> None:
        super().__init__(text)
        self.text = text
        self.råd = råd
        self.plats = plats


class Element:
    """Tagg, attribut och innehåll (text och element) i den ordning de står; ``byte`` är platsen i UTF-8."""

    __slots__ = ("attribut", "byte", "innehåll", "plats_i_text", "tagg")

    def __init__(self, tagg: str, attribut: dict[str, str], byte: int) -> None:
        self.tagg = tagg
        self.attribut = attribut
        self.byte = byte
        self.innehåll: list[str | Element] = []
        self.plats_i_text: Callable[[int], int] = lambda byte: byte

    @property
    def klasser(self) -> tuple[str, ...]:
        """Elementets klasser i den ordning de står."""
        return tuple(self.attribut.get("class", "").split())

    def fel(self, text: str, råd: str = "") -> Trädfel:
        """Ett fel som gäller elementet."""
        return Trädfel(text, råd, self.plats_i_text(self.byte))

    def element(self) -> list["Element"]:
        """Barnelementen. ``Trädfel`` när det står text mellan dem."""
        for del_ in self.innehåll:
            if isinstance(del_, str) and del_.strip(BLANKA):
                ord_ = del_.strip(BLANKA).split(" ")[0]
                raise self.fel(f"texten ”{ord_[:30]}” står direkt i <{self.tagg}>", "sätt den i <p>")
        return [d for d in self.innehåll if isinstance(d, Element)]
