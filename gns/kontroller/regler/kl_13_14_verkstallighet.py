"""Ett beslut får verkställas innan det har fått laga kraft, men inte när särskilda skäl talar mot det.

Laga kraft får beslutet tidigast dagen efter den sista dagen att överklaga. Började verkställigheten tidigare sägs det,
med dagen, så att någon har tagit ställning till om den kan rättas. För beslut som fastställer ett belopp, betalar
tillbaka eller ger ett uppdrag går det inte att pröva när dagen inte är antecknad. Ett beslut som inte kan överklagas
(``överklagas: nej``) prövas inte.

Rätt:
    verkställt: 2021-01-26        # sista dagen att överklaga är 2021-01-25

Fel:
    verkställt: 2021-01-11
"""

import datetime as dt
from collections.abc import Iterator

from gns.grund.frist import första_nedtagningsdag
from gns.kontroller.anslagstid import KOMMUNALLAGEN, Varv, varv, varvet_för
from gns.kontroller.regel import EJ_INLAGD, Lagrum, Regel, Utfall, bruten, oprövbar, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.innebar import GerUppdrag, OmPengar
from gns.modell.mote import Möte
from gns.modell.paragraf import Paragraf

_BINDER = OmPengar | GerUppdrag
_RÅD = "det är tillåtet om inga särskilda skäl talar emot: svara med gns svara varför det inte kunde vänta"


def _pröva(u: Underlag) -> Iterator[Utfall]:
    for id, möte in u.möten():
        post = u.bok.anslag.get(möte.datum)
        alla = varv(u.bok.nämnd, post) if post else []
        for i, p in enumerate(möte.paragrafer):
            if p.överklagas is not False and p.beslut:
                yield from _paragrafen(id, möte, i, varvet_för(alla, p.nr))


def _paragrafen(id: str, möte: Möte, i: int, v: Varv | None) -> Iterator[Utfall]:
    p = möte.paragrafer[i]
    laga = första_nedtagningsdag(v.uppsatta) if v else None
    if p.verkställt is None:
        if any(isinstance(verkan, _BINDER) for verkan in p.innebär):
            slut = f"; laga kraft tidigast {laga}" if laga else ""
            yield oprövbar("mote", id, ("paragrafer", i), f"det står inte när § {p.nr} började verkställas{slut}")
    elif möte.datum < KOMMUNALLAGEN:
        yield oprövbar("mote", id, ("paragrafer", i, "verkställt"), EJ_INLAGD)
    else:
        yield _verkställt(id, (möte, i, p.verkställt), v, laga)


def _verkställt(id: str, var: tuple[Möte, int, dt.date], v: Varv | None, laga: dt.date | None) -> Utfall:
    möte, i, dag = var
    fält, p = ("paragrafer", i, "verkställt"), möte.paragrafer[i]
    tidigast = laga or första_nedtagningsdag([_justerad(möte, p)]) or dag
    if dag < möte.datum:
        text = f"§ {p.nr} började verkställas {dag}, före mötet den {möte.datum}"
        return bruten("mote", id, fält, text, "rätta dagen", "varning")
    if dag < tidigast:
        text = f"§ {p.nr} började verkställas {dag}, innan beslutet fick laga kraft: det kan det få tidigast {tidigast}"
        return bruten("mote", id, fält, text, _RÅD)
    if not (v and v.hos_alla):
        text = "utan alla parters anslag går det inte att säga"
        return oprövbar("mote", id, fält, f"{text} om § {p.nr} hade fått laga kraft {dag}")
    return uppfylld("mote", id, fält)


def _justerad(möte: Möte, p: Paragraf) -> dt.date:
    """Den dag då § tidigast kan ha anslagits, när inget anslag är antecknat."""
    just = möte.justering.justerat if möte.justering else None
    return p.omedelbart_justerad or (just if isinstance(just, dt.date) else möte.datum)


REGEL = Regel(
    id="KL-13-14-verkstallighet",
    nummer=(56,),
    fråga="Började beslutet verkställas först när det hade fått laga kraft?",
    nivå="upplysning",
    pröva=_pröva,
    stöd=(Lagrum("KL 13:14", "2017:725", dt.date(2018, 1, 1)), Lagrum("KL 13:5", "2019:835", dt.date(2020, 1, 1))),
)
