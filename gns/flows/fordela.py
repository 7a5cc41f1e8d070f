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
    from gns.fordelning.underlag import Viktunderlag
    from gns.grund.datafel import Datafel
    from gns.modell.bok import Bok
    from gns.modell.budgetar import Budgetår
    from gns.storage.las_budget import Läsplats

T = TypeVar("T")
_UTAN_BELOPP = ("köp-sälj", "extern")


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
    vy = bygg_fördelning(bok, par, år_valt=order.år is None, utan_belopp=utan_belopp, nyckel=nyckel)
    ensam = order.belopp_öre is not None or utan_belopp
    innehåll = som_json(vy, ensam) if format == "json" else vy
    return Dokument(render("fordelning", innehåll, format, arkiv.mallar), läst.varningar)


class _Räknare:
    """Delningarna som beställningen gäller, var och en med den den jämförs med."""

    def __init__(
        self, bok: "Bok", läst: "Läsplats", b: "Budgetår", order: Beställning, nyckel: str, vikter: dict[str, Fraction]
    ) -> None:
        from gns.flows.fordela_val import parter_ur

        self._bok, self._läst, self._b, self._order = bok, läst, b, order
        self._nyckel, self._vikter = nyckel, vikter
        self._parter = parter_ur(bok, order.parter) if order.parter else ()

    def alla(self) -> "list[Par]":
        """Ett belopp, annars årets basfinansiering och initiativ med nyckeln, annars andelarna själva."""
        if self._order.belopp_öre is not None:
            return [self._belopp(self._order.belopp_öre)]
        if self._parter or self._vikter:
            return [self._belopp(None)]
        return self._årets() or [self._belopp(None)]

    def _belopp(self, öre: int | None, namn: str = "") -> "Par":
        from gns.fordelning.initiativ import dela

        if self._nyckel in _UTAN_BELOPP:
            råd = (
                f"ange nyckeln som beloppet ska delas efter, eller lägg ett initiativ med typ: {self._nyckel} i posten"
            )
            raise Användningsfel(f"{self._nyckel} delar inget belopp i förväg", råd)
        rest, enhet = self._rest(), cast("Enhet", self._order.enhet or "krona")

        def gör(b: "Budgetår", nyckel: str, vikter: dict[str, Fraction]) -> "Delning":
            return self._säkert(lambda: dela(namn, self._underlag(b, nyckel, vikter), öre, enhet, rest))

        return gör(self._b, self._nyckel, self._vikter), self._jämförd(gör)

    def _underlag(self, b: "Budgetår", nyckel: str, vikter: dict[str, Fraction]) -> "Viktunderlag":
        from gns.fordelning.underlag import Urval, Viktunderlag, viktunderlag
        from gns.modell.initiativ import Deltagare

        deltagare = tuple(Deltagare(part=p) for p in self._parter) or None
        underlag = viktunderlag(self._bok, b, Urval(nyckel, deltagare, vikter or None))
        if isinstance(underlag, Viktunderlag):
            return underlag
        raise self._hinder(b, underlag)

    def _årets(self) -> "list[Par]":
        from gns.fordelning.basfinansiering import basbelopp
        from gns.fordelning.initiativ import initiativ_med

        bas = basbelopp(self._bok, self._b)
        par = [self._belopp(bas.belopp_öre, "Basfinansiering")] if bas and bas.nyckel == self._nyckel else []
        return par + [self._initiativ(i) for i in initiativ_med(self._b, self._nyckel)]

    def _initiativ(self, i: int) -> "Par":
        from gns.fordelning.initiativ import Delning, dela, dela_initiativ
        from gns.fordelning.underlag import Urval, Viktunderlag, viktunderlag

        ett = self._b.initiativ[i]
        vald = cast("Enhet | None", self._order.enhet)
        delat = self._säkert(lambda: dela_initiativ(self._bok, self._b, i, vald, self._rest()))
        if not isinstance(delat, Delning):
            raise self._hinder(self._b, delat)
        if ett.typ == "köp-sälj":
            return delat, None

        def gör(b: "Budgetår", nyckel: str, _: dict[str, Fraction]) -> "Delning":
            underlag = viktunderlag(self._bok, b, Urval(nyckel, ett.parter))
            if not isinstance(underlag, Viktunderlag):
                raise self._hinder(b, underlag)
            belopp = delat.fördelning.belopp_öre if delat.fördelning else None
            return self._säkert(
                lambda: dela(ett.namn, underlag, belopp, vald or cast("Enhet", ett.enhet), self._rest())
            )

        return delat, self._jämförd(gör)

    def _jämförd(self, gör: "Callable[[Budgetår, str, dict[str, Fraction]], Delning]") -> "Delning | None":
        from gns.flows.fordela_val import välj_jämförelse

        if self._order.jämför is None:
            return None
        b, nyckel = välj_jämförelse(self._bok, self._b, self._nyckel, self._order.jämför)
        return gör(b, nyckel, {})

    def _rest(self) -> "Rest":
        from gns.flows.fordela_val import parter_ur
        from gns.fordelning.fordela import Till

        sätt, _, part = self._order.rest.partition("=")
        if sätt == "till" and part:
            return Till(parter_ur(self._bok, [part])[0])
        return "behåll" if sätt == "behåll" else "fördela"

    def _säkert(self, gör: "Callable[[], T]") -> "T":
        """Användningsfel när den som ska få resten inte delar beloppet; allt annat är prövat."""
        try:
            return gör()
        except ValueError as fel:
            raise Användningsfel(str(fel), "välj en part som deltar och har en vikt över 0") from None

    def _hinder(self, b: "Budgetår", fel: "tuple[Datafel, ...]") -> Exception:
        """Postfel med plats när felen är postens, annars Användningsfel."""
        if all(f.fältväg for f in fel):
            return self._läst.postfel("budget", str(b.år), fel)
        första = next(f for f in fel if not f.fältväg)
        return Användningsfel(första.text, första.råd)
