"""``gns schema``: JSON Schema för posterna, till redigerare som kan YAML."""

from typing import Annotated

import typer

from gns.cli import utskrift, val
from gns.grund.fel import Användningsfel
from gns.grund.tecken import ascii_form, menade_du


def _slag() -> list[str]:
    from gns.flows.schema import slag

    return list(slag())


Slag = Annotated[
    str | None,
    typer.Argument(
        metavar="[SLAG]",
        help="namnd, mote, arende, anslag, delegation, budget, utfall, svar, rattelser eller signatarer.",
        autocompletion=_slag,
    ),
]
Ut = Annotated[
    str | None,
    typer.Option("--ut", metavar="KATALOG", help="Skriv alla scheman och redigerarens inställningar i mappen."),
]


def kör(slag: Slag = None, ut: Ut = None, data: val.Data = None) -> None:
    """Skriver scheman som hjälper din redigerare med posterna.

    Ett schema beskriver varje nyckel i ett slags post. En redigerare med yaml-language-server kompletterar, förklarar och
    prövar då posten medan du skriver. Med --ut blir det en fil för varje slag, och tre filer med inställningar som
    hittar dem: vscode.json läggs i .vscode/settings.json, helix.toml i .helix/languages.toml och neovim.lua i .nvim.lua,
    i mappen där data/ ligger. En fil som någon annan har skrivit lämnas orörd.

    Exempel:
      gns schema --ut .gns-schema
      gns schema mote
    """
    if (slag is None) == (ut is None):
        råd = f"skriv gns schema --ut .gns-schema, eller ett av {', '.join(_slag())}"
        raise Användningsfel("gns schema behöver antingen ett slag eller --ut", råd)
    if ut is not None:
        _till_mapp(ut, data)
    elif slag is not None:
        from gns.flows.schema import schematext

        utskrift.skriv(schematext(_känt(slag)))


def _till_mapp(ut: str, data: str | None) -> None:
    from gns.flows.schema import skriv_scheman

    filer = skriv_scheman(val.här(), val.katalog(data), val.sökväg(ut, "--ut"))
    for fil, vad in filer.items():
        if vad == "skrev":
            utskrift.meddela(f"Skrev {utskrift.ofarlig(fil)}.")
        elif vad == "ersatte":
            utskrift.meddela(f"Ersatte {utskrift.ofarlig(fil)}, som hade annat innehåll.")
    if set(filer.values()) == {"hade"}:
        utskrift.meddela(f"Inget att ändra: alla {len(filer)} filer är redan som de ska.")


def _känt(text: str) -> str:
    """Slaget, också skrivet med å, ä och ö; annars Användningsfel."""
    alla = _slag()
    if (namn := ascii_form(text)) in alla:
        return namn
    förslag = menade_du(text, alla)
    råd = f"menade du ”{förslag}”? " if förslag else ""
    raise Användningsfel(f"{utskrift.citat(text)} är inget slags post", f"{råd}välj {', '.join(alla)}")
