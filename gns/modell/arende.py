"""Ärendet: vad det gäller, dess handlingar, beredning och remissvar. Vad som beslutats härleds ur mötena."""

from collections.abc import Iterable
from typing import Annotated

from pydantic import Field

from gns.grund.datafel import Datafel
from gns.modell.bas import Modell, dubbletter
from gns.modell.skalar import Beslutsref, Datum, Diarienummer, Fil, Id, JaNej, Löptext, Rad, Sha256, val

HANDLINGSSLAG = (
    "tjänsteskrivelse", "rapport", "protokollsutdrag", "remiss", "remissvar", "avtal", "kalkyl", "skrivelse", "övrigt",
)  # fmt: skip
REMISSVAR = ("godkänner", "godkänner med ändring", "avstyrker", "tar ej ställning", "avstår")


class Handling(Modell):
    """En registrerad handling (OSL 5:2)."""

    titel: Rad = Field(description="handlingens titel")
    slag: Annotated[str, val(*HANDLINGSSLAG)] | None = Field(None, description="vad för slags handling")
    datum: Datum | None = Field(None, description="när den kom in eller upprättades")
    från: Rad | None = Field(None, description="avsändare")
    till: Rad | None = Field(None, description="mottagare")
    registrerad: Datum | None = Field(None, description="när den registrerades (OSL 5:1)")
    sekretess: Rad | None = Field(None, description="lagrummet, när handlingen har uppgifter som är hemliga")
    tillgänglig: JaNej | None = Field(None, description="om den som publiceras går att läsa för alla (2018:1937)")
    bevaras: Rad | None = Field(None, description="bevaras, eller gallras efter en tid, enligt hanteringsplanen")
    fil: Fil | None = Field(None, description="fil, sökväg från arkivets rot")
    adress: Rad | None = Field(None, description="adress där handlingen finns")
    anmäls: JaNej = Field(False, description="ja när handlingen ska anmälas för nämnden vid nästa möte")
    sha256: Sha256 | None = Field(None, description="filens SHA-256")


class Beredning(Modell):
    """Det som kallelsen visar innan nämnden har beslutat."""

    sammanfattning: Löptext | None = Field(None, description="bakgrund och skäl")
    förslag_till_beslut: tuple[Löptext, ...] = Field((), description="ett förslag per delbeslut")
    beslutsunderlag: tuple[Rad, ...] = Field((), description="titlar på handlingar")


class Remissvar(Modell):
    """En parts svar på en remiss."""

    part: Id = Field(description="partens id")
    svar: Annotated[str, val(*REMISSVAR)] = Field(description="ställningstagande")
    datum: Datum | None = Field(None, description="när svaret kom in")
    text: Löptext | None = Field(None, description="svarets innehåll i korthet")


class Remiss(Modell):
    """En remiss till parterna och deras svar."""

    sänd: Datum | None = Field(None, description="när remissen sändes")
    svar_senast: Datum | None = Field(None, description="sista svarsdag")
    mottagare: tuple[Id, ...] = Field((), description="parter som fick remissen, om det är känt")
    svar: tuple[Remissvar, ...] = Field((), description="inkomna svar")

    def samband(self) -> Iterable[Datafel]:
        """Ett svar per part."""
        return dubbletter([s.part for s in self.svar], ("svar",), "part", "svaret från")


class Anmärkning(Modell):
    """En brist som revisorerna har funnit, och vad nämnden gör åt den."""

    id: Id = Field(description="kort namn inom ärendet")
    brist: Rad = Field(description="vad revisorerna fann, med deras ord")
    åtgärd: Rad | None = Field(None, description="vad som ska göras")
    ansvarig: Rad | None = Field(None, description="den som ska göra det")
    senast: Datum | None = Field(None, description="när det ska vara gjort")
    åtgärdad: Beslutsref | None = Field(None, description="beslutet där nämnden fann att bristen är åtgärdad")


class Mål(Modell):
    """Ett mål i domstol som ärendet gäller (KL 13:10)."""

    domstol: Rad = Field(description="domstolen")
    nummer: Rad = Field(description="målnumret")
    part: Rad | None = Field(None, description="den som för talan på nämndens sida, som det står i målet")


class Avslut(Modell):
    """Registrators eget avslut av ett ärende."""

    datum: Datum = Field(description="dagen då ärendet avslutades i diariet")
    skäl: Rad = Field(description="varför")


class Ärende(Modell):
    """En post i diariet, ``data/arenden/<år>/GNS-8-2020.yaml``."""

    dnr: Diarienummer = Field(description="diarienumret, som är filens namn")
    rubrik: Rad = Field(description="vad ärendet gäller")
    registrerat: Datum | None = Field(None, description="när ärendet registrerades")
    handlingar: tuple[Handling, ...] = Field((), description="ärendets handlingar")
    beredning: Beredning | None = Field(None, description="sammanfattning och förslag inför mötet")
    mål: Mål | None = Field(None, description="mål i domstol om nämndens beslut")
    remiss: Remiss | None = Field(None, description="remiss till parterna")
    anmärkningar: tuple[Anmärkning, ...] = Field((), description="revisorernas anmärkningar, i en granskning")
    avslutat: Avslut | None = Field(None, description="registrators avslut")
