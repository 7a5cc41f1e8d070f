"""``gns kontrollera``: posterna mot lag, reglemente och praxis."""

from typing import Annotated

import typer

from gns.cli import utskrift, val

FORMAT = ("text", "json")


def _regler() -> list[str]:
    from gns.kontroller.lista import REGLER

    return list(REGLER)


Sökvägar = Annotated[
    list[str] | None, typer.Argument(metavar="[SÖKVÄG…]", help="Visa bara fynd i de filerna eller mapparna.")
]
Format = Annotated[
    str,
    typer.Option(
        "--format", metavar="FORMAT", help="text eller json; annars text.", autocompletion=lambda: list(FORMAT)
    ),
]
Regel = Annotated[
    list[str] | None,
    typer.Option("--regel", metavar="ID", help="Pröva bara den regeln; kan ges flera gånger.", autocompletion=_regler),
]
Alla = Annotated[bool, typer.Option("--alla", help="Visa också det besvarade och det som inte går att pröva.")]


def kör(
    sökvägar: Sökvägar = None,
    filformat: Format = "text",
    regel: Regel = None,
    alla: Alla = False,
    data: val.Data = None,
) -> int:
    """Prövar posterna mot lag, reglemente och praxis.

    Varje fynd säger var det är, vad lagen kräver och vad du gör. Slutkoden är 1 när något fel är obesvarat och 2 när en
    post inte går att läsa; varningar och upplysningar stoppar inget.

    Exempel:
      gns kontrollera
      gns kontrollera data/moten/2020-12-18.yaml --alla
      gns kontrollera --regel KL-8-12-anslag --format json
    """
    valt = val.känt_format(filformat, FORMAT)
    valda = tuple(val.sökväg(s, "SÖKVÄG") for s in sökvägar or ())

    from gns.flows.kontrollera import kontrollera

    kontroll = kontrollera(val.här(), val.katalog(data), valda, tuple(regel or ()), val.idag())
    if valt == "json":
        from gns.cli.register import skriv_json

        skriv_json(kontroll.som_json(alla))
    else:
        from gns.cli.kontrolltext import som_text

        utskrift.skriv(som_text(kontroll, alla))
    utskrift.meddela(kontroll.sammanfattning())
    return kontroll.slutkod()
