"""Ett initiativs kostnad delad: gemensamt, externt finansierat, eller köpt av en annan part."""

from dataclasses import dataclass
from fractions import Fraction
from typing import cast

from gns.fordelning.fordela import Enhet, Fördelning, Rest, fördela
from gns.fordelning.tak import TakHindrar, fördela_under_tak
from gns.fordelning.underlag import Urval, Vikt, Viktunderlag, viktunderlag
from gns.grund.datafel import Datafel
from gns.modell.bok import Bok
from gns.modell.budgetar import Budgetår
from gns.modell.initiativ import Externt, Gemensamt, Initiativ, KöpSälj


@dataclass(frozen=True, slots=True)
class Delning:
    """Något delat: vad, efter vilka vikter och hur.

    ``fördelning`` är None när beloppet inte är känt. ``säljare`` är den som får beloppet, vid köp och sälj; ``stöd_öre``
    är det som någon utanför betalar. ``före`` är delningen i januari, när nyckeln räknades om i maj.
    """

    namn: str
    underlag: Viktunderlag
    fördelning: Fördelning | None
    initiativ: Initiativ | None = None
    säljare: str | None = None
    stöd_öre: int = 0
    före: Fördelning | None = None


def dela(
    namn: str, underlag: Viktunderlag, belopp_öre: int | None, enhet: Enhet = "krona", rest: Rest = "fördela"
) -> Delning:
    """Ett belopp delat efter vikterna, också efter januaris när de har räknats om. ValueError som ``fördela``."""
    if belopp_öre is None:
        return Delning(namn, underlag, None)
    före = fördela(belopp_öre, underlag.vikter_före(), enhet, rest) if underlag.före else None
    return Delning(namn, underlag, fördela(belopp_öre, underlag.som_vikter(), enhet, rest), före=före)


def dela_initiativ(
    bok: Bok, b: Budgetår, i: int, enhet: Enhet | None = None, rest: Rest = "fördela"
) -> Delning | tuple[Datafel, ...]:
    """Årets initiativ nummer ``i`` delat, eller det som hindrar; felens vägar räknas från budgetåret.

    Utan ``enhet`` gäller initiativets egen; köp och sälj räknas alltid i ören.
    """
    ett = b.initiativ[i]
    if isinstance(ett, KöpSälj):
        return _köp(b, ett)
    return _efter_nyckel(bok, b, i, enhet or cast("Enhet", ett.enhet), rest)


def _efter_nyckel(bok: Bok, b: Budgetår, i: int, enhet: Enhet, rest: Rest) -> Delning | tuple[Datafel, ...]:
    """Kostnaden, eller det av den som inget beviljat stöd täcker, delad efter nyckeln och under taken."""
    ett = cast("Gemensamt | Externt", b.initiativ[i])
    nyckel, stöd = (ett.medfinansiering, ett.beviljat_öre()) if isinstance(ett, Externt) else (ett.fördelningsnyckel, 0)
    underlag = viktunderlag(bok, b, Urval(nyckel, ett.parter))
    if not isinstance(underlag, Viktunderlag):
        return underlag
    if ett.belopp is None:
        return Delning(ett.namn, underlag, None, ett, None, stöd)
    tak = {t.part: t.högst for t in ett.tak}
    belopp = ett.belopp.öre - stöd
    try:
        f = fördela_under_tak(belopp, underlag.som_vikter(), tak, enhet, rest)
        före = fördela_under_tak(belopp, underlag.vikter_före(), tak, enhet, rest) if underlag.före else None
    except TakHindrar:
        text = f"taken i {ett.namn} lämnar en del av beloppet utan någon som betalar"
        return (Datafel(("initiativ", i, "tak"), text, "höj ett tak, eller besluta vem som betalar"),)
    return Delning(ett.namn, underlag, f, ett, None, stöd, före)


def _köp(b: Budgetår, ett: KöpSälj) -> Delning:
    """Köparna betalar efter antal; summan är pris gånger antal, eller kostnaden, med påslaget, i hela ören."""
    vikter = tuple(Vikt(k.part, k.antal) for k in ett.köpare)
    underlag = Viktunderlag("köp-sälj", b.år, vikter)
    bas = Fraction(ett.kostnad.öre) if ett.kostnad else sum(v.värde for v in vikter) * (ett.pris.öre if ett.pris else 0)
    med_påslag = bas * (100 + (ett.påslag or 0)) * Fraction(1, 100)
    hela = (2 * med_påslag + 1) // 2
    return Delning(ett.namn, underlag, fördela(hela, underlag.som_vikter(), "öre"), ett, ett.säljare)


def initiativ_med(b: Budgetår, nyckel: str) -> list[int]:
    """Platserna för årets initiativ som använder nyckeln; ”köp-sälj” och ”extern” är initiativ av de slagen."""
    return [
        i
        for i, ett in enumerate(b.initiativ)
        if nyckel in (ett.typ, getattr(ett, "fördelningsnyckel", None), getattr(ett, "medfinansiering", None))
    ]
