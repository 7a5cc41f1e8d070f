"""``gns verksamhetsplan``: nämndens plan för ett år."""

from functools import partial

from gns.cli import utmatning, val


def kör(
    år: val.Budgetår, filformat: val.Format = None, ut: val.Ut = None, visa: val.Visa = False, data: val.Data = None
) -> None:
    """Gör nämndens verksamhetsplan för ett år.

    Text, aktiviteter, budget och sammanträden kommer ur budgetårets post. Summor och belopp per part räknas ut, och
    sammanträden som nämnden har beslutat hämtas ur beslutet.

    Exempel:
      gns verksamhetsplan 2019
      gns verksamhetsplan 2019 --ut verksamhetsplan.pdf
    """
    året = val.år(år)
    from gns.flows.budget import gör_verksamhetsplan

    gör = partial(gör_verksamhetsplan, val.här(), val.katalog(data), året)
    utmatning.lämna(gör, f"verksamhetsplan-{året}", filformat, ut, visa)
