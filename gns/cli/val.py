"""Argument och val som flera kommandon delar, och kontrollen av dem vid kommandoradens kant."""

from pathlib import Path
from typing import Annotated

import typer

from gns.cli.utskrift import citat
from gns.grund.fel import Användningsfel
from gns.grund.format import ÄNDELSER


def _möten(ctx: typer.Context) -> list[str]:
    from gns.flows.lista import mötesdagar

    return mötesdagar(Path.cwd(), katalog(ctx.params.get("data")))


def _format() -> list[str]:
    return list(ÄNDELSER)


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
