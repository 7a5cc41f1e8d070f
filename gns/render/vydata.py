"""En frusen vy från våning 4 blir enkla data (dict, list, str, int, bool, None) som en mall får se."""

from datetime import date
from fractions import Fraction

from gns.grund.block import Betonad, Block, Fotnot, Inline, Lista, Mellanrubrik, Notref, Stycke, Text

Enkelt = str | int | None | list["Enkelt"] | dict[str, "Enkelt"]


def enkla_data(värde: object) -> Enkelt:
    """Värdet som enkla data. En namngiven tupel, dataklass eller modell blir en dict med sina fält; har den en egen text blir den den.

    Ett bråk blir ett heltal, eller en text som ``25/2``. En ``Text`` blir en lista av block: ``{"typ": "stycke", "delar": […]}``. Annat än detta är ett fel i gns (TypeError).
    """
    if värde is None or isinstance(värde, bool):
        return värde
    if isinstance(värde, str | int):
        return str(värde) if isinstance(värde, str) else int(värde)
    if isinstance(värde, Fraction):
        return int(värde) if värde.denominator == 1 else f"{värde.numerator}/{värde.denominator}"
    if isinstance(värde, Text):
        return [_block(b) for b in värde.block]
    if isinstance(värde, list | tuple) and not hasattr(värde, "_fields"):
        return [enkla_data(v) for v in värde]
    if isinstance(värde, dict):
        return {str(k): enkla_data(v) for k, v in värde.items()}
    if isinstance(värde, date):
        return värde.isoformat()
    namn = _fältnamn(type(värde))
    return str(värde) if namn is None else {n: enkla_data(getattr(värde, n)) for n in namn}


def _fältnamn(klass: type) -> tuple[str, ...] | None:
    """Fälten i en namngiven tupel, en dataklass eller en modell, eller None när klassen har en egen text."""
    namn = ("_fields", "__dataclass_fields__", "__pydantic_fields__")
    fält = next((f for n in namn if (f := getattr(klass, n, None))), None)
    if fält is None:
        raise TypeError(f"{klass.__name__} kan inte visas i en mall")
    return None if "__str__" in klass.__dict__ else tuple(fält)


def _block(block: Block) -> Enkelt:
    if isinstance(block, Lista):
        punkter: list[Enkelt] = [{"nummer": p.nummer, "delar": _delar(p.delar)} for p in block.punkter]
        return {"typ": "lista", "ordnad": block.ordnad, "punkter": punkter}
    if isinstance(block, Fotnot):
        return {"typ": "fotnot", "märke": block.märke, "delar": _delar(block.delar)}
    return {"typ": _TYP[type(block)], "delar": _delar(block.delar)}


_TYP: dict[type, str] = {Stycke: "stycke", Mellanrubrik: "mellanrubrik"}


def _delar(delar: tuple[Inline, ...]) -> list[Enkelt]:
    return [_del(d) for d in delar]


def _del(d: Inline) -> Enkelt:
    if isinstance(d, Notref):
        return {"typ": "not", "märke": d.märke}
    return {"typ": "betonad" if isinstance(d, Betonad) else "text", "text": d.text}
