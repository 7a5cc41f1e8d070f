"""Historien sedan ett sigill sattes: ingen commit har ändrat det, och en fil som ändrades och ställdes tillbaka sägs."""

from collections.abc import Iterator, Mapping

from gns.kontroller.sparfynd import BRUTEN, UPPLYSNING, Sparfynd
from gns.modell.sigill import Sigill, sigillfil, summa
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


def _sigillet(spår: Spår, nr: int, händelser: list[Händelse]) -> Iterator[Sparfynd]:
    """Den version som gäller kom till en gång och har inte fått stå i stället för en annan."""
    fil = sigillfil(nr)
    nu = summa(spår.huvud[fil])
    tillkomna = [h for h in händelser if h.ny and h.summa == nu]
    andra = [h for h in händelser if h.summa not in (nu, None)]
    borttagna = [h for h in händelser if h.summa is None]
    if not händelser:
        return
    if not tillkomna:
        h = next((h for h in reversed(händelser) if h.summa == nu), händelser[-1])
        yield Sparfynd(nr, BRUTEN, f"data/{fil} ändrades i commit {h.commit[:10]} av {h.vem} {h.dag}")
    elif borttagna and andra:
        h = borttagna[0]
        yield Sparfynd(nr, BRUTEN, f"data/{fil} togs bort i commit {h.commit[:10]} av {h.vem} {h.dag} och gjordes om")
    else:
        yield from (_tillbaka(nr, fil, h) for h in händelser if not h.ny and h.summa != nu)


def _tillbaka(nr: int, fil: str, h: Händelse) -> Sparfynd:
    gjort = "togs bort" if h.summa is None else "ändrades"
    return Sparfynd(nr, UPPLYSNING, f"data/{fil} {gjort} i commit {h.commit[:10]} av {h.vem} {h.dag}, och är tillbaka")
