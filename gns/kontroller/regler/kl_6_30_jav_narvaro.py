"""Den som är jävig får inte delta i handläggningen av ärendet och inte vara i rummet.

Den jävige yrkar, röstar och reserverar sig alltså inte i sin § eller sitt delbeslut, får inget antecknat där, leder inte
mötet och föreslår inte att ärendet ska utgå. Justerar en jävig just den § är det en varning, för den var inte där. Lagen
tillåter åtgärder som ingen annan kan göra utan stor försening: det förklaras med gns svara. Saknas uppropet går det inte
att pröva.

Rätt:
    händelser:
      - typ: jäv
        namn: Ulf Uv
        paragraf: 3

Fel:
    paragrafer:
      - nr: 3
        yrkanden:
          - av: Ulf Uv       # jävig i § 3
            typ: bifall
"""

import datetime as dt
from collections.abc import Iterator, Sequence

from gns.kontroller.regel import Lagrum, Regel, Utfall, bruten, oprövbar, redan_sagt
from gns.kontroller.stallen import håller, sagda
from gns.kontroller.underlag import Underlag
from gns.modell.narvaro import Händelse
from gns.modell.paragraf import Paragraf
from gns.sammantrade.lage import Läge
from gns.sammantrade.lage_punkter import per_paragraf
from gns.sammantrade.sammantrade import Sammanträde

ID = "KL-6-30-jav-narvaro"
_LAG = Lagrum("KL 6:30", "2017:725", dt.date(2018, 1, 1))


def _pröva(u: Underlag) -> Iterator[Utfall]:
    yield from redan_sagt(u, ID)
    brutna = sagda(u, ID)
    for dag, s in u.sammanträden.items():
        if any(map(_om_jäv, s.möte.händelser)):
            for i, p, lägen in per_paragraf(s.möte, s.lägen):
                yield from _paragrafen(s, i, p, lägen, (str(dag), ("paragrafer", i)) in brutna)


def _paragrafen(s: Sammanträde, i: int, p: Paragraf, lägen: Sequence[Läge], sagt: bool) -> Iterator[Utfall]:
    jäviga = dict.fromkeys(namn for läge in lägen for namn in läge.jäviga)
    if not jäviga:
        return
    id, väg = str(s.möte.datum), ("paragrafer", i)
    if not s.möte.närvaro:
        text = f"uppropet saknas, så det går inte att säga om {next(iter(jäviga))} var med i § {p.nr}"
        yield oprövbar("mote", id, väg, text, "skriv uppropet under närvaro")
        return
    fel = [*_utgår(id, i, p, list(jäviga)), *_justerar(id, i, p, lägen)]
    yield from fel
    if not fel and not sagt:
        här = (j for j, h in enumerate(s.möte.händelser) if h.namn in jäviga and p.nr in (h.gäller, h.paragraf))
        yield from (håller(_LAG, s.möte, ("händelser", j)) for j in här if _om_jäv(s.möte.händelser[j]))


def _om_jäv(h: Händelse) -> bool:
    return h.typ in ("jäv", "jävsfråga")


def _utgår(id: str, i: int, p: Paragraf, jäviga: list[str]) -> Iterator[Utfall]:
    for namn in p.utgår.på_förslag_av if p.utgår else ():
        if namn in jäviga:
            text = f"{namn} är jävig i § {p.nr} men föreslog att den skulle utgå"
            väg = ("paragrafer", i, "utgår", "på_förslag_av")
            yield bruten("mote", id, väg, text, "rätta namnet, eller händelsen jäv")


def _justerar(id: str, i: int, p: Paragraf, lägen: Sequence[Läge]) -> Iterator[Utfall]:
    """De som justerade just denna § men var jäviga i varje delbeslut i den."""
    for namn in p.justerare:
        if all(namn in läge.jäviga for läge in lägen):
            text = f"{namn} är jävig i § {p.nr} och var inte där, men har justerat den"
            väg = ("paragrafer", i, "justerare")
            yield bruten("mote", id, väg, text, "låt någon annan justera paragrafen, eller rätta namnet", "varning")


REGEL = Regel(
    id=ID,
    nummer=(45,),
    fråga="Höll sig den jävige utanför ärendet och rummet?",
    nivå="fel",
    pröva=_pröva,
    stöd=(_LAG,),
)
