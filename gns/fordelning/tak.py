"""Delning med beslutade tak: den som skulle betala mer betalar taket, och resten delas av de andra efter samma vikter."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from gns.fordelning.fordela import ÖRE, Del, Enhet, Fördelning, Rest, Till, fördela
from gns.grund.belopp import skriv_belopp


class TakHindrar(ValueError):
    """Taken går inte att hålla; texten säger varför."""


def fördela_under_tak(
    belopp_öre: int, vikter: Mapping[str, Fraction], tak: Mapping[str, Fraction], enhet: Enhet, rest: Rest
) -> Fördelning:
    """Som ``fördela``; ``tak`` är högsta andelen i procent av beloppet. TakHindrar när taken inte räcker till."""
    steg, tecken = ÖRE[enhet], -1 if belopp_öre < 0 else 1
    enheter = abs(belopp_öre) // steg
    högst = {part: Fraction(enheter * andel, 100).__floor__() for part, andel in tak.items()}
    låsta: dict[str, int] = {}
    while True:
        kvar_öre = tecken * (abs(belopp_öre) - steg * sum(låsta.values()))
        fria = {part: vikt for part, vikt in vikter.items() if part not in låsta}
        if not any(fria.values()):
            raise TakHindrar(f"taken lämnar {skriv_belopp(kvar_öre)} utan någon som betalar")
        if isinstance(rest, Till) and rest.part in låsta:
            raise TakHindrar(f"{rest.part} betalar sitt tak och kan inte få resten")
        f = fördela(kvar_öre, fria, enhet, rest)
        över = {d.part for d in f.alla if d.part in högst and abs(d.belopp_öre) > steg * högst[d.part]}
        if not över:
            break
        låsta |= {part: högst[part] for part in över}
    alla = [*f.alla, *(_låst(part, vikter[part], tecken * antal, steg) for part, antal in låsta.items())]
    return replace(f, belopp_öre=belopp_öre, alla=tuple(sorted(alla, key=lambda d: d.part)))


def _låst(part: str, vikt: Fraction, enheter: int, steg: int) -> Del:
    return Del(part, vikt, Fraction(enheter), enheter, None, 0, enheter * steg, tak=True)
