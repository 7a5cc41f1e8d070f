"""Hänvisningar i text: till en § i ett möte och till ett ärende."""

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache
from typing import Final, Literal, NamedTuple

from gns.grund.block import Text
from gns.grund.datafel import Datafel, Fältväg
from gns.grund.datum import MÅNADER
from gns.grund.dnr import Dnr, läs_dnr
from gns.modell.bas import Modell
from gns.modell.bok import Bok
from gns.modell.texter import texter
from gns.uppdrag.beslut import Fynd, möten

Lösning = Literal["finns", "utanför arkivet", "saknas", "inte läst"]

_MÅNAD = "|".join(MÅNADER)
_NR = rf"[1-9][0-9]{{0,3}}(?:\s?[–-]\s?[1-9][0-9]{{0,3}})?+(?![0-9]|-[0-9]|\s+(?:{_MÅNAD})\b)"
_MELLAN = r"(?:\s*+,|\s++och\b|\s++samt\b)\s*+"
_PARAGRAFER = rf"(?:§§\s*+{_NR}(?:{_MELLAN}(?:§§?\s*+)?{_NR})*|§\s*+{_NR}(?:{_MELLAN}§§?\s*+{_NR})*)"
_DAG = (
    rf"(?:(?P<iso>[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})|(?P<dag>[0-9]{{1,2}})\s++(?P<månad>{_MÅNAD})\s++(?P<år>[0-9]{{4}}))"
)
_DAGEN_FÖRST = re.compile(rf"(?<![\w-]){_DAG}\s*+,?\s*+(?P<paragrafer>{_PARAGRAFER})", re.IGNORECASE)
_DAGEN_SIST = re.compile(rf"(?P<paragrafer>{_PARAGRAFER})\s++(?:den\s++)?{_DAG}(?!\s*+,?\s*+§)", re.IGNORECASE)
_NUMMER = re.compile(r"([0-9]+)(?:\s?[–-]\s?([0-9]+))?")
_REF = re.compile(r"[0-9-]{10}(?: § [0-9]+(?: [a-z0-9-]+)?)?")
_ANNAT_ORGAN = re.compile(r"\w*(?:fullmäktige|styrelse|utskott)\w*[^.;§]*$|\b(?:KF|KS|RF|RS)\b[^.;§]*$", re.IGNORECASE)
_LÄNGSTA_FÖLJD = 500
REGEL: Final = "POST-hanvisning"


class Hänvisning(NamedTuple):
    """En hänvisning och var i texten den står: en dag med §§, eller ett diarienummer."""

    start: int
    slut: int
    datum: dt.date | None = None
    paragrafer: tuple[int, ...] = ()
    dnr: Dnr | None = None


def hitta(text: str, prefix: str) -> list[Hänvisning]:
    """Hänvisningarna i texten, i ordning; dnr bara med nämndens prefix, också med inledande nolla. Felar aldrig.

    En dag som inte finns i kalendern är ingen hänvisning.
    """
    funna = hitta_paragrafer(text)
    if f"{prefix}/" in text:
        träffar = _dnrmönster(prefix).finditer(text)
        funna += [Hänvisning(*träff.span(), dnr=läs_dnr(träff[0], strikt=False)) for träff in träffar]
    return sorted(funna, key=lambda h: h.start)


def hitta_paragrafer(text: str) -> list[Hänvisning]:
    """Hänvisningarna till §§ i möten, i ordning."""
    if "§" not in text:
        return []
    först = [h for träff in _DAGEN_FÖRST.finditer(text) if (h := _paragrafer(träff))]
    sist = [h for träff in _DAGEN_SIST.finditer(text) if (h := _paragrafer(träff))]
    fria = (s for s in sist if not any(f.start < s.slut and s.start < f.slut for f in först))
    return sorted([*först, *fria], key=lambda h: h.start)


@cache
def _dnrmönster(prefix: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w/-]){re.escape(prefix)}/0*+[1-9][0-9]{{0,5}}/(?:19|20)[0-9]{{2}}(?![\w/])")


def _paragrafer(träff: re.Match[str]) -> Hänvisning | None:
    try:
        dag = (
            dt.date.fromisoformat(träff["iso"])
            if träff["iso"]
            else dt.date(int(träff["år"]), MÅNADER.index(träff["månad"].lower()) + 1, int(träff["dag"]))
        )
    except ValueError:
        return None
    nummer: dict[int, None] = {}
    for första, sista in _NUMMER.findall(träff["paragrafer"]):
        a, b = int(första), int(sista or första)
        nummer.update(dict.fromkeys(range(a, b + 1) if 0 <= b - a <= _LÄNGSTA_FÖLJD else (a, b)))
    return Hänvisning(*träff.span(), datum=dag, paragrafer=tuple(nummer))


