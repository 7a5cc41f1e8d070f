"""Den gemensamma budgeten betalar inte de förtroendevaldas arvoden.

Arvode och ersättning för förlorad arbetsinkomst betalas av den part som har valt den förtroendevalde. En kostnadsrad i
nämndens budget som heter så är därför värd en fråga; ett bidrag från parterna (en intäkt) får heta vad som helst. År före 2020 går inte
att pröva, för lagens äldre lydelse är inte inlagd.

Rätt:
    - namn: Lön samordnare
      belopp: -495 tkr

Fel:
    - namn: Arvode förtroendevalda
      belopp: -40 tkr
"""

import datetime as dt
import re
from collections.abc import Iterator

from gns.fordelning.budgetsummor import budgetsummor
from gns.kontroller.regel import EJ_INLAGD, Lagrum, Regel, Utfall, bruten, oprövbar, uppfylld
from gns.kontroller.underlag import Underlag

_ARVODE = re.compile(r"arvode|förtroendevald|förlorad arbets", re.IGNORECASE)
_STÖD = Lagrum("KL 9:25", "2019:835", dt.date(2020, 1, 1))
_RÅD = "låt varje part betala sina egna förtroendevalda, eller skriv vad raden är"


def _pröva(u: Underlag) -> Iterator[Utfall]:
    for id, b in u.budgetår():
        summor = budgetsummor(u.bok, b)
        if summor is None:
            continue
        if not _STÖD.gäller(dt.date(b.år, 1, 1)):
            yield oprövbar("budget", id, ("budget",), EJ_INLAGD)
            continue
        funna = [
            (i, j, r.rad.namn)
            for i, g in enumerate(summor.grupper)
            for j, r in enumerate(g.rader)
            if (r.öre or 0) < 0 and _ARVODE.search(r.rad.namn)
        ]
        for i, j, namn in funna:
            text = f"{namn} är en kostnad i den gemensamma budgeten, men parten som valt den förtroendevalde betalar"
            yield bruten("budget", id, ("budget", "grupper", i, "rader", j, "namn"), text, _RÅD)
        if not funna:
            yield uppfylld("budget", id, ("budget",))


REGEL = Regel(
    id="KL-9-25-arvode",
    nummer=(61,),
    fråga="Är budgeten fri från arvoden till förtroendevalda?",
    nivå="varning",
    pröva=_pröva,
    stöd=(_STÖD,),
)
