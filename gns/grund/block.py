"""Posternas löptext läst till block: stycken, listor, mellanrubriker och fotnoter (design § 4)."""

import re
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby, pairwise

_PUNKT = re.compile(r"- +(?=\S)")
_NUMMER = re.compile(r"(\d{1,3})\. +(?=\S)")
_RUBRIK = re.compile(r"#### +(?=\S)")
_NOT = re.compile(r"\[\^(\w{1,20})\]: +(?=\S)")
_INLINE = re.compile(
    r"\\(?P<tecken>[!-/:-@\[-`{-~])"
    r"|\[\^(?P<not>\w{1,20})\]"
    r"|(?<!\w)\*(?P<betonad>(?=[^\s*])(?:\\.|[^*\\])*?(?<=[^\s]))\*(?!\w)"
)
_FLYKT = re.compile(r"\\([!-/:-@\[-`{-~])")
_SLUTTECKEN = tuple(".:;,!?…)]}”\"'–-—»/*")


@dataclass(frozen=True, slots=True)
class Vanlig:
    """Tecken som de är; aldrig märkspråk."""

    text: str


@dataclass(frozen=True, slots=True)
class Betonad:
    """``*betonat*``."""

    text: str


@dataclass(frozen=True, slots=True)
class Notref:
    """``[^1]``: hänvisning till en fotnot i samma text."""

    märke: str


Inline = Vanlig | Betonad | Notref
Rad = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Stycke:
    """Ett stycke; radbrytningar i posten är redan mellanslag."""

    delar: Rad


@dataclass(frozen=True, slots=True)
class Punkt:
    """En listpunkt; ``nummer`` är talet som står i en numrerad lista, annars None."""

    nummer: int | None
    delar: Rad


@dataclass(frozen=True, slots=True)
class Lista:
    """En punktlista eller en numrerad lista."""

    ordnad: bool
    punkter: tuple[Punkt, ...]


@dataclass(frozen=True, slots=True)
class Mellanrubrik:
    """``#### Rubrik`` inne i en text."""

    delar: Rad


@dataclass(frozen=True, slots=True)
class Fotnot:
    """``[^1]: text``."""

    märke: str
    delar: Rad


Block = Stycke | Lista | Mellanrubrik | Fotnot


@dataclass(frozen=True)
class Text:
    """En löptext ur en post: råtexten och dess block. Två texter är lika när de säger samma sak."""

    rå: str = field(compare=False)
    block: tuple[Block, ...]

    def __str__(self) -> str:
        return self.rå

    @cached_property
    def ord(self) -> str:
        """Texten som löpande ord med enkla mellanslag, utan tecken som bara är form."""
        delar = [_ord(b) for b in self.block if not isinstance(b, Fotnot)]
        return " ".join(" ".join(delar).split())


def läs_text(rå: str) -> Text:
    """Gör en råtext till block. Varje text går att läsa; inget tecken försvinner."""
    block: list[Block] = []
    for grupp in re.split(r"\n\s*\n", rå.strip("\n")):
        rader = [rad.strip() for rad in grupp.split("\n") if rad.strip()]
        block += _läs_grupp(rader)
    return Text(rå, tuple(block))


def rader_utan_slut(rå: str) -> list[int]:
    """Radindex (från 0) för rader som slutar utan skiljetecken före en vanlig rad i samma stycke."""
    rader = [rad.strip() for rad in rå.split("\n")]
    return [
        i
        for i, (rad, nästa) in enumerate(pairwise(rader))
        if rad and nästa and not rad.endswith(_SLUTTECKEN) and not _märke(nästa) and not _RUBRIK.match(rad)
    ]


def börjar_block(rad: str) -> bool:
    """Om raden börjar en lista, en mellanrubrik eller en fotnot."""
    return _märke(rad) is not None


def notfel(text: Text) -> list[str]:
    """Märken som hänvisas till utan fotnot, eller fotnoter som inget hänvisar till, eller två med samma märke."""
    fotnoter = [b.märke for b in text.block if isinstance(b, Fotnot)]
    hänvisade = {d.märke for rad in _rader(text) for d in rad if isinstance(d, Notref)}
    dubbla = {m for m in fotnoter if fotnoter.count(m) > 1}
    return sorted(hänvisade ^ set(fotnoter) | dubbla)


def _rader(text: Text) -> list[Rad]:
    return [rad for b in text.block for rad in ([p.delar for p in b.punkter] if isinstance(b, Lista) else [b.delar])]


def _ord(block: Block) -> str:
    if isinstance(block, Lista):
        return " ".join(_radord(p.delar) for p in block.punkter)
    return _radord(block.delar)


def _radord(delar: Rad) -> str:
    return "".join(d.text for d in delar if not isinstance(d, Notref))


def _märke(rad: str) -> re.Match[str] | None:
    return _PUNKT.match(rad) or _NUMMER.match(rad) or _RUBRIK.match(rad) or _NOT.match(rad)


def _läs_grupp(rader: list[str]) -> list[Block]:
    """Läser en grupp rader utan tomrad emellan; en rad utan märke fortsätter det som står ovanför."""
    delar: list[tuple[re.Match[str] | None, list[str]]] = []
    for rad in rader:
        märke = _märke(rad)
        if märke:
            delar.append((märke, [rad[märke.end() :]]))
        elif delar and not (delar[-1][0] and delar[-1][0].re is _RUBRIK):
            delar[-1][1].append(rad)
        else:
            delar.append((None, [rad]))
    return _bygg(delar)


def _bygg(delar: list[tuple[re.Match[str] | None, list[str]]]) -> list[Block]:
    block: list[Block] = []
    for sort, grupp in groupby(delar, key=lambda d: d[0].re if d[0] else None):
        inline = [(märke, _läs_rad(" ".join(rader))) for märke, rader in grupp]
        if sort in (_PUNKT, _NUMMER):
            punkter = (Punkt(int(märke[1]) if märke and sort is _NUMMER else None, rad) for märke, rad in inline)
            block.append(Lista(sort is _NUMMER, tuple(punkter)))
        else:
            block += [_ett_block(märke, rad) for märke, rad in inline]
    return block


def _ett_block(märke: re.Match[str] | None, rad: Rad) -> Block:
    if märke is None:
        return Stycke(rad)
    return Mellanrubrik(rad) if märke.re is _RUBRIK else Fotnot(märke[1], rad)


def _läs_rad(rad: str) -> Rad:
    delar: list[Inline] = []
    buffert = ""
    slut = 0
    for träff in _INLINE.finditer(rad):
        buffert += rad[slut : träff.start()]
        slut = träff.end()
        if träff["tecken"] is not None:
            buffert += träff["tecken"]
            continue
        if buffert:
            delar.append(Vanlig(buffert))
            buffert = ""
        delar.append(Notref(träff["not"]) if träff["not"] else Betonad(_FLYKT.sub(r"\1", träff["betonad"])))
    buffert += rad[slut:]
    if buffert:
        delar.append(Vanlig(buffert))
    return tuple(delar)
