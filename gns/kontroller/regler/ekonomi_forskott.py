"""Basfinansieringen är beslutad i tid och betalas i förskott i januari.

Överenskommelsen säger att bidraget betalas i lika delar i januari, och att nämnden själv beslutar om andra betalningsperioder.
Att beloppet är det beslutade prövas av EKONOMI-las. Utan beslut i arkivet går det inte att pröva.

Rätt:
    basfinansiering:
      beslut: 2020-12-18 § 19 a      # budgetåret 2021

Fel:
    basfinansiering:                 # budgetåret 2020
      beslut: 2020-12-18 § 19 a      # beslutat efter januari
"""

import datetime as dt
from collections.abc import Iterator

from gns.kontroller.regel import Regel, Utfall, bruten, oprövbar, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.budget import Basfinansiering
from gns.modell.budgetar import Budgetår


def _pröva(u: Underlag) -> Iterator[Utfall]:
    for id, b in u.budgetår():
        if b.basfinansiering is None:
            continue
        väg = ("basfinansiering",)
        fel = list(_fel(b, b.basfinansiering))
        for fält, text, råd in fel:
            yield bruten("budget", id, (*väg, fält), text, råd)
        beslut = b.basfinansiering.beslut
        if fel:
            continue
        if beslut is None or u.bok.fastställt(beslut, b.år) is None:
            yield oprövbar("budget", id, väg, f"beslutet om basfinansieringen för {id} finns inte i arkivet")
        else:
            yield uppfylld("budget", id, väg)


def _fel(b: Budgetår, bas: Basfinansiering) -> Iterator[tuple[str, str, str]]:
    """(fält, text, råd) för det som inte stämmer."""
    utanför = [dag for dag in bas.betalas if (dag.year, dag.month) != (b.år, 1)]
    if utanför and not bas.betalningsbeslut:
        text = f"en betalning är {utanför[0]}, men bidraget betalas i januari {b.år}"
        yield "betalas", text, "rätta dagen, eller skriv betalningsbeslut"
    beslutad = dt.date.fromisoformat(bas.beslut[:10]) if bas.beslut else None
    if beslutad and beslutad > dt.date(b.år, 1, 31) and not bas.betalningsbeslut:
        text = f"basfinansieringen för {b.år} beslutades {beslutad}, efter januari då den skulle betalas"
        yield (
            "beslut",
            text,
            "skriv betalningsbeslut om nämnden flyttade betalningen; annars går det bara att förklara med gns svara",
        )


REGEL = Regel(
    id="EKONOMI-forskott",
    nummer=(98,),
    fråga="Är basfinansieringen beslutad i tid, och betalas den i januari?",
    nivå="fel",
    pröva=_pröva,
    praxis="överenskommelsen",
)
