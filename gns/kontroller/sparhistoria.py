"""Historien sedan ett sigill sattes: ingen commit har ändrat det, och en fil som ändrades och ställdes tillbaka sägs."""

from collections.abc import Iterator, Mapping

from gns.kontroller.sparfynd import BRUTEN, OPRÖVBAR, UPPLYSNING, Sparfynd
from gns.modell.sigill import Sigill, sigillfil, summa, underskriftens_nummer, är_underskrift
from gns.modell.spar import Händelse, Spår


def historieprov(spår: Spår, sigill: Mapping[int, Sigill]) -> Iterator[Sparfynd]:
    """Fynden i historien; commits som för samman grenar är inte med bland händelserna."""
    per_fil: dict[str, list[Händelse]] = {}
    for h in spår.händelser:
        per_fil.setdefault(h.fil, []).append(h)
    for nr, s in sigill.items():
        yield from _sigillet(spår, nr, per_fil.get(sigillfil(nr), []))
        for fil, väntad in s.filer.items():
            for h in per_fil.get(fil, []):
                if h.förseglad and h.summa != väntad and summa(spår.huvud.get(fil, b"")) == väntad:
                    yield _tillbaka(nr, fil, h)
    yield from _underskrifterna(spår, sigill, per_fil)


def _sigillet(spår: Spår, nr: int, händelser: list[Händelse]) -> Iterator[Sparfynd]:
    """Den version som gäller kom till i en commit och har inte fått stå i stället för en annan."""
    fil = sigillfil(nr)
    nu = summa(spår.huvud[fil])
    tillkomna = [h for h in händelser if h.ny and h.summa == nu]
    andra = [h for h in händelser if h.ny and h.summa != nu]
    if not händelser and spår.oläst:
        return
    if not händelser:
        yield Sparfynd(nr, OPRÖVBAR, f"ingen commit i historien gjorde data/{fil}; hämta hela förrådet")
    elif not tillkomna:
        h = next((h for h in reversed(händelser) if h.summa == nu), händelser[-1])
        yield Sparfynd(nr, BRUTEN, f"data/{fil} ändrades i commit {h.commit[:10]} av {h.vem} {h.dag}")
    elif andra:
        h = andra[0]
        text = (
            f"ett annat data/{fil} gjordes i commit {h.commit[:10]} av {h.vem} {h.dag}, och är inte det som gäller nu"
        )
        yield Sparfynd(nr, BRUTEN, text)
    else:
        yield from (_tillbaka(nr, fil, h) for h in händelser if not h.ny and h.summa != nu)


def _underskrifterna(
    spår: Spår, sigill: Mapping[int, Sigill], per_fil: Mapping[str, list[Händelse]]
) -> Iterator[Sparfynd]:
    """En underskrift som har funnits finns kvar, som den kom till."""
    for fil, händelser in per_fil.items():
        if not är_underskrift(fil):
            continue
        nr = underskriftens_nummer(fil)
        nu = summa(spår.huvud[fil]) if fil in spår.huvud else None
        h = next((h for h in reversed(händelser) if h.summa == nu), None)
        if nu not in {h.summa for h in händelser if h.ny}:
            gjort = "är borttagen" if nu is None else "är ändrad"
            när = f", i commit {h.commit[:10]} av {h.vem} {h.dag}" if h else " i en sammanslagning"
            yield Sparfynd(nr if nr in sigill else None, BRUTEN, f"underskriften data/{fil} {gjort}{när}")


def _tillbaka(nr: int, fil: str, h: Händelse) -> Sparfynd:
    gjort = "togs bort" if h.summa is None else "ändrades"
    return Sparfynd(nr, UPPLYSNING, f"data/{fil} {gjort} i commit {h.commit[:10]} av {h.vem} {h.dag}, och är tillbaka")
