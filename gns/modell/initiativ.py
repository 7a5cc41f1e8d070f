"""Initiativ: det som parterna gör tillsammans, vilka som deltar och hur kostnaden delas (överenskommelsen, 5.2 i planen)."""

from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import Field

from gns.grund.datafel import Datafel
from gns.modell.bas import Modell, dubbletter
from gns.modell.daterad import Daterad
from gns.modell.skalar import Beslutsref, Diarienummer, Id, Nyckelnamn, Pengar, Procent, Rad, Vikt, val

DELTAGANDE, DELAR = "EKONOMI-deltagande", "EKONOMI-delar"
MINST = 2
INITIATIVSLAG = frozenset({"köp-sälj", "extern"})  # initiativ som själva är en nyckel (verksamhetsplanen 5.2)


class Deltagare(Daterad):
    """En part som deltar; från och till räknas i hela månader."""

    part: Id = Field(description="parten")


class Tak(Modell):
    """Det mesta som en part betalar; bara ett beslut kan sätta ett tak."""

    part: Id = Field(description="parten")
    högst: Procent = Field(description="högsta andelen av kostnaden")
    beslut: Beslutsref = Field(description="beslutet om taket")


class AngivenDel(Modell):
    """En parts del som någon redan har sagt eller fakturerat; gns räknar om den och jämför."""

    part: Id = Field(description="parten")
    belopp: Pengar = Field(description="beloppet som det angavs")


class _Initiativ(Modell):
    """Det som alla initiativ har."""

    ÄRVDA_FÖRST = True

    id: Id = Field(description="kort namn inom året")
    namn: Rad = Field(description="vad initiativet är")
    dnr: Diarienummer | None = Field(None, description="ärendet")
    beslut: Beslutsref | None = Field(None, description="beslutet där nämnden tog på sig uppdraget")

    def parterna(self) -> tuple[str, ...]:
        """Id för dem som deltar."""
        return ()


class _Deltagande(_Initiativ):
    parter: tuple[Deltagare, ...] = Field(description="de som deltar, minst två", min_length=1)
    enhet: Annotated[str, val("krona", "öre")] = Field("krona", description="det minsta som delas ut")
    tak: tuple[Tak, ...] = Field((), description="beslutade tak")
    angivna_delar: tuple[AngivenDel, ...] = Field((), description="delar som har angetts eller fakturerats, att pröva")

    def parterna(self) -> tuple[str, ...]:
        """Id för dem som deltar."""
        return tuple(p.part for p in self.parter)

    def samband(self) -> Iterable[Datafel]:
        """Minst två deltar, var och en en gång, och taken gäller dem."""
        yield from super().samband()
        idn = self.parterna()
        yield from dubbletter(list(idn), ("parter",), "part", "parten")
        yield from dubbletter([t.part for t in self.tak], ("tak",), "part", "parten")
        yield from dubbletter([d.part for d in self.angivna_delar], ("angivna_delar",), "part", "parten")
        if len(set(idn)) < MINST:
            text = f"{self.namn} har en enda deltagare"
            yield Datafel(("parter",), text, "ett initiativ har minst två deltagande parter", regel=DELTAGANDE)
        namngivna = [(("tak", i), t.part) for i, t in enumerate(self.tak)]
        namngivna += [(("angivna_delar", i), d.part) for i, d in enumerate(self.angivna_delar)]
        for väg, part in namngivna:
            if part not in idn:
                text = f"{part} deltar inte i {self.namn}"
                yield Datafel((*väg, "part"), text, f"deltar gör {', '.join(idn)}", regel=DELTAGANDE)


class Gemensamt(_Deltagande):
    """En kostnad som delas efter en nyckel."""

    typ: Literal["gemensamt"]
    belopp: Pengar | None = Field(None, description="hela kostnaden, om den är känd")
    fördelningsnyckel: Nyckelnamn = Field(description="nyckeln som kostnaden delas efter")


class Stöd(Modell):
    """Stöd utifrån, sökt eller beviljat."""

    från: Rad = Field(description="den som ger stödet")
    belopp: Pengar | None = Field(None, description="stödets storlek")
    tillstånd: Annotated[str, val("inte sökt", "sökt", "beviljat", "avslaget")] = Field(description="hur det har gått")

    def samband(self) -> Iterable[Datafel]:
        """Ett beviljat stöd har ett belopp."""
        if self.tillstånd == "beviljat" and self.belopp is None:
            yield Datafel((), f"det beviljade stödet från {self.från} har inget belopp", "skriv belopp")


class Externt(_Deltagande):
    """Ett projekt med extern finansiering; det som inget beviljat stöd täcker är medfinansiering som delas efter en nyckel."""

    typ: Literal["extern"]
    belopp: Pengar | None = Field(None, description="projektets budget, om den är känd")
    stöd: tuple[Stöd, ...] = Field(description="sökt och beviljat stöd", min_length=1)
    medfinansiering: Nyckelnamn = Field("lika", description="nyckeln som medfinansieringen delas efter")

    def beviljat_öre(self) -> int:
        """Allt beviljat stöd."""
        return sum(s.belopp.öre for s in self.stöd if s.belopp and s.tillstånd == "beviljat")

    def samband(self) -> Iterable[Datafel]:
        """Stödet är inte större än projektet."""
        yield from super().samband()
        if self.belopp and self.beviljat_öre() > self.belopp.öre:
            text = f"det beviljade stödet är större än projektets budget, {self.belopp}"
            yield Datafel(("stöd",), text, "rätta beloppen", regel=DELAR)


class Köp(Modell):
    """Det som en part köper."""

    part: Id = Field(description="köparen")
    antal: Vikt = Field(description="antalet, till exempel timmar")


class KöpSälj(_Initiativ):
    """En part säljer en tjänst till andra: pris gånger antal, eller en kostnad som delas efter antal."""

    typ: Literal["köp-sälj"]
    säljare: Id = Field(description="parten som säljer")
    avtal: Rad | None = Field(None, description="avtalet")
    pris: Pengar | None = Field(None, description="priset för en enhet")
    kostnad: Pengar | None = Field(None, description="säljarens kostnad, när den delas i stället för pris gånger antal")
    påslag: Procent | None = Field(None, description="det overheadpåslag som avtalet säger")
    enhet: Rad = Field("timmar", description="vad antalet är")
    köpare: tuple[Köp, ...] = Field(description="de som köper", min_length=1)

    def parterna(self) -> tuple[str, ...]:
        """Säljaren och köparna."""
        return (self.säljare, *(k.part for k in self.köpare))

    def samband(self) -> Iterable[Datafel]:
        """Ett pris eller en kostnad, och ingen köper av sig själv."""
        yield from super().samband()
        yield from dubbletter([k.part for k in self.köpare], ("köpare",), "part", "parten")
        if (self.pris is None) == (self.kostnad is None):
            yield Datafel((), f"{self.namn} ska ha antingen pris eller kostnad", "skriv det ena av dem")
        if not any(k.antal for k in self.köpare):
            yield Datafel(("köpare",), f"ingen köper något i {self.namn}", "skriv antal")
        for i, k in enumerate(self.köpare):
            if k.part == self.säljare:
                yield Datafel(("köpare", i, "part"), f"{k.part} köper av sig själv", "rätta säljaren eller köparen")


Initiativ = Annotated[Gemensamt | Externt | KöpSälj, Field(discriminator="typ")]
