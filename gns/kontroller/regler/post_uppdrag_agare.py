"""Varje öppet uppdrag har någon som ska göra det.

Det är en varning när ingen har uppdraget: ``till`` är tomt, säger vakant eller okänd, eller nämner bara personer vars
platser i nämnden har slutat. Ett uppdrag som ett möte utanför arkivet gav, och där inget senare beslut säger vem som har
det, går inte att pröva. Att en befattning har blivit vakant kan regeln bara se när ``till`` säger det.

Rätt:
    innebär:
      - id: a
        typ: ger uppdrag
        till: Driftchefen
        uppdrag: se över driften

Fel:
    innebär:
      - id: a
        typ: ger uppdrag
        till: vakant
        uppdrag: se över driften
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence

from gns.grund.datafel import Fältväg
from gns.kontroller.regel import Regel, Utfall, bruten, oprövbar, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.innebar import OmUppdrag
from gns.modell.namnd import Nämnd
from gns.modell.paragraf import Paragraf
from gns.uppdrag.liv import Uppdrag, uppdrag

_INGEN = re.compile(
    r"(?:vakant|vakans|okänd|okänt|ingen|(?:ej|inte) utsedd)\b|.*\bvakant\b|(?:n\.? ?n\.?|[?–-]+)$", re.IGNORECASE
)
_Paragrafer = Mapping[tuple[dt.date, int | None], Sequence[tuple[int, Paragraf]]]
_RÅD = "låt nämnden lämna över, ändra eller återta uppdraget"


def _pröva(u: Underlag) -> Iterator[Utfall]:
    if not u.bok.hel:
        text = "alla poster gick inte att läsa, så det går inte att säga vilka uppdrag som är öppna"
        yield oprövbar("namnd", "namnd", (), text, "rätta först de poster som inte går att läsa")
        return
    paragrafer: dict[tuple[dt.date, int | None], list[tuple[int, Paragraf]]] = {}
    for _, möte, i, p in u.paragrafer():
        paragrafer.setdefault((möte.datum, p.nr), []).append((i, p))
    slutade = _slutade(u.bok.nämnd, u.idag)
    for ett in uppdrag(u.bok, None):
        if ett.tillstånd == "öppet" and (ställe := _ställe(ett, paragrafer)):
            yield _ett(ett, ställe, slutade)


def _ett(ett: Uppdrag, ställe: tuple[str, str, Fältväg], slutade: Mapping[str, dt.date]) -> Utfall:
    if not ett.till and not ett.i_arkivet:
        text = f"uppdraget {ett.ref} är öppet, men inget möte i arkivet säger vem som har det"
        return oprövbar(*ställe, text, "skriv till i beslutet, om det säger det")
    kvar = [n for n in ett.till if not _INGEN.match(n)]
    if not kvar:
        return bruten(*ställe, f"ingen har det öppna uppdraget {ett.ref}", _RÅD)
    if all(n.casefold() in slutade for n in kvar):
        vilka = " och ".join(f"{n} (plats till {slutade[n.casefold()]})" for n in kvar)
        return bruten(*ställe, f"det öppna uppdraget {ett.ref} har bara den som lämnat nämnden: {vilka}", _RÅD)
    return uppfylld(*ställe)


def _slutade(nämnd: Nämnd, idag: dt.date) -> dict[str, dt.date]:
    """Personer vars alla platser har slutat, och den sista dagen."""
    sista: dict[str, dt.date] = {}
    for plats in nämnd.platser:
        namn = plats.namn.casefold()
        sista[namn] = max(sista.get(namn, dt.date.min), plats.till or dt.date.max)
    return {namn: dag for namn, dag in sista.items() if dag < idag}


def _ställe(ett: Uppdrag, paragrafer: _Paragrafer) -> tuple[str, str, Fältväg] | None:
    """Beslutet som gav uppdraget, eller det senaste som nämner ett uppdrag från ett möte utanför arkivet."""
    dag, nr = (ett.datum, ett.nr) if ett.i_arkivet or not ett.händelser else ett.händelser[-1][:2]
    for i, p in paragrafer.get((dag, nr), ()):
        for j, v in enumerate(p.innebär):
            if (v.id == ett.id) if ett.i_arkivet else (isinstance(v, OmUppdrag) and v.uppdrag == ett.ref):
                return "mote", str(dag), ("paragrafer", i, "innebär", j, "till")
    return None


REGEL = Regel(
    id="POST-uppdrag-agare",
    nummer=(72, 73),
    fråga="Har varje öppet uppdrag någon som ska göra det?",
    nivå="varning",
    pröva=_pröva,
    praxis="postens form",
)
