"""Argument och val som flera kommandon delar, och kontrollen av dem vid kommandoradens kant."""

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from gns.cli.utskrift import citat
from gns.grund.fel import Användningsfel
from gns.grund.format import LÄSBARA, ÄNDELSER

LISTFORMAT = ("text", "json", "csv")


def _möten(ctx: typer.Context) -> list[str]:
    from gns.flows.lista import mötesdagar

    return mötesdagar(Path.cwd(), katalog(ctx.params.get("data")))


def _format() -> list[str]:
    return list(LÄSBARA)


def _alla_format() -> list[str]:
    return list(ÄNDELSER)


def budgetår(ctx: typer.Context) -> list[str]:
    """Budgetåren som skalet föreslår."""
    from gns.flows.lista import budgetår

    return budgetår(Path.cwd(), katalog(ctx.params.get("data")))


def _listformat() -> list[str]:
    return list(LISTFORMAT)


def alla_dnr(ctx: typer.Context) -> list[str]:
    """Diarienumren som skalet föreslår."""
    from gns.flows.lista import diarienummer

    return diarienummer(Path.cwd(), katalog(ctx.params.get("data")))


def alla_år(ctx: typer.Context) -> list[str]:
    """Åren som skalet föreslår."""
    from gns.flows.lista import mötesår

    return mötesår(Path.cwd(), katalog(ctx.params.get("data")))


Datum = Annotated[
    str, typer.Argument(metavar="DATUM", help="Mötets dag, till exempel 2020-12-18.", autocompletion=_möten)
]
Format = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help="text, md, html, pdf eller docx. Utan detta följer formatet filnamnet i --ut, annars text.",
        autocompletion=_format,
    ),
]
Kalkylformat = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help="text, md, html, pdf, docx, xlsx, csv eller json. Utan detta följer formatet filnamnet i --ut, annars text.",
        autocompletion=_alla_format,
    ),
]
Budgetår = Annotated[str, typer.Argument(metavar="ÅR", help="Budgetåret, till exempel 2021.", autocompletion=budgetår)]
Listformat = Annotated[
    str,
    typer.Option(
        "--format", metavar="FORMAT", help="text, json eller csv (för Excel); annars text.", autocompletion=_listformat
    ),
]
Ärende = Annotated[
    str, typer.Argument(metavar="DNR", help="Ärendets diarienummer, till exempel GNS/8/2020.", autocompletion=alla_dnr)
]
År = Annotated[str, typer.Argument(metavar="ÅR", help="Året, till exempel 2020.", autocompletion=alla_år)]
Ut = Annotated[str | None, typer.Option("--ut", metavar="FIL", help="Skriv till FIL i stället för på skärmen.")]
Visa = Annotated[
    bool, typer.Option("--visa", help="Öppna dokumentet när det är klart. Utan --ut och --format blir det en pdf.")
]
Data = Annotated[
    str | None,
    typer.Option("--data", metavar="KATALOG", help="Mappen med posterna. Utan detta söks den där du står och uppåt."),
]


def här() -> Path:
    """Mappen man står i; Användningsfel när den har tagits bort."""
    try:
        return Path.cwd()
    except FileNotFoundError:
        raise Användningsfel("mappen du står i finns inte längre", "gå till en annan mapp med cd") from None


def datum(text: str) -> str:
    """Ett datum som finns, som det skrevs; annars Användningsfel."""
    from gns.grund.datum import läs_datum

    try:
        return läs_datum(text).isoformat()
    except ValueError:
        raise Användningsfel(f"{citat(text)} är inget datum", "skriv ÅÅÅÅ-MM-DD, till exempel 2020-12-18") from None


def dag(text: str) -> dt.date:
    """Som ``datum``, men som en dag att räkna med."""
    return dt.date.fromisoformat(datum(text))


def ord(text: str, vad: str) -> str:
    """Ett sökord utan mellanrum i kanterna; Användningsfel om det är tomt."""
    if not text.strip():
        raise Användningsfel(f"{vad} behöver ett ord, men fick {citat(text)}")
    return text.strip()


def idag() -> dt.date:
    """Dagen i dag där användaren är; den enda klockan i gns."""
    return dt.datetime.now().astimezone().date()


def dnr(text: str) -> str:
    """Diarienumret i ``GNS/8/2020``, ``GNS/08/2020`` eller ``GNS-8-2020``; annars Användningsfel."""
    from gns.grund.dnr import läs_dnr

    try:
        return str(läs_dnr(text.strip().upper().replace("-", "/"), strikt=False))
    except ValueError:
        raise Användningsfel(f"{citat(text)} är inget diarienummer", "skriv till exempel GNS/8/2020") from None


def år(text: str) -> int:
    """Året i ``2020``; annars Användningsfel."""
    if len(text) == 4 and text.isascii() and text.isdigit() and text[:2] in ("19", "20"):
        return int(text)
    raise Användningsfel(f"{citat(text)} är inget år", "skriv året med fyra siffror, till exempel 2020")


def känt_format(text: str, alla: tuple[str, ...]) -> str:
    """Formatet när det är ett av ``alla``; annars Användningsfel."""
    return ett_av(text, alla, "format")


def ett_av(text: str, alla: tuple[str, ...], vad: str) -> str:
    """Det av orden som är skrivet, med eller utan stora bokstäver, prickar och ringar; annars Användningsfel."""
    from gns.grund.tecken import menade_du

    if valt := next((ord_ for ord_ in alla if samma(text.lower(), ord_)), None):
        return valt
    förslag = menade_du(text, alla)
    råd = f"menade du ”{förslag}”? " if förslag else ""
    raise Användningsfel(f"{citat(text)} är inget {vad}", f"{råd}välj {', '.join(alla)}")


def samma(text: str, ord_: str) -> bool:
    """Om texten är ordet, med eller utan prickar och ringar."""
    from gns.grund.tecken import ascii_form

    return ascii_form(text.strip()) == ascii_form(ord_)


def paragraf(text: str) -> int:
    """Numret i ``19``, ``§19`` eller ``§ 19``; annars Användningsfel."""
    siffror = text.strip().removeprefix("§").strip()
    if siffror.isascii() and siffror.isdigit() and len(siffror) <= 4 and int(siffror):
        return int(siffror)
    raise Användningsfel(f"{citat(text)} är inget paragrafnummer", "skriv till exempel 19 eller ”§ 19”")


def katalog(text: str | None) -> Path | None:
    """Värdet av ``--data`` som sökväg; Användningsfel om det är tomt eller ingen mapp."""
    return None if text is None else sökväg(text, "--data")


def sökväg(text: str, vad: str) -> Path:
    """En sökväg ur kommandoraden; Användningsfel om den är tom eller innehåller ett nolltecken."""
    if not text or "\0" in text:
        raise Användningsfel(f"{vad} behöver en sökväg, men fick {citat(text)}")
    return Path(text)
