"""Jinjas miljö för mallarna: sandlåda, inga farliga filter, allt okänt är ett fel, och bara text får skrivas ut."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, StrictUndefined, TemplateNotFound
from jinja2.exceptions import SecurityError, TemplateAssertionError
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.nodes import ScopedEvalContextModifier
from jinja2.sandbox import ImmutableSandboxedEnvironment

from gns.grund.tecken import menade_du, nfc
from gns.render.filter import Blockfilter, kr, procent, siffror, tal, uppräkning, versal
from gns.render.sokvag import Sökfel, läs_mallfil
from gns.render.textfilter import bara_text, textfilter, vakta_fogning

# Filter som gör text till märkspråk, är slumpmässiga eller visar Pythons insida.
_BORTTAGNA = ("safe", "urlize", "xmlattr", "tojson", "random", "pprint", "filesizeformat", "float")
_METODER = frozenset({"items", "keys", "values", "get"})


class Saknas(StrictUndefined):
    """Ett namn som inte finns; felet föreslår det som ligger närmast."""

    @property
    def _undefined_message(self) -> str:
        namn = str(self._undefined_name)
        kända = self._undefined_obj if isinstance(self._undefined_obj, dict) else ()
        förslag = menade_du(namn, kända)
        return f"”{namn}” finns inte" + (f"; menade du ”{förslag}”?" if förslag else "")


class Mallmiljö(ImmutableSandboxedEnvironment):
    """Sandlådan. ``märke`` är satt när utskriften ska bära med sig var i mallen varje rad kommer ifrån."""

    intercepted_binops = frozenset({"**", "%"})

    def __init__(self, mappar: tuple[Path, ...], märke: str | None) -> None:
        super().__init__(
            autoescape=True, undefined=Saknas, trim_blocks=True, lstrip_blocks=True, cache_size=50,
            auto_reload=False, optimized=False, loader=_Laddare(mappar), finalize=bara_text,
        )  # fmt: skip
        for namn in _BORTTAGNA:
            del self.filters[namn]
        del self.globals["lipsum"]
        self.filters["block"] = Blockfilter()
        egna = {
            "versal": versal,
            "uppräkning": uppräkning,
            "kr": kr,
            "siffror": siffror,
            "tal": tal,
            "procent": procent,
        }
        self.filters.update(egna)
        self.filters.update(textfilter(self.filters))
        self.märke = märke
        self.malltabell: list[str] = []
        if märke:
            self.add_extension(Radmärken)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Postens fält går före Pythons metoder; av dem finns bara de som läser."""
        if isinstance(obj, dict) and (attribute in obj or attribute not in _METODER):
            return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)

    def wrap_str_format(self, value: Any) -> None:
        """``"{}".format(…)`` skriver ut vad som helst; filtret ``format`` tar bara text."""
        if super().wrap_str_format(value):
            raise SecurityError("format finns inte i mallar")

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Potenser kan ta all tid och allt minne; ``%`` med text skriver ut vad som helst."""
        if operator == "%" and isinstance(left, int):
            return super().call_binop(context, operator, left, right)
        raise SecurityError(f"räknesättet {operator} finns inte i mallar")

    def _parse(self, source: str, name: str | None, filename: str | None) -> Any:
        träd = super()._parse(source, name, filename)
        av = träd.find(ScopedEvalContextModifier) if "autoescape" in source else None
        if av:
            raise TemplateAssertionError("autoescape går inte att ändra", av.lineno, name, filename)
        if "~" in source:
            vakta_fogning(träd)
        return träd


class _Laddare(BaseLoader):
    def __init__(self, mappar: tuple[Path, ...]) -> None:
        self._mappar = mappar

    def get_source(self, environment: Any, template: str) -> tuple[str, str, Callable[[], bool]]:  # noqa: ARG002
        try:
            källa, visas = läs_mallfil(template, self._mappar)
        except Sökfel as fel:
            raise Mallsaknas(template, fel) from fel
        return nfc(källa), visas, lambda: True


class Mallsaknas(TemplateNotFound):
    """En mall som inte går att läsa; bär vad som är fel och vad man gör."""

    def __init__(self, namn: str, fel: Sökfel) -> None:
        super().__init__(namn, fel.text)
        self.fel = fel


class Radmärken(Extension):
    """Sätter ett märke med mall och rad i varje rad av mallens egen text."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Mallens text med ett märke först och efter varje radslut."""
        miljö: Any = self.environment
        miljö.malltabell.append(stream.filename or stream.name or "")
        mall = len(miljö.malltabell) - 1
        for token in stream:
            if token.type != "data":
                yield token
                continue
            rader = token.value.split("\n")
            märkta = (f"{miljö.märke}{mall}:{token.lineno + i}\0{rad}" for i, rad in enumerate(rader))
            yield Token(token.lineno, "data", "\n".join(märkta))
