"""``gns budget``: ett års budget."""

from functools import partial

from gns.cli import utmatning, val
from gns.grund.format import ÄNDELSER


def kör(
    år: val.Budgetår,
    filformat: val.Kalkylformat = None,
    ut: val.Ut = None,
    visa: val.Visa = False,
    data: val.Data = None,
) -> None:
    """Gör ett års budget.

    Rader med summor och resultat, basfinansieringen per part, årets initiativ och nycklar, och det som är redovisat.

    Exempel:
      gns budget 2019
      gns budget 2021 --ut budget-2021.xlsx
    """
    året = val.år(år)
    from gns.flows.budget import gör_budget

    gör = partial(gör_budget, val.här(), val.katalog(data), året)
    utmatning.lämna(gör, f"budget-{året}", filformat, ut, visa, ÄNDELSER)
