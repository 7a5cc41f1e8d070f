"""Reglementets mått: det som fullmäktige och nämnden har bestämt, så länge det gäller."""

from collections.abc import Iterable
from typing import Annotated

from pydantic import Field

from gns.grund.datafel import Datafel
from gns.modell.bas import Modell
from gns.modell.daterad import Daterad
from gns.modell.skalar import Heltal, JaNej, Ordningstal, Rad, Årsdag, val

VECKODAGAR = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
ÅRSREDOVISNING = (4, 15)  # månad och dag, KL 11:20


class Distans(Modell):
    """Om ledamöter får delta på distans, och vem som har bestämt det (KL 6:24)."""

    tillåtet: JaNej = Field(description="ja eller nej")
    beslut: Rad | None = Field(None, description="fullmäktiges beslut, till exempel regionfullmäktige 2019-04-10 § 52")


class Reglemente(Daterad):
    """De mått i reglemente och överenskommelser som gns räknar med, så länge de gäller."""

    antal_ledamöter: Ordningstal | None = Field(
        None, description="hur många ledamöter nämnden har, också på vakanta platser"
    )
    antal_justerare: Heltal | None = Field(None, description="hur många som justerar utom ordföranden")
    ersättarordning: tuple[Annotated[str, val("egen part", "eget parti")], ...] = Field(
        (), description="vem som träder in först; bland lika avgör ordningen i platser (KL 6:17)"
    )
    ersättares_rätt: tuple[Annotated[str, val("yttra sig", "anteckna")], ...] | None = Field(
        None, description="vad en ersättare som inte tjänstgör får göra (KL 6:17 tredje stycket)"
    )
    distans: Distans | None = Field(None, description="deltagande på distans (KL 6:24)")
    offentliga_sammanträden: JaNej | None = Field(None, description="om fullmäktige har medgett det (KL 6:25)")
    offentlighetsbeslut: Rad | None = Field(None, description="fullmäktiges beslut om offentliga sammanträden")
    ordförandes_ersättare: Rad | None = Field(
        None, description="hur den utses som leder när hela presidiet är borta, med § i reglementet (KL 6:22)"
    )
    anmälningsfrist: Heltal | None = Field(
        None, description="dagar inom vilka ett delegationsbeslut ska vara anmält (KL 6:40)"
    )
    sammanträdesdagar: tuple[Annotated[str, val(*VECKODAGAR)], ...] = Field(
        (), description="veckodagar då nämnden sammanträder enligt överenskommelse"
    )
    kallelsefrist: Heltal | None = Field(None, description="dagar före mötet då kallelsen ska vara sänd")
    överskott: Annotated[str, val("balanseras", "återbetalas")] | None = Field(
        None, description="vad överenskommelsen säger om över- och underskott"
    )
    bokslut_senast: Årsdag | None = Field(
        None, description="dagen efter årets slut då nämndens redovisning ska vara hos styrelsen (KL 11:18)"
    )
    valda_regler: tuple[Rad, ...] = Field((), description="valfria kontroller som nämnden har valt, med sina id")

    def samband(self) -> Iterable[Datafel]:
        """Ordningen har varje led en gång, och redovisningen lämnas före årsredovisningens sista dag (KL 11:20)."""
        yield from super().samband()
        if self.bokslut_senast and self.bokslut_senast > ÅRSREDOVISNING:
            text = "redovisningen lämnas efter den 15 april, då hela årsredovisningen ska vara klar (KL 11:20)"
            yield Datafel(("bokslut_senast",), text, "skriv den dag som styrelsen har bestämt")
        for i, led in enumerate(self.ersättarordning):
            if led in self.ersättarordning[:i]:
                yield Datafel(("ersättarordning", i), f"{led} står två gånger", "ta bort den ena")
