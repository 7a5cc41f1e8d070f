"""``gns beslut``: beslutsregistret."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Annotated

import typer

from gns.cli import utskrift, val

if TYPE_CHECKING:
    from gns.dokument.register_beslut import Beslutsrad

Ärende = Annotated[
    str | None,
    typer.Option(
        "--ärende", metavar="DNR", help="Bara ärendets beslut, till exempel GNS/8/2020.", autocompletion=val.alla_dnr
    ),
]
År = Annotated[str | None, typer.Option("--år", metavar="ÅR", help="Bara ett års beslut.", autocompletion=val.alla_år)]


def kör(ärende: Ärende = None, år: År = None, filformat: val.Listformat = "text", data: val.Data = None) -> None:
    """Visar alla beslut, i ett ärende eller i alla.

    Varje beslut visas med sin utgång: enligt förslaget, med ändring (och vad som ändrades), avslag, återremiss och så
    vidare. Beslut i ett protokoll som inte är justerat märks.

    Exempel:
      gns beslut
      gns beslut --ärende GNS/8/2020
      gns beslut --år 2020 --format csv > beslut-2020.csv
    """
    valt = val.känt_format(filformat, val.LISTFORMAT)
    dnr = None if ärende is None else val.dnr(ärende)
    året = None if år is None else val.år(år)

    from gns.cli.register import lämna
    from gns.dokument.register_beslut import Beslutsrad
    from gns.flows.register import lista_beslut

    rader = lista_beslut(val.här(), val.katalog(data), dnr, året)
    lämna(rader, Beslutsrad, valt, lambda: "\n".join(_paragrafer(rader)))
    if not rader:
        utskrift.meddela(f"Inga beslut finns{f' i {dnr}' if dnr else ''}{f' från {året}' if året else ''}.")


def _paragrafer(rader: "Sequence[Beslutsrad]") -> Iterator[str]:
    """En rubrikrad per §, och delbesluten under den."""
    from gns.cli.stycken import indraget

    for _, grupp in groupby(rader, key=lambda r: (r.datum, r.paragraf)):
        delbeslut = list(grupp)
        r = delbeslut[0]
        dnr = f" ({r.dnr})" if r.dnr else ""
        ej = "" if r.justerat else " – inte justerat"
        lika = len({d.utgång for d in delbeslut}) == 1
        text = indraget(f"{r.datum} § {r.paragraf} {r.rubrik}{dnr}{f': {r.utgång}' if lika else ''}{ej}", "", "  ")
        for d in delbeslut:
            utgång = "" if lika else f" ({d.utgång})"
            text += indraget(f"{d.beslut}{utgång}", f"  {d.delbeslut}. " if d.delbeslut else "  ")
            text += "".join(indraget(f"ändrat från förslaget: {ett}", "    ") for ett in d.ändrat)
        yield text
