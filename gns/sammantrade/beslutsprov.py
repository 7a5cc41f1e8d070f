"""Besluten i ett möte mot lagen: vilka som yrkade, röstade och reserverade sig, och att beslutet är det som vann."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from gns.grund.datafel import Datafel
from gns.modell.mote import Möte
from gns.modell.namnd import Nämnd
from gns.modell.paragraf import Paragraf
from gns.sammantrade.beslutsprov_antecknat import anteckningsfel, myndighetsfel, reservationsfel
from gns.sammantrade.beslutsprov_paragraf import Prövad
from gns.sammantrade.beslutsprov_roster import röstlängdsfel
from gns.sammantrade.lage import Läge
from gns.sammantrade.lage_jav import jävsfrågor
from gns.sammantrade.tillstand import Spärr, justeringsläge, omröstningsläge, paragrafläge, spärr
from gns.sammantrade.uppspelning import Uppspelning, spela_upp


def beslutsfel(nämnd: Nämnd, möte: Möte, lägen: Sequence[Läge]) -> Iterator[Datafel]:
    """Alla fel i hur besluten fattades, också uppspelningens; vägarna räknas från mötets rot.

    ``lägen`` är mötets alla, ett för varje delbeslut, så som ``lage.lägen`` ger dem.
    """
    första = 0
    for i, p in enumerate(möte.paragrafer):
        sista = första + max(1, len(p.beslut))
        prövad = Prövad(nämnd, möte, p, tuple(lägen[första:sista]), _spela(möte, p, lägen[första:sista]))
        yield from (replace(fel, fältväg=("paragrafer", i, *fel.fältväg)) for fel in _paragrafens(prövad))
        första = sista


def _spela(möte: Möte, p: Paragraf, lägen: Sequence[Läge]) -> Uppspelning:
    return spela_upp(p, lägen, jävsfrågor=jävsfrågor(möte, p.nr))


def _paragrafens(prövad: Prövad) -> Iterator[Datafel]:
    p = prövad.p
    läge = paragrafläge(p, jävsfrågor(prövad.möte, p.nr))
    stängd = spärr(("öppet", läge, omröstningsläge(p), justeringsläge(p, prövad.möte)))
    yield from (fel for fel in prövad.uppspelning.fel if not (stängd and _sägs_av(stängd, fel)))
    yield from _yrkandefel(prövad)
    yield from röstlängdsfel(prövad)
    yield from myndighetsfel(prövad)
    yield from reservationsfel(prövad)
    yield from anteckningsfel(prövad)


def _sägs_av(stängd: Spärr, fel: Datafel) -> bool:
    """Om tabellen över tillstånd säger samma sak: att beslutet saknas, eller att omröstningen skulle ha varit öppen."""
    return fel.fältväg == ("beslut",) or (stängd.omröstning == ("sluten",) and fel.fältväg[-1] == "form")


def _yrkandefel(prövad: Prövad) -> Iterator[Datafel]:
    """Bara den som tjänstgör innan frågan är avgjord får yrka (KL 4:22), och inte om det som den är jävig i."""
    for i, y in enumerate(prövad.p.yrkanden):
        for namn in prövad.kända(y.av) if prövad.lägen else ():
            skäl = prövad.varför_inte(namn, prövad.vid(y.delbeslut))
            if skäl == "är jävig" or (skäl := prövad.varför_inte(namn, prövad.till(y.delbeslut))):
                text = f"{namn} {skäl} i § {prövad.p.nr} och får inte yrka (KL 4:22)"
                yield Datafel(("yrkanden", i, "av"), text, "rätta vem som yrkade, eller närvaron och händelserna")
