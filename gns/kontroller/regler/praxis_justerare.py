"""Den som justerar är en annan än ordföranden och sekreteraren, tjänstgjorde på mötet och är vald av nämnden i en §.

Valet står som ``innebär`` (utser … till justerare), eller i en § om justering som nämner namnet. Den som bara ledde
några §§ får justera, om någon annan också justerar dem. Den som var jävig i alla §§ kan inte justera någon. Samma sak
gäller dem som justerade en § för sig, och de ska ha tjänstgjort i just den. Är protokollet justerat men ingen justerare
antecknad går det inte att pröva, inte heller när närvaron saknas.

Rätt:
    paragrafer:
      - nr: 1
        rubrik: Val av justerare
        beslut:
          - Jörgen Persson utses att justera protokollet.

Fel:
    justering:
      justerare:
        - Jörgen Persson          # ingen § säger att han valdes
"""

from collections.abc import Iterator
from typing import NamedTuple

from gns.grund.datafel import Fältväg
from gns.kontroller.regel import Regel, Utfall, bruten, oprövbar, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.innebar import Utser
from gns.modell.mote import Möte
from gns.modell.paragraf import Paragraf
from gns.sammantrade.deltagande import sekreterare
from gns.sammantrade.narvaroprov_text import paragrafer
from gns.sammantrade.sammantrade import Sammanträde
from gns.sammantrade.uppspelning_foljd import nämner_person


class _Justerare(NamedTuple):
    """Någon som justerar, var det står och vilka §§ det gäller."""

    fält: Fältväg
    namn: str
    nummer: frozenset[int]


def _pröva(u: Underlag) -> Iterator[Utfall]:
    for id, möte in u.möten():
        alla = list(_justerare(möte))
        if möte.är_justerat and not alla:
            yield oprövbar("mote", id, ("justering",), "det står inte vem som utsågs att justera")
        elif alla and any(p.beslut for p in möte.paragrafer):
            yield from _mötet(id, u.sammanträden[möte.datum], alla)


def _justerare(möte: Möte) -> Iterator[_Justerare]:
    alla = frozenset(p.nr for p in möte.paragrafer)
    for i, namn in enumerate(dict.fromkeys(möte.justering.justerare if möte.justering else ())):
        yield _Justerare(("justering", "justerare", i), namn, alla)
    for i, p in enumerate(möte.paragrafer):
        yield from (
            _Justerare(("paragrafer", i, "justerare"), n, frozenset({p.nr})) for n in dict.fromkeys(p.justerare)
        )


def _mötet(id: str, s: Sammanträde, alla: list[_Justerare]) -> Iterator[Utfall]:
    if not s.möte.närvaro:
        yield oprövbar(
            "mote", id, ("justering",), "närvaron saknas, så det går inte att säga om justeraren tjänstgjorde"
        )
        return
    skrivare = set(sekreterare(s.möte))
    val = [(_texten(p), p.innebär) for p in s.möte.paragrafer if _om_justering(p)]
    utsedda = {namn for _, innebär in val for v in innebär if isinstance(v, Utser) for namn in v.personer}
    for j in alla:
        if brist := _brist(s, j, alla, skrivare):
            råd = (
                "rätta namnet eller närvaron; annars är justeringen osäker, och det går bara att förklara med gns svara"
            )
            yield bruten("mote", id, j.fält, brist, råd)
        elif j.namn in utsedda or any(nämner_person(text, j.namn) for text, _ in val):
            yield uppfylld("mote", id, j.fält)
        else:
            text = f"{j.namn} står som justerare, men valet står inte i någon §"
            yield bruten("mote", id, j.fält, text, "skriv § där justeraren valdes; i ett justerat protokoll, gns svara")


def _brist(s: Sammanträde, j: _Justerare, alla: list[_Justerare], skrivare: set[str]) -> str:
    """Varför personen inte kan justera, eller tomt. Ett namn som inte finns i närvaron är redan ett fel."""
    lägen = [läge for läge in s.lägen if läge.punkt.nr in j.nummer]
    if j.namn == s.ordföranden:
        return f"{j.namn} är både ordförande och justerare"
    if j.namn in skrivare:
        return f"{j.namn} är både sekreterare och justerare"
    if ensam := _ensam(s, j, alla):
        return f"{j.namn} ledde {paragrafer(ensam)} och är ensam justerare där"
    här = "på mötet" if len(j.fält) > 2 and j.fält[0] == "justering" else paragrafer(j.nummer)
    if lägen and all(j.namn in läge.jäviga for läge in lägen):
        return f"{j.namn} var jävig i {paragrafer(j.nummer)} och kan inte justera"
    med = any(n.namn == j.namn for n in s.möte.närvaro)
    if med and not any(j.namn in läge.namn for läge in lägen):
        return f"{j.namn} tjänstgjorde inte {här if här == 'på mötet' else f'i {här}'} och kan inte justera"
    return ""


def _ensam(s: Sammanträde, j: _Justerare, alla: list[_Justerare]) -> set[int]:
    """De §§ som personen ledde och som ingen annan justerar."""
    ledde = {läge.punkt.nr for läge in s.lägen if läge.ordförande == j.namn} & j.nummer
    return ledde.difference(*(a.nummer for a in alla if a.namn != j.namn))


def _om_justering(p: Paragraf) -> bool:
    utser = any(isinstance(v, Utser) and "juster" in v.till.casefold() for v in p.innebär)
    return utser or (bool(p.beslut) and "juster" in _rubrik_och_beslut(p))


def _rubrik_och_beslut(p: Paragraf) -> str:
    return " ".join([p.rubrik, *(b.ord for b in p.beslut)]).casefold()


def _texten(p: Paragraf) -> str:
    """Det i paragrafen som kan nämna den valde; beslutet kan vara ”enligt förslaget”."""
    texter = [*p.beslut, *p.förslag_till_beslut, *([p.sammanfattning] if p.sammanfattning else [])]
    return " ".join(" ".join(t.ord for t in texter).casefold().split())


REGEL = Regel(
    id="PRAXIS-justerare",
    nummer=(59,),
    fråga="Är justeraren vald av nämnden, och någon som kan justera?",
    nivå="varning",
    pröva=_pröva,
    praxis="val av justerare",
)
