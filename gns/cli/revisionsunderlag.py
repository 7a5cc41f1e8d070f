"""``gns revisionsunderlag``: det som revisorerna frågar efter."""

from functools import partial
from typing import Annotated

import typer

from gns.cli import utmatning, val
from gns.grund.format import ÄNDELSER

_Per = Annotated[
    str | None, typer.Option("--per", metavar="DATUM", help="Dagen som läget visas för. Utan detta i dag.")
]


def kör(
    år: val.Budgetår,
    per: _Per = None,
    filformat: val.Kalkylformat = None,
    ut: val.Ut = None,
    visa: val.Visa = False,
    data: val.Data = None,
) -> None:
    """Gör underlaget till revisorerna för ett år.

    Ett enda dokument: målen, den interna kontrollen och aktiviteterna, revisorernas anmärkningar, varje beslut med hur det
    har gått, pengarna från beslut till betalning, och kontrollens fynd med sina svar. Varje rad har en länk till sin post,
    räknad från mappen som data ligger i; spara därför underlaget där, eller skriv arkivadress i data/namnd.yaml.

    Exempel:
      gns revisionsunderlag 2020
      gns revisionsunderlag 2020 --per 2021-04-15 --ut revisionsunderlag.html
    """
    året, idag = val.år(år), val.idag()
    dagen = idag if per is None else val.dag(per)
    from gns.flows.revisionsunderlag import gör_revisionsunderlag

    gör = partial(gör_revisionsunderlag, val.här(), val.katalog(data), året, dagen, idag)
    utmatning.lämna(gör, f"revisionsunderlag-{året}", filformat, ut, visa, ÄNDELSER)
