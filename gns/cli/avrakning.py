"""``gns avräkning``: vad varje part har kvar, år för år."""

from functools import partial
from typing import Annotated

import typer

from gns.cli import utmatning, val
from gns.grund.format import ÄNDELSER

_Från = Annotated[
    str | None,
    typer.Option("--från", metavar="ÅR", help="Visa också åren från och med detta.", autocompletion=val.budgetår),
]


def kör(
    år: val.Budgetår,
    från: _Från = None,
    filformat: val.Kalkylformat = None,
    ut: val.Ut = None,
    visa: val.Visa = False,
    data: val.Data = None,
) -> None:
    """Räknar av nämndens pengar, part för part och år för år.

    Visar vad som kom in, användes, reserverades och betalades tillbaka, med beslutet för varje steg, och vad varje part
    har kvar. Ett saldo som någon har angett jämförs med det räknade, och det som skiljer visas som oförklarat. Det räknas
    alltid från det första budgetåret; --från väljer vad som visas.

    Exempel:
      gns avräkning 2020 --från 2018
      gns avräkning 2020 --ut avrakning.xlsx
    """
    året, första = val.år(år), None if från is None else val.år(från)
    from gns.flows.avrakning import gör_avräkning

    gör = partial(gör_avräkning, val.här(), val.katalog(data), året, första)
    utmatning.lämna(gör, f"avrakning-{året}", filformat, ut, visa, ÄNDELSER)
