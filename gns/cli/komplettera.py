"""Svaren till skalens komplettering: ``gns --komplettera N ord…``, där N är numret på det ord som skrivs.

Ett svar per rad: ordet, och efter en tabb vad det är. Inget svar betyder att skalet får föreslå filnamn.
Kommandonas namn svaras ur tabellen utan att ladda typer.
"""

from gns.cli.tabell import KOMMANDON, Kommando, börjar_på, dela
from gns.cli.utskrift import skriv
from gns.grund.tecken import ascii_form, nfc

TYPE_CHECKING = False  # modulen typing kostar mer än hela svaret
if TYPE_CHECKING:
    from typer._click import Context
    from typer._click.core import Parameter

Svar = list[tuple[str, str]]


def svara(argument: list[str]) -> None:
    """Skriver svaren på standard ut. Det som inte går att förstå ger inga svar; skalen visar inget av standard fel."""
    try:
        plats = int(argument[0])
    except (IndexError, ValueError):
        return
    ord = [nfc(o) for o in argument[1 : plats + 1]]
    påbörjat = ord.pop() if len(ord) == plats and ord else ""
    skriv("".join(f"{namn}\t{hjälp}\n" for namn, hjälp in föreslå(ord, påbörjat)))


def föreslå(ord: list[str], påbörjat: str) -> Svar:
    """Det som kan stå i stället för ``påbörjat`` efter ``ord``."""
    kommando, resten = dela(ord)
    if kommando is None:
        return _kommandon(ord, påbörjat)
    from gns.cli.svenska import bygg

    byggt = bygg(kommando)
    resten, påbörjat, förled = _utan_likhetstecken(resten, påbörjat)
    with byggt.make_context(f"gns {kommando.namn}", list(resten), resilient_parsing=True) as ctx:
        return [(förled + v, h) for v, h in _i_kommando(ctx, resten, påbörjat)]


def _kommandon(ord: list[str], påbörjat: str) -> Svar:
    """Nästa ord i kommandots namn. Ett ord som flera kommandon börjar på sägs en gång, med orden som kan följa."""
    möjliga = börjar_på(ord) if ord else list(KOMMANDON)
    if möjliga and påbörjat.startswith("-"):
        return _passar([("--help", "Visa hjälpen"), ("--version", "Visa versionen")][: 1 if ord else 2], påbörjat)
    svar: dict[str, list[Kommando]] = {}
    for k in möjliga:
        svar.setdefault(k.namn.split()[len(ord)], []).append(k)
    return _passar([(namn, _om(namn, ks)) for namn, ks in svar.items()], påbörjat)


def _om(ord: str, kommandon: list[Kommando]) -> str:
    if len(kommandon) == 1:
        return kommandon[0].hjälp
    return ", ".join(k.namn.rpartition(f"{ord} ")[2] for k in kommandon)


def _utan_likhetstecken(ord: list[str], påbörjat: str) -> tuple[list[str], str, str]:
    """``--format=p`` kommer i ett ord från fish och zsh och i tre från bash; här blir det ``--format`` och ``p``."""
    ord = [o for o in ord if o != "="]
    if påbörjat == "=":
        return ord, "", ""
    if påbörjat.startswith("--") and "=" in påbörjat:
        namn, _, värde = påbörjat.partition("=")
        return [*ord, namn], värde, f"{namn}="
    return ord, påbörjat, ""


def _i_kommando(ctx: "Context", ord: list[str], påbörjat: str) -> Svar:
    val = {ascii_form(namn): p for p in ctx.command.get_params(ctx) for namn in p.opts if namn.startswith("-")}
    föregående = val.get(ascii_form(ord[-1])) if ord else None
    if föregående is not None and not getattr(föregående, "is_flag", False):
        return _värden(ctx, föregående, påbörjat)
    if påbörjat.startswith("-"):
        return _passar([(n, _kort(p)) for p in val.values() for n in p.opts], påbörjat)
    for param in ctx.command.params:
        if param.param_type_name == "argument" and not ctx.params.get(param.name or ""):
            return _värden(ctx, param, påbörjat)
    return _passar([(n, _kort(p)) for p in val.values() for n in p.opts if n.startswith("--")], påbörjat)


def _värden(ctx: "Context", param: "Parameter", påbörjat: str) -> Svar:
    return [(str(s.value), s.help or "") for s in param.shell_complete(ctx, påbörjat)]


def _passar(alla: Svar, påbörjat: str) -> Svar:
    """De som börjar som det skrivna; den som skriver utan prickar får ordet utan prickar, som gäller lika mycket."""
    former = [(n if n.startswith(påbörjat) else ascii_form(n), h) for n, h in alla]
    return list(dict.fromkeys((n, h) for n, h in former if n.startswith(påbörjat)))


def _kort(param: "Parameter") -> str:
    return str(getattr(param, "help", "") or "").partition(".")[0]
