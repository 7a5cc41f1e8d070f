"""Uppspelningen: hur en § beslut kom till, räknat ur förslag, yrkanden, propositioner och röster (KL 5:53–56, 5:67)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple

from gns.grund.datafel import Datafel
from gns.modell.former import AVSLAG
from gns.modell.omrostning import Proposition
from gns.modell.paragraf import Paragraf
from gns.sammantrade.lage import Läge
from gns.sammantrade.uppspelning_beslut import lydelsefel
from gns.sammantrade.uppspelning_forslag import Bord, lägg_fram, yrkandefel
from gns.sammantrade.uppspelning_ojamforbart import ojämförbara
from gns.sammantrade.uppspelning_rost import har_röster, röstar_två_gånger, röstfel
from gns.sammantrade.uppspelning_rostrakning import Rösträkning, räkna
from gns.sammantrade.uppspelning_spel import Spel, kontrafel
from gns.sammantrade.uppspelning_uppskjutet import tappade, uppskjutningsfel
from gns.sammantrade.uppspelning_utgang import (
    OSPELBAR,
    Utfall,
    avsluta,
    oprövade,
    utgång,
    utgångar,
    verkan_av_avslag,
    är_information,
)


class Steg(NamedTuple):
    """En proposition och vad den ledde till; ``vinnare`` är None när det inte går att säga.

    ``motförslag`` är sant när vinnaren bara blev det som huvudförslaget sedan ställs mot.
    """

    proposition: Proposition
    vinnare: str | None
    räkning: Rösträkning | None
    motförslag: bool = False


class Uppspelning(NamedTuple):
    """Propositionerna i ordning, det som antogs, utgången och felen med vägar från paragrafen.

    ``antagna`` nämner yrkanden med id, och ett utan id som ”yrkande 2”. ``utgång`` är enligt förslaget, enligt yrkande,
    med ändring, avslag, återremiss, bordläggning, information, utgår, utan förslag, planerad eller går inte att spela upp.
    """

    steg: tuple[Steg, ...]
    antagna: tuple[str, ...]
    utgång: str
    fel: tuple[Datafel, ...]
    utgångar: Mapping[int, str] = MappingProxyType({})  # delbeslut → dess egen utgång, när den kan skilja sig
    ojämförbara: Mapping[int, tuple[str, str]] = MappingProxyType({})  # delbeslut → varför dess ord inte jämförs, råd


def spela_upp(p: Paragraf, lägen: Sequence[Läge], *, jävsfrågor: frozenset[int] = frozenset()) -> Uppspelning:
    """Spelar upp paragrafen; varje fel blir ett värde, aldrig ett undantag.

    ``lägen`` är bara paragrafens egna, och ``jävsfrågor`` de delbeslut som avgör om någon är jävig (``lage_jav``).
    """
    bord = lägg_fram(p, jävsfrågor)
    fel = list(yrkandefel(bord))
    if p.utgår or not (p.beslut or p.propositionsordning):
        vad = "utgår" if p.utgår else "information" if p.slag == "information" else "planerad"
        return Uppspelning((), (), vad, tuple(fel))
    spel = Spel(bord)
    steg: list[Steg] = []
    for i, proposition in enumerate(p.propositionsordning):
        ett, röstning = _steg(bord, proposition, _ordförande(bord, proposition, lägen))
        steg.append(ett)
        fel += spel.ställ(i, proposition, ett.vinnare)
        fel += (replace(f, fältväg=("propositionsordning", i, "omröstning", *f.fältväg)) for f in röstning)
    fel += kontrafel(spel, [s.vinnare for s in steg])
    steg = [s._replace(motförslag=_blev_motförslag(bord, s, steg[i + 1 :])) for i, s in enumerate(steg)]
    return _avslutad(spel, steg, fel, _utslag(bord, lägen))


def _blev_motförslag(bord: Bord, ett: Steg, senare: Sequence[Steg]) -> bool:
    """Om det sägs, eller om ett huvudförslag som vann ställs mot ett annat igen i samma delbeslut."""
    p, vann = ett.proposition, bord.förslag.get(ett.vinnare or "")
    if p.kontraproposition or vann is None or vann.sort != "huvud" or AVSLAG in p.ställs:
        return p.kontraproposition
    igen = (s.proposition for s in senare if vann.ord in s.proposition.ställs and AVSLAG not in s.proposition.ställs)
    return any(bord.räckvidd(p) & bord.räckvidd(s) for s in igen)


def _avslutad(spel: Spel, steg: list[Steg], fel: list[Datafel], utslag: str) -> Uppspelning:
    utfall = avsluta(spel)
    slut = utgång(spel, utfall, spel.bord.sak)
    antagna: tuple[str, ...] = ()
    if spel.säkert:
        fel += oprövade(spel, utfall)
        fel += uppskjutningsfel(spel, utfall)
        fel += _lydelsefel(spel, utfall, utslag)
    if slut != OSPELBAR:
        antagna = tuple(o for o in spel.bord.förslag if any(o == a for a, _ in utfall.antagna))
    delarna = utgångar(spel, utfall)
    fel += verkan_av_avslag(spel.bord.p, delarna)
    if är_information(spel.bord.p) and slut != OSPELBAR:
        return Uppspelning(tuple(steg), antagna, "information", tuple(fel))
    return Uppspelning(tuple(steg), antagna, slut, tuple(fel), delarna, ojämförbara(spel, utfall))


def _lydelsefel(spel: Spel, utfall: Utfall, utslag: str) -> Iterator[Datafel]:
    """Lydelsefelen; när beslutet säger att ärendet skjuts upp är rådet att skriva det som innebär."""
    uppskjuter = {f.fältväg: f for f in tappade(spel)}
    for f in lydelsefel(spel, utfall):
        annan = uppskjuter.pop(f.fältväg, None)
        yield replace(f, råd=annan.råd if annan else f.råd + utslag)
    yield from uppskjuter.values()


def _steg(bord: Bord, proposition: Proposition, ordförande: str | None) -> tuple[Steg, list[Datafel]]:
    """Steget med omröstningens fel; utan omröstning vann det som ordföranden fann antaget."""
    o = proposition.omröstning
    if o is None:
        return Steg(proposition, proposition.finner if proposition.finner in proposition.ställs else None, None), []
    räkning = räkna(o, ordförande)
    fel = list(röstfel(bord, proposition, räkning, ordförande))
    två = o.ja_betyder != o.nej_betyder and {o.ja_betyder, o.nej_betyder} <= set(proposition.ställs)
    avgjort = not (räkning.lika and any(f.fältväg in (("avgjord_genom",), ("lottad",)) for f in fel))
    följs = två and har_röster(o) and avgjort and not röstar_två_gånger(o)
    return Steg(proposition, räkning.vinnare if följs else None, räkning), fel


def _utslag(bord: Bord, lägen: Sequence[Läge]) -> str:
    """Vems utslagsröst som avgjorde, att säga efter råden om vad beslutet ska vara."""
    avgjorda = [p for p in bord.p.propositionsordning if p.omröstning and p.omröstning.avgjord_genom == "utslagsröst"]
    ledare = dict.fromkeys(_ordförande(bord, p, lägen) for p in avgjorda)
    namn = ", ".join(n for n in ledare if n)
    return f" (utslagsröst i § {bord.p.nr}: {namn})" if namn else ""


def _ordförande(bord: Bord, proposition: Proposition, lägen: Sequence[Läge]) -> str | None:
    """Den som ledde när propositionen ställdes."""
    första = min(bord.räckvidd(proposition))
    läge = next((läge for läge in lägen if läge.punkt.delbeslut == första), lägen[0] if lägen else None)
    return läge.ordförande if läge else None
