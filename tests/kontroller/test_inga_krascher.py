"""Ingen regel kraschar på märkliga men läsbara poster, och varje svar pekar på en post som finns."""

import copy
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from gns.kontroller.lista import alla_regler
from gns.kontroller.plats import Platser
from gns.kontroller.regel import BRUTEN, OPRÖVBAR, UPPFYLLD
from gns.kontroller.underlag import Underlag
from gns.modell.las import läs
from gns.storage.las import bygg_bok
from tests.kontroller.arkiv import IDAG, REN

ANTAL = 2_000 if settings.get_current_profile_name() == "lang" else 100
SLAG = {"moten": "mote", "anslag": "anslag", "arenden": "arende", "delegation": "delegation", "budgetar": "budget"}
TEXTER = st.sampled_from(
    [
        "Eva Ek", "Okänd Person", "ja", "nej", "1", "99", "2024-03-04", "2019-02-30", "1999-01-01", "2031-12-24", "09:00",
        "23:59", "GNS/1/2024", "GNS/77/2024", "2024-03-04 § 2", "2023-12-04 § 9 z", "are", "vakant", "ledamot", "ersättare",
        "övrig", "val", "information", "återremiss", "avslag", "förslaget", "bordlägger", "okänd dag", "914 400 kr", "0", "0,5", "12,5 %", "lika", "elevantal", "-1 kr",
        "Nämnden beslutar enligt förslaget.\n", "Ärendet bordläggs till nästa möte.\n", "§ 7 den 30 februari 2024\n",
        "årsskiftet 2023-2021 och 811218-9876 klicka här\n", "x" * 400 + ".\n",
    ]
)  # fmt: skip


def _vägar(värde: Any, väg: tuple[Any, ...] = ()) -> Any:
    """Vägen till varje värde i posten, utom roten."""
    barn = värde.items() if isinstance(värde, dict) else enumerate(värde) if isinstance(värde, list) else ()
    for led, inre in barn:
        yield (*väg, led)
        yield from _vägar(inre, (*väg, led))


@st.composite
def arkiv(draw: Any) -> Any:
    """Det rena arkivet med några värden borttagna, utbytta, fördubblade eller flyttade."""
    poster = copy.deepcopy(REN)
    for stam in draw(st.lists(st.sampled_from(sorted(set(REN) - {"namnd"})), max_size=2, unique=True)):
        del poster[stam]
    for _ in range(draw(st.integers(1, 12))):
        post = poster[draw(st.sampled_from(sorted(poster)))]
        vägar = list(_vägar(post))
        if not vägar:
            continue
        *före, sist = draw(st.sampled_from(vägar))
        nu: Any = post
        for led in före:
            nu = nu[led]
        vad = draw(st.sampled_from(["bort", "byt", "dubbla", "flytta"]))
        if vad == "bort":
            del nu[sist]
        elif vad == "byt" and not isinstance(nu[sist], dict | list):
            nu[sist] = draw(TEXTER)
        elif vad == "dubbla" and isinstance(nu, list):
            nu.append(copy.deepcopy(nu[sist]))
        elif vad == "flytta" and isinstance(nu, list):
            nu.insert(0, nu.pop(sist))
    return poster


def _läst(poster: Any) -> Any:
    """(modellerna som gick att läsa, felen inom dem)."""
    modeller, egna = {}, []
    for stam, post in poster.items():
        mapp, _, fil = stam.partition("/")
        slag, id = (SLAG[mapp], fil.rpartition("/")[2]) if fil else ("namnd", "namnd")
        modell, fel = läs(slag, id, _utan_tomma(post))
        if modell is not None:
            modeller[slag, id] = modell
            egna += [(slag, id, f) for f in fel]
    return modeller, tuple(egna)


def _utan_tomma(värde: Any) -> Any:
    if isinstance(värde, dict):
        return {n: ny for n, v in värde.items() if (ny := _utan_tomma(v))}
    return [ny for v in värde if (ny := _utan_tomma(v))] if isinstance(värde, list) else värde


@settings(max_examples=ANTAL)
@given(arkiv())
def test_varje_regel_svarar_på_varje_läsbart_arkiv(poster: Any) -> None:
    modeller, egna = _läst(poster)
    if ("namnd", "namnd") not in modeller:
        return
    u = Underlag(bygg_bok(modeller, hel=len(modeller) == len(poster)), IDAG, egna)
    for regel in alla_regler():
        for utfall in regel.pröva(u):
            assert utfall.svar in (UPPFYLLD, BRUTEN, OPRÖVBAR)
            assert (utfall.slag, utfall.id) in modeller, (regel.id, utfall)
            assert utfall.svar == UPPFYLLD or (utfall.text and "\n" not in utfall.text), (regel.id, utfall)
            assert utfall.svar != BRUTEN or utfall.råd, (regel.id, utfall)
            Platser().i_ord(modeller[utfall.slag, utfall.id], utfall.fält)
