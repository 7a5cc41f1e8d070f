"""Återremiss och bordläggning: det som vann, det som innebär säger och det som besluten säger är samma sak."""

import re
from collections.abc import Iterator

from gns.grund.datafel import Datafel
from gns.sammantrade.uppspelning_beslut import Prov
from gns.sammantrade.uppspelning_foljd import jämförbar
from gns.sammantrade.uppspelning_forslag import FORMALIA
from gns.sammantrade.uppspelning_spel import Spel
from gns.sammantrade.uppspelning_utgang import Utfall, gör, skjuter_upp

_SÄGER = {"återremiss": "återremitterar", "bordläggning": "bordlägger"}
_ORD = {"återremiss": "återremitteras", "bordläggning": "bordläggs"}
_SKJUTER_UPP = re.compile(r"återremi|bordl[aä]g|skjut|nästa (?:möte|sammanträde)")
_TILL_NÅGON_ANNAN = re.compile(r"\b(?:föreslå|hemställ|rekommender)")


def uppskjutningsfel(spel: Spel, utfall: Utfall) -> Iterator[Datafel]:
    """Återremiss eller bordläggning som inte är densamma överallt; vägarna räknas från paragrafen."""
    vann = {(spel.bord.förslag[o].sort, k) for o, k in utfall.antagna if spel.bord.förslag[o].sort in FORMALIA}
    saknade = {sort for sort, k in vann if not _står(spel, utfall, sort, k)}
    ändå = list(_ändå_beslutade(spel, utfall))
    yield from ändå
    for sort in sorted(saknade) if spel.bord.p.beslut and not ändå else ():
        råd = f"lägg till typ: {_SÄGER[sort]} under innebär"
        yield Datafel(("innebär",), f"{sort} vann men innebär säger inte att beslutet {_SÄGER[sort]}", råd)
    if not saknade:
        yield from _utan_yrkande(spel, utfall)


def tappade(spel: Spel) -> Iterator[Datafel]:
    """Varningar för beslut som säger att ärendet skjuts upp, när varken innebär eller något yrkande gör det."""
    p = spel.bord.p
    for k, text in enumerate(map(jämförbar, p.beslut), start=1):
        for sort, ord in _ORD.items():
            sägs = re.search(rf"\bärende\w*\b.*\b{ord}\b(?! (?:inte|ej)\b)", text)
            yrkat = any(y.typ == sort and not y.återtaget for y in p.yrkanden)
            if sägs and not yrkat and not _TILL_NÅGON_ANNAN.search(text) and not _något_gör(spel, sort):
                råd = f"skriv innebär med typ: {_SÄGER[sort]}, så att ärendet inte tappas bort"
                vad = f"beslut {k} säger att ärendet {ord} men innebär säger det inte"
                yield Datafel(("beslut", k - 1), vad, råd, "varning")


def _något_gör(spel: Spel, sort: str) -> bool:
    return any(skjuter_upp(v) == sort for v in spel.bord.p.innebär)


def _står(spel: Spel, utfall: Utfall, sort: str, punkt: int) -> bool:
    """Om innebär säger det om delbeslutet; när hela § skjuts upp räcker ett delbeslut."""
    p = spel.bord.p
    hela = spel.bord.sak <= utfall.slut.keys() or punkt > len(p.beslut)
    return any(gör(v, sort, punkt) or (hela and skjuter_upp(v) == sort) for v in p.innebär)


def _ändå_beslutade(spel: Spel, utfall: Utfall) -> Iterator[Datafel]:
    """Delbeslut som sköts upp men som ändå är förslag i sak; ett fel för återremissen, och ett för bordläggningen."""
    p = spel.bord.p
    yrkanden = [f.yrkande for f in spel.bord.förslag.values() if f.yrkande and f.sort not in FORMALIA]
    i_sak = {jämförbar(t) for t in (*p.förslag_till_beslut, *(y.lydelse for y in yrkanden)) if t}
    beslut = {k: jämförbar(b) for k, b in enumerate(p.beslut, start=1)}
    for sort in FORMALIA:
        ändå = [
            k for k, b in beslut.items() if utfall.slut.get(k) == sort and b in i_sak and not _SKJUTER_UPP.search(b)
        ]
        if ändå:
            yrkat = any(spel.bord.förslag[o].sort == sort for o, _ in utfall.antagna)
            vad = f"{sort} vann" if yrkat else f"innebär säger {_SÄGER[sort]}"
            råd = f"skriv att ärendet {_ORD[sort]}, eller rätta vilket delbeslut det gäller"
            text = f"{vad} men beslut {', '.join(map(str, ändå))} är förslag i sak"
            yield Datafel(("beslut", ändå[0] - 1), text, råd, regel="KL-5-67-beslut")


def _utan_yrkande(spel: Spel, utfall: Utfall) -> Iterator[Datafel]:
    """Det som innebär skjuter upp fast saken avgjordes, om inte det antagna förslaget självt säger så."""
    p = spel.bord.p
    väntade = {v.text for v in Prov(spel, utfall).väntade if _SKJUTER_UPP.search(v.text)}
    for i, v in enumerate(p.innebär if p.beslut else ()):
        punkter = {v.delbeslut} if v.delbeslut else set(spel.bord.alla)
        sort = skjuter_upp(v)
        if sort is None or punkter & utfall.öppna or any(utfall.slut.get(k) == sort for k in punkter):
            continue
        if not any(k <= len(p.beslut) and jämförbar(p.beslut[k - 1]) in väntade for k in punkter):
            text = f"innebär säger {_SÄGER[sort]}, men inget yrkande om {sort} vann"
            yield Datafel(("innebär", i), text, "skriv yrkandet och propositionen, eller rätta innebär")
