"""Fel i en mall som en svensk mening med mall och rad, och vad man gör åt det."""

import re
from collections.abc import Iterable
from types import TracebackType
from typing import Any

from jinja2 import nodes
from jinja2.exceptions import SecurityError, TemplateNotFound, TemplateSyntaxError, UndefinedError

from gns.grund.tecken import menade_du
from gns.render.mallarbete import Arbete

Beskrivning = tuple[str, str, str]
_RÅD = "rätta mallen på den raden"
_SYNTAX = (
    (
        r"[Uu]nexpected end of template.*innermost block that needs to be closed is '(\w+)'",
        "{{% {0} %}} är inte stängd",
    ),
    (r"Encountered unknown tag '(end\w*)'", "{{% {0} %}} stänger något som inte är öppet"),
    (r"Encountered unknown tag '(\w+)'", "satsen {{% {0} %}} finns inte"),
    (r"[Uu]nexpected end of template", "mallen tar slut mitt i en sats"),
    (r"expected token '(.+?)', got '(.*)'", "väntade ”{0}” men fick ”{1}”"),
    (r"unexpected '(.+)'", "”{0}” väntades inte här"),
    (r"unexpected char '(.+)'", "tecknet {0} väntades inte här"),
    (r"block '(.+)' defined twice", "blocket ”{0}” står två gånger"),
    (r"autoescape går inte att ändra", "autoescape går inte att ändra: text ur poster är aldrig märkspråk"),
)
_TECKEN = {
    "name": "ett namn",
    "integer": "ett tal",
    "string": "en text",
    "end of print statement": "}}",
    "end of statement block": "%}",
    "end of template": "mallens slut",
}
_SAKNAS = re.compile(r"No (filter|test) named '(.+?)'")
_UNDANTAG: dict[type[Exception], tuple[str, str]] = {
    SecurityError: ("mallen försöker göra något som inte är tillåtet", "använd bara fälten och filtren"),
    RecursionError: ("mallen anropar sig själv utan slut", "ta bort den {% include %} eller det makro som gör det"),
    MemoryError: ("mallen behöver för mycket minne", "ta bort upprepningen som växer"),
    OverflowError: ("utskriften blir för stor", "ta bort upprepningen som växer"),
    TimeoutError: ("mallen blir inte färdig i tid", "ta bort slingan som inte tar slut"),
    ZeroDivisionError: ("mallen delar med noll", _RÅD),
}


def beskriv(fel: Exception, miljö: Any, arbete: Arbete) -> Beskrivning:
    """(mall:rad, mening, råd) för ett undantag ur Jinja."""
    if isinstance(fel, TemplateSyntaxError):
        text, råd = _syntax(fel.message or "", miljö)
        return f"{fel.filename or fel.name or arbete.mall}:{fel.lineno}", text, råd
    plats, källa = _plats(fel.__traceback__, arbete.mall)
    if isinstance(fel, TemplateNotFound):
        sök = getattr(fel, "fel", None)
        return plats, sök.text if sök else f"mallen ”{fel.name}” finns inte", sök.råd if sök else _RÅD
    if isinstance(fel, UndefinedError):
        return (
            plats,
            _saknas(str(fel.message), källa, miljö, arbete),
            "rätta namnet, eller pröva med {% if … is defined %}",
        )
    for typ, (text, råd) in _UNDANTAG.items():
        if isinstance(fel, typ):
            return plats, text, råd
    return plats, _mening(fel), _RÅD


def _mening(fel: Exception) -> str:
    """Våra egna fel är skrivna på svenska; Pythons egna blir en allmän mening."""
    ram = fel.__traceback__
    while ram and ram.tb_next:
        ram = ram.tb_next
    modul = ram.tb_frame.f_globals.get("__name__", "") if ram else ""
    if isinstance(fel, TypeError) and str(modul).startswith("gns."):
        return str(fel)
    return f"uttrycket går inte att räkna ut ({type(fel).__name__})"


def _plats(spår: TracebackType | None, mall: str) -> tuple[str, str | None]:
    """Den innersta raden i en mall som spåret går genom, och mallens namn."""
    plats, namn = mall, None
    while spår:
        träff = spår.tb_frame.f_globals.get("__jinja_template__")
        if träff is not None:
            rad = träff.get_corresponding_lineno(spår.tb_lineno)
            plats, namn = f"{träff.filename or träff.name}:{rad}", träff.name
        spår = spår.tb_next
    return plats, namn


def _saknas(text: str, källa: str | None, miljö: Any, arbete: Arbete) -> str:
    """Ett okänt namn på översta nivån får förslag bland vyns fält, mallens egna namn och Jinjas."""
    träff = re.fullmatch(r"”(.+)” finns inte", text)
    if not träff:
        return text
    kända = {*arbete.data, *miljö.globals, *_egna_namn(källa, miljö)}
    return _med_förslag(text, träff[1], kända - {träff[1]})


def _egna_namn(källa: str | None, miljö: Any) -> set[str]:
    if källa is None:
        return set()
    text, _, _ = miljö.loader.get_source(miljö, källa)
    return {n.name for n in miljö.parse(text).find_all(nodes.Name) if n.ctx != "load"}


def _syntax(text: str, miljö: Any) -> tuple[str, str]:
    saknat = _SAKNAS.match(text)
    if saknat:
        finns = miljö.filters if saknat[1] == "filter" else miljö.tests
        ord_ = "filtret" if saknat[1] == "filter" else "prövningen"
        if saknat[2] == "safe":
            return "filtret ”safe” finns inte: text ur poster är aldrig märkspråk", "ta bort |safe, eller använd |block"
        return _med_förslag(f"{ord_} ”{saknat[2]}” finns inte", saknat[2], finns), _RÅD
    for mönster, mening in _SYNTAX:
        träff = re.search(mönster, text)
        if träff:
            return mening.format(*(_TECKEN.get(g, g) for g in träff.groups())), _RÅD
    return "satsen går inte att tolka", _RÅD


def _med_förslag(text: str, ordet: str, kända: Iterable[str]) -> str:
    förslag = menade_du(ordet, kända)
    return f"{text}; menade du ”{förslag}”?" if förslag else text
