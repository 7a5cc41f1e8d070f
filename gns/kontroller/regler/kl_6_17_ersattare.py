"""En ersättare tjänstgör bara i stället för en ledamot som inte är med, och i den ordning som fullmäktige bestämt.

Den som ersätter ska vara ersättare i nämnden, och den som ersätts ska ha en plats och inte själv tjänstgöra. Turordningen
är ``ersättarordning`` i reglementet och ordningen i ``platser``; står någon annan ledig ersättare före är det en varning,
för det kan finnas skäl som posten inte säger. Utan turordning går den delen inte att pröva. En ersättare från ett annat
parti är laglig om ordningen är sådan.

Rätt:
    närvaro:
      - namn: Bo By
        som: ersättare
        ersätter: Ada Ask           # Ada Ask är inte med

Fel:
    närvaro:
      - namn: Ada Ask
        som: ledamot
      - namn: Bo By
        som: ersättare
        ersätter: Ada Ask
"""

import datetime as dt
from collections.abc import Iterator

from gns.kontroller.regel import EJ_INLAGD, Lagrum, Regel, Utfall, oprövbar, redan_sagt, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.mote import Möte
from gns.modell.namnd import Nämnd
from gns.sammantrade.narvaroprov_platser import Inträde, inträden, turordning

ID = "KL-6-17-ersattare"
_STÖD = Lagrum("KL 6:17", "2017:725", dt.date(2018, 1, 1))


def _pröva(u: Underlag) -> Iterator[Utfall]:
    sagda = list(redan_sagt(u, ID))
    yield from sagda
    brutna = {(f.id, f.fält[:2]) for f in sagda}
    for id, möte in u.möten():
        for i in inträden(möte) if möte.paragrafer else ():
            if (id, i.väg[:2]) not in brutna:
                yield from _inträdet(u.bok.nämnd, möte, id, i)


def _inträdet(nämnd: Nämnd, möte: Möte, id: str, i: Inträde) -> Iterator[Utfall]:
    if not _STÖD.gäller(möte.datum):
        yield oprövbar("mote", id, i.väg, EJ_INLAGD)
        return
    reglemente = nämnd.reglemente(möte.datum)
    i_tur = turordning(nämnd, möte.datum, i.plats)
    om = f"om {i.namn} stod i tur att ersätta {i.plats} går inte att pröva"
    if reglemente is None or not reglemente.ersättarordning:
        text = f"{om}: reglementet säger inte i vilken ordning ersättarna tjänstgör"
        yield oprövbar("mote", id, i.väg, text, "skriv ersättarordning i reglementet i data/namnd.yaml")
    elif not i_tur:
        text = f"{om}: part eller parti saknas för någon av platserna"
        yield oprövbar("mote", id, i.väg, text, "skriv part och parti vid platserna i data/namnd.yaml")
    elif i.namn in i_tur:
        yield uppfylld("mote", id, i.väg)


REGEL = Regel(
    id=ID,
    nummer=(5,),
    fråga="Tjänstgör ersättarna bara för ledamöter som inte är med, och i turordning?",
    nivå="fel",
    pröva=_pröva,
    stöd=(_STÖD,),
)
