"""Fördela: välj år, nyckel och parter, dela, och redovisa hur det gick till."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from gns.flows.protokoll import Dokument
from gns.grund.fel import Användningsfel

if TYPE_CHECKING:
    from gns.dokument.fordelning import Par
    from gns.fordelning.fordela import Enhet, Rest
    from gns.fordelning.initiativ import Delning
    from gns.grund.datafel import Datafel
    from gns.modell.bok import Bok
    from gns.modell.budgetar import Budgetår
    from gns.modell.initiativ import Initiativ
    from gns.storage.las_budget import Läsplats

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Beställning:
    """Det som kommandot bad om; parter som de skrevs, ``rest`` är fördela, behåll eller till=PART."""

    belopp_öre: int | None
    nyckel: str | None
    år: int | None = None
    parter: tuple[str, ...] = ()
    vikter: tuple[tuple[str, Fraction], ...] = ()
    enhet: str | None = None
    rest: str = "fördela"
    jämför: str | None = None


def gör_fördelning(start: Path, data: Path | None, order: Beställning, format: str) -> Dokument:
    """Fördelningen i ett format. Kastar Användningsfel, Postfel eller Diskfel."""
    from gns.dokument.fordelning import bygg_fördelning, som_json
    from gns.flows.fordela_val import parter_ur, välj_nyckel, välj_år
    from gns.render.render import render
    from gns.storage.arkiv import hitta_arkiv
    from gns.storage.las_budget import load_budget

    arkiv = hitta_arkiv(start, data)
    bok, läst = load_budget(arkiv)
    vikter = {parter_ur(bok, [part])[0]: tal for part, tal in order.vikter}
    if len(vikter) != len(order.vikter):
        raise Användningsfel("samma part har två vikter", "skriv --vikt en gång för varje part")
    nyckel = välj_nyckel(bok, order.nyckel, egna=bool(vikter))
    b = välj_år(bok, nyckel, order.år, egna=bool(vikter))
    räknare = _Räknare(bok, läst, b, order, nyckel, vikter)
    par = räknare.alla()
    utan_belopp = all(d.fördelning is None for d, _ in par) and not any(d.initiativ for d, _ in par)
    vy = bygg_fördelning(
        bok,
        par,
        nyckel,
        år_valt=order.år is None,
        utan_belopp=utan_belopp,
        parter_valda=bool(order.parter or order.vikter),
    )
    ensam = order.belopp_öre is not None or utan_belopp
    innehåll = som_json(vy, ensam) if format == "json" else vy
    return Dokument(render("fordelning", innehåll, format, arkiv.mallar), läst.varningar)


@dataclass(frozen=True, slots=True)
class _Belopp:
    """Ett belopp att dela: namnet, öre (None: bara andelarna), och det minsta som delas ut när kommandot inte säger det."""

    namn: str
    öre: int | None
    enhet: "Enhet" = "krona"


class _Räknare:
    """Delningarna som beställningen gäller, var och en med den den jämförs med."""

    def __init__(
        self, bok: "Bok", läst: "Läsplats", b: "Budgetår", order: Beställning, nyckel: str, vikter: dict[str, Fraction]
    ) -> None:
        from gns.flows.fordela_val import parter_ur, välj_jämförelse

        self._bok, self._läst, self._b, self._order = bok, läst, b, order
        self._nyckel, self._vikter = nyckel, vikter
        self._enhet = cast("Enhet | None", order.enhet)
        self._rest = self._vad_med_resten()
        self._parter = parter_ur(bok, order.parter) if order.parter else ()
        self._jämför = välj_jämförelse(bok, b, nyckel, order.jämför) if order.jämför is not None else None

    def alla(self) -> "list[Par]":
        """Ett belopp, annars årets basfinansiering och initiativ med nyckeln, annars andelarna själva."""
        if self._order.belopp_öre is not None:
            return [self._belopp(_Belopp("", self._order.belopp_öre))]
        if self._parter or self._vikter:
            return [self._belopp(_Belopp("", None))]
        return self._årets() or [self._belopp(_Belopp("", None))]

    def _årets(self) -> "list[Par]":
        from gns.fordelning.basfinansiering import basbelopp
        from gns.fordelning.initiativ import initiativ_med

        bas = basbelopp(self._bok, self._b)
        par = []
        if bas and bas.nyckel == self._nyckel:
            par.append(self._belopp(_Belopp("Basfinansiering", bas.belopp_öre, bas.enhet)))
        return par + [self._initiativ(ett) for ett in initiativ_med(self._b, self._nyckel)]

    def _belopp(self, ett: _Belopp) -> "Par":
        """Beloppet delat; basfinansieringen jämförs med det andra årets egen, när den är känd."""
        from gns.fordelning.basfinansiering import basbelopp
        from gns.modell.initiativ import INITIATIVSLAG

        if self._nyckel in INITIATIVSLAG:
            råd = (
                f"ange nyckeln som beloppet ska delas efter, eller lägg ett initiativ med typ: {self._nyckel} i posten"
            )
            raise Användningsfel(f"{self._nyckel} delar inget belopp i förväg", råd)
        d = self._delat(self._b, ett, self._nyckel, self._vikter, self._parter)
        if self._jämför is None:
            return d, None
        b, nyckel = self._jämför
        annan = basbelopp(self._bok, b) if ett.namn and b.år != self._b.år else None
        då = _Belopp(ett.namn, annan.belopp_öre, annan.enhet) if annan else ett
        parter = self._parter or (tuple(v.part for v in d.underlag.vikter) if self._vikter else ())
        return d, self._delat(b, då, nyckel, {}, parter)

    def _delat(
        self, b: "Budgetår", ett: _Belopp, nyckel: str, vikter: dict[str, Fraction], parter: tuple[str, ...]
    ) -> "Delning":
        from gns.fordelning.initiativ import dela
        from gns.fordelning.underlag import Urval, Viktunderlag, viktunderlag
        from gns.modell.initiativ import Deltagare

        deltagare = tuple(Deltagare(part=p) for p in parter) or None
        underlag = viktunderlag(self._bok, b, Urval(nyckel, deltagare, vikter or None))
        if not isinstance(underlag, Viktunderlag):
            raise self._hinder(b, underlag)
        return self._säkert(lambda: dela(ett.namn, underlag, ett.öre, self._enhet or ett.enhet, self._rest))

    def _initiativ(self, ett: "Initiativ") -> "Par":
        """Initiativet delat; jämfört med en annan nyckel, eller med det andra årets initiativ med samma id."""
        from gns.modell.initiativ import Deltagare

        d = self._initiativet(self._b, ett, None)
        if ett.typ == "köp-sälj" and (self._jämför or self._enhet or self._order.rest != "fördela"):
            råd = "ta bort --jämför, --enhet och --rest"
            raise Användningsfel("köp och sälj räknas i ören efter pris och antal, och delas inte på annat sätt", råd)
        if self._jämför is None:
            return d, None
        b, nyckel = self._jämför
        då: Initiativ | None = next((i for i in b.initiativ if i.id == ett.id and i.typ != "köp-sälj"), None)
        if då is None:  # samma parter ett annat år: deras tid i år gäller inte då
            utan_tid = tuple(Deltagare(part=p) for p in ett.parterna())
            då = ett if b.år == self._b.år else ett.model_copy(update={"parter": utan_tid})
        return d, self._initiativet(b, då, None if nyckel == self._nyckel else nyckel)

    def _initiativet(self, b: "Budgetår", ett: "Initiativ", nyckel: str | None) -> "Delning":
        from gns.fordelning.initiativ import Delning, dela_initiativ

        d = self._säkert(lambda: dela_initiativ(self._bok, b, ett, self._enhet, self._rest, nyckel))
        if not isinstance(d, Delning):
            raise self._hinder(b, d)
        return d

    def _vad_med_resten(self) -> "Rest":
        from gns.flows.fordela_val import parter_ur
        from gns.fordelning.fordela import Till

        sätt, _, part = self._order.rest.partition("=")
        if sätt == "till" and part:
            return Till(parter_ur(self._bok, [part])[0])
        return "behåll" if sätt == "behåll" else "fördela"

    def _säkert(self, gör: "Callable[[], T]") -> "T":
        """Användningsfel när den som ska få resten inte kan få den; allt annat är prövat."""
        try:
            return gör()
        except ValueError as fel:
            raise Användningsfel(str(fel), "välj en annan part för resten") from None

    def _hinder(self, b: "Budgetår", fel: "tuple[Datafel, ...]") -> Exception:
        """Postfel med plats när felen är postens, annars Användningsfel."""
        if all(f.fältväg for f in fel):
            return self._läst.postfel("budget", str(b.år), fel)
        första = next(f for f in fel if not f.fältväg)
        return Användningsfel(första.text, första.råd)
