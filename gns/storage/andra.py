"""Ändringar i en befintlig post: ersätt, infoga och ta bort. Alla andra rader står kvar tecken för tecken."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode

from gns.grund.datafel import Fältväg
from gns.grund.fel import Användningsfel, Postfel
from gns.storage.form import delar, par, punkt, rader, skalär
from gns.storage.kant import kant
from gns.storage.trad import hämta, infogad, med, utan
from gns.storage.yaml_las import läs_noder, läs_yaml


@dataclass(frozen=True, slots=True)
class Redigering:
    """En läst post. Varje ändring ger filens nya innehåll, omläst och jämfört med det som var meningen.

    Alla ger KeyError när vägen inte finns och ValueError när värdet inte får stå i en post.
    """

    text: str  # med LF
    rot: MappingNode
    data: dict[str, Any]
    crlf: bool

    def ersätt(self, väg: Fältväg, värde: Any) -> bytes:
        """Byter värdet på vägen."""
        ny_data = med(self.data, väg, värde)
        väg = self._till_flöde(väg)
        if not väg:
            return self._klar("".join(f"{rad}\n" for rad in rader(ny_data)), ny_data)
        nod, index = self._nod(väg[:-1]), self._index(väg)
        byt = self._byt_värde if isinstance(nod, MappingNode) else self._byt_punkt
        return self._klar(byt(nod, index, hämta(ny_data, väg)), ny_data)

    def ersätt_texter(self, ändringar: Mapping[Fältväg, str]) -> bytes:
        """Byter många värden som är text mot andra på en rad, i ett svep; allt annat tecken för tecken kvar."""
        text, ny_data = self.text, self.data
        bytta: list[tuple[int, int, str]] = []
        for väg, värde in ändringar.items():
            ny_data = med(ny_data, väg, värde)
            nod = self._nod(väg)
            start, slut = nod.start_mark.index, kant(text, nod)
            kommentar = text[start:slut].partition("\n")[0].lstrip("|>+-0123456789") if _är_textblock(nod) else ""
            bytta.append((start, slut, skalär(värde) + kommentar))
        for start, slut, värde in sorted(bytta, reverse=True):
            text = f"{text[:start]}{värde}{text[slut:]}"
        return self._klar(text, ny_data)

    def infoga(self, väg: Fältväg, värde: Any, före: str | None = None) -> bytes:
        """Lägger in en ny nyckel (före en annan, annars sist) eller en listpunkt på sitt index."""
        grupp = infogad(hämta(self.data, väg[:-1]), väg[-1], värde, före)
        if self._till_flöde(väg) != väg:
            return self.ersätt(väg[:-1], grupp)
        nod, led = self._nod(väg[:-1]), väg[-1]
        kolumn = nod.start_mark.column if nod.start_mark else 0
        if isinstance(led, str):
            nya = par(skalär(led), värde, kolumn)
            return self._klar(self._lägg(nod, list(grupp).index(led), nya), med(self.data, väg[:-1], grupp))
        return self._klar(self._lägg(nod, led, punkt(värde, kolumn)), med(self.data, väg[:-1], grupp))

    def ta_bort(self, väg: Fältväg) -> bytes:
        """Tar bort nyckeln eller listpunkten; ValueError när gruppen skulle bli tom."""
        grupp = utan(hämta(self.data, väg[:-1]), väg[-1])
        if self._till_flöde(väg) != väg:
            return self.ersätt(väg[:-1], grupp)
        return self._klar(self._lyft_ut(self._nod(väg[:-1]), self._index(väg)), med(self.data, väg[:-1], grupp))

    def _klar(self, ny: str, väntat: Mapping[str, Any]) -> bytes:
        rå = ny.encode()
        try:
            stämmer = läs_yaml(rå) == väntat
        except Postfel:
            stämmer = False
        if not stämmer:
            råd = "öppna filen och gör ändringen för hand"
            raise Användningsfel("ändringen gick inte att göra utan att röra annat i filen", råd)
        return rå.replace(b"\n", b"\r\n") if self.crlf else rå

    def _nod(self, väg: Fältväg) -> Node:
        nod: Node = self.rot
        for i in range(len(väg)):
            barn = nod.value[self._index(väg[: i + 1])]
            nod = barn[1] if isinstance(nod, MappingNode) else barn
        return nod

    def _index(self, väg: Fältväg) -> int:
        grupp = hämta(self.data, väg[:-1])
        return list(grupp).index(väg[-1]) if isinstance(grupp, dict) else int(väg[-1])

    def _till_flöde(self, väg: Fältväg) -> Fältväg:
        """Vägen kortad till det yttersta [ ] eller { } som den går in i; hela vägen när den inte gör det."""
        for i in range(len(väg)):
            if _är_flöde(self._nod(väg[:i])):
                return väg[:i]
        return väg

    def _byt_värde(self, nod: Node, index: int, värde: Any) -> str:
        """Kommentarer på nyckelns rad och mellan nyckeln och värdet står kvar."""
        text = self.text
        nyckel, gammalt = nod.value[index]
        kolon = text.index(":", kant(text, nyckel)) + 1
        huvud, kropp = delar(värde, nyckel.start_mark.column + 2)
        huvudslut, kroppstart, slut = self._områden(gammalt, kolon)
        mellan = text[huvudslut:kroppstart]
        if huvud.startswith("|"):  # en kommentar mellan nyckeln och en |-text vore text: den flyttas efter
            mellan, _, under = mellan.partition("\n")
            indrag = " " * nyckel.start_mark.column
            kropp += [f"{indrag}{rad.strip()}" for rad in under.split("\n") if rad.strip()]
        return _foga(text[:kolon] + (f" {huvud}" if huvud else ""), mellan, kropp, text[slut:])

    def _områden(self, gammalt: Node, kolon: int) -> tuple[int, int, int]:
        """(slutet på det som står på nyckelns rad, början och slutet på raderna under) för ett värde."""
        text = self.text
        slut = kant(text, gammalt)
        if _är_textblock(gammalt):
            huvud = gammalt.start_mark.index
            while text[huvud] in "|>+-0123456789":
                huvud += 1
            return huvud, self._radslut(huvud), self._radslut(slut)
        if isinstance(gammalt, ScalarNode) or _är_flöde(gammalt):
            return slut, self._radslut(slut), self._radslut(slut)
        return kolon, self._radstart(gammalt.start_mark.index), self._radslut(slut)

    def _byt_punkt(self, nod: Node, index: int, värde: Any) -> str:
        streck = self._början(nod, index)
        slut = kant(self.text, nod.value[index])
        radslut = self._radslut(slut)
        efter = self.text[slut:radslut].rstrip("\n")  # en kommentar på den gamla punktens sista rad
        första, *resten = punkt(värde, nod.start_mark.column if nod.start_mark else 0)
        ny = "\n".join([första.lstrip(" ") + efter, *resten])
        return f"{self.text[:streck]}{ny}\n{self.text[radslut:]}"

    def _lägg(self, nod: Node, index: int, nya: list[str]) -> str:
        """Raderna på sin plats: efter den förra, eller före den första och dess kommentarer."""
        text = self.text
        if index > 0:
            slut = kant(text, self._värde(nod, index - 1))
            radslut = self._radslut(slut)
            return _foga(text[:slut], text[slut:radslut], nya, text[radslut:])
        början = self._början(nod, 0)
        start = self._radstart(början)
        if text[start:början].strip():
            return text[:början] + "\n".join(nya).lstrip(" ") + "\n" + " " * (början - start) + text[början:]
        while start > 0 and text[(ovan := self._radstart(start - 1)) : start].lstrip(" ").startswith("#"):
            start = ovan
        return _foga(text[:start], "", nya, text[start:])

    def _lyft_ut(self, nod: Node, index: int) -> str:
        text = self.text
        början = self._början(nod, index)
        radslut = self._radslut(kant(text, self._värde(nod, index)))
        start = self._radstart(början)
        if not text[start:början].strip():
            return text[:start] + text[radslut:]
        # Den första på en rad som börjar med streck: nästa tar dess plats, kommentarer emellan hamnar ovanför.
        nästa = self._början(nod, index + 1)
        mellan = text[radslut : self._radstart(nästa)]
        return text[:start] + mellan + text[start:början] + text[nästa:]

    def _värde(self, nod: Node, index: int) -> Node:
        barn = nod.value[index]
        ut: Node = barn[1] if isinstance(nod, MappingNode) else barn
        return ut

    def _början(self, nod: Node, index: int) -> int:
        """Index för nyckelns första tecken eller listpunktens streck."""
        if isinstance(nod, MappingNode):
            return int(nod.value[index][0].start_mark.index)
        start = self._radstart(nod.value[index].start_mark.index)
        kolumn = nod.start_mark.column if nod.start_mark else 0
        while self.text[start + kolumn : start + kolumn + 1] != "-":
            start = self._radstart(start - 1)
        return start + kolumn

    def _radstart(self, index: int) -> int:
        return self.text.rfind("\n", 0, index) + 1

    def _radslut(self, index: int) -> int:
        """Index efter radslutet på raden; ett index som redan står efter ett radslut är där."""
        if index and self.text[index - 1] == "\n":
            return index
        slut = self.text.find("\n", index)
        return len(self.text) if slut < 0 else slut + 1


def öppna(rå: bytes) -> Redigering:
    """Läser posten för ändring; Yamlfel när den inte går att läsa."""
    lf = rå.replace(b"\r\n", b"\n")
    rot, data = läs_noder(lf)
    return Redigering(lf.decode(), rot, data, lf != rå)


def _är_flöde(nod: Node) -> bool:
    return isinstance(nod, CollectionNode) and bool(nod.flow_style)


def _är_textblock(nod: Node) -> bool:
    return isinstance(nod, ScalarNode) and nod.style in ("|", ">")


def _foga(före: str, mellan: str, nya: list[str], efter: str) -> str:
    if nya and not (före + mellan).endswith("\n") and före + mellan:
        mellan += "\n"
    return före + mellan + "".join(f"{rad}\n" for rad in nya) + efter
