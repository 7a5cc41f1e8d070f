"""Uppföljningen: hela arkivet, för uppdrag och ärenden kan komma ur vilket möte som helst."""

import datetime as dt
from pathlib import Path

from gns.flows.budgetarkiv import kräv_budgetår, kräv_dag, läs_hela
from gns.flows.protokoll import Dokument
from gns.grund.fel import Användningsfel


def gör_uppföljning(
    start: Path, data: Path | None, år: int, per: dt.date | None, idag: dt.date, format: str
) -> Dokument:
    """Uppföljningen till och med dagen, annars hela året, eller till i dag när det inte är slut.

    Kastar Användningsfel, Postfel eller Diskfel.
    """
    from gns.dokument.uppfoljning import bygg_uppföljning
    from gns.render.render import render

    dag = per or min(dt.date(år, 12, 31), idag)
    if dag.year > år:
        raise Användningsfel(f"{dag} ligger inte i {år}", f"skriv gns uppföljning {dag.year} --per {dag}")
    kräv_dag(år, dag, idag)
    arkiv, bok, varningar = läs_hela(start, data)
    kräv_budgetår(bok, år)
    return Dokument(render("uppfoljning", bygg_uppföljning(bok, år, dag), format, arkiv.mallar), varningar)
