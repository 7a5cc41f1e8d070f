"""``gns förklara``: en regel, eller alla."""

from typing import Annotated

import typer

from gns.cli import utskrift, val
from gns.grund.fel import Användningsfel


def alla_id() -> list[str]:
    """Reglernas id som skalet föreslår."""
    from gns.kontroller.lista import REGLER

    return list(REGLER)


Regel = Annotated[
    str | None,
    typer.Argument(metavar="[ID]", help="Regelns id, till exempel KL-8-12-anslag.", autocompletion=alla_id),
]


def kör(id: Regel = None, filformat: val.Listformat = "text") -> None:
    """Förklarar en regel i kontrollen, eller visar alla.

    För en regel visas vad den frågar, vilka lagrum den vilar på och i vilken lydelse, en post som är rätt och en som är
    fel, och vad du gör åt ett fynd. Utan ID visas alla regler.

    Exempel:
      gns förklara KL-8-12-anslag
      gns förklara
      gns förklara --format csv > regler.csv
    """
    valt = val.känt_format(filformat, val.LISTFORMAT)
    if id is None:
        _alla(valt)
    else:
        _en(id, valt)


def _alla(valt: str) -> None:
    from gns.cli.regeltext import regeltabell
    from gns.cli.register import lämna
    from gns.flows.forklara import Regelrad, regellista

    rader = regellista()
    lämna(rader, Regelrad, valt, lambda: regeltabell(rader))


def _en(id: str, valt: str) -> None:
    if valt == "csv":
        råd = "välj text eller json; gns förklara --format csv ger en rad per regel"
        raise Användningsfel("en regel är ingen lista och går inte att skriva som csv", råd)
    from gns.flows.forklara import förklara

    regel = förklara(val.ord(id, "ID"))
    if valt == "json":
        from gns.cli.register import skriv_json

        skriv_json(regel)
    else:
        from gns.cli.regeltext import regeltext

        utskrift.skriv(regeltext(regel))
