"""``gns uppföljning``: hur det går, per april, per augusti eller för hela året."""

from functools import partial
from typing import Annotated

import typer

from gns.cli import utmatning, val
from gns.grund.format import ÄNDELSER

_Per = Annotated[
    str | None,
    typer.Option(
        "--per", metavar="DATUM", help="Sista dagen, till exempel 2021-04-30. Utan detta hela året, eller till i dag."
    ),
]


def kör(
    år: val.Budgetår,
    per: _Per = None,
    filformat: val.Kalkylformat = None,
    ut: val.Ut = None,
    visa: val.Visa = False,
    data: val.Data = None,
) -> None:
    """Gör uppföljningen av ett år: tertial, delår eller hela året.

    Visar utfallet mot budgeten med prognos, det redovisade resultatet, sparade medel och reserveringar, målen, aktiviteterna
    med sina ärenden och beslut, uppdragen och sammanträdena, som de stod när dagen var slut. Rubriken följer dagen: per 30
    april en tertialrapport, per 31 augusti en delårsrapport. Prognosen är utfallet hittills för hela året, om posten inte
    har en egen; det står vilket. Det som inte finns i posterna sägs.

    Exempel:
      gns uppföljning 2020 --per 2020-08-31
      gns uppföljning 2019 --ut uppfoljning.pdf
    """
    året, dagen = val.år(år), None if per is None else val.dag(per)
    from gns.flows.uppfoljning import gör_uppföljning

    gör = partial(gör_uppföljning, val.här(), val.katalog(data), året, dagen, val.idag())
    utmatning.lämna(gör, f"uppfoljning-{dagen or året}", filformat, ut, visa, ÄNDELSER)
