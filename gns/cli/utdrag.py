"""``gns utdrag``: en paragraf ur ett protokoll, som står för sig."""

from functools import partial
from typing import Annotated

import typer

from gns.cli import utmatning, val
from gns.grund.fel import Användningsfel

Nummer = Annotated[list[str] | None, typer.Argument(metavar="N", help="Paragrafens nummer: 19 eller ”§ 19”.")]


def kör(
    datum: val.Datum,
    nummer: Nummer = None,
    filformat: val.Format = None,
    ut: val.Ut = None,
    visa: val.Visa = False,
    data: val.Data = None,
) -> None:
    """Gör ett utdrag: en paragraf som står för sig.

    Utdraget har också med vilka som deltog.

    Exempel:
      gns utdrag 2020-12-18 19
      gns utdrag 2020-12-18 19 --ut utdrag.pdf
      gns utdrag "2020-12-18 § 19" --format docx --ut beslut.docx
    """
    dag, nr = _plats([datum, *(nummer or [])])

    from gns.flows.protokoll import gör_utdrag

    gör = partial(gör_utdrag, val.här(), val.katalog(data), dag, nr)
    utmatning.lämna(gör, f"utdrag-{dag}-{nr}", filformat, ut, visa)


def _plats(ord: list[str]) -> tuple[str, int]:
    """Dag och nummer ur ``2020-12-18 19``, ``2020-12-18 § 19`` och samma sak inom citattecken."""
    första, *resten = ord
    dag, _, nummer = första.partition(" ")
    if resten:
        dag, nummer = första, " ".join(resten)
    dag = val.datum(dag)
    if not nummer.strip():
        raise Användningsfel("N saknas", f"skriv till exempel: gns utdrag {dag} 19")
    return dag, val.paragraf(nummer)
