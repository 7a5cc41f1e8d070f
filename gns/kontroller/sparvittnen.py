"""Sigillens vittnen utanför kedjan: taggarna och underskrifterna. De får saknas, men inte säga emot."""

import datetime as dt
from collections.abc import Iterator, Mapping

from gns.kontroller.sparfynd import BRUTEN, OPRÖVBAR, UPPLYSNING, Sparfynd
from gns.modell.sigill import Nyckel, Sigill, sigillfil
from gns.modell.spar import Signatur, Spår, Tagg


def taggprov(spår: Spår, sigill: Mapping[int, Sigill]) -> Iterator[Sparfynd]:
    """Varje tagg pekar på det sigill den är gjord för; ett sigill utan tagg sägs."""
    efter_namn = {s.tagg: nr for nr, s in sigill.items()}
    for tagg in spår.taggar:
        yield from _taggen(spår, tagg, efter_namn.get(tagg.namn))
    namn = {t.namn for t in spår.taggar}
    for nr, s in sigill.items():
        if s.tagg not in namn:
            yield Sparfynd(nr, UPPLYSNING, f"taggen {s.tagg} saknas; kanske är den inte hämtad eller inte skickad")


def _taggen(spår: Spår, tagg: Tagg, nr: int | None) -> Iterator[Sparfynd]:
    if nr is None:
        grenar = [g for g, filer in spår.andra.items() if any(filer.get(f) == rå for f, rå in tagg.sigill.items())]
        if grenar:
            yield Sparfynd(None, OPRÖVBAR, f"taggen {tagg.namn} är för något som finns i {grenar[0]} men inte här")
        else:
            yield Sparfynd(None, BRUTEN, f"taggen {tagg.namn} är för något som inte är förseglat här")
    elif not tagg.eget_namn:
        yield Sparfynd(nr, BRUTEN, f"taggen {tagg.namn} är inte gjord av gns: den har ingen text")
    elif tagg.eget_namn != tagg.namn:
        yield Sparfynd(nr, BRUTEN, f"taggen {tagg.namn} är gjord för {tagg.eget_namn}")
    elif tagg.sigill.get(sigillfil(nr)) != spår.huvud[sigillfil(nr)]:
        yield Sparfynd(nr, BRUTEN, f"taggen {tagg.namn} pekar på en commit med ett annat sigill {nr}, eller utan det")


def signaturprov(spår: Spår, nr: int, s: Sigill) -> Iterator[Sparfynd]:
    """Varje underskrift stämmer, och är gjord med en nyckel som gällde för någon som skulle underteckna."""
    for fil, signatur in _signaturer(spår, nr).items():
        if signatur.stämmer is None:
            yield Sparfynd(
                nr, OPRÖVBAR, f"underskriften data/{fil} går inte att pröva utan ssh-keygen; installera OpenSSH"
            )
        elif not signatur.stämmer:
            yield Sparfynd(nr, BRUTEN, f"underskriften data/{fil} stämmer inte med sigillet")
        elif not (ägare := [n for n in s.signatärer if n.nyckel == signatur.nyckel]):
            yield Sparfynd(nr, BRUTEN, f"data/{fil} är gjord med en nyckel som inte står i signatärslistan")
        elif not (gällande := [n for n in ägare if gällde(n, s.förseglad)]):
            yield Sparfynd(
                nr, BRUTEN, f"data/{fil} är gjord med en nyckel för {ägare[0].namn} som inte gällde {s.förseglad}"
            )
        elif not any(n.namn in s.undertecknas_av for n in gällande):
            namn = ", ".join(s.undertecknas_av)
            yield Sparfynd(nr, BRUTEN, f"{gällande[0].namn} har undertecknat, men det skulle {namn} göra")


def undertecknat(spår: Spår, nr: int, s: Sigill) -> tuple[str, ...]:
    """De som har undertecknat sigillet med en nyckel som gällde."""
    nycklar = {v.nyckel for v in _signaturer(spår, nr).values() if v.stämmer}
    namn = (n.namn for n in s.signatärer if n.nyckel in nycklar and gällde(n, s.förseglad))
    return tuple(dict.fromkeys(n for n in namn if n in s.undertecknas_av))


def gällde(n: Nyckel, dag: str) -> bool:
    """Om nyckeln gällde den dagen; en tom gräns är ingen gräns."""
    d = dt.date.fromisoformat(dag)
    return not ((n.från and d < dt.date.fromisoformat(n.från)) or (n.till and dt.date.fromisoformat(n.till) < d))


def _signaturer(spår: Spår, nr: int) -> Mapping[str, Signatur]:
    return {fil: v for fil, v in spår.signaturer.items() if fil.startswith(f"sigill/{nr:04}-")}