def lös(bok: Bok, h: Hänvisning) -> Lösning:
    """Om det som hänvisningen pekar på finns.

    ``saknas`` när mötet har en post utan den paragrafen, eller arkivet inget sådant ärende; ``utanför arkivet`` när mötet
    inte har någon post; ``inte läst`` när bara en del av arkivet är läst och svaret kan stå i resten.
    """
    if h.dnr is not None:
        return "finns" if h.dnr in bok.ärenden else "saknas" if bok.hel else "inte läst"
    if h.datum not in bok.möten:
        return "utanför arkivet" if bok.hel else "inte läst"
    return "saknas" if _saknade(bok, h) else "finns"


def _saknade(bok: Bok, h: Hänvisning) -> list[int]:
    nummer = {p.nr for p in bok.möten[h.datum].paragrafer} if h.datum else set()
    return [nr for nr in h.paragrafer if nr not in nummer]


class Ställe(NamedTuple):
    """En hänvisning i en löptext och var den står: postens slag och id, vägen till texten och texten själv."""

    slag: str
    id: str
    väg: Fältväg
    text: Text | str
    hänvisning: Hänvisning


def hänvisningar(bok: Bok) -> Iterator[Ställe]:
    """Varje hänvisning i mötenas och ärendenas texter."""
    poster: list[tuple[str, str, Modell]] = [("mote", str(m.datum), m) for m in möten(bok)]
    poster += [("arende", dnr.filstam, ärende) for dnr, ärende in sorted(bok.ärenden.items())]
    for slag, id, post in poster:
        for väg, text in texter(post):
            if är_ref(väg[-1], text):
                continue
            for h in hitta(text.rå if isinstance(text, Text) else text, bok.nämnd.prefix):
                yield Ställe(slag, id, väg, text, h)


def hänvisningsvarningar(bok: Bok) -> Iterator[Fynd]:
    """En varning för varje hänvisning i texterna till något som saknas, en gång i varje §; ett annat organs § är inget."""
    sagda: set[object] = set()
    for s in hänvisningar(bok):
        h, rå = s.hänvisning, s.text.rå if isinstance(s.text, Text) else s.text
        nyckel = (s.slag, s.id, s.väg[:2], h.datum, h.paragrafer, h.dnr)
        if nyckel not in sagda and lös(bok, h) == "saknas" and not annat_organ(rå, h):
            sagda.add(nyckel)
            i_text = i_texten(s.text, s.hänvisning.start)
            fel = Datafel(s.väg, *_varning(bok, s.hänvisning), nivå="varning", i_text=i_text, regel=REGEL)
            yield s.slag, s.id, fel


def annat_organ(rå: str, h: Hänvisning) -> bool:
    """Om orden före hänvisningen säger att den gäller ett annat organs möte."""
    return _ANNAT_ORGAN.search(rå[max(0, h.start - 60) : h.start]) is not None


def är_ref(fält: str | int, text: Text | str) -> bool:
    """Om värdet är en Beslutsref i ett eget fält; den prövas där den hör hemma."""
    return fält in ("när", "uppdrag") and isinstance(text, str) and _REF.fullmatch(text) is not None


def i_texten(text: Text | str, start: int) -> tuple[int, int] | None:
    """Rad och tecken, från 0, för tecknet ``start`` i en löptext."""
    if not isinstance(text, Text):
        return None
    före = text.rå[:start]
    return före.count("\n"), start - före.rfind("\n") - 1


def _varning(bok: Bok, h: Hänvisning) -> tuple[str, str]:
    råd = "i ett justerat protokoll står texten kvar"
    if h.dnr is not None:
        fil = f"data/arenden/{h.dnr.år}/{h.dnr.filstam}.yaml"
        return f"ärendet {h.dnr} finns inte", f"lägg upp det i {fil} eller rätta numret; {råd}"
    finns = [p.nr for p in bok.möten[h.datum].paragrafer] if h.datum else []
    vilka = f"det har § {min(finns)} till § {max(finns)}" if finns else "det har inga paragrafer"
    saknade = ", ".join(f"§ {nr}" for nr in _saknade(bok, h))
    return f"mötet {h.datum} har ingen {saknade}", f"{vilka}: rätta hänvisningen; {råd}"
