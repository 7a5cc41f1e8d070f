"""``gns rätta``: en öppen rättelse av ett justerat protokoll."""

from typing import Annotated

import typer

from gns.cli import utskrift, val
from gns.cli.svara import vem
from gns.grund.fel import Användningsfel

_Paragraf = Annotated[
    str | None, typer.Argument(metavar="[N]", help="§ som rättas; utan nummer gäller rättelsen hela protokollet.")
]
_Fel = Annotated[str, typer.Option("--fel", metavar="TEXT", help="Det som står fel, som det står.")]
_Rätt = Annotated[str, typer.Option("--rätt", metavar="TEXT", help="Vad som är rätt.")]
_Skäl = Annotated[
    str, typer.Option("--skäl", metavar="TEXT", help="Varför det blev fel, eller hur man vet vad som är rätt.")
]
_Av = Annotated[
    str | None, typer.Option("--av", metavar="NAMN", help="Den som rättar; annars du, som datorn känner dig.")
]


def kör(  # noqa: PLR0913, PLR0917 – varje val i kommandot är en parameter
    datum: val.Datum,
    paragraf: _Paragraf = None,
    fel: _Fel = "",
    rätt: _Rätt = "",
    skäl: _Skäl = "",
    av: _Av = None,
    data: val.Data = None,
) -> None:
    """Rättar ett justerat protokoll med en öppen anteckning.

    Protokollet ändras aldrig efter justeringen. Rättelsen är en egen post i data/rattelser/, med dagens datum, som trycks
    med protokollet och med utdrag av §. Ett beslut som nämnden vill ändra kräver ett nytt beslut.

    Exempel:
      gns rätta 2020-12-18 21 --fel "468 091 kr" --rätt "468 090 kr" --skäl "Nio gånger 52 010 kr är 468 090 kr."
    """
    for namn, text in (("--fel", fel), ("--rätt", rätt), ("--skäl", skäl)):
        if not text.strip():
            råd = f"lägg till {namn} och texten; en rättelse säger vad som står fel, vad som är rätt och varför"
            raise Användningsfel(f"{namn} saknas", råd)
    nr = None if paragraf is None else val.paragraf(paragraf)
    dag, rättaren = val.datum(datum), vem(av)

    from gns.flows.ratta import NyRättelse, rätta

    ny = NyRättelse(dag, nr, fel.strip(), rätt.strip(), skäl.strip(), rättaren, val.idag())
    fil = utskrift.ofarlig(rätta(val.här(), val.katalog(data), ny))
    vad = f"§ {nr} i protokollet {dag}" if nr else f"protokollet {dag}"
    utskrift.meddela(f"{fil}: {vad} är rättat av {utskrift.ofarlig(rättaren)}. Spara filen i git.")
