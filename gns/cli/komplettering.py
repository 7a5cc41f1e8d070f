"""``gns komplettering``: skriptet som låter skalet komplettera med tabb."""

from typing import Annotated

import typer

from gns.cli import utskrift
from gns.cli.skal import SKRIPT
from gns.grund.fel import Användningsfel
from gns.grund.tecken import menade_du


def _skal() -> list[str]:
    return list(SKRIPT)


Skal = Annotated[str, typer.Argument(metavar="SKAL", help="bash, zsh, fish eller powershell.", autocompletion=_skal)]


def kör(skal: Skal) -> None:
    """Skriver skriptet som kompletterar med tabb i ditt skal.

    Med det fyller tabb i kommandon, val, format och mötesdagar. Lägg raden för ditt skal sist i filen som nämns,
    och öppna en ny terminal.

    Bash, i ~/.bashrc:
      eval "$(gns komplettering bash)"

    Zsh, i ~/.zshrc (efter compinit):
      eval "$(gns komplettering zsh)"

    Fish, i ~/.config/fish/config.fish:
      gns komplettering fish | source

    PowerShell, i filen $PROFILE:
      gns komplettering powershell | Out-String | Invoke-Expression

    Exempel:
      gns komplettering bash
    """
    skript = SKRIPT.get(skal.lower())
    if skript is None:
        förslag = menade_du(skal, SKRIPT)
        råd = f"menade du ”{förslag}”? " if förslag else ""
        raise Användningsfel(f"{utskrift.citat(skal)} är inget skal som gns känner", f"{råd}välj {', '.join(SKRIPT)}")
    utskrift.skriv(skript)
