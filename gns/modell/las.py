"""En posts läsning: vanliga nycklar och värden blir en frusen modell eller datafel."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from pydantic import ValidationError

from gns.grund.datafel import Datafel, Fältväg
from gns.modell.bas import Modell
from gns.modell.fel import datafel
from gns.modell.ordning import IDENTITET, modell, ordning
from gns.modell.varningar import varningar

Utfall = tuple[Modell | None, tuple[Datafel, ...]]


def läs(slag: str, id: str, data: Mapping[str, Any]) -> Utfall:
    """Läser en post av ett slag; ``id`` är filens stam.

    Posten är None när något värde i den inte går att läsa. En läst post kan ha varningar, och fel mellan sina fält.
    """
    fält = IDENTITET.get(slag)
    if fält and fält in data:
        text = f"nyckeln {fält} står redan i filens namn"
        return None, (Datafel((fält,), text, "ta bort raden", på_nyckel=True),)
    hel = {**data, fält: id.replace("-", "/") if fält == "dnr" else id} if fält else dict(data)
    try:
        post = modell(slag).model_validate(hel)
    except ValidationError as fel:
        return None, datafel(fel, hel, ordning(slag))
    return post, (*_sambandsfel(post, ()), *varningar(post))


def _sambandsfel(värde: object, väg: Fältväg) -> Iterator[Datafel]:
    """Varje modells fel mellan sina fält, de innersta först, med vägen från postens rot."""
    if isinstance(värde, Modell):
        for namn, inre in värde.__dict__.items():
            yield from _sambandsfel(inre, (*väg, namn))
        yield from (replace(fel, fältväg=(*väg, *fel.fältväg)) for fel in värde.samband())
    elif isinstance(värde, tuple):
        for i, inre in enumerate(värde):
            yield from _sambandsfel(inre, (*väg, i))
