"""Besluten i ett möte mot lagen: vilka som yrkade, röstade och reserverade sig, och att beslutet är det som vann."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from gns.grund.datafel import Datafel
from gns.modell.mote import Möte
from gns.modell.namnd import Nämnd
from gns.modell.omrostning import Yrkande
from gns.sammantrade.beslutsprov_antecknat import anteckningsfel, myndighetsfel, reservationsfel
from gns.sammantrade.beslutsprov_paragraf import Prövad, regel_för
from gns.sammantrade.beslutsprov_roster import röstlängdsfel
from gns.sammantrade.lage import Läge, upprop
from gns.sammantrade.lage_jav import jävsfrågor
from gns.sammantrade.lage_punkter import per_paragraf
from gns.sammantrade.tillstand import Spärr, justeringsläge, omröstningsläge, paragrafläge, spärr
from gns.sammantrade.uppspelning import Uppspelning, spela_upp
from gns.sammantrade.uppspelning_forslag import FORMALIA

_RÅD = "rätta vem som yrkade, eller närvaron och händelserna"


def beslutsfel(
    nämnd: Nämnd, möte: Möte, lägen: Sequence[Läge], spelade: Sequence[Uppspelning] | None = None
) -> Iterator[Datafel]:
    """Alla fel i hur besluten fattades, också uppspelningens; vägarna räknas från mötets rot.

    ``lägen`` är mötets alla, ett för varje delbeslut, så som ``lage.lägen`` ger dem, och ``spelade`` dess uppspelningar,
    för den som redan har dem.
    """
    innan = frozenset(t.person.namn for t in upprop(möte))
    alla = uppspelningar(möte, lägen) if spelade is None else spelade
    for (i, p, här), spelad in zip(per_paragraf(möte, lägen), alla, strict=True):
        prövad = Prövad(nämnd, möte, p, tuple(här), innan, spelad)
        yield from (replace(fel, fältväg=("paragrafer", i, *fel.fältväg)) for fel in _paragrafens(prövad))
        innan = här[-1].namn if här else innan


def uppspelningar(möte: Möte, lägen: Sequence[Läge]) -> tuple[Uppspelning, ...]:
    """Varje § uppspelad, i mötets ordning; också när två §§ har samma nummer."""
    alla = per_paragraf(möte, lägen)
    return tuple(spela_upp(p, här, jävsfrågor=jävsfrågor(möte, p.nr)) for _, p, här in alla)


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
            if skäl == "är jävig" or (skäl := _för_sent(prövad, y, namn)):
                text = f"{namn} {skäl} i § {prövad.p.nr} och får inte yrka (KL 4:22)"
                gick = any(
                    h.typ == "går" and (h.paragraf, h.namn) == (prövad.p.nr, namn) for h in prövad.möte.händelser
                )
                råd = (
                    "skriv under_överläggningen: ja vid händelsen, om personen hann yrka innan den gick"
                    if gick
                    else _RÅD
                )
                yield Datafel(("yrkanden", i, "av"), text, råd, regel=regel_för(skäl))


def _för_sent(prövad: Prövad, y: Yrkande, namn: str) -> str | None:
    """Varför personen inte tjänstgör medan frågan är öppen; en fråga om återremiss eller bordläggning avgörs först.

    Den som gick under överläggningen hann yrka.
    """
    avgörs = y.delbeslut
    if y.typ in FORMALIA and avgörs is None:
        egna = [prövad.bord.räckvidd(p) for p in prövad.p.propositionsordning if y.id in p.ställs]
        avgörs = min(min(k) for k in egna or [prövad.bord.sak])
    skäl = prövad.varför_inte(namn, prövad.till(avgörs))
    return None if skäl and prövad.hann_yrka(namn) else skäl
