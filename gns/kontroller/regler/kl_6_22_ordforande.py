"""När varken ordföranden eller någon vice ordförande kan tjänstgöra leder den som fullmäktige har bestämt.

Leder någon annan ett beslut, när ingen i presidiet tjänstgör, ska reglementet säga hur den personen utses:
``ordförandes_ersättare``. Leder ingen alls sägs det också. Presidiet är det som närvaron och platserna säger.

Rätt:
    händelser:
      - typ: leder
        namn: Ulf Uv
        paragraf: 1
    ordförandes_ersättare: den äldste, § 6 i reglementet

Fel:
    händelser:
      - typ: leder                # och reglementet säger inget
        namn: Ulf Uv
        paragraf: 1
"""

import datetime as dt
from collections.abc import Iterator

from gns.kontroller.regel import Lagrum, Regel, Utfall, bruten, oprövbar, redan_sagt, uppfylld
from gns.kontroller.stallen import möten_med_fynd, äldre_lydelse
from gns.kontroller.underlag import Underlag
from gns.modell.mote import Möte
from gns.modell.namnd import Nämnd
from gns.modell.narvaro import PRESIDIET
from gns.sammantrade.lage_punkter import per_paragraf
from gns.sammantrade.narvaroprov_text import paragrafer, uppräknat

ID = "KL-6-22-ordforande"
_LAG = Lagrum("KL 6:22", "2017:725", dt.date(2018, 1, 1))
_RÅD = "skriv ordförandes_ersättare i reglementet i data/namnd.yaml, eller rätta vem som ledde"


def _pröva(u: Underlag) -> Iterator[Utfall]:
    sagt = list(redan_sagt(u, ID))
    yield from sagt
    brutna = möten_med_fynd(sagt)
    for id, möte in u.möten():
        if not möte.närvaro or not möte.är_hållet or id in brutna:
            continue
        yield äldre_lydelse(_LAG, id, möte) or _ett_möte(u, id, möte)


def _ett_möte(u: Underlag, id: str, möte: Möte) -> Utfall:
    presidiet = _presidiet(u.bok.nämnd, möte)
    if not presidiet:
        return oprövbar("mote", id, ("närvaro",), "det står inte vilka som är ordförande och vice ordförande")
    andra = _leds_av_andra(u, möte, presidiet)
    reglemente = u.bok.nämnd.reglemente(möte.datum)
    if not andra or (reglemente and reglemente.ordförandes_ersättare):
        return uppfylld("mote", id)
    var = ("paragrafer", andra[0][0], "beslut")
    if reglemente is None:
        return oprövbar("mote", id, var, f"det finns inget reglemente som gällde {möte.datum}")
    namn = uppräknat(list(dict.fromkeys(n for _, _, n in andra)))
    text = f"{namn} leder {paragrafer(nr for _, nr, _ in andra)}, när ingen i presidiet tjänstgör"
    return bruten("mote", id, var, f"{text}, men reglementet säger inte hur den som leder då utses", _RÅD)


def _presidiet(nämnd: Nämnd, möte: Möte) -> set[str]:
    i_närvaron = {n.namn for n in möte.närvaro if (n.roll or "").casefold() in PRESIDIET}
    return i_närvaron | {p.namn for p in nämnd.platser if p.roll and p.gäller(möte.datum)}


def _leds_av_andra(u: Underlag, möte: Möte, presidiet: set[str]) -> list[tuple[int, int, str]]:
    """(index, §, den som leder) för varje delbeslut där ingen i presidiet tjänstgör."""
    return [
        (i, p.nr, läge.ordförande)
        for i, p, här in per_paragraf(möte, u.sammanträden[möte.datum].lägen)
        for läge in här
        if p.beslut and läge.ordförande and not presidiet & läge.namn
    ]


REGEL = Regel(
    id=ID,
    nummer=(15,),
    fråga="Säger reglementet vem som leder när varken ordföranden eller någon vice ordförande tjänstgör?",
    nivå="upplysning",
    pröva=_pröva,
    stöd=(_LAG,),
)
