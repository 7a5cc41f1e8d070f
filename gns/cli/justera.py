"""``gns justera``: förseglar det som är justerat."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gns.cli import utskrift, val
from gns.grund.fel import Användningsfel

if TYPE_CHECKING:
    from gns.flows.justera import Förseglat

_Justerad = Annotated[
    str | None, typer.Option("--justerad", metavar="DAG", help="Dagen det justerades, om posten inte säger det.")
]
_Paragraf = Annotated[
    str | None, typer.Option("--paragraf", metavar="N", help="Försegla bara den §, som är omedelbart justerad.")
]
_Undertecknat = Annotated[
    str | None,
    typer.Option("--undertecknat", metavar="FIL", help="Det undertecknade protokollet som pdf; förseglas med."),
]
_Besvara = Annotated[
    list[str] | None,
    typer.Option("--besvara", metavar="REGEL=TEXT", help="Svara på ett fel som hindrar; kan ges flera gånger."),
]
_Av = Annotated[
    str | None, typer.Option("--av", metavar="NAMN", help="Den som svarar; annars du, som datorn känner dig.")
]
_Nyckel = Annotated[
    str | None, typer.Option("--nyckel", metavar="FIL", help="Din SSH-nyckel, att underteckna sigillet och taggen med.")
]

_UtanNyckel = Annotated[
    bool, typer.Option("--utan-nyckel", help="Försegla utan underskrift, också när git har en SSH-nyckel inställd.")
]


def kör(  # noqa: PLR0913, PLR0917 – varje val i kommandot är en parameter
    datum: val.Datum,
    justerad: _Justerad = None,
    paragraf: _Paragraf = None,
    undertecknat: _Undertecknat = None,
    besvara: _Besvara = None,
    av: _Av = None,
    nyckel: _Nyckel = None,
    utan_nyckel: _UtanNyckel = False,
    data: val.Data = None,
) -> int:
    """Förseglar ett justerat protokoll, eller en § som är justerad för sig.

    Kör det när protokollet är undertecknat, på huvudgrenen i git. Mötets post får sin justeringsdag, ett arkivexemplar
    (pdf och md) läggs i data/arkiv/ och ett sigill i data/sigill/, som är kedjat till det förra. Filerna sparas i en
    commit med en tagg; dina andra ändringar rörs inte. Efter det ändras inget av detta, och gns protokoll ger
    arkivexemplaret. Är något fel i mötet obesvarat blir inget gjort.

    Finns en signatärslista undertecknas sigillet med --nyckel, eller med SSH-nyckeln som du har ställt in i git. Kör igen
    med --nyckel för en underskrift till.

    Exempel:
      gns justera 2020-12-18 --justerad 2020-12-23
      gns justera 2020-12-18 --undertecknat skannat.pdf
      gns justera 2020-12-18 --paragraf 19 --justerad 2020-12-18
      gns justera 2020-12-18 --nyckel ~/.ssh/id_ed25519
    """
    if nyckel and utan_nyckel:
        raise Användningsfel("--nyckel och --utan-nyckel går inte ihop", "välj en av dem")
    from gns.cli.svara import vem
    from gns.flows.justera import Begäran, justera

    begäran = Begäran(
        val.datum(datum),
        None if paragraf is None else val.paragraf(paragraf),
        None if justerad is None else val.dag(justerad),
        _fil(undertecknat, "--undertecknat"),
        tuple(map(_svar, besvara or ())),
        vem(av) if besvara else "",
        _fil(nyckel, "--nyckel"),
        utan_nyckel,
        val.idag(),
    )
    klart = justera(val.här(), val.katalog(data), begäran)
    if klart.hinder:
        return _visa_hinder(klart)
    _visa(klart)
    return 0


def _svar(text: str) -> tuple[str, str]:
    regel, lika, svar = text.partition("=")
    if not (lika and regel.strip() and svar.strip()):
        råd = 'skriv till exempel --besvara "KL-8-12-anslag=Anslaget sattes upp efter helgerna."'
        raise Användningsfel(f"{utskrift.citat(text)} är inte REGEL=TEXT", råd)
    return regel.strip(), svar.strip()


def _fil(text: str | None, vad: str) -> Path | None:
    return None if text is None else Path(os.path.expanduser(val.sökväg(text, vad)))  # noqa: PTH111 – en okänd användare är inget undantag


def _visa_hinder(klart: "Förseglat") -> int:
    from gns.cli.kontrolltext import som_text
    from gns.flows.kontrollrad import Kontroll

    utskrift.skriv(som_text(Kontroll(klart.hinder, 0, 0, False), False))
    svar = " ".join(f'--besvara "{regel}=…"' for regel in dict.fromkeys(h.regel for h in klart.hinder))
    utskrift.meddela(
        f"Inget är förseglat: {len(klart.hinder)} fel hindrar. Rätta posten, eller kör igen med svar: {svar}"
    )
    return 1


def _visa(klart: "Förseglat") -> None:
    """Kontrollkoden på standard ut, och vad som gjordes och återstår på standard fel."""
    utskrift.skriv(f"{klart.kontrollkod}\n")
    if klart.undertecknat_av:
        utskrift.meddela(f"{klart.undertecknat_av} har undertecknat sigill {klart.nr}{'.' if klart.tagg else ':'}")
    if klart.inte_undertecknat:
        utskrift.meddela(
            f"Sigillet är inte undertecknat med den nyckel som git har inställd: {klart.inte_undertecknat}."
        )
    if klart.tagg:
        utskrift.meddela(f"Förseglade {klart.namn} i sigill {klart.nr}, commit {klart.commit[:10]}, tagg {klart.tagg}:")
    for fil in klart.filer:
        utskrift.meddela(f"  data/{fil}")
    for namn in klart.utan_nyckel:
        utskrift.meddela(
            f"Signatärslistan har ingen nyckel för {namn}, som därför inte kan underteckna det här sigillet."
        )
    if klart.återstår:
        utskrift.meddela(f"Att underteckna återstår för {' och '.join(klart.återstår)}.")
    utskrift.meddela(f"Raden överst är kontrollkoden. Skicka till de andra med: {klart.skicka}")
