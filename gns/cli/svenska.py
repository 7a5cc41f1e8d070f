"""typer på svenska: allt som ändrar på typer står här, och fungerar från typer 0.26.0 till den nyaste tillåtna.

typer bär en egen click med engelska texter. De nås aldrig: hjälpen skrivs av hjalp.py, varje fel översätts till ett
Användningsfel, och värden tolkas av gns självt. Det sista håller också pydantic borta från tolkningen av kommandoraden
(typer ≥ 0.29 bygger annars en TypeAdapter per parameter). Därför är varje parameter ``str``, ``list[str]`` eller ``bool``.
"""

import inspect
import re
from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import Any

import typer
from typer._click import Context
from typer._click.core import Parameter
from typer._click.exceptions import BadOptionUsage, MissingParameter, NoSuchOption, UsageError
from typer.core import TyperCommand, TyperOption

from gns.cli import hjalp, utskrift
from gns.cli.tabell import Kommando
from gns.grund.fel import Användningsfel
from gns.grund.tecken import ascii_form, menade_du, nfc

_NEGATIVT = re.compile("-[0-9]")
SÖKVÄGAR = ("FIL", "KATALOG", "SÖKVÄG")  # står ett av orden i metavar lämnas värdet som det skrevs


class SvensktKommando(TyperCommand):
    """Ett kommando vars hjälp och fel är svenska."""

    def get_help(self, ctx: Context) -> str:
        """Hela hjälptexten."""
        argument = [(p.metavar or p.name or "", _hjälp(p)) for p in self.params if not isinstance(p, TyperOption)]
        val = [(_valnamn(p), _hjälp(p)) for p in self.params if isinstance(p, TyperOption)]
        return hjalp.ett_kommando(self.get_usage(ctx), inspect.cleandoc(self.help or ""), argument, val)

    def get_usage(self, ctx: Context) -> str:
        """Raden ``Användning: gns protokoll [VAL] DATUM``."""
        argument = [p.metavar or p.name or "" for p in self.params if not isinstance(p, TyperOption)]
        return " ".join(["Användning:", ctx.command_path, "[VAL]", *argument])

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        """``-h`` och ``--help``, som visar den svenska hjälpen."""
        val: TyperOption | None = super().get_help_option(ctx)
        if val is not None:
            val.callback, val.help = _visa_hjälp, hjalp.HJÄLPVAL[1]
            _utan_pydantic(val)
        return val

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Tolkar argumenten; för många blir Användningsfel här, för typer säger det på engelska."""
        rest: list[str] = super().parse_args(ctx, [*map(_underskott, args)] if self._tar_belopp() else args)
        if rest and not ctx.resilient_parsing:
            raise Användningsfel(f"för många argument: {utskrift.citat(' '.join(rest))}", _råd_för_mycket(ctx, rest))
        return rest

    def _tar_belopp(self) -> bool:
        return any("BELOPP" in (p.metavar or "") for p in self.params)


def bygg(kommando: Kommando) -> SvensktKommando:
    """Laddar kommandots modul och gör dess ``kör`` till ett typer-kommando."""
    kör: Callable[..., int | None] = import_module(f"gns.cli.{kommando.modul}").kör
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    inställningar = {
        "help_option_names": ["-h", "--help"],
        "token_normalize_func": ascii_form,
        "allow_extra_args": True,
    }
    app.command(kommando.namn, cls=SvensktKommando, context_settings=inställningar)(kör)
    klart = typer.main.get_command(app)
    assert isinstance(klart, SvensktKommando)
    for parameter in klart.params:
        _utan_pydantic(parameter)
    return klart


def kör(kommando: Kommando, argument: list[str]) -> int:
    """Tolkar argumenten och kör kommandot; ger slutkoden. Allt som är fel på kommandoraden blir Användningsfel."""
    byggt = bygg(kommando)
    try:
        with byggt.make_context(f"gns {kommando.namn}", list(argument)) as ctx:
            return byggt.invoke(ctx) or 0
    except typer.Exit as slut:
        return slut.exit_code
    except UsageError as fel:
        raise _översatt(fel, byggt, argument) from fel


def _underskott(ord_: str) -> str:
    """``-500`` är ett belopp och inget val: minustecknet skrivs som det tecken som inte börjar ett val."""
    return f"−{ord_[1:]}" if _NEGATIVT.match(ord_) else ord_


def _utan_pydantic(parameter: Parameter) -> None:
    parameter.process_value = partial(_värde, parameter)  # type: ignore[method-assign]


def _visa_hjälp(ctx: Context, _param: Parameter, begärd: bool) -> None:
    if begärd and not ctx.resilient_parsing:
        utskrift.skriv(ctx.get_help())
        raise typer.Exit(0)


def _värde(param: Parameter, ctx: Context, värde: Any) -> Any:
    """Värdet i NFC (utom sökvägar); ersätter typers egen omvandling, som behöver pydantic."""
    flera = param.nargs == -1 or param.multiple
    if flera:
        värde = [v for v in värde or () if v is not None]
    if param.required and (värde is None or värde == []):
        raise MissingParameter(ctx=ctx, param=param)  # type: ignore[arg-type]
    if isinstance(param, TyperOption):
        _kräv_värde(param, ctx, värde)
    if param.callback is not None:
        return param.callback(ctx, param, värde)
    if värde is None or isinstance(värde, bool) or any(ord in (param.metavar or "") for ord in SÖKVÄGAR):
        return värde
    return [nfc(v) for v in värde] if flera else nfc(värde)


def _kräv_värde(param: TyperOption, ctx: Context, värde: Any) -> None:
    """``--ut --visa`` är ett glömt filnamn, inte en fil som heter ``--visa``."""
    alla = {ascii_form(namn) for p in ctx.command.get_params(ctx) for namn in p.opts}
    for ett in [värde] if isinstance(värde, str) else värde if isinstance(värde, list) else []:
        if ascii_form(ett.partition("=")[0]) in alla:
            raise BadOptionUsage(param.opts[0], "", ctx=ctx)


def _översatt(fel: UsageError, byggt: SvensktKommando, argument: list[str]) -> Användningsfel:
    """Ett fel från typer som svensk mening; det engelska i det läses aldrig."""
    hjälp = f"hjälp: gns {byggt.name} --help"
    val = {ascii_form(namn): p for p in byggt.params if isinstance(p, TyperOption) for namn in p.opts}
    if isinstance(fel, NoSuchOption):
        skrivet = next((a for a in argument if ascii_form(a).startswith(fel.option_name)), fel.option_name)
        namn = nfc(skrivet.partition("=")[0])
        förslag = menade_du(namn, [namn for p in val.values() for namn in p.opts] + ["--help"])
        return Användningsfel(
            f"valet {utskrift.citat(namn)} finns inte",
            f"menade du ”{förslag}”? {hjälp.capitalize()}" if förslag else hjälp,
        )
    if isinstance(fel, BadOptionUsage):
        return _fel_om_val(val.get(ascii_form(fel.option_name)), hjälp)
    if isinstance(fel, MissingParameter) and fel.param is not None:
        return Användningsfel(f"{fel.param.metavar or fel.param.name} saknas", _exempel(byggt) or hjälp)
    return Användningsfel("kommandoraden går inte att tolka", hjälp)


def _fel_om_val(val: TyperOption | None, hjälp: str) -> Användningsfel:
    if val is None or val.is_flag:
        return Användningsfel(f"valet {val.opts[0] if val else '--help'} tar inget värde", hjälp)
    return Användningsfel(f"valet {val.opts[0]} saknar värde", f"skriv {_valnamn(val)}; {hjälp}")


def _råd_för_mycket(ctx: Context, rest: list[str]) -> str:
    if any(r.startswith(("–", "—")) for r in rest):
        return "val skrivs med två vanliga bindestreck: --ut, inte –ut"
    return f"skriv: {ctx.command.get_usage(ctx).removeprefix('Användning: ')}"


def _exempel(byggt: SvensktKommando) -> str:
    """Det första exemplet ur kommandots hjälp, som ett råd."""
    exempel = (byggt.help or "").partition("Exempel:\n")[2].strip()
    return f"skriv till exempel: {exempel.splitlines()[0]}" if exempel else ""


def _valnamn(param: TyperOption) -> str:
    namn = ", ".join(param.opts)
    return namn if param.is_flag else f"{namn} {param.metavar}"


def _hjälp(param: Parameter) -> str:
    return str(getattr(param, "help", None) or "")
