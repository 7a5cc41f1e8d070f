"""Den som betalar eller faktureras är part då, och den som kommer eller går mitt i en månad ska veta att månaden inte räknas.

En part räknas i hela månader. En betalning efter att en part har lämnat nämnden kan vara en reglering, men ska vara sedd.

Rätt:
    parter:
      - id: berg
        från: 2018-04-01

Fel:
    parter:
      - id: berg
        från: 2018-04-15             # april räknas inte
"""

import calendar
import datetime as dt
from collections.abc import Iterator

from gns.kontroller.regel import Regel, Utfall, bruten, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.namnd import Part

_NÄMND = ("namnd", "namnd")


def _pröva(u: Underlag) -> Iterator[Utfall]:
    if not u.bok.budgetår:
        return
    parter = {p.id: p for p in u.bok.nämnd.parter}
    for i, p in enumerate(u.bok.nämnd.parter):
        yield from _månader(i, p)
    for id, b in u.budgetår():
        for i, betalning in enumerate(b.inbetalningar):
            part = parter.get(betalning.part)
            if part and not part.gäller(betalning.datum):
                text = f"{part.namn} betalade {betalning.belopp} {betalning.datum} men är inte part då"
                råd = "rätta dagen eller partens tid; är det en reglering, svara med gns svara"
                yield bruten("budget", id, ("inbetalningar", i, "part"), text, råd, "varning")
            elif part:
                yield uppfylld("budget", id, ("inbetalningar", i))


def _månader(i: int, p: Part) -> Iterator[Utfall]:
    """Första dagen i en månad och sista dagen i en månad är de som räknas."""
    for fält, dag in (("från", p.från), ("till", p.till)):
        if dag is None:
            continue
        if dag == _gräns(fält, dag):
            yield uppfylld(*_NÄMND, ("parter", i, fält))
        else:
            text = f"{p.namn} är part {fält} {dag}, mitt i en månad som inte räknas när kostnader delas"
            yield bruten(
                *_NÄMND, ("parter", i, fält), text, "det räknas i hela månader; stämmer dagen, svara med gns svara"
            )


def _gräns(fält: str, dag: dt.date) -> dt.date:
    return dag.replace(day=1 if fält == "från" else calendar.monthrange(dag.year, dag.month)[1])


REGEL = Regel(
    id="EKONOMI-partstid",
    nummer=(102,),
    fråga="Är den som betalar part då, och räknas månaderna hela?",
    nivå="upplysning",
    pröva=_pröva,
    praxis="parter räknas i hela månader",
)
