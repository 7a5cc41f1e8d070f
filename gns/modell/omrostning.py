"""Yrkanden, omröstningar och det som ledamöter låter anteckna (KL 5:53–56, 5:67)."""

from collections.abc import Iterable
from typing import Annotated

from pydantic import Field

from gns.grund.datafel import Datafel
from gns.modell.bas import Modell, Namnlista, dubbletter
from gns.modell.skalar import Heltal, JaNej, Löptext, Ordningstal, Rad, val


class Yrkande(Modell):
    """Ett förslag som en tjänstgörande ledamot lägger."""

    av: Namnlista = Field(description="en eller flera som yrkar")
    typ: Annotated[str, val("bifall", "avslag", "ändring", "tillägg", "återremiss", "bordläggning")] = Field(
        description="vad yrkandet vill"
    )
    text: Löptext | None = Field(None, description="yrkandets ord")
    delbeslut: Ordningstal | None = Field(None, description="förslagspunkten det gäller, räknat från 1")
    återtaget: JaNej = Field(False, description="ja när det togs tillbaka före beslutet")

    def samband(self) -> Iterable[Datafel]:
        """En ändring har ord."""
        if self.typ in ("ändring", "tillägg") and self.text is None:
            text = f"yrkandet om {self.typ} säger inte vad som ska ändras"
            yield Datafel(("text",), text, "skriv yrkandets ord i text")


class Röst(Modell):
    """En ledamots röst i en öppen omröstning."""

    namn: Rad = Field(description="personens namn")
    röst: Annotated[str, val("ja", "nej", "avstår")] = Field(description="rösten som den avgavs")


class Omröstning(Modell):
    """En omröstning: vad ja och nej betyder och hur var och en röstade; en sluten har bara antal."""

    fråga: Löptext = Field(description="propositionen som ställdes")
    delbeslut: Ordningstal | None = Field(None, description="delbeslutet det gäller, räknat från 1")
    form: Annotated[str, val("öppen", "sluten")] = Field("öppen", description="sluten bara vid val och anställning")
    ja_betyder: Rad = Field(description="vad en ja-röst betyder")
    nej_betyder: Rad = Field(description="vad en nej-röst betyder")
    röster: tuple[Röst, ...] = Field((), description="rösterna i en öppen omröstning")
    ja: Heltal | None = Field(None, description="antal ja i en sluten omröstning")
    nej: Heltal | None = Field(None, description="antal nej i en sluten omröstning")
    avstår: Heltal | None = Field(None, description="antal som avstod i en sluten omröstning")
    avgjord_genom: Annotated[str, val("utslagsröst", "lottning")] | None = Field(
        None, description="hur lika röstetal avgjordes"
    )

    def samband(self) -> Iterable[Datafel]:
        """En öppen omröstning har namn, en sluten har antal."""
        yield from dubbletter([r.namn for r in self.röster], ("röster",), "namn", "rösten från")
        antal = (self.ja, self.nej, self.avstår)
        if self.form == "öppen" and (not self.röster or any(a is not None for a in antal)):
            yield Datafel(("form",), "en öppen omröstning har namn, inte antal", "skriv röster med namn")
        if self.form == "sluten" and (self.röster or self.ja is None or self.nej is None):
            yield Datafel(("form",), "en sluten omröstning har bara antal", "skriv ja, nej och avstår som tal")


class Reservation(Modell):
    """En reservation mot ett beslut (KL 4:27)."""

    av: Namnlista = Field(description="vem eller vilka som reserverar sig")
    text: Löptext | None = Field(None, description="skälen, om de lämnats skriftligen")
    delbeslut: Ordningstal | None = Field(None, description="delbeslutet det gäller, räknat från 1")


class Anteckning(Modell):
    """Något annat än en reservation som antecknas; slagen blandas aldrig (regler.md R23)."""

    typ: Annotated[str, val("särskilt yttrande", "protokollsanteckning", "deltar ej", "avstår")] = Field(
        description="vilket slag"
    )
    av: Namnlista = Field(description="vem eller vilka det gäller")
    text: Löptext | None = Field(None, description="anteckningens ord")
    delbeslut: Ordningstal | None = Field(None, description="delbeslutet det gäller, räknat från 1")
