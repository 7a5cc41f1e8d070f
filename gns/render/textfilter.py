"""Jinjas filter för text, så att de bara tar det som går att skriva ut: ett objekt blir annars sin adress i minnet."""

from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from typing import Any

from jinja2 import Undefined, nodes, pass_eval_context
from jinja2.filters import make_attrgetter, sync_do_join

Filter = Callable[..., Any]

_TEXT = (
    "string", "upper", "lower", "capitalize", "title", "trim", "striptags", "center", "indent", "wordwrap", "truncate",
    "replace", "format", "escape", "e", "forceescape", "wordcount", "urlencode", "versal",
)  # fmt: skip
_SKRIVER_ALLT = frozenset({"replace", "format"})  # ja/nej är inget val i dem utan hamnar i texten
_ORD: dict[type, str] = {
    type(None): "ett tomt värde (none)", bool: "ja/nej (true, false)", list: "en lista", dict: "en post med fält",
}  # fmt: skip


def bara_text(värde: Any) -> Any:
    """Det som går att skriva ut: text och heltal. ``TypeError`` för annat."""
    if isinstance(värde, Undefined) or (isinstance(värde, str | int) and not isinstance(värde, bool)):
        return värde
    if isinstance(värde, list) and värde and isinstance(värde[0], dict) and "typ" in värde[0]:
        raise TypeError("en löptext ur en post skrivs ut med |block")
    raise TypeError(f"{_ORD.get(type(värde), 'värdet')} går inte att skriva ut som text")


def textfilter(jinjas: dict[str, Filter]) -> Iterator[tuple[str, Filter]]:
    """Namn och filter att sätta i stället för Jinjas."""
    for namn in _TEXT:
        yield namn, _vaktat(jinjas[namn], val=namn not in _SKRIVER_ALLT)
    yield "join", _foga


def vakta_fogning(träd: nodes.Template) -> None:
    """``a ~ b`` fogar ihop text, som ``|join``."""
    for fog in träd.find_all(nodes.Concat):
        fog.nodes = [nodes.Filter(n, "string", [], [], None, None, lineno=n.lineno) for n in fog.nodes]


def _vaktat(ett: Filter, *, val: bool) -> Filter:
    före = int(hasattr(ett, "jinja_pass_arg"))

    @wraps(ett)
    def vaktat(*argument: Any, **namngivna: Any) -> Any:
        text, *resten = argument[före:]
        bara_text(text)
        for värde in (*resten, *namngivna.values()):
            if not (val and isinstance(värde, bool)):
                bara_text(värde)
        return ett(*argument, **namngivna)

    return vaktat


@pass_eval_context
def _foga(sammanhang: Any, värden: Iterable[Any], mellan: Any = "", attribute: Any = None) -> Any:
    if attribute is not None:
        värden = map(make_attrgetter(sammanhang.environment, attribute), värden)
    return sync_do_join(sammanhang, [bara_text(v) for v in värden], bara_text(mellan))
