"""``gns svara``: det som någon har tagit ställning till, så att det inte stoppar igen."""

from typing import Annotated

import typer

from gns.cli import utskrift, val
from gns.cli.forklara import alla_id
from gns.grund.fel import Användningsfel


def _poster(ctx: typer.Context) -> list[str]:
    from gns.flows.lista import mötesdagar

    plats = val.här(), val.katalog(ctx.params.get("data"))
    return [*mötesdagar(*plats), *val.alla_dnr(ctx), *val.budgetår(ctx), "namnd"]


Regel = Annotated[
    str, typer.Argument(metavar="REGEL", help="Regelns id, som kontrollera skriver det.", autocompletion=alla_id)
]
Post = Annotated[
    str,
    typer.Argument(
        metavar="POST",
        help="Mötets eller anslagets dag, ett dnr, året för delegationsbesluten, budgeten eller utfallet, eller namnd.",
        autocompletion=_poster,
    ),
]
Text = Annotated[str, typer.Argument(metavar="TEXT", help="Varför inget görs åt fyndet, eller vad som har gjorts.")]
Plats = Annotated[
    str | None, typer.Option("--plats", metavar="PLATS", help="Bara fyndet på den platsen, till exempel ”§ 19 beslut”.")
]
Av = Annotated[
    str | None, typer.Option("--av", metavar="NAMN", help="Den som svarar; annars du, som datorn känner dig.")
]


def kör(regel: Regel, post: Post, text: Text, plats: Plats = None, av: Av = None, data: val.Data = None) -> None:
    """Skriver ett svar på ett fynd, så att det inte stoppar igen.

    Svaret läggs i data/svar/, i en fil som heter som posten, med dagens datum. Har regeln ett enda fynd i posten gäller
    svaret dess plats; har den flera gäller det alla, om inte --plats säger vilket. Fyndet visas sedan som besvarat, och
    med gns kontrollera --alla tillsammans med svaret.

    Exempel:
      gns svara KL-8-12-anslag 2020-12-18 "Anslaget sattes upp efter helgerna."
      gns svara POST-samband GNS/8/2020 "Handlingen finns bara på papper." --av "Eva Ek"
    """
    namn, svaret, svarande = _postnamn(post), val.ord(text, "TEXT"), vem(av)

    from gns.flows.svara import Nytt, svara

    nytt = Nytt(
        regel,
        namn,
        svaret,
        None if plats is None else " ".join(val.ord(plats, "--plats").split()),
        svarande,
        val.idag(),
    )
    klart = svara(val.här(), val.katalog(data), nytt)
    fil = utskrift.ofarlig(klart.fil)
    fynd = "fyndet är besvarat" if klart.antal == 1 else f"{klart.antal} fynd är besvarade"
    var = utskrift.ofarlig(klart.plats) or "var som helst i posten"
    utskrift.meddela(f"{fil}: {fynd} av {utskrift.ofarlig(svarande)}. Svaret gäller {klart.regel}, {var}.")


def _postnamn(text: str) -> str:
    """Postens namn, som filens: 2020-12-18, GNS-8-2020, 2024 eller namnd; annars Användningsfel."""
    from gns.grund.datum import har_datumform
    from gns.grund.dnr import läs_dnr
    from gns.grund.tecken import ascii_form

    if ascii_form(text) == "namnd":
        return "namnd"
    if har_datumform(text):
        return val.datum(text)
    if len(text) == 4 and text.isdigit():
        return str(val.år(text))
    try:
        return läs_dnr(val.dnr(text)).filstam
    except Användningsfel:
        råd = "skriv mötets dag (2020-12-18), ett diarienummer (GNS/8/2020), ett år för delegationsbesluten, budgeten eller utfallet, eller namnd"
        raise Användningsfel(f"{utskrift.citat(text)} är ingen post", råd) from None


def vem(av: str | None) -> str:
    """Namnet ur --av, annars användarens namn i datorn; Användningsfel när det inte finns."""
    if av is not None:
        return val.ord(av, "--av")
    import getpass

    try:
        konto = getpass.getuser()
    except (OSError, KeyError, ImportError):
        raise Användningsfel("det går inte att se vem som svarar", "lägg till --av NAMN") from None
    return _helt_namn(konto) or konto


def _helt_namn(konto: str) -> str:
    try:
        from pwd import getpwnam
    except ImportError:
        return ""
    try:
        return getpwnam(konto).pw_gecos.partition(",")[0].strip()
    except KeyError:
        return ""
