"""``gns delegation lista``: delegationsregistret."""

from typing import TYPE_CHECKING, Annotated

import typer

from gns.cli import utskrift, val

if TYPE_CHECKING:
    from gns.dokument.register_delegation import Anmälningsrad

År = Annotated[str | None, typer.Argument(metavar="[ÅR]", help="Året; utan det alla år.", autocompletion=val.alla_år)]
Oanmälda = Annotated[bool, typer.Option("--oanmälda", help="Bara de som väntar på att anmälas, eller aldrig blev det.")]


def kör(år: År = None, oanmälda: Oanmälda = False, filformat: val.Listformat = "text", data: val.Data = None) -> None:
    """Visar det som ska anmälas för nämnden, och om det är gjort.

    Det är delegationsbesluten, och de handlingar som är märkta att de ska anmälas. Något är aldrig anmält när ett möte
    efter dess dag är justerat utan att ha det med. En anmälan i ett protokoll som inte är justerat märks.

    Exempel:
      gns delegation lista
      gns delegation lista 2021 --oanmälda
      gns delegation lista 2021 --format csv > delegation-2021.csv
    """
    valt = val.känt_format(filformat, val.LISTFORMAT)
    året = None if år is None else val.år(år)

    from gns.cli.kolumner import Kolumn, tabell
    from gns.cli.register import lämna
    from gns.dokument.register_delegation import Anmälningsrad
    from gns.flows.register import lista_delegation

    rader = lista_delegation(val.här(), val.katalog(data), val.idag(), året, oanmälda)
    kolumner = (
        Kolumn("Datum", lambda r: str(r.datum or "")),
        Kolumn("Nr", lambda r: r.nr or ""),
        Kolumn("Rubrik", _rubrik, bryts=True),
        Kolumn("Delegat", lambda r: r.delegat or "", bryts=True),
        Kolumn("Anmält", _anmält, bryts=True),
    )
    lämna(rader, Anmälningsrad, valt, lambda: tabell(kolumner, rader))
    if not rader:
        när = f" från {året}" if året else ""
        utskrift.meddela(f"Inget{' oanmält' if oanmälda else ''} som ska anmälas finns{när}.")


def _rubrik(rad: "Anmälningsrad") -> str:
    dnr = f" ({rad.dnr})" if rad.dnr else ""
    return f"{rad.rubrik}{dnr}{', brådskande' if rad.brådskande else ''}"


def _anmält(rad: "Anmälningsrad") -> str:
    if rad.tillstånd == "anmält":
        return f"{rad.anmält}{'' if rad.justerat else ' (inte justerat)'}"
    if rad.borde_anmälas is None or rad.tillstånd == "anmäls inte":
        return rad.tillstånd
    if rad.tillstånd == "aldrig anmält":
        return f"aldrig anmält (mötet {rad.borde_anmälas} hölls efter)"
    return f"väntar på mötet {rad.borde_anmälas}"
