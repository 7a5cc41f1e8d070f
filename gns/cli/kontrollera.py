"""``gns kontrollera``: posterna mot lag, reglemente och praxis."""

from typing import TYPE_CHECKING, Annotated

import typer

from gns.cli import utskrift, val
from gns.cli.forklara import alla_id

if TYPE_CHECKING:
    from gns.flows.kontrollrad import Kontroll

FORMAT = ("text", "json", "github", "gitlab", "sarif")


Sökvägar = Annotated[
    list[str] | None, typer.Argument(metavar="[SÖKVÄG…]", help="Visa bara fynd i de filerna eller mapparna.")
]
Format = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help="text, json, github, gitlab eller sarif; annars text.",
        autocompletion=lambda: list(FORMAT),
    ),
]
Regel = Annotated[
    list[str] | None,
    typer.Option("--regel", metavar="ID", help="Pröva bara den regeln; kan ges flera gånger.", autocompletion=alla_id),
]
Sedan = Annotated[
    str | None, typer.Option("--sedan", metavar="REV", help="Bara det som är nytt sedan den revisionen i git.")
]
Alla = Annotated[bool, typer.Option("--alla", help="Visa också det besvarade och det som inte går att pröva.")]


def kör(
    sökvägar: Sökvägar = None,
    filformat: Format = "text",
    regel: Regel = None,
    sedan: Sedan = None,
    alla: Alla = False,
    data: val.Data = None,
) -> int:
    """Prövar posterna mot lag, reglemente och praxis.

    Varje fynd säger var det är, vad lagen kräver och vad du gör. Slutkoden är 1 när något fel är obesvarat och 2 när en
    post inte går att läsa; varningar och upplysningar stoppar inget. gns förklara ID säger mer om en regel, och gns svara
    skriver ett svar på ett fynd. Formaten github, gitlab och sarif är för granskningen på en webbplats för git.

    Exempel:
      gns kontrollera
      gns kontrollera data/moten/2020-12-18.yaml --alla
      gns kontrollera --sedan main
      gns kontrollera --regel KL-8-12-anslag --format json
    """
    valt = val.känt_format(filformat, FORMAT)
    valda = tuple(val.sökväg(s, "SÖKVÄG") for s in sökvägar or ())

    from gns.flows.kontrollera import kontrollera

    kontroll = kontrollera(val.här(), val.katalog(data), valda, tuple(regel or ()), val.idag(), sedan)
    _skriv(kontroll, valt, alla)
    utskrift.meddela(kontroll.sammanfattning(alla))
    return kontroll.slutkod()


def _skriv(kontroll: "Kontroll", valt: str, alla: bool) -> None:
    if valt == "text":
        from gns.cli.kontrolltext import som_text

        utskrift.skriv(som_text(kontroll, alla))
    elif valt == "github":
        from gns.cli.kontroll_github import som_github

        utskrift.skriv(som_github(kontroll, alla))
    else:
        from gns.cli.register import skriv_json

        skriv_json(_som_json(kontroll, valt, alla))


def _som_json(kontroll: "Kontroll", valt: str, alla: bool) -> object:
    if valt == "gitlab":
        from gns.cli.kontroll_gitlab import som_gitlab

        return som_gitlab(kontroll, alla)
    if valt == "sarif":
        from gns.cli.kontroll_sarif import som_sarif
        from gns.flows.forklara import förklara

        return som_sarif(kontroll, alla, [förklara(id) for id in kontroll.regler])
    return kontroll.som_json(alla)
