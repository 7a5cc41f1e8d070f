"""Varje beslutsunderlag är en registrerad handling med datum, och inget utkast står kvar i ett justerat protokoll.

Underlaget söks med sin titel bland ärendets handlingar, och sedan bland de andra ärendenas. En handling som är daterad
efter mötet kan inte ha varit underlag. Saknar handlingen datum, eller har ärendet inga handlingar alls, går det inte att
pröva. När protokollet är justerat får ingen rubrik, inget underlag och ingen handling heta ”Test”, eller ha orden ”XX”
eller ”Handlingar kommer senare”.

Rätt:
    beslutsunderlag: [Avtal om drift]     # i §
    handlingar:                           # i ärendet
      - titel: Avtal om drift
        datum: 2024-01-15

Fel:
    beslutsunderlag: [Avtal om XX]
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from gns.grund.datafel import Fältväg
from gns.grund.datum import MÅNADER
from gns.grund.dnr import Dnr
from gns.kontroller.ordlikhet import orden
from gns.kontroller.regel import Regel, Utfall, bruten, oprövbar, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.arende import Handling, Ärende
from gns.modell.paragraf import Paragraf

_DAG = re.compile(rf"(?:,\s*)?(?:\bden\s+)?(?:\b\d{{4}}-\d\d-\d\d\b|\b\d{{1,2}}\s+(?:{'|'.join(MÅNADER)})\s+\d{{4}}\b)", re.IGNORECASE)  # fmt: skip
_SENARE = ("handlingar", "kommer", "senare")
_RÅD = "registrera handlingen i ärendet, eller rätta titeln"

_Titel = tuple[str, ...]
_Var = tuple[str, str, Fältväg]
_Register = dict[_Titel, list[Handling]]


def _pröva(u: Underlag) -> Iterator[Utfall]:
    yield from _underlagen(u)
    yield from _utkasten(u)


def _underlagen(u: Underlag) -> Iterator[Utfall]:
    alla = _register(h for _, _, ä in u.ärenden() for h in ä.handlingar)
    for id, möte, i, p in u.paragrafer():
        ärende = u.bok.ärenden.get(p.dnr) if p.dnr and p.beslutsunderlag else None
        egna = _register(ärende.handlingar) if ärende else {}
        for j, titel in enumerate(p.beslutsunderlag):
            funna = egna.get(_titel(titel)) or alla.get(_titel(titel), [])
            var: _Var = ("mote", id, ("paragrafer", i, "beslutsunderlag", j))
            yield _finns(var, titel, funna, möte.datum) if funna else _saknas(var, p, titel, ärende)


def _register(handlingar: Iterable[Handling]) -> _Register:
    ut: _Register = {}
    for h in handlingar:
        ut.setdefault(_titel(h.titel), []).append(h)
    return ut


def _titel(text: str) -> _Titel:
    """Titelns ord utan den dag som kan stå i den."""
    return orden(_DAG.sub("", text)) or orden(text)


def _finns(var: _Var, titel: str, funna: list[Handling], dag: dt.date) -> Utfall:
    dagar = [h.datum for h in funna if h.datum]
    if not dagar:
        return oprövbar(*var, f"handlingen ”{titel}” har inget datum", "skriv datum i ärendets handlingar")
    if min(dagar) > dag:
        text = f"underlaget ”{titel}” är daterat {min(dagar)}, efter mötet {dag}"
        return bruten(*var, text, "rätta datumet, eller underlaget")
    return uppfylld(*var)


def _saknas(var: _Var, p: Paragraf, titel: str, ärende: Ärende | None) -> Utfall:
    if ärende is None:
        return oprövbar(*var, f"§ {p.nr} har inget ärende att söka ”{titel}” i", "skriv dnr i §")
    if not ärende.handlingar:
        return oprövbar(*var, f"ärendet {p.dnr} har inga handlingar inlagda", "skriv handlingar i ärendet")
    text = f"underlaget ”{titel}” finns inte bland handlingarna i {p.dnr}"
    return bruten(*var, text, _RÅD)


def _utkasten(u: Underlag) -> Iterator[Utfall]:
    """Titlarna i de justerade protokollen, och i de ärenden som de behandlar."""
    behandlade: set[Dnr] = set()
    for id, möte, i, p in u.paragrafer():
        if möte.är_justerat:
            underlag = ((("beslutsunderlag", j), t) for j, t in enumerate(p.beslutsunderlag))
            for led, titel in ((("rubrik",), p.rubrik), *underlag):
                yield from _utkast("mote", id, ("paragrafer", i, *led), titel)
            behandlade |= {p.dnr} if p.dnr else set()
    for id, dnr, ärende in u.ärenden():
        if dnr in behandlade:
            yield from _utkast("arende", id, ("rubrik",), ärende.rubrik)
            for j, h in enumerate(ärende.handlingar):
                yield from _utkast("arende", id, ("handlingar", j, "titel"), h.titel)


def _utkast(slag: str, id: str, fält: Fältväg, titel: str) -> Iterator[Utfall]:
    ord_ = orden(titel)
    bara_test = "test" in ord_ and all(o == "test" or o.isdigit() for o in ord_)
    kryss = any(len(o) > 1 and not o.strip("x") for o in ord_)
    senare = any(ord_[k : k + 3] == _SENARE for k in range(len(ord_) - 2))
    if bara_test or kryss or senare:
        text = f"”{titel}” är ett utkast, men protokollet är justerat"
        yield bruten(slag, id, fält, text, "skriv handlingens riktiga titel")


REGEL = Regel(
    id="PRAXIS-underlag",
    nummer=(31,),
    fråga="Är varje beslutsunderlag en registrerad handling med datum, och inget utkast?",
    nivå="varning",
    pröva=_pröva,
    praxis="underlag är registrerade handlingar",
)
