"""``gns granska``: vad en ändring gör, för den som ska säga ja eller nej till den."""

from typing import TYPE_CHECKING, Annotated

import typer

from gns.cli import utmatning, val
from gns.grund.format import LÄSBARA, ÄNDELSER

if TYPE_CHECKING:
    from gns.flows.protokoll import Dokument

FORMAT = LÄSBARA | {"json": ÄNDELSER["json"]}

_Spann = Annotated[
    str | None,
    typer.Argument(
        metavar="[BAS..HEAD]", help="Vad som slås ihop i vad, till exempel main..HEAD, som också är förvalet."
    ),
]
_Format = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help="text, md, html, pdf, docx eller json. Utan detta följer formatet filnamnet i --ut, annars text.",
        autocompletion=lambda: list(FORMAT),
    ),
]


def kör(
    spann: _Spann = None,
    filformat: _Format = None,
    ut: val.Ut = None,
    visa: val.Visa = False,
    data: val.Data = None,
) -> int:
    """Visar vad en ändring gör med posterna, innan den slås ihop.

    Visar möte för möte och § för § vad som ändras, ord för ord, vad det betyder i kronor för var och en av parterna,
    uppdragen, rörda mallar, och fynden som är nya eller botade när ändringen är ihopslagen med basen. Slutkoden är 1 när
    ett nytt fel är obesvarat, något förseglat är rört, en mall är fel eller ändringen inte går att slå ihop. Bara det som
    är sparat i git granskas. Formatet md passar en kommentar på en webbplats för git.

    Exempel:
      gns granska
      gns granska main..HEAD --format md
      gns granska HEAD~1..HEAD --ut granskning.html
    """
    stoppas: list[bool] = []

    def gör(format: str) -> "Dokument":
        from gns.flows.granska import granska

        granskat = granska(val.här(), val.katalog(data), spann, val.idag(), format)
        stoppas.append(granskat.stoppas)
        return granskat.dokument

    utmatning.lämna(gör, "granskning", filformat, ut, visa, FORMAT)
    return int(any(stoppas))
