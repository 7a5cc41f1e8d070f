"""Rättelser: det som var fel i ett justerat protokoll, sagt öppet i en egen post; protokollet självt ändras aldrig (R48)."""

from pydantic import Field

from gns.modell.bas import Modell
from gns.modell.skalar import Datum, Löptext, Ordningstal, Rad


class Rättelse(Modell):
    """En rättelse: vad som står fel, vad som är rätt, varför, vem och när."""

    datum: Datum = Field(description="dagen för rättelsen")
    paragraf: Ordningstal | None = Field(None, description="§ som rättas; saknas när det gäller hela protokollet")
    fel: Löptext = Field(description="det som står fel, som det står")
    rätt: Löptext = Field(description="vad som är rätt")
    skäl: Löptext = Field(description="varför det blev fel, eller hur man vet vad som är rätt")
    av: Rad = Field(description="den som rättar")


class Rättelser(Modell):
    """Ett mötes alla rättelser, ``data/rattelser/2020-12-18.yaml``."""

    möte: Datum = Field(description="mötets datum, som är filens namn")
    rättelser: tuple[Rättelse, ...] = Field(description="rättelserna, den äldsta först", min_length=1)
