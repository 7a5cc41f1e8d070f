"""``gns fördela``: vad var och en av parterna betalar, och hur det räknades."""

from fractions import Fraction
from functools import partial
from typing import Annotated

import typer

from gns.cli import utmatning, val
from gns.cli.belopp import belopp
from gns.cli.utskrift import citat
from gns.grund.fel import Användningsfel
from gns.grund.format import ÄNDELSER


def _nycklar(ctx: typer.Context) -> list[str]:
    from gns.flows.lista import fördelningsnycklar

    return fördelningsnycklar(val.här(), val.katalog(ctx.params.get("data")))


Belopp = Annotated[
    list[str] | None,
    typer.Argument(metavar="[BELOPP]", help="Beloppet: 457200, 457 200 kr eller 914,4 tkr; -BELOPP är ett underskott."),
]
Nyckel = Annotated[
    str | None,
    typer.Option("--nyckel", metavar="NYCKEL", help="Fördelningsnyckeln, till exempel lika.", autocompletion=_nycklar),
]
År = Annotated[
    str | None,
    typer.Option(
        "--år", metavar="ÅR", help="Budgetåret; annars det senaste som har nyckeln.", autocompletion=val.budgetår
    ),
]
Parter = Annotated[
    str | None, typer.Option("--parter", metavar="A,B,…", help="De som deltar; annars alla som nyckeln gäller.")
]
Vikt = Annotated[
    list[str] | None,
    typer.Option("--vikt", metavar="PART=TAL", help="En parts vikt, i stället för den i posten; kan ges flera gånger."),
]
Enhet = Annotated[
    str | None, typer.Option("--enhet", metavar="ENHET", help="krona eller öre: det minsta som delas ut; annars krona.")
]
Rest = Annotated[
    str,
    typer.Option("--rest", metavar="SÄTT", help="Det som inte går jämnt ut: fördela, behåll eller till=PART."),
]
Jämför = Annotated[
    str | None,
    typer.Option("--jämför", metavar="NYCKEL", help="Visa en annan nyckel, ett annat år eller ”lika 2020” bredvid."),
]


def kör(  # noqa: PLR0913, PLR0917 – varje val i kommandot är en parameter
    belopp_ord: Belopp = None,
    nyckel: Nyckel = None,
    år: År = None,
    parter: Parter = None,
    vikt: Vikt = None,
    enhet: Enhet = None,
    rest: Rest = "fördela",
    jämför: Jämför = None,
    filformat: val.Kalkylformat = None,
    ut: val.Ut = None,
    visa: val.Visa = False,
    data: val.Data = None,
) -> None:
    """Delar ett belopp mellan parterna efter en fördelningsnyckel.

    Tabellen visar varje parts vikt, kvot, avrundning och vem som fick det som inte gick jämnt ut, så att det går att räkna
    om för hand. Utan belopp delas årets basfinansiering och initiativ som använder nyckeln; finns inga visas andelarna.

    Exempel:
      gns fördela --nyckel budgetomslutning
      gns fördela 457 200 kr --nyckel lika
      gns fördela 100000 --nyckel folkmängd --jämför lika --ut delning.xlsx
      gns fördela 90 tkr --parter are,berg --nyckel lika --rest till=are
      gns fördela 10000 --vikt are=3 --vikt berg=1
    """
    from gns.flows.fordela import Beställning, gör_fördelning

    order = Beställning(
        belopp_öre=None if not belopp_ord else belopp(belopp_ord),
        nyckel=nyckel,
        år=None if år is None else val.år(år),
        parter=_parter(parter),
        vikter=tuple(map(_vikt, vikt or ())),
        enhet=_ett_av(enhet, ("krona", "öre"), "--enhet") if enhet is not None else None,
        rest=_rest(rest),
        jämför=jämför,
    )
    namn = f"fordelning-{nyckel or 'egna-vikter'}"
    gör = partial(gör_fördelning, val.här(), val.katalog(data), order)
    utmatning.lämna(gör, namn, filformat, ut, visa, ÄNDELSER)


def _parter(text: str | None) -> tuple[str, ...]:
    if text is None:
        return ()
    delar = tuple(d.strip() for d in text.split(","))
    if not all(delar):
        raise Användningsfel(f"--parter är {citat(text)}", "skriv parternas id med komma emellan: are,berg")
    return delar


def _vikt(text: str) -> tuple[str, Fraction]:
    from gns.grund.tal import läs_tal

    part, _, tal = text.rpartition("=")
    try:
        return part, läs_tal(tal.strip())
    except ValueError:
        råd = (
            "skriv PART=TAL med ett tal från 0 och högst två decimaler, till exempel are=12,5; bara förhållandet räknas"
        )
        raise Användningsfel(f"{citat(text)} är ingen vikt", råd) from None


def _rest(text: str) -> str:
    sätt, likhet, part = text.partition("=")
    if likhet and val.samma(sätt, "till") and part.strip():
        return f"till={part.strip()}"
    if likhet or val.samma(text, "till"):
        raise Användningsfel(f"--rest är {citat(text)}", "skriv fördela, behåll eller till=PART")
    return _ett_av(text, ("fördela", "behåll"), "--rest", ", eller till=PART")


def _ett_av(text: str, ord_: tuple[str, ...], vad: str, mer: str = "") -> str:
    """Ordet som skrevs, med eller utan prickar; annars Användningsfel."""
    for ett in ord_:
        if val.samma(text, ett):
            return ett
    raise Användningsfel(f"{vad} är {citat(text)}", f"skriv {' eller '.join(ord_)}{mer}")
