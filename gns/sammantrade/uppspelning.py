"""Uppspelningen: hur en § beslut kom till, räknat ur förslag, yrkanden, propositioner och röster (KL 5:53–56, 5:67)."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from gns.grund.datafel import Datafel
from gns.modell.omrostning import Proposition
from gns.modell.paragraf import Paragraf
from gns.sammantrade.lage import Läge
from gns.sammantrade.rosta import Rösträkning, räkna
from gns.sammantrade.uppspelning_beslut import lydelsefel
from gns.sammantrade.uppspelning_forslag import Bord, lägg_fram, yrkandefel
from gns.sammantrade.uppspelning_rost import har_röster, röstfel
from gns.sammantrade.uppspelning_spel import Spel, kontrafel
from gns.sammantrade.uppspelning_uppskjutet import uppskjutningsfel
from gns.sammantrade.uppspelning_utgang import OSPELBAR, avsluta, oprövade, utgång


class Steg(NamedTuple):
    """En proposition och vad den ledde till; ``vinnare`` är None när det inte går att säga."""

    proposition: Proposition
    vinnare: str | None
    räkning: Rösträkning | None


class Uppspelning(NamedTuple):
    """Propositionerna i ordning, det som antogs, utgången och felen med vägar från paragrafen.

    ``antagna`` nämner yrkanden med id, och ett utan id som ”yrkande 2”. ``utgång`` är enligt förslaget, enligt yrkande,
    med ändring, avslag, återremiss, bordläggning, information, utgår, utan förslag, planerad eller går inte att spela upp.
    """

    steg: tuple[Steg, ...]
    antagna: tuple[str, ...]
    utgång: str
    fel: tuple[Datafel, ...]


def spela_upp(p: Paragraf, lägen: Sequence[Läge]) -> Uppspelning:
    """Spelar upp paragrafen; ``lägen`` är bara dess egna. Varje fel blir ett värde, aldrig ett undantag."""
    bord = lägg_fram(p)
    fel = list(yrkandefel(bord))
    if p.utgår or not (p.beslut or p.propositionsordning):
        vad = "utgår" if p.utgår else "information" if p.slag == "information" else "planerad"
        return Uppspelning((), (), vad, tuple(fel))
    spel = Spel(bord)
    steg: list[Steg] = []
    for i, proposition in enumerate(p.propositionsordning):
        ett, röstning = _steg(proposition, p.slag, _ordförande(bord, proposition, lägen))
        steg.append(ett)
        fel += spel.ställ(i, proposition, ett.vinnare)
        fel += (replace(f, fältväg=("propositionsordning", i, "omröstning", *f.fältväg)) for f in röstning)
    fel += kontrafel(spel, [s.vinnare for s in steg])
    return _avslutad(spel, steg, fel)


def _avslutad(spel: Spel, steg: list[Steg], fel: list[Datafel]) -> Uppspelning:
    utfall = avsluta(spel)
    slut = utgång(spel, utfall)
    antagna: tuple[str, ...] = ()
    if spel.säkert:
        fel += oprövade(spel, utfall)
        fel += () if utfall.öppna else (*uppskjutningsfel(spel, utfall), *lydelsefel(spel, utfall))
    if slut != OSPELBAR:
        antagna = tuple(o for o in spel.bord.förslag if any(o == a for a, _ in utfall.antagna))
    information = spel.bord.p.slag == "information" and slut != OSPELBAR
    return Uppspelning(tuple(steg), antagna, "information" if information else slut, tuple(fel))


def _steg(proposition: Proposition, slag: str | None, ordförande: str | None) -> tuple[Steg, list[Datafel]]:
    """Steget med omröstningens fel; utan omröstning vann det som ordföranden fann antaget."""
    o = proposition.omröstning
    if o is None:
        return Steg(proposition, proposition.finner if proposition.finner in proposition.ställs else None, None), []
    räkning = räkna(o, ordförande)
    fel = list(röstfel(proposition, slag, räkning, ordförande))
    två = o.ja_betyder != o.nej_betyder and {o.ja_betyder, o.nej_betyder} <= set(proposition.ställs)
    avgjort = not (räkning.lika and any(f.fältväg in (("avgjord_genom",), ("lottad",)) for f in fel))
    return Steg(proposition, räkning.vinnare if två and har_röster(o) and avgjort else None, räkning), fel


def _ordförande(bord: Bord, proposition: Proposition, lägen: Sequence[Läge]) -> str | None:
    """Den som ledde när propositionen ställdes."""
    första = min(bord.räckvidd(proposition))
    läge = next((läge for läge in lägen if läge.punkt.delbeslut == första), lägen[0] if lägen else None)
    return läge.ordförande if läge else None
