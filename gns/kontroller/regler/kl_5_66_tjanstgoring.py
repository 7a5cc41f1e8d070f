"""Protokollet ska visa vilka ledamöter och ersättare som tjänstgjorde, i varje §, och ingen plats kan ha två personer.

Det prövas ur uppropet (``närvaro``) och det som ändrade det (``händelser``): i varje § med ett beslut tjänstgör någon,
och inte fler än nämnden har platser. Ett justerat möte utan närvaro är i sig ett fel, för då säger protokollet inte
vilka som tjänstgjorde. Medan mötet är ett utkast går det inte att pröva.

Rätt:
    närvaro:
      - namn: Bo By
        som: ersättare
        ersätter: Ulf Uv
      - namn: Rut Ros
        som: ersättare

Fel:
    närvaro:
      - namn: Bo By
        som: ersättare
        ersätter: Ulf Uv
      - namn: Rut Ros
        som: ersättare
        ersätter: Ulf Uv
"""

import datetime as dt
from collections.abc import Iterator

from gns.kontroller.regel import EJ_INLAGD, Lagrum, Regel, Utfall, oprövbar, redan_sagt, uppfylld
from gns.kontroller.underlag import Underlag

ID = "KL-5-66-tjanstgoring"
_STÖD = Lagrum("KL 5:66", "2017:725", dt.date(2018, 1, 1))


def _pröva(u: Underlag) -> Iterator[Utfall]:
    sagda = list(redan_sagt(u, ID))
    yield from (_med_nivå(u, f) for f in sagda)
    brutna = {f.id for f in sagda}
    for id, möte in u.möten():
        if id in brutna or not möte.paragrafer:
            continue
        if not _STÖD.gäller(möte.datum):
            yield oprövbar("mote", id, (), EJ_INLAGD)
        elif möte.närvaro:
            yield uppfylld("mote", id)
        elif möte.datum <= u.idag:
            yield oprövbar("mote", id, (), "närvaron är inte skriven än", "skriv uppropet under närvaro")


def _med_nivå(u: Underlag, f: Utfall) -> Utfall:
    """Att närvaron saknas är ett fel när mötet är justerat; läsningen varnar bara, för att protokollet ska gå att trycka."""
    möte = u.bok.möten[dt.date.fromisoformat(f.id)]
    fel = f.fält == ("närvaro",) and möte.är_justerat and _STÖD.gäller(möte.datum)
    return f._replace(nivå=None) if fel else f


REGEL = Regel(
    id=ID,
    nummer=(4,),
    fråga="Säger protokollet vilka som tjänstgjorde i varje §, och bara en på varje plats?",
    nivå="fel",
    pröva=_pröva,
    stöd=(_STÖD, Lagrum("KL 6:35", "2017:725", dt.date(2018, 1, 1))),
)
