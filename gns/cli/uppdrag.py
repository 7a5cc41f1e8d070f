"""``gns uppdrag``: uppdragsregistret."""

from typing import TYPE_CHECKING, Annotated

import typer

from gns.cli import utskrift, val

if TYPE_CHECKING:
    from gns.dokument.register_uppdrag import Uppdragsrad

Per = Annotated[
    str | None, typer.Option("--per", metavar="DATUM", help="Som det stod när den dagen var slut; annars i dag.")
]
Till = Annotated[
    str | None,
    typer.Option(
        "--till", metavar="NAMN", help="Bara de som någon med namnet, eller en del av det, har eller har haft."
    ),
]
Öppna = Annotated[bool, typer.Option("--öppna", help="Bara de som inte är återtagna eller avslutade.")]


def kör(
    per: Per = None,
    till: Till = None,
    öppna: Öppna = False,
    filformat: val.Listformat = "text",
    data: val.Data = None,
) -> None:
    """Visar alla uppdrag och hur det har gått med dem.

    Ett uppdrag är öppet tills en paragraf återtar eller avslutar det, och försenat när dess sista dag har passerat.
    Att det har redovisats sägs, men det är öppet ändå. Det som ett protokoll som inte är justerat säger märks.

    Exempel:
      gns uppdrag
      gns uppdrag --öppna --till regiondirektören
      gns uppdrag --per 2020-12-31 --format csv > uppdrag.csv
    """
    valt = val.känt_format(filformat, val.LISTFORMAT)
    dag = val.idag() if per is None else val.dag(per)
    namn = None if till is None else val.ord(till, "--till")

    from gns.cli.register import lämna
    from gns.dokument.register_uppdrag import Uppdragsrad
    from gns.flows.register import lista_uppdrag

    rader = lista_uppdrag(val.här(), val.katalog(data), dag, namn, öppna)
    lämna(rader, Uppdragsrad, valt, lambda: tabellen(rader))
    if not rader:
        vems = f" för {utskrift.citat(namn)}" if namn else ""
        utskrift.meddela(f"Inga {'öppna ' if öppna else ''}uppdrag finns{vems} per {dag}.")


def tabellen(rader: "tuple[Uppdragsrad, ...]", indrag: int = 0) -> str:
    """Uppdragen som tabell."""
    from gns.cli.kolumner import Kolumn, tabell

    kolumner = (
        Kolumn("Uppdrag", lambda r: r.uppdrag),
        Kolumn("Till", lambda r: ", ".join(r.till), bryts=True),
        Kolumn("Senast", lambda r: str(r.senast or "")),
        Kolumn("Tillstånd", _tillstånd, bryts=True),
        Kolumn("Vad", lambda r: r.lydelse or "(gavs utanför arkivet)", bryts=True),
    )
    return tabell(kolumner, rader, indrag)


def _tillstånd(rad: "Uppdragsrad") -> str:
    redovisat = f", redovisat {rad.redovisat}" if rad.redovisat and not rad.avgjort else ""
    ej = " (inte justerat)" if rad.justerat is False else ""
    return f"{rad.tillstånd} {rad.avgjort}{ej}" if rad.avgjort else f"{rad.tillstånd}{redovisat}{ej}"
