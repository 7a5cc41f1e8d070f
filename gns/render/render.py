"""Våningens enda ingång: mall, vy och format blir ett dokuments byte."""

from pathlib import Path
from typing import Any, cast

from gns.grund.fel import Användningsfel
from gns.grund.format import ÄNDELSER
from gns.render.mall import träd_av_mall
from gns.render.sokvag import hitta_stil, läs_stiltext
from gns.render.vydata import enkla_data


def render(mall: str, vy: object, format: str, mallar: Path | None) -> bytes:
    """Dokumentet som byte. ``mallar`` är postmappens egna mallar eller None.

    Samma indata ger samma byte. Användningsfel när mallen är fel (med fil och rad) eller formatet okänt; Diskfel när en
    mall eller stil inte får läsas.
    """
    if format not in ÄNDELSER:
        raise Användningsfel(f"formatet ”{format}” finns inte", f"välj ett av {', '.join(ÄNDELSER)}")
    if format == "json":
        from gns.render.vyjson import skriv_json

        return skriv_json(vy)
    träd = träd_av_mall(mall, cast("dict[str, Any]", enkla_data(vy)), mallar)
    if format == "text":
        from gns.render.text import skriv_text

        return skriv_text(träd).encode()
    if format == "md":
        from gns.render.md import skriv_md

        return skriv_md(träd).encode()
    if format == "html":
        from gns.render.html import skriv_html

        return skriv_html(träd, läs_stiltext(hitta_stil("stil.css", mallar))).encode()
    if format == "pdf":
        from gns.render.pdf import skriv_pdf

        return skriv_pdf(träd, hitta_stil("stil.typ", mallar))
    if format == "xlsx":
        from gns.render.xlsx import skriv_xlsx

        return skriv_xlsx(träd)
    if format == "csv":
        from gns.render.kalkyl_csv import skriv_csv

        return skriv_csv(träd)
    from gns.render.docx import skriv_docx

    return skriv_docx(träd, hitta_stil("stil.docx", mallar))
