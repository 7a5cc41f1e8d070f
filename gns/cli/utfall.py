"""``gns utfall``: det bokförda ur redovisningens rapport."""

from functools import partial
from typing import Annotated

import typer

from gns.cli import fraga, utskrift, val

Fil = Annotated[str, typer.Argument(metavar="FIL", help="Rapporten (.xlsx eller .csv) med ett konto per rad.")]
Per = Annotated[
    str | None, typer.Option("--per", metavar="DATUM", help="Dagen som utfallet är till och med; annars den i filen.")
]
Omvända = Annotated[
    bool,
    typer.Option("--omvända-tecken", help="Rapporten skriver intäkter med minustecken (första gången för ett år)."),
]


def kör(
    fil: Fil,
    per: Per = None,
    omvända_tecken: Omvända = False,
    fråga_inte: fraga.FrågaInte = False,
    data: val.Data = None,
) -> None:
    """Läser in det bokförda ur redovisningens rapport.

    Bladet ska ha en rad med rubrikerna Konto och Utfall (eller Belopp, Saldo), och ett konto per rad under den. En rad som
    börjar på Summa (eller Delsumma, Total) prövas mot raderna. Utfallet visas mot budgeten efter kopplingen i posten, och konton utan koppling visas
    för sig. Inget skrivs förrän du har sagt ja, och allt i rapporten kommer med eller inget.

    Exempel:
      gns utfall huvudbok-april.xlsx --per 2021-04-30
    """
    stig, dagen = val.sökväg(fil, "FIL"), None if per is None else val.dag(per)

    from gns.flows.utfall import förbered_utfall, skriv_utfall

    inläsning = förbered_utfall(val.här(), val.katalog(data), stig, dagen, val.idag(), omvända=omvända_tecken)
    utskrift.skriv_data(inläsning.visning, är_text=True)
    fraga.skriv_efter_ja(inläsning.fil.name, partial(skriv_utfall, inläsning), fråga_inte=fråga_inte)
