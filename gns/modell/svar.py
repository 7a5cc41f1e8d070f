"""Svar på fynd: det som någon har tagit ställning till, så att det inte stoppar igen (design § 4)."""

from collections.abc import Iterable

from pydantic import Field

from gns.grund.datafel import Datafel
from gns.modell.bas import Modell
from gns.modell.skalar import Datum, Löptext, Rad


class Svar(Modell):
    """Ett svar på ett fynd; utan ``plats`` gäller det alla fynd av regeln i posten."""

    regel: Rad = Field(description="regelns id, till exempel KL-8-12-anslag")
    slag: Rad | None = Field(None, description="postens slag, när det finns flera med samma namn: möte eller anslag")
    plats: Rad | None = Field(None, description="platsen som kontrollera skriver den, till exempel § 19 yrkanden 1")
    svar: Löptext = Field(description="varför fyndet inte åtgärdas, eller vad som har gjorts")
    av: Rad = Field(description="den som svarar")
    datum: Datum = Field(description="dagen för svaret")


class Svarslista(Modell):
    """Alla svar om en post, ``data/svar/2020-12-18.yaml``; filen heter som posten."""

    post: Rad = Field(description="postens namn, som är filens: ett datum, ett år, GNS-8-2020 eller namnd")
    svar: tuple[Svar, ...] = Field(description="svaren", min_length=1)

    def samband(self) -> Iterable[Datafel]:
        """Ett svar på varje fynd."""
        sedda: set[tuple[str, str | None, str | None]] = set()
        for i, s in enumerate(self.svar):
            if (nyckel := (s.regel, s.slag, s.plats)) in sedda:
                yield Datafel(("svar", i), f"{s.regel} har redan ett svar för samma plats", "slå ihop dem")
            sedda.add(nyckel)
