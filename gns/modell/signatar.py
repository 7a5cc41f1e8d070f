"""Signatärslistan, ``data/sigill/signatarer.yaml``: vilkas SSH-nycklar som får underteckna sigill. Varje sigill bär listan."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field, ValidationError

from gns.grund.datafel import Datafel
from gns.modell.bas import Modell
from gns.modell.daterad import Daterad
from gns.modell.fel import datafel
from gns.modell.ordning import Ordning
from gns.modell.skalar import Rad, Skalarfel, Skalär, visa


def _läs_nyckel(text: str) -> str:
    delar = text.split()
    if (
        len(delar) < 2
        or not delar[0].startswith(("ssh-", "sk-ssh-", "ecdsa-", "sk-ecdsa-"))
        or not delar[1].startswith("AAAA")
    ):
        råd = "skriv raden i filen som slutar på .pub, till exempel ssh-ed25519 AAAA…"
        raise Skalarfel(f"{visa(text)} är ingen öppen SSH-nyckel", råd)
    return " ".join(delar[:2])


_Nyckel = Annotated[str, Skalär(_läs_nyckel, {"type": "string", "pattern": "^(sk-)?(ssh|ecdsa)-"})]


class Signatär(Daterad):
    """En person som undertecknar med sin nyckel, och dagarna som nyckeln gäller."""

    namn: Rad = Field(description="personens namn, som i mötets närvaro")
    nyckel: _Nyckel = Field(description="den öppna nyckeln")


class Signatärslista(Modell):
    """Alla nycklar; en som slutar gälla får en dag i ``till`` och står kvar."""

    signatärer: tuple[Signatär, ...] = Field(description="nycklarna", min_length=1)


def läs_signatärer(data: Mapping[str, Any]) -> tuple[Signatärslista | None, tuple[Datafel, ...]]:
    """Listan, eller None och felen."""
    try:
        lista = Signatärslista.model_validate(dict(data))
    except ValidationError as fel:
        ordning = Ordning({"signatärer": Ordning(dict.fromkeys(("namn", "nyckel", "från", "till")))})
        return None, datafel(fel, dict(data), ordning)
    fynd = [f for s in lista.signatärer for f in s.samband()]
    return (None if fynd else lista), tuple(fynd)
