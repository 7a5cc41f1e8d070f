"""Nämndens ordförande och vice ordförande ska vara ledamöter i nämnden.

Det prövas varje mötesdag: de som har ett presidieuppdrag i data/namnd.yaml, och de som mötets närvaro kallar
ordförande eller vice ordförande. Leder en ersättare eller en annan ledamot en del av mötet är det ingen roll utan
händelsen ``leder``.

Rätt:
    platser:
      - person: Eva Ek
        som: ledamot
        roll: ordförande

Fel:
    platser:
      - person: Eva Ek
        som: ersättare
        roll: ordförande
"""

import datetime as dt
from collections.abc import Iterator

from gns.kontroller.regel import EJ_INLAGD, Lagrum, Regel, Utfall, oprövbar, redan_sagt, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.bok import Bok
from gns.modell.mote import Möte
from gns.modell.narvaro import PRESIDIET

ID = "KL-6-21-presidium"
_VICE = set(PRESIDIET[1:])
_STÖD = Lagrum("KL 6:21", "2017:725", dt.date(2018, 1, 1))


def _pröva(u: Underlag) -> Iterator[Utfall]:
    sagda = list(redan_sagt(u, ID))
    yield from sagda
    brutna = {f.id for f in sagda}
    for id, möte in u.möten():
        if id not in brutna:
            yield from _mötet(u.bok, id, möte)


def _mötet(bok: Bok, id: str, möte: Möte) -> Iterator[Utfall]:
    if not _STÖD.gäller(möte.datum):
        yield oprövbar("mote", id, (), EJ_INLAGD)
        return
    if not bok.nämnd.platser:
        text = "nämndens platser är inte skrivna, så det går inte att säga vilka som är ledamöter"
        yield oprövbar("mote", id, (), text, "skriv platserna i data/namnd.yaml")
        return
    valda = [p for p in bok.nämnd.platser if p.roll and p.gäller(möte.datum)]
    roller = {p.roll for p in valda} | {n.roll.casefold() for n in möte.närvaro if n.roll}
    saknas = [namn for namn, roll in (("ordförande", roller & {PRESIDIET[0]}), ("vice ordförande", roller & _VICE))
              if not roll]  # fmt: skip
    if saknas:
        text = f"det står inte vem som är {' eller '.join(saknas)} i nämnden den {möte.datum}"
        yield oprövbar("mote", id, (), text, "skriv roll vid platsen i data/namnd.yaml")
    elif namn := _utan_plats(bok, möte):
        text = f"{namn} har en roll i mötet men ingen plats i nämnden, så det går inte att säga om personen är ledamot"
        yield oprövbar("mote", id, ("närvaro",), text, "rätta namnet, eller lägg till platsen i data/namnd.yaml")
    elif all(p.som == "ledamot" for p in valda):
        yield uppfylld("mote", id)


def _utan_plats(bok: Bok, möte: Möte) -> str | None:
    """Någon som närvaron ger ett presidieuppdrag men som nämnden aldrig har valt, eller None."""
    presidiet = (n.namn for n in möte.närvaro if (n.roll or "").casefold() in PRESIDIET)
    return next((namn for namn in presidiet if bok.plats(namn, möte.datum) is None), None)


REGEL = Regel(
    id=ID,
    nummer=(3,),
    fråga="Är ordföranden och vice ordföranden ledamöter i nämnden?",
    nivå="fel",
    pröva=_pröva,
    stöd=(_STÖD,),
)
