"""``gns ärende visa``: ett ärende, från handlingar till beslut."""

from typing import Annotated

import typer

from gns.cli import utskrift, val
from gns.grund.fel import Användningsfel


def _format() -> list[str]:
    return ["text", "json"]


Format = Annotated[
    str, typer.Option("--format", metavar="FORMAT", help="text eller json; annars text.", autocompletion=_format)
]


def kör(dnr: val.Ärende, filformat: Format = "text", data: val.Data = None) -> None:
    """Visar ett ärendes väg genom mötena.

    Varje paragraf som behandlade ärendet visas med sin utgång, besluten och vad de innebar, och därtill handlingar,
    uppdrag, remissvar, vilka andra paragrafer som nämner ärendet och vad det hänvisar till utanför arkivet.

    Exempel:
      gns ärende visa GNS/8/2020
      gns ärende visa GNS-8-2020 --format json
    """
    valt = val.känt_format(filformat, val.LISTFORMAT)
    if valt == "csv":
        råd = "välj text eller json; gns ärende lista --format csv ger en rad per ärende"
        raise Användningsfel("ett ärende är ingen lista och går inte att skriva som csv", råd)
    skrivet = val.dnr(dnr)

    from gns.flows.register import visa_ärende

    vy = visa_ärende(val.här(), val.katalog(data), skrivet, val.idag())
    if valt == "json":
        from gns.cli.register import skriv_json

        skriv_json(vy)
    else:
        from gns.cli.arendetext import ärendetext

        utskrift.skriv(ärendetext(vy))
