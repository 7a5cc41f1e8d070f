"""En nämnd sammanträder inom stängda dörrar, om inte fullmäktige har medgett och nämnden beslutat något annat.

Ett möte med ``offentligt: ja`` prövas mot reglementet som gällde: ``offentliga_sammanträden`` ska vara ja, och
``offentlighetsbeslut`` säga var fullmäktige har beslutat det. Också i ett offentligt möte är dörrarna stängda i ärenden
som är myndighetsutövning eller har uppgifter med sekretess; det ser gns på § slag och på ärendets handlingar.

Rätt:
    offentligt: ja                # i mötet
    offentliga_sammanträden: ja   # i reglementet
    offentlighetsbeslut: regionfullmäktige 2021-10-18 § 44

Fel:
    offentligt: ja
    offentliga_sammanträden: ja   # utan fullmäktiges beslut
"""

import datetime as dt
from collections.abc import Iterator

from gns.kontroller.regel import Lagrum, Regel, Utfall, bruten, oprövbar, redan_sagt, uppfylld
from gns.kontroller.stallen import möten_med_fynd, äldre_lydelse
from gns.kontroller.underlag import Underlag
from gns.modell.mote import Möte
from gns.modell.paragraf import Paragraf

ID = "KL-6-25-dorrar"
_LAG = Lagrum("KL 6:25", "2017:725", dt.date(2018, 1, 1))
_BESLUTET = "skriv offentlighetsbeslut i reglementet i data/namnd.yaml, eller rätta offentligt"


def _pröva(u: Underlag) -> Iterator[Utfall]:
    sagt = [f._replace(nivå=None) for f in redan_sagt(u, ID)]
    yield from sagt
    brutna = möten_med_fynd(sagt)
    for id, möte in u.möten():
        if gammal := äldre_lydelse(_LAG, id, möte):
            yield gammal
        elif möte.offentligt:
            yield from _offentligt(u, id, möte, id in brutna)
        elif id not in brutna:
            yield uppfylld("mote", id)


def _offentligt(u: Underlag, id: str, möte: Möte, brutet: bool) -> Iterator[Utfall]:
    reglemente = u.bok.nämnd.reglemente(möte.datum)
    if reglemente is None or reglemente.offentliga_sammanträden is None:
        text = "det står inte om fullmäktige har medgett offentliga sammanträden"
        yield oprövbar("mote", id, ("offentligt",), text, "skriv offentliga_sammanträden i reglementet")
    elif reglemente.offentliga_sammanträden and not reglemente.offentlighetsbeslut:
        text = "mötet är offentligt, men det står inte var fullmäktige har medgett det"
        yield bruten("mote", id, ("offentligt",), text, _BESLUTET)
    elif not brutet:
        yield uppfylld("mote", id, ("offentligt",))
    for i, p in enumerate(möte.paragrafer):
        if _hemligt(u, möte, p) and p.slag != "myndighetsutövning":
            yield _sekretess(id, i, p)


def _sekretess(id: str, i: int, p: Paragraf) -> Utfall:
    väg = ("paragrafer", i, "stängda_dörrar")
    if p.stängda_dörrar != "nej":
        return uppfylld("mote", id, väg)
    text = f"§ {p.nr} har en handling med sekretess men hölls inte inom stängda dörrar"
    return bruten("mote", id, väg, text, "skriv stängda_dörrar: ja, om dörrarna var stängda, eller rätta handlingen")


def _hemligt(u: Underlag, möte: Möte, p: Paragraf) -> bool:
    """Om ärendet hade en handling med sekretess när § behandlades, eller § har den som beslutsunderlag."""
    ärende = u.bok.ärenden.get(p.dnr) if p.dnr else None
    hemliga = [h for h in ärende.handlingar if h.sekretess] if ärende else []
    return any(h.titel in p.beslutsunderlag or (h.datum and h.datum <= möte.datum) for h in hemliga)


REGEL = Regel(
    id=ID,
    nummer=(11,),
    fråga="Var dörrarna stängda, utom när fullmäktige har medgett offentliga sammanträden?",
    nivå="fel",
    pröva=_pröva,
    stöd=(_LAG,),
)
