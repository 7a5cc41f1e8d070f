"""Nyckeln, året och parterna som kommandot menade; allt som inte finns sägs med det som finns."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from gns.flows.budgetarkiv import kräv_budgetår
from gns.grund.fel import Användningsfel
from gns.grund.tecken import ascii_form, råd_för

if TYPE_CHECKING:
    from gns.modell.bok import Bok
    from gns.modell.budgetar import Budgetår


def välj_nyckel(bok: "Bok", skrivet: str | None, *, egna: bool) -> str:
    """Nyckelns namn, skrivet med eller utan prickar; Användningsfel som säger vilka som finns."""
    from gns.fordelning.underlag import EGNA
    from gns.modell.former import STANDARDNYCKLAR

    if skrivet is None:
        if egna:
            return EGNA
        raise Användningsfel("det står inte vilken nyckel", f"lägg till --nyckel; de som finns är {_uppräknade(bok)}")
    alla = (*STANDARDNYCKLAR, *_alla(bok))
    träff = next((n for n in alla if n == skrivet.strip()), None)
    träff = träff or next((n for n in alla if ascii_form(n) == ascii_form(skrivet.strip())), None)
    if träff == "lika" and egna:
        raise Användningsfel("lika delar har inga vikter", "ta bort --vikt, eller välj en annan nyckel")
    if träff is None:
        finns = f"de som finns är {_uppräknade(bok)}"
        förslag = råd_för(skrivet, alla, "")
        raise Användningsfel(f"det finns ingen nyckel ”{skrivet[:60]}”", f"{förslag} {finns}".strip())
    return träff


def välj_år(bok: "Bok", nyckel: str, år: int | None, *, egna: bool) -> "Budgetår":
    """Budgetåret, eller det senaste som har nyckeln; Användningsfel när året eller nyckeln det året inte finns."""
    if år is not None:
        kräv_budgetår(bok, år)
    med = sorted(y for y, b in bok.budgetår.items() if egna or nyckel in b.nyckelnamn())
    if år is not None and år in med:
        return bok.budgetår[år]
    if år is None and med:
        return bok.budgetår[med[-1]]
    if not med:
        råd = f"de som går att fördela efter är {_uppräknade(bok)}"
        raise Användningsfel(f"inget budgetår har underlag för nyckeln {nyckel}", råd)
    råd = f"den finns {', '.join(map(str, med))}; {år} finns {' och '.join(bok.budgetår[år or 0].nyckelnamn())}"
    raise Användningsfel(f"nyckeln {nyckel} har inget underlag {år}", råd)


def välj_jämförelse(bok: "Bok", b: "Budgetår", nyckel: str, skrivet: str) -> "tuple[Budgetår, str]":
    """Det som jämförs med: en annan nyckel, ett annat år, eller båda (”lika 2020”)."""
    from gns.modell.initiativ import INITIATIVSLAG

    ord_ = skrivet.split()
    år = next((int(o) for o in ord_ if o.isascii() and o.isdigit() and o[:2] in ("19", "20") and len(o) == 4), None)
    namn = [o for o in ord_ if not (o.isascii() and o.isdigit())]
    if len(ord_) != len(namn) + (år is not None) or len(namn) > 1 or not ord_:
        raise Användningsfel(
            f"”{skrivet[:60]}” går inte att jämföra med", "skriv en nyckel, ett år eller båda: ”lika 2020”"
        )
    annan = välj_nyckel(bok, namn[0], egna=False) if namn else nyckel
    if annan in INITIATIVSLAG:
        raise Användningsfel(f"{annan} går inte att jämföra med", "jämför med en nyckel som delar ett belopp")
    return välj_år(bok, annan, b.år if år is None else år, egna=False), annan


def parter_ur(bok: "Bok", skrivna: Sequence[str]) -> tuple[str, ...]:
    """Partens id ur ett id eller ett namn (”Åre”, ”Åre kommun”); Användningsfel för okända och dubbla."""
    ut: list[str] = []
    for text in skrivna:
        träffar = _parter_som_heter(bok, ascii_form(text.strip()))
        if len(träffar) > 1:
            raise Användningsfel(f"”{text[:60]}” kan vara {' eller '.join(träffar)}", "skriv partens id")
        id = next(iter(träffar), None)
        if id is None:
            idn = [p.id for p in bok.nämnd.parter]
            förslag = råd_för(text, idn, "")
            alla = f"parterna är {', '.join(idn)}"
            raise Användningsfel(f"”{text[:60]}” är ingen part i nämnden", f"{förslag} {alla}".strip())
        if id in ut:
            raise Användningsfel(f"{id} står två gånger", "skriv varje part en gång")
        ut.append(id)
    return tuple(ut)


def _parter_som_heter(bok: "Bok", form: str) -> list[str]:
    """Id för dem som har id:t eller hela namnet, annars för dem vars namn börjar på ordet (”Berg” för Bergs kommun)."""
    parter = bok.nämnd.parter
    hela = [p.id for p in parter if form in (p.id, ascii_form(p.namn))]
    ord_ = form.removesuffix("s")
    return hela or [p.id for p in parter if ascii_form(p.namn.split()[0]).removesuffix("s") == ord_]


def _alla(bok: "Bok") -> list[str]:
    return list(dict.fromkeys(n for b in bok.budgetår.values() for n in b.nyckelnamn()))


def _uppräknade(bok: "Bok") -> str:
    return ", ".join(_alla(bok))
