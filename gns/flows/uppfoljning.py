"""Uppföljningen: hela arkivet, för uppdrag och ärenden kan komma ur vilket möte som helst."""

import datetime as dt
from pathlib import Path

from gns.flows.budgetarkiv import kräv_budgetår, läs_hela
from gns.flows.protokoll import Dokument
from gns.grund.fel import Användningsfel


def gör_uppföljning(start: Path, data: Path | None, år: int, per: dt.date | None, format: str) -> Dokument:
    """Uppföljningen till och med dagen, eller hela året. Kastar Användningsfel, Postfel eller Diskfel."""
    from gns.dokument.uppfoljning import bygg_uppföljning
    from gns.render.render import render

    dag = per or dt.date(år, 12, 31)
    if dag.year != år:
        raise Användningsfel(f"{dag} ligger inte i {år}", f"skriv gns uppföljning {dag.year} --per {dag}")
    arkiv, bok, varningar = läs_hela(start, data)
    kräv_budgetår(bok, år)
    return Dokument(render("uppfoljning", bygg_uppföljning(bok, år, dag), format, arkiv.mallar), varningar)
