"""En posts läsning: vanliga nycklar och värden blir en frusen modell eller datafel."""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from gns.grund.datafel import Datafel
from gns.modell.bas import Modell
from gns.modell.fel import datafel
from gns.modell.ordning import IDENTITET, modell, ordning
from gns.modell.varningar import varningar

Utfall = tuple[Modell | None, tuple[Datafel, ...]]


def läs(slag: str, id: str, data: Mapping[str, Any]) -> Utfall:
    """Läser en post av ett slag; ``id`` är filens stam. Posten är None när något är fel; en läst post kan ha varningar."""
    fält = IDENTITET.get(slag)
    if fält and fält in data:
        text = f"nyckeln {fält} står redan i filens namn"
        return None, (Datafel((fält,), text, "ta bort raden", på_nyckel=True),)
    hel = {**data, fält: id.replace("-", "/") if fält == "dnr" else id} if fält else dict(data)
    try:
        post = modell(slag).model_validate(hel)
    except ValidationError as fel:
        return None, datafel(fel, hel, ordning(slag))
    return post, tuple(varningar(post))
