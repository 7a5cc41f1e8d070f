"""Signatärslistan, ``data/sigill/signatarer.yaml``: vilkas SSH-nycklar som får underteckna sigill. Varje sigill bär listan."""

import re
from collections.abc import Iterable
from typing import Annotated

from pydantic import Field

from gns.grund.datafel import Datafel
from gns.modell.bas import Modell
from gns.modell.daterad import Daterad, överlappande
from gns.modell.skalar import Rad, Skalarfel, Skalär, visa

_FORM = r"^\s*(?:sk-)?(?:ssh|ecdsa)-\S*\s+AAAA[A-Za-z0-9+/]*={0,3}(?:\s[\s\S]*)?$"
_RÅD = "skriv raden i filen som slutar på .pub, till exempel ssh-ed25519 AAAA…"
_EXEMPEL = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI"  # början på en sådan rad


def _läs_nyckel(text: str) -> str:
    if not re.fullmatch(_FORM, text):
        raise Skalarfel(f"{visa(text)} är ingen öppen SSH-nyckel", _RÅD)
    return " ".join(text.split()[:2])


_Nyckel = Annotated[
    str, Skalär(_läs_nyckel, {"type": "string", "pattern": _FORM, "errorMessage": _RÅD, "examples": [_EXEMPEL]})
]


class Signatär(Daterad):
    """En person som undertecknar med sin nyckel, och dagarna som nyckeln gäller."""

    namn: Rad = Field(description="personens namn, som i mötets närvaro")
    nyckel: _Nyckel = Field(description="den öppna nyckeln")


class Signatärslista(Modell):
    """Alla nycklar; en som slutar gälla får en dag i ``till`` och står kvar."""

    signatärer: tuple[Signatär, ...] = Field(description="nycklarna", min_length=1)

    def samband(self) -> Iterable[Datafel]:
        """En nyckel är en persons: ingen annan har den samma dag."""
        for i, den, tidigare in överlappande(self.signatärer):
            if den.nyckel == tidigare.nyckel and den.namn != tidigare.namn:
                text = f"{den.namn} har samma nyckel som {tidigare.namn}"
                yield Datafel(("signatärer", i, "nyckel"), text, "var och en har sin egen nyckel")
