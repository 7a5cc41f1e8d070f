"""Det som görs i barnprocessen: mallen skrivs ut med Jinja, och varje fel blir en svensk mening med plats."""

from pathlib import Path
from typing import Any, NamedTuple

STÖRST = 50_000_000


class Arbete(NamedTuple):
    """Vad barnet ska göra. Allt är enkla data, så att det går att skicka som JSON."""

    mall: str
    data: dict[str, Any]
    mappar: tuple[str, ...]
    märke: str | None = None


class Svar(NamedTuple):
    """Utskriften, eller felet: (mall:rad eller mall, mening, råd). ``tabell`` är mallarnas namn när märken begärdes."""

    ut: str
    fel: tuple[str, str, str] | None = None
    tabell: tuple[str, ...] = ()


def utför(arbete: Arbete) -> Svar:
    """Skriver ut mallen. Kastar ingenting för fel i mallen; de kommer i svaret."""
    from gns.render.miljo import Mallmiljö

    miljö = Mallmiljö(tuple(Path(m) for m in arbete.mappar), arbete.märke)
    try:
        return Svar(_skriv(miljö, arbete), None, tuple(miljö.malltabell))
    except Exception as fel:  # noqa: BLE001  en mall kan kasta vad som helst
        from gns.render.mallfel import beskriv

        return Svar("", beskriv(fel, miljö, arbete))


def _skriv(miljö: Any, arbete: Arbete) -> str:
    mall = miljö.get_template(arbete.mall)
    delar: list[str] = []
    längd = 0
    bitar = mall.root_render_func(mall.new_context(arbete.data))
    for bit in bitar:
        längd += len(bit)
        if längd > STÖRST:
            bitar.throw(OverflowError())  # kastas inne i mallen, så att felet får mallens rad
        delar.append(bit)
    return "".join(delar)
