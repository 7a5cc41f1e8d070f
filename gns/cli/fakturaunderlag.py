"""``gns fakturaunderlag``: det som ekonomen för in i redovisningen."""

from functools import partial
from typing import Annotated

import typer

from gns.cli import utmatning, val
from gns.grund.format import ÄNDELSER
from gns.modell.former import TILLFÄLLEN

_FORMAT = ÄNDELSER | {"ubl": ".zip", "sie": ".si"}


def _alla_tillfällen() -> list[str]:
    return list(TILLFÄLLEN)


def _alla_format() -> list[str]:
    return list(_FORMAT)


_Avser = Annotated[
    str | None,
    typer.Option(
        "--avser",
        metavar="NÄR",
        help="januari (förskottet), maj (skillnaden) eller återbetalning; annars allt.",
        autocompletion=_alla_tillfällen,
    ),
]
_Format = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help="text, md, html, pdf, docx, xlsx, csv, json, ubl (e-fakturor i ett zip-arkiv) eller sie (SIE 4I). "
        "Utan detta följer formatet filnamnet i --ut, annars text.",
        autocompletion=_alla_format,
    ),
]


def kör(
    år: val.Budgetår,
    avser: _Avser = None,
    filformat: _Format = None,
    ut: val.Ut = None,
    visa: val.Visa = False,
    data: val.Data = None,
) -> None:
    """Gör underlaget för årets fakturor till parterna.

    Beloppen räknas ut; nummer, dagar, kontering och moms står i budgetårets post. Posten kan säga vad en faktura var på,
    och då jämförs det. gns skickar inget.

    Exempel:
      gns fakturaunderlag 2021 --avser januari --ut januari.xlsx
      gns fakturaunderlag 2021 --avser januari --format sie --ut januari.si
    """
    året = val.år(år)
    tillfälle = None if avser is None else val.ett_av(avser, TILLFÄLLEN, "tillfälle")
    from gns.flows.fakturaunderlag import gör_fakturaunderlag

    gör = partial(gör_fakturaunderlag, val.här(), val.katalog(data), året, tillfälle)
    utmatning.lämna(gör, f"fakturaunderlag-{året}", filformat, ut, visa, _FORMAT)
