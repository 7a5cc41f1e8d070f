"""``gns ärende lista``: ärenderegistret."""

from typing import Annotated

import typer

from gns.cli import utskrift, val
from gns.cli.arendetext import tillstånd

Öppna = Annotated[bool, typer.Option("--öppna", help="Bara de som inte är avslutade.")]


Väntande = Annotated[
    bool, typer.Option("--väntande", help="Bara de som är bordlagda eller återremitterade och ska komma tillbaka.")
]


def kör(
    öppna: Öppna = False, väntande: Väntande = False, filformat: val.Listformat = "text", data: val.Data = None
) -> None:
    """Visar alla ärenden och om de är öppna.

    Tillståndet räknas ut ur mötena: ett ärende är öppet tills en paragraf eller registrator avslutar det, och det kan
    vara bordlagt eller återremitterat under tiden.

    Exempel:
      gns ärende lista
      gns ärende lista --öppna
      gns ärende lista --väntande
      gns ärende lista --format csv > arenden.csv
    """
    valt = val.känt_format(filformat, val.LISTFORMAT)

    from gns.cli.kolumner import Kolumn, tabell
    from gns.cli.register import lämna
    from gns.dokument.register_arenden import Ärenderad
    from gns.flows.register import lista_ärenden

    rader = lista_ärenden(val.här(), val.katalog(data), val.idag(), öppna, väntande)
    kolumner = (
        Kolumn("Dnr", lambda r: r.dnr),
        Kolumn("Rubrik", lambda r: r.rubrik, bryts=True),
        Kolumn("Tillstånd", tillstånd, bryts=True),
        Kolumn("Senast behandlat", lambda r: r.behandlat or ""),
    )
    lämna(rader, Ärenderad, valt, lambda: tabell(kolumner, rader))
    if not rader:
        utskrift.meddela(f"Inga {'väntande ' if väntande else 'öppna ' if öppna else ''}ärenden finns.")
