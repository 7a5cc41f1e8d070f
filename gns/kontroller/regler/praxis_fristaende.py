"""Ett beslut ska gå att läsa ensamt: den som får ett utdrag har bara beslutet.

Därför står det inte ”enligt ovan”, ”se nedan”, ”enligt förslaget” eller ”densamma” i det, och det säger mer än att det är
som förslaget. Det som följer efter ”enligt nedan:” i samma beslut är läsbart. Hänvisar beslutet till en bilaga, eller till
något som kan stå tidigare i beslutet, går det inte att pröva.

Rätt:
    beslut: [Nämnden förlänger avtalet om drift med ett år.]

Fel:
    beslut: [Nämnden beslutar enligt förslaget.]
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from gns.grund.block import Text
from gns.grund.datafel import Fältväg
from gns.kontroller.regel import Regel, Utfall, bruten, oprövbar, uppfylld
from gns.kontroller.underlag import Underlag
from gns.sammantrade.uppspelning_foljd import jämförbar, nämner_bara_förslaget
from gns.uppdrag.hanvisning import i_texten

_UTPEKANDE = re.compile(r"\b(?:(?:enligt|se|i\s+enlighet\s+med)\s+(?P<var>ovan|nedan)(?:stående)?|(?P<samma>densamm[ae]s?))\b", re.IGNORECASE)  # fmt: skip
_FÖRSLAGET = re.compile(
    r"\benligt\s+(?:det\s+)?(?:(?:liggande|framlagda|föreliggande|upprättat|upprättade)\s+)?förslag(?:et)?(?=\s*(?:[.;,)]|$|och\b))",
    re.IGNORECASE,
)
_BIFALL = re.compile(
    r"(?:bifall till|(?:[\w ]{1,80} )?(?:godkänner|godkänna|fastställer|fastställa)) (?:[\w ]{1,80}s )?förslag(?:et)?"
    r"|förslaget (?:godkänns|fastställs)"
)
_BILAGA = re.compile(r"\bbilag(?:a|an|or|orna)\b|\bbilagd", re.IGNORECASE)
_MENING = re.compile(r"[.!?]\s")
_KORT = 300  # tecken som ett beslut har som bara nämner förslaget
_RÅD = "skriv ut vad som beslutas; i ett justerat protokoll står texten kvar"


class _Träff(NamedTuple):
    """Orden som gör att beslutet inte går att läsa ensamt; osäkra när det de pekar på kan stå i beslutet."""

    ord: str
    start: int
    osäker: bool = False


def _pröva(u: Underlag) -> Iterator[Utfall]:
    for id, _, i, p in u.paragrafer():
        for k, text in enumerate(p.beslut):
            yield _ett(id, ("paragrafer", i, "beslut", k), text)


def _ett(id: str, fält: Fältväg, text: Text) -> Utfall:
    if träff := _utpekande(text.rå) or _förslaget(text):
        orden = " ".join(träff.ord.split())
        if träff.osäker:
            fel = oprövbar("mote", id, fält, f"”{orden}” kan syfta på det som står tidigare i beslutet")
        else:
            fel = bruten("mote", id, fält, f"beslutet går inte att läsa ensamt: det säger ”{orden}”", _RÅD)
        return fel._replace(i_text=i_texten(text, träff.start))
    if bilaga := _BILAGA.search(text.rå):
        fel = oprövbar("mote", id, fält, f"beslutet hänvisar till ”{bilaga[0]}”, som gns inte läser")
        return fel._replace(i_text=i_texten(text, bilaga.start()))
    return uppfylld("mote", id, fält)


def _utpekande(rå: str) -> _Träff | None:
    """Det första säkra utpekandet, annars det första osäkra."""
    alla = [t for träff in _UTPEKANDE.finditer(rå) if (t := _pekar(rå, träff))]
    return min(alla, key=lambda t: t.osäker, default=None)


def _pekar(rå: str, träff: re.Match[str]) -> _Träff | None:
    före, efter = rå[: träff.start()], rå[träff.end() :]
    if träff["samma"]:
        return _Träff(träff[0], träff.start()) if len(före.split()) <= 2 else None
    if träff["var"].casefold() == "nedan":
        return None if _följer_något(efter) else _Träff(träff[0], träff.start())
    return _Träff(träff[0], träff.start(), osäker=bool(_MENING.search(före) or "\n" in före.strip()))


def _följer_något(efter: str) -> bool:
    """Om det som pekas ut står efter: ett kolon med text i samma mening, eller en rad till."""
    mening = efter[: träff.start()] if (träff := _MENING.search(efter)) else efter
    return bool(mening.partition(":")[2].strip()) or "\n" in efter.strip("\n")


def _förslaget(text: Text) -> _Träff | None:
    bilaga = _BILAGA.search(text.rå)
    if (träff := _FÖRSLAGET.search(text.rå)) and not bilaga:
        return _Träff(träff[0], träff.start())
    if len(text.rå) <= _KORT:
        ord_ = jämförbar(text)
        if nämner_bara_förslaget(ord_) or _BIFALL.fullmatch(ord_):
            return _Träff(text.ord.rstrip("."), 0)
    return None


REGEL = Regel(
    id="PRAXIS-fristaende",
    nummer=(29,),
    fråga="Går varje beslut att läsa ensamt?",
    nivå="varning",
    pröva=_pröva,
    praxis="beslut som går att läsa ensamma",
)
