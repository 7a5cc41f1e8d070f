"""Nämnden sammanträder de dagar den själv har bestämt, och också när ordföranden eller en tredjedel begär det.

Planen är det som ett beslut ``fastställer sammanträden`` för året. Ett möte en annan dag än planens ska vara ett extra
möte, med ``begärt_av``: ordföranden, eller minst en tredjedel av ledamöterna. Säger reglementet vilka veckodagar nämnden
sammanträder prövas planens dagar mot dem. Utan plan i arkivet, eller utan att det står vem som begärde, går det inte
att pröva.

Rätt:
    slag: extra
    begärt_av:                        # två av fem ledamöter
      - Ada Ask
      - Ulf Uv

Fel:
    slag: extra
    begärt_av: Ada Ask                # en av fem
"""

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from gns.kontroller.regel import EJ_INLAGD, Lagrum, Regel, Utfall, bruten, oprövbar, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.innebar import FastställerSammanträden
from gns.modell.mote import Möte
from gns.modell.namnd import Nämnd
from gns.modell.narvaro import PRESIDIET
from gns.modell.reglemente import VECKODAGAR

_STÖD = Lagrum("KL 6:23", "2017:725", dt.date(2018, 1, 1))
_ORDFÖRANDEN = ("ordföranden", "ordförande", "nämndens ordförande")


class Plan(NamedTuple):
    """Ett besluts sammanträdesdagar för ett år; ``väg`` är till beslutets verkan i mötet ``id``."""

    id: str
    beslutad: dt.date
    nr: int
    väg: tuple[str | int, ...]
    dagar: tuple[dt.date, ...]


def _pröva(u: Underlag) -> Iterator[Utfall]:
    planer = _planer(u)
    for plan in (p for egna in planer.values() for p in egna):
        for k, dag in enumerate(plan.dagar):
            yield from _veckodag(u.bok.nämnd, dag, plan.id, (*plan.väg, "dagar", k, "datum"))
    for id, möte in u.möten():
        if möte.slag == "extra":
            yield _extra(u.bok.nämnd, id, möte)
        elif möte.slag != "konstituerande":
            yield from _ordinarie(u.bok.nämnd, id, möte, planer.get(möte.datum.year, []))


def _planer(u: Underlag) -> dict[int, list[Plan]]:
    """Besluten om sammanträdesdagar efter år, i den ordning de fattades."""
    ut: dict[int, list[Plan]] = {}
    for id, möte, i, p in u.paragrafer():
        for j, v in enumerate(p.innebär):
            if isinstance(v, FastställerSammanträden):
                dagar = tuple(d.datum for d in v.dagar)
                ut.setdefault(v.år, []).append(Plan(id, möte.datum, p.nr, ("paragrafer", i, "innebär", j), dagar))
    return ut


def _veckodag(nämnd: Nämnd, dag: dt.date, id: str, väg: tuple[str | int, ...]) -> Iterator[Utfall]:
    """Dagen är en av reglementets veckodagar; säger det inga finns inget att pröva."""
    reglemente = nämnd.reglemente(dag)
    dagar = reglemente.sammanträdesdagar if reglemente else ()
    veckodag = VECKODAGAR[dag.weekday()]
    if veckodag in dagar:
        yield uppfylld("mote", id, väg)
    elif dagar:
        text = f"{dag} är en {veckodag}, men nämnden sammanträder på {' eller '.join(dagar)}"
        yield bruten("mote", id, väg, text, "rätta dagen, eller sammanträdesdagar i reglementet")


def _ordinarie(nämnd: Nämnd, id: str, möte: Möte, planer: list[Plan]) -> Iterator[Utfall]:
    """Mötesdagen står i planen som gällde; en plan som beslutas på mötet självt eller senare binder det inte."""
    if any(möte.datum in p.dagar for p in planer):
        yield uppfylld("mote", id)
        return
    yield from _veckodag(nämnd, möte.datum, id, ())
    tidigare = [p for p in planer if p.beslutad < möte.datum]
    if not tidigare:
        text = f"ingen plan för {möte.datum.year} som beslutats före mötet finns i arkivet"
        yield oprövbar("mote", id, (), text)
        return
    text = f"mötet {möte.datum} står inte i planen för {möte.datum.year}, {tidigare[-1].id} § {tidigare[-1].nr}"
    råd = "är mötet extra, skriv slag: extra och begärt_av; har nämnden flyttat det, skriv beslutet med innebär"
    yield bruten("mote", id, (), text, råd)


def _extra(nämnd: Nämnd, id: str, möte: Möte) -> Utfall:
    """Ordföranden, eller minst en tredjedel av ledamöterna, har begärt mötet."""
    if not _STÖD.gäller(möte.datum):
        return oprövbar("mote", id, ("slag",), EJ_INLAGD)
    if not möte.begärt_av:
        return oprövbar("mote", id, ("slag",), "det står inte vem som begärde det extra mötet", "skriv begärt_av")
    if any(_är_ordförande(nämnd, möte, namn) for namn in möte.begärt_av):
        return uppfylld("mote", id, ("begärt_av",))
    return _tredjedel(nämnd, id, möte)


def _tredjedel(nämnd: Nämnd, id: str, möte: Möte) -> Utfall:
    """Minst en tredjedel av ledamöterna; den som ingen plats har, och en vice ordförande ensam, går inte att döma om."""
    väg, platser = ("begärt_av",), [p for p in nämnd.platser if p.gäller(möte.datum)]
    reglemente = nämnd.reglemente(möte.datum)
    antal = reglemente.antal_ledamöter if reglemente else None
    egna = [p for p in platser if p.namn in möte.begärt_av]
    ledamöter = {p.namn for p in egna if p.som == "ledamot"}
    okända = set(möte.begärt_av) - {p.namn for p in egna}
    vice = next((p.namn for p in egna if p.roll), None)
    if antal is None:
        text = "utan antal ledamöter i reglementet går det inte att säga om en tredjedel begärde det extra mötet"
        return oprövbar("mote", id, väg, text, "skriv antal_ledamöter i reglementet")
    if 3 * len(ledamöter) >= antal:
        return uppfylld("mote", id, väg)
    if 3 * len(ledamöter | okända) >= antal or not any(p.roll == PRESIDIET[0] for p in platser):
        text = "platserna i data/namnd.yaml säger inte om de som begärde det extra mötet var ledamöter eller ordförande"
        return oprövbar("mote", id, väg, text, "skriv platserna, med ordförandens roll, i data/namnd.yaml")
    if vice:
        return oprövbar("mote", id, väg, f"{vice} är vice ordförande, och det står inte om ordföranden hade förhinder")
    text = f"{len(ledamöter)} av {antal} ledamöter begärde det extra mötet, men det ska vara minst en tredjedel"
    return bruten("mote", id, väg, f"{text} eller ordföranden", "rätta begärt_av, eller slag om mötet stod i planen")


def _är_ordförande(nämnd: Nämnd, möte: Möte, namn: str) -> bool:
    roll = PRESIDIET[0]
    i_mötet = any(n.namn == namn and (n.roll or "").casefold() == roll for n in möte.närvaro)
    vald = any(p.namn == namn and p.roll == roll and p.gäller(möte.datum) for p in nämnd.platser)
    return i_mötet or vald or namn.casefold() in _ORDFÖRANDEN


REGEL = Regel(
    id="KL-6-23-sammantradesplan",
    nummer=(10,),
    fråga="Hölls mötet en dag som nämnden har bestämt, eller begärdes det extra mötet av dem som får?",
    nivå="varning",
    pröva=_pröva,
    stöd=(_STÖD,),
)
