"""``gns protokoll``: hela protokollet från ett möte."""

from functools import partial

from gns.cli import utmatning, val


def kör(
    datum: val.Datum, filformat: val.Format = None, ut: val.Ut = None, visa: val.Visa = False, data: val.Data = None
) -> None:
    """Gör protokollet från ett möte.

    Det skrivs på skärmen om du inte anger en fil. Ett protokoll som inte är justerat märks som utkast.

    Exempel:
      gns protokoll 2020-12-18
      gns protokoll 2020-12-18 --ut protokoll.pdf
      gns protokoll 2020-12-18 --visa
    """
    dag = val.datum(datum)
    from gns.flows.protokoll import gör_protokoll

    gör = partial(gör_protokoll, val.här(), val.katalog(data), dag)
    utmatning.lämna(gör, f"protokoll-{dag}", filformat, ut, visa)
