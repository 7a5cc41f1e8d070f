"""Yrkanden, propositioner, omröstningar och det som ledamöter låter anteckna (KL 5:53–56, 5:67)."""

from collections.abc import Iterable
from typing import Annotated, Final

from pydantic import Field

from gns.grund.datafel import Datafel
from gns.modell.bas import EnEllerFlera, Modell, Namnlista
from gns.modell.skalar import Förslagsord, Heltal, Id, JaNej, Löptext, Ordningstal, Rad, Tid, val

Förslagslista = Annotated[tuple[Förslagsord, ...], EnEllerFlera()]
NYA: Final = ("ändring", "tillägg", "återremiss", "bordläggning")  # yrkanden som själva är förslag


class Yrkande(Modell):
    """Det som en tjänstgörande ledamot yrkar.

    Ändring, tillägg, återremiss och bordläggning är nya förslag, liksom bifall till något som har en egen ``benämning``.
    Annat bifall och avslag tar ställning till förslag som redan ligger.
    """

    id: Id | None = Field(None, description="kort namn inom §, som propositioner pekar på")
    av: Namnlista = Field(description="en eller flera som yrkar")
    typ: Annotated[str, val("bifall", "avslag", *NYA)] = Field(description="vad yrkandet vill")
    benämning: Rad | None = Field(
        None, description="vad förslaget kallas, till exempel yrkande från S den 5 november 2024"
    )
    gäller: Förslagslista = Field(
        (), description="förslagen som bifalls eller avslås; utan detta förslaget till beslut"
    )
    text: Löptext | None = Field(None, description="yrkandet med protokollets egna ord")
    lydelse: Löptext | None = Field(None, description="beslutets lydelse, om yrkandet vinner")
    delbeslut: Ordningstal | None = Field(None, description="delbeslutet som förslagspunkten blir, räknat från 1")
    återtaget: JaNej = Field(False, description="ja när det togs tillbaka före beslutet")

    @property
    def är_förslag(self) -> bool:
        """Om yrkandet självt är ett förslag, som det kan ställas proposition på."""
        return self.typ in NYA or (self.typ == "bifall" and self.benämning is not None)

    def samband(self) -> Iterable[Datafel]:
        """En ändring har ord; bara bifall och avslag gäller något annat."""
        if self.typ in ("ändring", "tillägg") and not (self.text or self.lydelse or self.benämning):
            text = f"yrkandet om {self.typ} säger inte vad som ska ändras"
            yield Datafel(("text",), text, "skriv yrkandets ord i text, eller beslutets lydelse i lydelse")
        if self.gäller and self.är_förslag:
            yield Datafel(("gäller",), f"yrkandet om {self.typ} är ett eget förslag", "ta bort gäller")
        if self.lydelse and not self.är_förslag:
            yield Datafel(("lydelse",), f"yrkandet om {self.typ} har ingen egen lydelse", "ta bort lydelse")


class Röster(Modell):
    """Hur var och en röstade i en öppen omröstning."""

    ja: Namnlista = Field((), description="de som röstade ja")
    nej: Namnlista = Field((), description="de som röstade nej")
    avstår: Namnlista = Field((), description="de som avstod från att rösta")


class Antal(Modell):
    """Rösterna räknade; det enda som antecknas vid en sluten omröstning."""

    ja: Heltal = Field(description="antal ja")
    nej: Heltal = Field(description="antal nej")
    avstår: Heltal = Field(0, description="antal som avstod")
    blanka: Heltal = Field(0, description="antal blanka, vid sluten omröstning")
    ogiltiga: Heltal = Field(0, description="antal ogiltiga, vid sluten omröstning")


class Omröstning(Modell):
    """En omröstning: vad ja och nej betyder och hur var och en röstade; en sluten har bara antal."""

    begärd_av: Namnlista = Field((), description="den som begärde omröstning, om det är antecknat")
    form: Annotated[str, val("öppen", "sluten")] = Field("öppen", description="sluten bara vid val och anställning")
    voteringsproposition: Löptext | None = Field(None, description="den godkända voteringspropositionen, ord för ord")
    ja_betyder: Förslagsord = Field(description="förslaget som en ja-röst stöder")
    nej_betyder: Förslagsord = Field(description="förslaget som en nej-röst stöder")
    röster: Röster | None = Field(None, description="rösterna i en öppen omröstning")
    antal: Antal | None = Field(
        None, description="antalen; vid öppen omröstning räknas de ur namnen och behöver inte skrivas"
    )
    avgjord_genom: Annotated[str, val("utslagsröst", "lottning")] | None = Field(
        None, description="hur lika röstetal avgjordes"
    )
    lottad: Förslagsord | None = Field(None, description="förslaget som lotten föll på")


class Proposition(Modell):
    """En proposition: vad ordföranden ställde, vad han eller hon fann antaget och om omröstning begärdes (KL 5:53)."""

    ställs: Förslagslista = Field(
        description="förslagen som ställs: id för yrkanden, förslaget, avslag eller avgörs idag", min_length=1
    )
    kontraproposition: JaNej = Field(False, description="ja när det gäller vilket som ska bli motförslag")
    finner: Förslagsord = Field(description="förslaget som ordföranden finner antaget")
    delbeslut: Ordningstal | None = Field(None, description="delbeslutet det gäller, räknat från 1")
    text: Löptext | None = Field(None, description="protokollets egna ord; utan dem skriver gns ut propositionen")
    omröstning: Omröstning | None = Field(None, description="omröstningen, om någon begärdes")


class Reservation(Modell):
    """En reservation mot ett beslut (KL 4:27)."""

    av: Namnlista = Field(description="vem eller vilka som reserverar sig")
    till_förmån_för: Rad | None = Field(None, description="vad de hellre ville, till exempel det egna yrkandet")
    text: Löptext | None = Field(None, description="skälen, om de lämnats skriftligen")
    anmäld: Tid | None = Field(None, description="när den anmäldes, om det är antecknat; senast när mötet slutar")
    delbeslut: Ordningstal | None = Field(None, description="delbeslutet det gäller, räknat från 1")


class Anteckning(Modell):
    """Något annat än en reservation som antecknas; slagen blandas aldrig (regler.md R23)."""

    typ: Annotated[str, val("särskilt yttrande", "protokollsanteckning", "deltar ej", "avstår")] = Field(
        description="vilket slag"
    )
    av: Namnlista = Field(description="vem eller vilka det gäller")
    text: Löptext | None = Field(None, description="anteckningens ord")
    delbeslut: Ordningstal | None = Field(None, description="delbeslutet det gäller, räknat från 1")
