"""Det som görs i barnprocessen: mallen skrivs ut med Jinja, och varje fel blir en svensk mening med plats."""

from pathlib import Path
from typing import Any, NamedTuple

from gns.grund.fel import Diskfel

STÖRST = 5_000_000  # tecken i utskriften; ett protokoll på 200 sidor har en tiondel
_MÄRKEN = 4  # så mycket längre får den bli med ett märke i varje rad


class Arbete(NamedTuple):
    """Vad barnet ska göra. Allt är enkla data, så att det går att skicka som JSON."""

    mall: str
    data: dict[str, Any]
    mappar: tuple[str, ...]
    märke: str | None = None


class Svar(NamedTuple):
    """Utskriften, eller felet: (mall:rad eller mall, mening, råd). ``tabell`` är mallarnas namn när märken begärdes.

    ``disk`` är sant när felet är diskens och inte mallens.
    """

    ut: str
    fel: tuple[str, str, str] | None = None
    tabell: tuple[str, ...] = ()
    disk: bool = False


def utför(arbete: Arbete) -> Svar:
    """Skriver ut mallen. Kastar ingenting för fel i mallen; de kommer i svaret."""
    from gns.render.miljo import Mallmiljö

    miljö = Mallmiljö(tuple(Path(m) for m in arbete.mappar), arbete.märke)
    try:
        return Svar(_skriv(miljö, arbete), None, tuple(miljö.malltabell))
    except Diskfel as fel:
        return Svar("", ("", fel.text, fel.råd), disk=True)
    except Exception as fel:  # noqa: BLE001  en mall kan kasta vad som helst
        from gns.render.mallfel import beskriv

        return Svar("", beskriv(fel, miljö, arbete))


def _skriv(miljö: Any, arbete: Arbete) -> str:
    mall = miljö.get_template(arbete.mall)
    delar: list[str] = []
    längd = 0
    högst = STÖRST * (_MÄRKEN if arbete.märke else 1)
    bitar = mall.root_render_func(mall.new_context(arbete.data))
    for bit in bitar:
        längd += len(bit)
        if längd > högst:
            bitar.throw(OverflowError())  # kastas inne i mallen, så att felet får mallens rad
        delar.append(bit)
    return "".join(delar)
