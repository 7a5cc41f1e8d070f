"""Ett initiativs kostnad delad: gemensamt, externt finansierat, eller köpt av en annan part."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import cast

from gns.fordelning.basfinansiering import Basbelopp
from gns.fordelning.fordela import Enhet, Fördelning, Rest, fördela
from gns.fordelning.tak import TakHindrar, fördela_under_tak
from gns.fordelning.underlag import Urval, Vikt, Viktunderlag, viktunderlag
from gns.grund.datafel import Datafel, Fältväg
from gns.grund.tal import avrunda
from gns.modell.bok import Bok
from gns.modell.budgetar import Budgetår
from gns.modell.initiativ import INITIATIVSLAG, Externt, Gemensamt, Initiativ, KöpSälj, Tak
from gns.modell.manader import månader


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


Delat = Delning | tuple[Datafel, ...]  # delat, eller det som hindrar
Enkelt = Gemensamt | Externt


def dela(
    namn: str,
    underlag: Viktunderlag,
    belopp_öre: int | None,
    enhet: Enhet = "krona",
    rest: Rest = "fördela",
    tak: Sequence[Tak] = (),
) -> Delning:
    """Ett belopp delat efter vikterna, också efter januaris när de har räknats om. ValueError som ``fördela``, TakHindrar."""
    if belopp_öre is None:
        return Delning(namn, underlag, None)
    högst = {t.part: t.högst for t in tak}

    def gör(vikter: dict[str, Fraction]) -> Fördelning:
        return fördela_under_tak(belopp_öre, vikter, {p: h for p, h in högst.items() if p in vikter}, enhet, rest)

    före = gör(underlag.vikter_före()) if underlag.före else None
    return Delning(namn, underlag, gör(underlag.som_vikter()), före=före)


def dela_basen(bok: Bok, b: Budgetår, bas: Basbelopp) -> Delat:
    """Basfinansieringen delad efter sin nyckel, eller det som hindrar."""
    underlag = viktunderlag(bok, b, Urval(bas.nyckel))
    return dela("", underlag, bas.belopp_öre, bas.enhet) if isinstance(underlag, Viktunderlag) else underlag


def dela_initiativ(
    bok: Bok, b: Budgetår, ett: Initiativ, enhet: Enhet | None = None, rest: Rest = "fördela", nyckel: str | None = None
) -> Delat:
    """Initiativet delat efter årets nycklar, eller det som hindrar; felens vägar räknas från budgetåret.

    Utan ``enhet`` och ``nyckel`` gäller initiativets egna; köp och sälj räknas alltid i ören. ValueError när den som ska
    få resten inte delar.
    """
    if isinstance(ett, KöpSälj):
        ej_med = (p for p in bok.nämnd.parter if p.id in ett.parterna() and not månader(b.år, p))
        if fel := tuple(Datafel((), f"{p.namn} är inte part i nämnden {b.år}", "rätta initiativet") for p in ej_med):
            return fel
        return (
            _köp(b, ett)
            if any(k.antal for k in ett.köpare)
            else (Datafel((), f"ingen köper något i {ett.namn}", "skriv antal"),)
        )
    underlag = viktunderlag(bok, b, Urval(nyckel or delas_efter(ett), ett.parter))
    if not isinstance(underlag, Viktunderlag):
        return underlag
    stöd = ett.beviljat_öre() if isinstance(ett, Externt) else 0
    belopp = ett.belopp.öre - stöd if ett.belopp else None
    try:
        d = dela(ett.namn, underlag, belopp, enhet or cast("Enhet", ett.enhet), rest, ett.tak)
    except TakHindrar as hinder:
        väg: Fältväg = ("initiativ", b.initiativ.index(ett), "tak") if ett in b.initiativ else ()
        return (Datafel(väg, f"{ett.namn}: {hinder}", "höj ett tak, eller besluta vem som betalar"),)
    return replace(d, initiativ=ett, stöd_öre=stöd)


def delas_efter(ett: Enkelt) -> str:
    """Nyckeln som kostnaden, eller medfinansieringen, delas efter."""
    return ett.medfinansiering if isinstance(ett, Externt) else ett.fördelningsnyckel


def _köp(b: Budgetår, ett: KöpSälj) -> Delning:
    """Köparna betalar efter antal; summan är pris gånger antal, eller kostnaden, med påslaget, i hela ören."""
    vikter = tuple(Vikt(k.part, k.antal) for k in ett.köpare)
    underlag = Viktunderlag("köp-sälj", b.år, vikter)
    bas = Fraction(ett.kostnad.öre) if ett.kostnad else sum(v.värde for v in vikter) * (ett.pris.öre if ett.pris else 0)
    med_påslag = bas * (100 + (ett.påslag or 0)) * Fraction(1, 100)
    return Delning(ett.namn, underlag, fördela(avrunda(med_påslag), underlag.som_vikter(), "öre"), ett, ett.säljare)


def initiativ_med(b: Budgetår, nyckel: str) -> list[Initiativ]:
    """Årets initiativ som använder nyckeln; ”köp-sälj” och ”extern” är initiativ av de slagen."""
    return [
        ett
        for ett in b.initiativ
        if nyckel == (ett.typ if nyckel in INITIATIVSLAG or isinstance(ett, KöpSälj) else delas_efter(ett))
    ]
