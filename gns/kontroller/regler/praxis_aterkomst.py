"""Den som har avbrutit sin tjänstgöring för något annat än jäv tjänstgör inte mer samma dag, och byten sker mellan två §§.

Lagen säger det om fullmäktige (KL 5:18–20), och nämnder följer det som praxis; därför är det en varning. Den som gått
för jäv, eller medan en jävsfråga prövades, får komma tillbaka. Den som kommer under mötet väntar med att ta sin plats
till nästa §, så att alla som beslutar har hört hela ärendet.

Rätt:
    händelser:
      - typ: jäv
        namn: Ada Ask
        paragraf: 3

Fel:
    händelser:
      - typ: går
        namn: Ada Ask
        paragraf: 2
      - typ: kommer
        namn: Ada Ask
        paragraf: 4
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from gns.grund.datafel import Fältväg
from gns.kontroller.regel import Regel, Utfall, bruten, oprövbar, redan_sagt, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.mote import Möte
from gns.sammantrade.lage import Läge, Tjänst, upprop
from gns.sammantrade.lage_jav import prövas
from gns.sammantrade.lage_punkter import per_paragraf
from gns.sammantrade.sammantrade import Sammanträde

ID = "PRAXIS-aterkomst"
_RÅD = "rätta paragrafen eller delbeslutet i händelsen, om bytet skedde mellan två §§"


def _pröva(u: Underlag) -> Iterator[Utfall]:
    sagda = list(redan_sagt(u, ID))
    yield from sagda
    brutna = {f.id for f in sagda}
    for id, möte in u.möten():
        if not möte.paragrafer:
            continue
        if not möte.närvaro:
            if möte.datum <= u.idag:
                yield oprövbar("mote", id, (), "närvaron är inte skriven", "skriv uppropet under närvaro")
            continue
        byten = list(_byten(id, u.sammanträden[möte.datum]))
        yield from byten
        if not byten and id not in brutna:
            yield uppfylld("mote", id)


def _byten(id: str, s: Sammanträde) -> Iterator[Utfall]:
    """Platser som byter person inom en §: mellan två delbeslut, eller när någon gick under överläggningen."""
    if not s.möte.händelser:
        return
    innan = _platser(upprop(s.möte))
    for i, p, här in per_paragraf(s.möte, s.lägen):
        gick = {h.namn for h in s.möte.händelser if h.under_överläggningen and h.paragraf == p.nr}
        kvar = {plats: namn for plats, namn in innan.items() if namn in gick}
        for före, efter in ((kvar, här[0]), *((_platser(a.tjänstgör), b) for a, b in _utan_jäv(s.möte, här))):
            yield from _bytet(id, s.möte, i, före, efter)
        innan = _platser(här[-1].tjänstgör)


def _utan_jäv(möte: Möte, här: Sequence[Läge]) -> Iterator[tuple[Läge, Läge]]:
    """Delbeslut som följer på varandra utan att någon är jävig, eller prövas, i något av dem."""
    return ((a, b) for a, b in pairwise(här) if not any(läge.jäviga or prövas(möte, läge.punkt) for läge in (a, b)))


def _bytet(id: str, möte: Möte, i: int, före: Mapping[str, str], efter: Läge) -> Iterator[Utfall]:
    for plats, ny in _platser(efter.tjänstgör).items():
        gammal = före.get(plats, ny)
        if gammal != ny:
            nr = efter.punkt.nr
            text = f"{ny} tog över platsen efter {gammal} mitt i § {nr}, men byten sker mellan två §§"
            yield bruten("mote", id, _väg(möte, i, ny, nr), text, _RÅD)


def _väg(möte: Möte, i: int, namn: str, nr: int) -> Fältväg:
    """Händelsen som lät personen börja, annars paragrafen."""
    börjar = ("tjänstgör", "kommer")
    egna = (k for k, h in enumerate(möte.händelser) if (h.namn, h.paragraf) == (namn, nr) and h.typ in börjar)
    k = next(egna, None)
    return ("paragrafer", i) if k is None else ("händelser", k)


def _platser(tjänster: tuple[Tjänst, ...]) -> dict[str, str]:
    """Vem som har varje plats."""
    return {t.ersätter or t.person.namn: t.person.namn for t in tjänster}


REGEL = Regel(
    id=ID,
    nummer=(7,),
    fråga="Byter man tjänstgörande bara mellan §§, och stannar den borta som har avbrutit för annat än jäv?",
    nivå="varning",
    pröva=_pröva,
    praxis="praxis efter KL 5:18–20",
)
