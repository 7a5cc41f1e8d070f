"""``gns budgetår ny``: ett budgetår ur ett kalkylblad."""

from functools import partial
from typing import Annotated

import typer

from gns.cli import fraga, utskrift, val
from gns.grund.fel import Användningsfel

År = Annotated[
    str | None, typer.Argument(metavar="[ÅR]", help="Året; annars det som filens rubrik säger, som i Budget 2022.")
]
Från = Annotated[
    str | None, typer.Option("--från", metavar="FIL", help="Kalkylbladet (.xlsx eller .csv) med budgetens rader.")
]


def kör(år: År = None, från: Från = None, fråga_inte: fraga.FrågaInte = False, data: val.Data = None) -> None:
    """Gör ett nytt budgetår ur ett kalkylblad.

    Bladet ska ha en rad med rubrikerna Typ (eller Benämning) och Budget (eller Belopp), och raderna under den; kostnader är
    negativa. Kolumnerna Grupp, Kommentar, Konto, Ansvar, Verksamhet, Projekt och Motpart tas med när de finns. En rad som
    börjar på Summa prövas mot raderna. Det som blir visas först, och inget skrivs förrän du har sagt ja.

    Exempel:
      gns budgetår ny --från budget-2022.xlsx
      gns budgetår ny 2022 --från rader.csv --fråga-inte
    """
    if från is None:
        raise Användningsfel("det står inte vilken fil", "lägg till --från FIL, till exempel --från budget-2022.xlsx")
    fil, året = val.sökväg(från, "--från"), None if år is None else val.år(år)

    from gns.flows.budgetar_ny import förbered_budgetår, skriv_budgetår

    förslag = förbered_budgetår(val.här(), val.katalog(data), fil, året)
    utskrift.skriv_data(förslag.visning, är_text=True)
    if förslag.olästa:
        utskrift.meddela(f"Rad {förslag.olästa[0]} och de efter den lästes inte: där börjar en annan tabell.")
    fraga.skriv_efter_ja(förslag.fil.name, partial(skriv_budgetår, förslag), fråga_inte=fråga_inte)
