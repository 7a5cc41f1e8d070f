"""Samma diarienummer har samma rubrik: paragrafens rubrik är ärendets, och alla paragrafer i ärendet har den.

Versaler och skiljetecken räknas inte. Finns ärendets post inte här jämförs paragrafen med den första paragrafen i samma
ärende. Olika ärenden kan aldrig ha samma nummer, för numret är filens namn.

Rätt:
    rubrik: Budget 2021           # i ärendet GNS/8/2020
    rubrik: Budget 2021           # i § 19, dnr: GNS/8/2020

Fel:
    rubrik: Budget 2021
    rubrik: Basfinansiering
"""

from collections.abc import Iterator

from gns.grund.dnr import Dnr
from gns.kontroller.ordlikhet import orden
from gns.kontroller.regel import Regel, Utfall, bruten, oprövbar, uppfylld
from gns.kontroller.underlag import Underlag

_RÅD = "skriv samma rubrik, eller rätta numret; i ett justerat protokoll står rubriken kvar"


def _pröva(u: Underlag) -> Iterator[Utfall]:
    första: dict[Dnr, tuple[str, str]] = {}  # (rubrik, var) i den första § vars ärende inte finns här
    for id, _, i, p in u.paragrafer():
        if p.dnr is None:
            continue
        fält = ("paragrafer", i, "rubrik")
        if ärende := u.bok.ärenden.get(p.dnr):
            rubrik, var = ärende.rubrik, "ärendet"
        elif p.dnr in första:
            rubrik, var = första[p.dnr]
        else:
            första[p.dnr] = (p.rubrik, f"{id} § {p.nr}")
            text = f"ärendet {p.dnr} har ingen post att jämföra rubriken med"
            yield oprövbar("mote", id, fält, text, "lägg upp ärendet, eller rätta numret")
            continue
        if orden(p.rubrik) == orden(rubrik):
            yield uppfylld("mote", id, fält)
        else:
            text = f"§ {p.nr} i {p.dnr} heter ”{p.rubrik}”, men {var} heter ”{rubrik}”"
            yield bruten("mote", id, fält, text, _RÅD)


REGEL = Regel(
    id="PRAXIS-rubrik",
    nummer=(25,),
    fråga="Har paragrafen samma rubrik som ärendet med det numret?",
    nivå="varning",
    pröva=_pröva,
    praxis="ett ärende, en rubrik",
)
