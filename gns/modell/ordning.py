"""Postslagen: vilken modell var och en har, och nycklarnas ordning i den tryckta handlingen."""

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from typing import Any, Literal, get_args, get_origin

from gns.modell.bas import Modell

MODELLER = {
    "namnd": ("namnd", "Nämnd"),
    "arende": ("arende", "Ärende"),
    "mote": ("mote", "Möte"),
    "anslag": ("anslag", "Anslag"),
    "delegation": ("delegation", "Delegation"),
    "budget": ("budgetar", "Budgetår"),
    "utfall": ("utfall", "Utfall"),
    "rattelser": ("rattelse", "Rättelser"),
    "svar": ("svar", "Svarslista"),
    "signatarer": ("signatar", "Signatärslista"),
}
IDENTITET = {
    "mote": "datum",
    "anslag": "datum",
    "arende": "dnr",
    "delegation": "år",
    "budget": "år",
    "utfall": "år",
    "rattelser": "möte",
    "svar": "post",
}


class Ordning(dict[str, "Ordning | None"]):
    """Nycklar i ordning; värdet är ordningen inne i nyckelns värde eller i dess listposter.

    ``varianter`` har nycklarna för varje ``typ`` när posterna är av flera slag.
    """

    def __init__(self, *delar: Any) -> None:
        super().__init__(*delar)
        self.varianter: dict[str, list[str]] = {}


def modell(slag: str) -> type[Modell]:
    """Modellen för ett slag; KeyError om slaget inte finns. Bara den modell som behövs laddas."""
    modul, klass = MODELLER[slag]
    vald: type[Modell] = getattr(import_module(f"gns.modell.{modul}"), klass)
    return vald


@cache
def ordning(slag: str) -> Ordning:
    """Nycklarnas ordning för ett slag, utan det fält som filens namn bär."""
    alla = _modellens(modell(slag))
    alla.pop(IDENTITET.get(slag, ""), None)
    return alla


def _modellens(klass: type[Modell]) -> Ordning:
    ut = Ordning()
    for namn, fält in _fält_i_ordning(klass):
        modeller = list(_modeller(fält.annotation))
        inre = [_modellens(m) for m in modeller]
        ut[namn] = _slå_ihop(inre) if inre else None
        if len(modeller) > 1 and (hop := ut[namn]) is not None:
            hop.varianter = {
                get_args(m.model_fields["typ"].annotation)[0]: list(o) for m, o in zip(modeller, inre, strict=True)
            }
    return ut


def _fält_i_ordning(klass: type[Modell]) -> list[tuple[str, Any]]:
    """Fälten i tryckt ordning: ``id``, variantens ``typ``, egna fält och sist de som ärvs, eller de ärvda först."""
    fält = klass.model_fields
    först = [n for n in ("id", "typ") if n in fält and (n == "id" or get_origin(fält[n].annotation) is Literal)]
    led_i_ordning = reversed(klass.__mro__) if klass.ÄRVDA_FÖRST else klass.__mro__
    ärvda = [n for led in led_i_ordning for n in vars(led).get("__annotations__", {}) if n in fält]
    return [(n, fält[n]) for n in dict.fromkeys([*först, *ärvda])]


def _modeller(annotation: Any) -> Iterator[type[Modell]]:
    if isinstance(annotation, type) and issubclass(annotation, Modell):
        yield annotation
    for del_ in get_args(annotation):
        yield from _modeller(del_)


def _slå_ihop(delar: list[Ordning]) -> Ordning:
    """Varianternas nycklar i en enda ordning: en ny nyckel ställs efter den som står före den i sin variant."""
    nycklar: list[str] = []
    for del_ in delar:
        plats = 0
        for nyckel in del_:
            if nyckel not in nycklar:
                nycklar.insert(plats, nyckel)
            plats = nycklar.index(nyckel) + 1
    inre = {nyckel: värde for del_ in delar for nyckel, värde in del_.items()}
    return Ordning({nyckel: inre[nyckel] for nyckel in nycklar})
