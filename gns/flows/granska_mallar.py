"""Ändrade mallar: de senaste handlingarna görs med de gamla och de nya mallarna, på samma poster, och jämförs."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from gns.grund.fel import Användningsfel

if TYPE_CHECKING:
    from gns.dokument.granskning import MallarVy
    from gns.history.sammanslagning import Filer
    from gns.modell.bok import Bok

_MAPP = "mallar/"


def jämför_mallar(förr: "Filer", nu: "Filer", bok: "Bok | None") -> "MallarVy | None":
    """Skillnaden i handlingarna, eller None när ingen mall är ändrad; utan bok görs inga handlingar."""
    from gns.dokument.granskning import HandlingVy, MallarVy
    from gns.dokument.ordskillnad import radskillnad
    from gns.flows.pa_disk import på_disk

    gamla, nya = ({n: rå for n, rå in filer.items() if n.startswith(_MAPP)} for filer in (förr, nu))
    ändrade = tuple(sorted(n for n in {*gamla, *nya} if gamla.get(n) != nya.get(n)))
    if not ändrade:
        return None
    handlingar: list[HandlingVy] = []
    prövade: list[str] = []
    fel: list[str] = []
    with på_disk(gamla) as före, på_disk(nya) as efter:
        for mall, vilken, vy in _handlingar(bok) if bok else ():
            prövade.append(f"{mall} {vilken}")
            innan, _ = _som_text(mall, vy, före.mallar)
            sedan, felet = _som_text(mall, vy, efter.mallar)
            if felet:
                fel.append(felet)
            elif innan and (rader := radskillnad(innan, sedan)):
                handlingar.append(HandlingVy(mall, vilken, rader))
    return MallarVy(ändrade, tuple(prövade), tuple(handlingar), tuple(dict.fromkeys(fel)))


def _handlingar(bok: "Bok") -> "Iterator[tuple[str, str, object]]":
    """(mall, vilken, vy) för det senaste mötets protokoll och det senaste budgetårets handlingar."""
    from gns.dokument.budget import bygg_budget
    from gns.dokument.protokoll import bygg_protokoll
    from gns.dokument.uppfoljning import bygg_uppföljning

    if bok.möten:
        dag = max(bok.möten)
        yield "protokoll", str(dag), bygg_protokoll(bok, dag)
    if bok.budgetår:
        år = max(bok.budgetår)
        yield "budget", str(år), bygg_budget(bok, år)
        yield "uppfoljning", str(år), bygg_uppföljning(bok, år, dt.date(år, 12, 31))


def _som_text(mall: str, vy: object, mallar: Path | None) -> tuple[str, str]:
    """Handlingen som text, eller mallens fel."""
    from gns.render.render import render

    try:
        return render(mall, vy, "text", mallar).decode(), ""
    except Användningsfel as fel:
        return "", fel.text
