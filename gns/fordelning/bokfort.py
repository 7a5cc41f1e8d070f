"""Beloppen i ett budgetår och besluten som de pekar på: det bokförda mot det beslutade."""

from collections.abc import Iterator
from dataclasses import dataclass

from gns.fordelning.basfinansiering import basbelopp
from gns.fordelning.budgetsummor import budgetsummor
from gns.grund.belopp import Belopp
from gns.grund.datafel import Fältväg
from gns.modell.bok import Bok
from gns.modell.budgetar import Budgetår
from gns.modell.innebar import Balanserar, Fastställer, Innebär, Reserverar

Bär = Fastställer | Reserverar | Balanserar  # verkan som sätter ett belopp i ett budgetår


@dataclass(frozen=True, slots=True)
class Bokfört:
    """Ett belopp i ett budgetår.

    ``belopp`` är None när det hämtas ur beslutet eller inte är känt, ``i_ord`` är hur det är skrivet. ``utanför`` är en grund
    utanför arkivet. ``om`` är det som skiljer det från annat i samma fält: ett initiativs id och namn, eller året som
    medel kommer från.
    """

    fält: Fältväg
    belopp: Belopp | None
    i_ord: str
    beslut: str | None
    utanför: str | None
    om: tuple[str, ...] = ()


def bokfört(bok: Bok, b: Budgetår) -> Iterator[Bokfört]:
    """Basfinansieringen, budgetens omslutning, balansen, reserveringarna och initiativens belopp."""
    bas, belopp = b.basfinansiering, basbelopp(bok, b)
    if bas and belopp:
        skrivet = Belopp(belopp.belopp_öre) if bas.belopp or bas.per_part else None
        i_ord = f"{bas.per_part} per part, tillsammans {skrivet}," if bas.per_part else str(skrivet)
        yield Bokfört(("basfinansiering",), skrivet, i_ord, bas.beslut, bas.ursprung)
    if b.budget:
        omslutning = _kostnader(bok, b)
        yield Bokfört(("budget",), omslutning, f"kostnader på {omslutning}", b.beslut, b.budget.källa)
    if balans := b.ingående_balans:
        yield Bokfört(
            ("ingående_balans",), balans.belopp, str(balans.belopp), balans.beslut, balans.källa, (str(balans.från_år),)
        )
    for i, r in enumerate(b.reserveringar):
        yield Bokfört(("reserveringar", i), r.belopp, str(r.belopp), r.beslut, r.källa)
    for i, ett in enumerate(b.initiativ):
        if ett.typ != "köp-sälj" and ett.belopp and ett.beslut:
            om = (ett.id.casefold(), ett.namn.casefold())
            yield Bokfört(("initiativ", i), ett.belopp, str(ett.belopp), ett.beslut, None, om)


def rör(v: Innebär, x: Bokfört, år: int) -> Bär | None:
    """Verkan när den sätter det belopp som är bokfört där, annars None."""
    fält = x.fält[0]
    if isinstance(v, Balanserar):
        return v if fält == "ingående_balans" and v.till_år == år and str(v.från_år) in x.om else None
    if isinstance(v, Reserverar):
        return v if fält == "reserveringar" else None
    if not isinstance(v, Fastställer) or v.budgetår != år:
        return None
    return v if v.avser.casefold() in (fält, *x.om) else None


def _kostnader(bok: Bok, b: Budgetår) -> Belopp | None:
    """Det som budgeten kostar, som ett positivt belopp."""
    summor = budgetsummor(bok, b)
    alla = [r.öre for g in summor.grupper for r in g.rader] if summor else [None]
    return None if None in alla else Belopp(-sum(öre for öre in alla if öre is not None and öre < 0))
