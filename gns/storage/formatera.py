"""``gns formatera``: postens form, aldrig vad den säger."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode

from gns.grund.block import läs_text
from gns.grund.datafel import Filfel, Fältväg
from gns.grund.fel import Postfel
from gns.grund.tecken import nfc
from gns.storage.fil import läs_bytes, visa_stig
from gns.storage.form import delar, skalär
from gns.storage.kommentar import Kommentarer, Plats, läs_kommentarer
from gns.storage.mening import radbryt
from gns.storage.slint import pröva_slintar
from gns.storage.yaml_las import läs_noder
from gns.storage.yamlfel import Yamlfel, radtext, som_filfel, vid

Ordning = Mapping[str, Any]


def formatera_fil(stig: Path, slag: str, id: str, kontrollera: bool) -> tuple[bool, tuple[Filfel, ...]]:
    """Om filen ändrades (med ``kontrollera``: borde ändras) och fel i formen; en fil som inte går att läsa rörs inte.

    Diskfel och Konfliktfel från skrivningen går vidare.
    """
    from gns.modell.ordning import ordning

    try:
        rå = läs_bytes(stig)
    except Postfel as fel:
        return False, fel.fel
    try:
        ny = _formatera_säkert(rå, slag, id, ordning(slag))
    except Yamlfel as fel:
        return False, (som_filfel(fel, visa_stig(stig), rå),)
    if ny != rå and not kontrollera:
        from gns.storage.skriv import skriv_atomiskt

        skriv_atomiskt(stig, ny, väntat=rå)
    return ny != rå, granska_form(rå if kontrollera else ny, visa_stig(stig))


def formatera_text(rå: bytes, ordning: Ordning, orörda: Iterable[Fältväg] | None = ()) -> bytes:
    """Postens innehåll i rätt form: nyckelordning, indrag, NFC, LF, `|` med en mening per rad.

    Värdena på vägarna i ``orörda`` skrivs exakt som de är; None lämnar varje text på en rad ifred.
    Yamlfel när posten inte går att läsa.
    """
    text = rå.replace(b"\r\n", b"\n")
    rot, data = läs_noder(text)
    pröva_slintar(rot, text.decode())
    skrivare = _Skrivare(läs_kommentarer(text.decode(), rot), None if orörda is None else frozenset(orörda))
    ny = skrivare.post(rot, ordning).encode()
    return ny if _säger_samma(data, läs_noder(ny)[1]) else rå


def granska_form(rå: bytes, fil: str) -> tuple[Filfel, ...]:
    """Varning för det som filen men inte posten visar: text som inte är i NFC."""
    text = rå.decode()
    if unicodedata.is_normalized("NFC", text):
        return ()
    index = next(i for i, t in enumerate(text) if unicodedata.combining(t) or unicodedata.normalize("NFC", t) != t)
    fel = vid(text, index, "texten är inte i NFC", "kör gns formatera")
    return (Filfel(fil, fel.rad, fel.kolumn, fel.text, fel.råd, "varning", radtext(text, fel.rad)),)


def _formatera_säkert(rå: bytes, slag: str, id: str, ordning: Ordning) -> bytes:
    """Formaterar så att modellen läser samma post; det modellen inte kan läsa som text rörs inte."""
    from gns.modell.las import läs

    gammal, _ = läs(slag, id, läs_noder(rå)[1])
    if gammal is None:
        return formatera_text(rå, ordning, None)
    ny = formatera_text(rå, ordning)
    post, fel = läs(slag, id, läs_noder(ny)[1])
    if post is None:
        ny = formatera_text(rå, ordning, [f.fältväg for f in fel])
        post, _ = läs(slag, id, läs_noder(ny)[1])
    return ny if post == gammal else formatera_text(rå, ordning, None)


@dataclass(frozen=True, slots=True)
class _Skrivare:
    """Skriver noderna på nytt med sina kommentarer."""

    kommentarer: Kommentarer
    orörda: frozenset[Fältväg] | None

    def post(self, rot: MappingNode, ordning: Ordning) -> str:
        """Hela posten; filens inledande kommentar står kvar överst när en tomrad skiljer den från första nyckeln."""
        första: Plats = (id(rot), 0)
        inledning = self.kommentarer.ovanför.get(första, [])
        skilda = len(inledning) - inledning[::-1].index("") if "" in inledning else 0
        self.kommentarer.ovanför[första] = inledning[skilda:]
        kropp = _utan_tomma_först(self._grupp(rot, 0, ordning, ()))
        huvud = _utan_tomma_först(inledning[:skilda])
        slut = list(self.kommentarer.slut)
        while slut and not slut[-1]:
            slut.pop()
        return "\n".join(_enkla_tomrader([*huvud, *kropp, *slut])) + "\n"

    def _grupp(self, nod: MappingNode, indrag: int, ordning: Ordning, väg: Fältväg) -> list[str]:
        ranger = {nyckel: i for i, nyckel in enumerate(ordning)}
        sorterade = sorted(enumerate(nod.value), key=lambda p: ranger.get(p[1][0].value, len(ranger)))
        ut: list[str] = []
        for i, (nyckel, värde) in sorterade:
            plats = (id(nod), i)
            inre = ordning.get(nyckel.value) or {}
            huvud, kropp = self._värde(värde, indrag + 2, inre, (*väg, nyckel.value))
            rad = f"{skalär(nyckel.value)}:{' ' if huvud else ''}{huvud}"
            ut += [*self._ovanför(plats, indrag), f"{' ' * indrag}{rad}{self._efter(plats)}", *kropp]
        return ut

    def _lista(self, nod: Node, indrag: int, ordning: Ordning, väg: Fältväg) -> list[str]:
        ut: list[str] = []
        for i, värde in enumerate(nod.value):
            plats = (id(nod), i)
            huvud, kropp = self._värde(värde, indrag + 2, ordning, (*väg, i))
            ut += self._ovanför(plats, indrag)
            if isinstance(värde, ScalarNode):
                ut.append(f"{' ' * indrag}- {huvud}{self._efter(plats)}")
            else:
                ovan, (första, *kropp) = _lyft_kommentarer(kropp)
                ut += [f"{' ' * indrag}{k}" for k in (*self.kommentarer.efter.get(plats, ()), *ovan)]
                ut.append(f"{' ' * indrag}- {första.lstrip(' ')}")
            ut += kropp
        return ut

    def _värde(self, nod: Node, indrag: int, ordning: Ordning, väg: Fältväg) -> tuple[str, list[str]]:
        """Det som står efter kolonet eller strecket, och raderna under."""
        if isinstance(nod, ScalarNode):
            return delar(self._text(nod, väg), indrag)
        if isinstance(nod, MappingNode):
            return "", _utan_tomma_först(self._grupp(nod, indrag, ordning, väg))
        return "", _utan_tomma_först(self._lista(nod, indrag, ordning, väg))

    def _text(self, nod: ScalarNode, väg: Fältväg) -> str:
        värde: str = nod.value
        block = nod.style == "|" or "\n" in värde
        if (self.orörda is None and not block) or (self.orörda and väg in self.orörda):
            return värde
        delad = radbryt(värde)
        return delad if block or "\n" in delad.rstrip("\n") else värde

    def _ovanför(self, plats: Plats, indrag: int) -> list[str]:
        return [f"{' ' * indrag}{nfc(rad)}" if rad else "" for rad in self.kommentarer.ovanför.get(plats, ())]

    def _efter(self, plats: Plats) -> str:
        return "".join(f"  {nfc(k)}" for k in self.kommentarer.efter.get(plats, ()))


def _lyft_kommentarer(rader: list[str]) -> tuple[list[str], list[str]]:
    """Kommentarer före en listpunkts första nyckel får stå ovanför strecket."""
    i = next(i for i, rad in enumerate(rader) if rad.strip() and not rad.lstrip().startswith("#"))
    return [rad.strip() for rad in rader[:i] if rad.strip()], rader[i:]


def _utan_tomma_först(rader: list[str]) -> list[str]:
    return rader[next((i for i, rad in enumerate(rader) if rad), len(rader)) :]


def _enkla_tomrader(rader: list[str]) -> list[str]:
    return [rad for i, rad in enumerate(rader) if rad or (i and rader[i - 1])]


def _säger_samma(a: Any, b: Any) -> bool:
    """Sant när två träd har samma nycklar och värden, där texter räknas efter sina block."""
    if isinstance(a, dict) and isinstance(b, dict):
        return a.keys() == b.keys() and all(_säger_samma(v, b[k]) for k, v in a.items())
    if isinstance(a, list) and isinstance(b, list):
        return len(a) == len(b) and all(map(_säger_samma, a, b))
    if isinstance(a, str) and isinstance(b, str):
        return a == b or läs_text(a).block == läs_text(b).block
    return False
