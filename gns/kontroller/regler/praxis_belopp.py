"""Varje belopp i ett beslut hör till en innebär som bär beloppet, med sin enhet och vad det omfattar.

Det är så senare handlingar kan hämta summan i stället för att skriva av den. Ett belopp som beslutet säger är per part ska
vara ``per_part``, och inte hela beloppet; delas ett fastställt belopp lika räcker det att kvoten stämmer. Har beslutet
ingen innebär med belopp alls går det inte att pröva: beloppet kan vara en gräns eller en uppgift.

Rätt:
    beslut: [Totalt 468 090 kr återbetalas med 52 010 kr till respektive part.]
    innebär:
      - typ: återbetalar
        belopp: 468 090 kr
        per_part: 52 010 kr

Fel:
    innebär:
      - typ: återbetalar
        belopp: 468 090 kr        # 52 010 kr hör inte till något
"""

import re
from collections.abc import Iterator

from gns.grund.belopp import ENHETER, Belopp, belopp_med_slut
from gns.grund.datafel import Fältväg
from gns.kontroller.regel import BRUTEN, Regel, Utfall, bruten, oprövbar, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.innebar import Fastställer, OmPengar, Återbetalar
from gns.modell.paragraf import Paragraf

_PER_PART = re.compile(
    r"/part\b|\s+(?:vardera\b|(?:per|för\s+varje|(?:till|från|av)\s+(?:varje|respektive|var\s+och\s+en\s+av))\s+(?:part|kommun|medlem))",
    re.IGNORECASE,
)
_VARJE_PART = re.compile(r"\b(?:varje|respektive|var och en av) (?:part|kommun|medlem)\w*[^.;,]*$", re.IGNORECASE)
_UTAN_INNEBÄR = "{} i beslutet hör inte till någon innebär"
_RÅD = "skriv en innebär med beloppet, eller rätta det som står"
_PER_PART_RÅD = "skriv per_part, eller rätta hela beloppet"

_Var = tuple[str, str, Fältväg]


def _pröva(u: Underlag) -> Iterator[Utfall]:
    for id, möte, i, p in u.paragrafer():
        antal = 0
        for k, beslut in enumerate(p.beslut, 1):
            text = beslut.ord
            for belopp, slut in belopp_med_slut(text):
                antal = antal or sum(part.gäller(möte.datum) for part in u.bok.nämnd.parter)
                var: _Var = ("mote", id, ("paragrafer", i, "beslut", k - 1))
                per_part = bool(_PER_PART.match(text, slut) or _VARJE_PART.search(text[max(0, slut - 60) : slut]))
                utfall = _ett(var, _värden(p, k), belopp, per_part, antal)
                yield _bland_andra(utfall, belopp, _värden(p, k), text)


def _bland_andra(utfall: Utfall, belopp: Belopp, värden: list[OmPengar], text: str) -> Utfall:
    """Ett belopp till, där hela beloppet står i samma beslut, kan vara en jämförelse eller en del."""
    hela = any(b.motsvarar(v.belopp) for b, _ in belopp_med_slut(text) for v in värden)
    if utfall.text != _UTAN_INNEBÄR.format(belopp) or utfall.svar != BRUTEN or not hela:
        return utfall
    return oprövbar(utfall.slag, utfall.id, utfall.fält, f"det står inte i innebär vad {belopp} i beslutet är")


def _värden(p: Paragraf, delbeslut: int) -> list[OmPengar]:
    alla = (v for v in p.innebär if isinstance(v, OmPengar))
    return [v for v in alla if v.delbeslut in (None, delbeslut)]


def _ett(var: _Var, värden: list[OmPengar], belopp: Belopp, per_part: bool, antal: int) -> Utfall:
    if not värden:
        return oprövbar(*var, f"{belopp} i beslutet hör inte till någon innebär", _RÅD)
    delar = [v.per_part for v in värden if isinstance(v, Återbetalar) and v.per_part]
    hela = [v.belopp for v in värden]
    if any(belopp.motsvarar(b) for b in (delar if per_part else (*hela, *delar))):
        return uppfylld(*var)
    if not per_part:
        return bruten(*var, _UTAN_INNEBÄR.format(belopp), _RÅD)
    fastställda = [v for v in värden if isinstance(v, Fastställer)]
    if any(v.fördelningsnyckel == "lika" and _är_kvot(belopp, v.belopp, antal) for v in fastställda):
        return uppfylld(*var)
    if any(belopp.motsvarar(b) for b in hela):
        text = f"{belopp} är per part i beslutet, men hela beloppet i innebär"
        return bruten(*var, text, _PER_PART_RÅD)
    lika = [v.belopp for v in fastställda if v.fördelningsnyckel == "lika"]
    if lika and len(lika) == len(värden) and antal:
        text = f"{belopp} är per part i beslutet, men {lika[0]} delat lika på {antal} parter är något annat"
        return bruten(*var, text, "rätta beloppet i beslutet, eller hela beloppet")
    if fastställda:
        text = f"{belopp} är per part, och det går inte att räkna ut ur det som innebär fastställer"
        return oprövbar(*var, text)
    return bruten(*var, f"{belopp} per part i beslutet hör inte till någon innebär", _PER_PART_RÅD)


def _är_kvot(del_: Belopp, hela: Belopp, antal: int) -> bool:
    """Om delen gånger antalet parter är hela beloppet, så när som på avrundningen i delens enhet."""
    return abs(del_.öre * antal - hela.öre) <= antal * ENHETER[del_.enhet] // 2


REGEL = Regel(
    id="PRAXIS-belopp",
    nummer=(28,),
    fråga="Hör varje belopp i besluten till en innebär som bär det?",
    nivå="varning",
    pröva=_pröva,
    praxis="belopp skrivs en gång",
)
