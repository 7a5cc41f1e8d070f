"""Återremiss och bordläggning: det som vann och det som innebär säger är samma sak."""

from collections.abc import Iterator

from gns.grund.datafel import Datafel
from gns.sammantrade.uppspelning_beslut import Prov, jämförbar
from gns.sammantrade.uppspelning_forslag import FORMALIA
from gns.sammantrade.uppspelning_spel import Spel
from gns.sammantrade.uppspelning_utgang import Utfall, gör, skjuter_upp

_SÄGER = {"återremiss": "återremitterar", "bordläggning": "bordlägger"}


def uppskjutningsfel(spel: Spel, utfall: Utfall) -> Iterator[Datafel]:
    """Återremiss eller bordläggning som vann men inte står i innebär, eller tvärtom; vägarna från paragrafen."""
    vann = {(spel.bord.förslag[o].sort, k) for o, k in utfall.antagna if spel.bord.förslag[o].sort in FORMALIA}
    saknade = {sort for sort, k in vann if not _står(spel, utfall, sort, k)}
    for sort in sorted(saknade) if spel.bord.p.beslut else ():
        råd = f"lägg till typ: {_SÄGER[sort]} under innebär"
        yield Datafel(("innebär",), f"{sort} vann men innebär säger inte att beslutet {_SÄGER[sort]}", råd)
    if not saknade:
        yield from _utan_yrkande(spel, utfall)


def _står(spel: Spel, utfall: Utfall, sort: str, punkt: int) -> bool:
    """Om innebär säger det om delbeslutet; när hela § skjuts upp räcker ett delbeslut."""
    p = spel.bord.p
    hela = spel.bord.punkter <= utfall.slut.keys() or punkt > len(p.beslut)
    return any(gör(v, sort, punkt) or (hela and skjuter_upp(v) == sort) for v in p.innebär)


def _utan_yrkande(spel: Spel, utfall: Utfall) -> Iterator[Datafel]:
    p = spel.bord.p
    väntade = {v.text for v in Prov(spel, utfall).väntade}
    if all(y.återtaget for y in p.yrkanden):
        return
    for i, v in enumerate(p.innebär):
        punkter = [v.delbeslut] if v.delbeslut else range(1, len(p.beslut) + 1)
        sort = skjuter_upp(v)
        if sort is None or any(utfall.slut.get(k) == sort for k in punkter):
            continue
        if not any(k <= len(p.beslut) and jämförbar(p.beslut[k - 1]) in väntade for k in punkter):
            text = f"innebär säger {_SÄGER[sort]}, men inget yrkande om {sort} vann"
            yield Datafel(("innebär", i), text, "skriv yrkandet och propositionen, eller rätta innebär")
