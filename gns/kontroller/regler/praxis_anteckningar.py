"""Reservation, särskilt yttrande, protokollsanteckning, deltar ej och avstår är olika saker och skrivs var för sig.

Den som deltar ej eller avstår har inte röstat, och ingen gör båda i samma beslut. Ett yttrande antecknas bara för den som
tjänstgör, eller för en ersättare när reglementet ger rätt till det. Orden i en anteckning hör till dess slag: står det där
att någon reserverar sig mot beslutet, eller inte deltar i det, ska det också stå som en reservation eller som deltar ej.

Rätt:
    anteckningar:
      - typ: deltar ej
        av: Ada Ask

Fel:
    anteckningar:
      - typ: protokollsanteckning
        av: Ada Ask
        text: Ada Ask deltar inte i beslutet.
"""

import re
from collections.abc import Iterator

from gns.grund.block import Text
from gns.grund.datafel import Fältväg
from gns.kontroller.regel import Regel, Utfall, bruten, oprövbar, redan_sagt, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.mote import Möte
from gns.modell.omrostning import Anteckning
from gns.modell.paragraf import Paragraf
from gns.sammantrade.beslutsprov_antecknat import ANTECKNINGAR as ID

_STÄLLNING = ("deltar ej", "avstår")
_RESERVERAR = re.compile(r"\breserverar\s+(?:sig|mig|oss)\s+mot\b", re.IGNORECASE)
_DELTAR_EJ = re.compile(
    r"\bdeltar\s+(?:inte|ej)\s+i\s+(?:detta\s+)?(?:beslutet|avgörandet|beslut\b(?!\s+som))", re.IGNORECASE
)
_OM_ANNAT = re.compile(
    r"\binte\b(?!\s+i\s)|fullmäktige|styrelse|utskott", re.IGNORECASE
)  # i meningen: ett annat organ, eller nekat


def _pröva(u: Underlag) -> Iterator[Utfall]:
    fynd = list(redan_sagt(u, ID))
    yield from fynd
    sagda = {(f.id, f.fält[:4]) for f in fynd}
    for id, möte, i, p in u.paragrafer():
        for j, a in enumerate(p.anteckningar):
            väg: Fältväg = ("paragrafer", i, "anteckningar", j)
            if (id, väg) not in sagda:
                yield _anteckning(u, möte, p, väg, a)
        for j, r in enumerate(p.reservationer):
            if r.text:
                väg = ("paragrafer", i, "reservationer", j, "text")
                ej = _utan_eget(p, _DELTAR_EJ, r.text, r.av)
                yield _blandat(id, väg, "en reservation", ej) if ej else uppfylld("mote", id, väg)


def _anteckning(u: Underlag, möte: Möte, p: Paragraf, väg: Fältväg, a: Anteckning) -> Utfall:
    id = str(möte.datum)
    if a.text:
        fel = _utan_eget(p, _RESERVERAR, a.text, a.av)
        fel = fel or (None if a.typ in _STÄLLNING else _utan_eget(p, _DELTAR_EJ, a.text, a.av))
        if fel:
            return _blandat(id, (*väg, "text"), f"slaget {a.typ}", fel)
    if not möte.närvaro:
        text = "närvaron saknas, så det går inte att säga vem som fick anteckna"
        return oprövbar("mote", id, (*väg, "av"), text, "skriv uppropet under närvaro")
    if a.typ not in _STÄLLNING and (vem := _ersättare_utan_regel(u, möte, p, a)):
        text = f"det står inte i reglementet om {vem}, som är ersättare och inte tjänstgör, får anteckna"
        return oprövbar("mote", id, (*väg, "av"), text, "skriv ersättares_rätt i reglementet i data/namnd.yaml")
    return uppfylld("mote", id, väg)


def _utan_eget(p: Paragraf, mönster: re.Pattern[str], text: Text, av: tuple[str, ...]) -> str | None:
    """Orden i texten som hör till ett annat slag, när inte alla som har skrivit den står där också."""
    träff = mönster.search(text.ord)
    if träff is None or _OM_ANNAT.search(_meningen(text.ord, träff)):
        return None
    if mönster is _RESERVERAR:
        rätta = {n for r in p.reservationer for n in r.av}
    else:
        rätta = {n for a in p.anteckningar if a.typ in _STÄLLNING for n in a.av}
    return None if set(av) <= rätta else träff[0]


def _meningen(text: str, träff: re.Match[str]) -> str:
    """Meningen som träffen står i."""
    slut = text.find(". ", träff.end())
    return text[text.rfind(". ", 0, träff.start()) + 1 : slut if slut >= 0 else len(text)]


def _blandat(id: str, fält: Fältväg, slag: str, ord_: str) -> Utfall:
    rätt = "en reservation under reservationer" if ord_.casefold().startswith("reserverar") else "typ: deltar ej"
    text = f"texten säger ”{ord_}” men är av {slag}" if slag.startswith("slaget") else f"{slag} säger ”{ord_}”"
    return bruten("mote", id, fält, text, f"skriv det som {rätt}; i ett justerat protokoll står texten kvar")


def _ersättare_utan_regel(u: Underlag, möte: Möte, p: Paragraf, a: Anteckning) -> str | None:
    reglemente = u.bok.nämnd.reglemente(möte.datum)
    if reglemente and reglemente.ersättares_rätt is not None:
        return None
    ersättare = {n.namn for n in möte.närvaro if n.som == "ersättare"}
    lägen = u.sammanträden[möte.datum].i_paragraf(p.nr)
    return next((n for n in a.av if n in ersättare and not any(n in läge.namn for läge in lägen)), None)


REGEL = Regel(
    id=ID,
    nummer=(23,),
    fråga="Är reservationer, yttranden, anteckningar, deltar ej och avstår hållna isär?",
    nivå="varning",
    pröva=_pröva,
    praxis="protokollets anteckningar",
)
