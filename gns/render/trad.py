"""Dokumentets träd, det enda som skrivarna (text, md, html, pdf, docx) läser.

Trädet kommer från ``las.läs_träd``, som har prövat det mot den slutna mängden i ``mangd``: skrivarna behöver inte pröva
något. Mellanrum är redan sammandragna som i HTML. En nod har antingen ``barn`` (block) eller ``delar`` (löpande text).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

Slag = Literal["text", "not", "br", "sida", "sidor"]


@dataclass(frozen=True, slots=True)
class Del:
    """Ett stycke löpande text med samma utseende.

    ``slag``: ``text``; ``not`` (notmärke, texten är märket, länken leder till noten); ``br`` (radbrytning);
    ``sida`` och ``sidor`` (sidans nummer och antalet sidor, bara i sidhuvud och sidfot). ``länk`` är ``#id``, en
    ``https://``-adress, en fil i postmappen eller tom. ``struken`` och ``tillagd`` är det som en ändring tar bort och
    sätter dit.
    """

    text: str
    betonad: bool = False
    stark: bool = False
    länk: str = ""
    slag: Slag = "text"
    struken: bool = False
    tillagd: bool = False

    @property
    def leder_ut(self) -> bool:
        """Om länken leder ut ur dokumentet."""
        return self.länk != "" and not self.länk.startswith("#")


@dataclass(frozen=True, slots=True)
class Nod:
    """Ett block. Taggarna är de som mallen skriver: section, div, h1–h4, p, ul, ol, li, dl, dt, dd, table, …

    ``nummer`` är talet som en li i en ol visar, ``värde`` det som en cell i en tabell eller en stapel är värd (en cells slag
    säger enheten). Rader i en tabell ligger alltid i thead eller tbody och har lika många
    celler. ``scope`` finns på th ("col" eller "row").
    """

    tagg: str
    klasser: tuple[str, ...] = ()
    id: str = ""
    nummer: int | None = None
    scope: str = ""
    värde: Fraction | None = None
    barn: tuple["Nod", ...] = ()
    delar: tuple[Del, ...] = ()

    def har(self, klass: str) -> bool:
        """Om noden har klassen."""
        return klass in self.klasser


@dataclass(frozen=True, slots=True)
class Träd:
    """Ett helt dokument; ``huvud`` och ``fot`` är stycken (p) för varje papperssidas huvud och fot."""

    språk: str
    titel: str
    huvud: tuple[Nod, ...]
    innehåll: tuple[Nod, ...]
    fot: tuple[Nod, ...]


def klartext(delar: Iterable[Del], brytning: str = " ") -> str:
    """Delarnas text utan utseende; en radbrytning blir ``brytning`` och sidnummer försvinner."""
    return "".join(brytning if d.slag == "br" else märkt(d) for d in delar)


def märkt(d: Del) -> str:
    """Delens text; det strukna står som ``[-så-]`` och det tillagda som ``{+så+}``, så att de skiljs åt utan utseende."""
    text = f"[-{d.text}-]" if d.struken else d.text
    return f"{{+{text}+}}" if d.tillagd else text


def efter_länk(delar: Iterable[Del]) -> list[tuple[str, tuple[Del, ...]]]:
    """Delarna grupperade efter länk, så att en länk skrivs en gång även när utseendet skiftar i den; "" är ingen länk.

    Notmärken står var för sig.
    """
    grupper: list[tuple[str, tuple[Del, ...]]] = []
    for d in delar:
        if grupper and grupper[-1][0] == d.länk and not {d.slag, grupper[-1][1][-1].slag} & {"not"}:
            grupper[-1] = (d.länk, (*grupper[-1][1], d))
        else:
            grupper.append((d.länk, (d,)))
    return grupper


def på_skärm(stycken: tuple[Nod, ...]) -> tuple[Nod, ...]:
    """Sidhuvudets eller sidfotens stycken utan dem som visar sidnummer: vad text, md och html visar en gång."""
    return tuple(p for p in stycken if not any(d.slag in ("sida", "sidor") for d in p.delar))
