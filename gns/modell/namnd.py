"""Nämnden: parter, platser och reglementen; allt daterat, så att ett gammalt möte prövas mot sin tid."""

import datetime as dt
from collections.abc import Iterable
from typing import Annotated

from pydantic import Field

from gns.grund.datafel import Datafel, Fältväg
from gns.grund.tecken import råd_för
from gns.modell.bas import Modell, dubbletter
from gns.modell.daterad import Daterad, gällande, överlappande
from gns.modell.narvaro import PRESIDIET
from gns.modell.reglemente import Reglemente
from gns.modell.skalar import Beslutsref, Datum, Id, JaNej, Orgnr, Prefix, Rad, Webbadress, År, val

_RÄTTA_TIDEN = "rätta från eller till"


class Revision(Modell):
    """Ett års granskning och ansvarsfrihet hos en part (KL 9:34–35)."""

    år: År = Field(description="räkenskapsåret")
    granskad: Datum | None = Field(None, description="dagen för revisorernas berättelse")
    ansvarsfrihet: Datum | None = Field(None, description="dagen då partens fullmäktige beslutade")


class Upplysning(Modell):
    """En fråga från en parts fullmäktige och när nämnden svarade (KL 9:27, 9:29)."""

    part: Id = Field(description="parten som frågade")
    fråga: Rad = Field(description="vad frågan gällde")
    datum: Datum = Field(description="dagen då den kom")
    besvarad: Datum | None = Field(None, description="dagen då nämnden svarade")


class Part(Daterad):
    """En av nämndens parter, en kommun eller region (KL 9:22)."""

    id: Id = Field(description="kort namn i ASCII, som poster pekar på")
    namn: Rad = Field(description="partens namn som det trycks")
    orgnr: Orgnr = Field(description="organisationsnummer, NNNNNN-NNNN")
    överenskommelse: Beslutsref | None = Field(
        None, description="fullmäktiges beslut om överenskommelsen, till exempel 2018-03-20 § 41 (KL 9:33)"
    )
    reglemente: Beslutsref | None = Field(None, description="fullmäktiges beslut om reglementet (KL 9:33)")
    motpart: Rad | None = Field(None, description="partens motpartskod i värdorganisationens redovisning")
    köparreferens: Rad | None = Field(None, description="det som parten vill ha som referens på fakturor")
    revision: tuple[Revision, ...] = Field((), description="granskning och ansvarsfrihet, år för år")


class Plats(Daterad):
    """En plats i nämnden och den person som har den, eller en plats som ingen har."""

    id: Id | None = Field(
        None, description="platsens namn, som följer den när personen byts; en vakant plats måste ha ett"
    )
    person: Rad | None = Field(None, description="personens namn")
    vakant: JaNej = Field(False, description="ja när ingen är vald till platsen")
    parti: Rad | None = Field(None, description="partibeteckning")
    part: Id | None = Field(None, description="parten som väljer till platsen")
    som: Annotated[str, val("ledamot", "ersättare")] = Field(description="ledamot eller ersättare")
    roll: Annotated[str, val(*PRESIDIET)] | None = Field(None, description="presidieuppdrag")

    @property
    def namn(self) -> str:
        """Personens namn, eller platsens eget när den är vakant."""
        return self.person or self.id or ""

    def samband(self) -> Iterable[Datafel]:
        """Presidiet är ledamöter (KL 6:21); en plats har en person eller är vakant."""
        yield from super().samband()
        if self.roll and self.som != "ledamot":
            text = f"{self.roll} måste vara ledamot"
            yield Datafel(("roll",), text, "rätta som eller roll", regel="KL-6-21-presidium")
        if bool(self.person) == self.vakant:
            text = "platsen är vakant men har en person" if self.vakant else "platsen har ingen person"
            yield Datafel(("vakant",), text, "skriv person, eller vakant: ja och ett id, men inte båda")
        elif self.vakant and not self.id:
            yield Datafel(("id",), "den vakanta platsen har inget namn", "skriv ett id, till exempel id: krokom-1")


class Mandatperiod(Daterad):
    """En tid som ledamöterna är valda för (KL 6:19)."""


class Nämnd(Modell):
    """Nämndens grundpost, ``data/namnd.yaml``."""

    namn: Rad = Field(description="nämndens namn som det trycks i sidhuvudet")
    prefix: Prefix = Field(description="diarienumrens första led, till exempel GNS")
    värdorganisation: Id = Field(description="id för parten som nämnden ingår i")
    diarium: Annotated[str, val("egen serie", "värdorganisationens")] | None = Field(
        None, description="om dnr dras här eller ges av värdorganisationens diarium"
    )
    arkivadress: Webbadress | None = Field(
        None, description="adressen där posterna visas, som https://git.example.se/gns/blob/main, för länkar till dem"
    )
    bildad: Datum | None = Field(None, description="dagen då nämnden bildades")
    avvecklad: Datum | None = Field(None, description="dagen då nämnden började avvecklas")
    parter: tuple[Part, ...] = Field(description="nämndens parter")
    mandatperioder: tuple[Mandatperiod, ...] = Field((), description="tiderna som ledamöterna är valda för")
    platser: tuple[Plats, ...] = Field((), description="platserna i nämnden, i turordning")
    reglementen: tuple[Reglemente, ...] = Field((), description="reglementets mått, ett för varje tid")
    upplysningar: tuple[Upplysning, ...] = Field((), description="frågor från parternas fullmäktige")

    def reglemente(self, dag: dt.date) -> Reglemente | None:
        """Reglementet som gällde den dagen."""
        return gällande(self.reglementen, dag)

    def samband(self) -> Iterable[Datafel]:
        """Parterna finns och är olika; inget som bara kan gälla en gång gäller två gånger samtidigt."""
        idn = [p.id for p in self.parter]
        yield from dubbletter(idn, ("parter",), "id", "parten")
        yield from dubbletter([p.orgnr for p in self.parter], ("parter",), "orgnr", "organisationsnumret")
        pekare: list[tuple[Fältväg, str]] = [(("värdorganisation",), self.värdorganisation)]
        pekare += [(("upplysningar", i, "part"), u.part) for i, u in enumerate(self.upplysningar)]
        pekare += [(("platser", i, "part"), p.part) for i, p in enumerate(self.platser) if p.part]
        yield from (okänd_part(väg, part, idn) for väg, part in pekare if part not in idn)
        yield from self._samtidiga_platser()
        for fält, daterade in {"mandatperioder": self.mandatperioder, "reglementen": self.reglementen}.items():
            for i, _, _ in överlappande(daterade):
                yield Datafel((fält, i), f"{fält} nummer {i + 1} gäller samtidigt som ett tidigare", _RÄTTA_TIDEN)

    def _samtidiga_platser(self) -> Iterable[Datafel]:
        """Två på en plats, en på två platser eller två ordförande, någon och samma dag."""
        for i, p, tidigare in överlappande(self.platser):
            if p.id and p.id == tidigare.id:
                text = f"{p.namn} och {tidigare.namn} har platsen {p.id} samtidigt"
                yield Datafel(("platser", i, "id"), text, _RÄTTA_TIDEN)
            elif p.person and p.person == tidigare.person:
                yield Datafel(("platser", i, "person"), f"{p.person} har två platser samtidigt", _RÄTTA_TIDEN)
            if p.roll and p.roll == tidigare.roll:
                text = f"{tidigare.namn} och {p.namn} är {p.roll} samtidigt"
                yield Datafel(("platser", i, "roll"), text, _RÄTTA_TIDEN)


def okänd_part(väg: Fältväg, part: str, idn: list[str]) -> Datafel:
    """Felet att en post nämner en part som nämnden inte har."""
    råd = råd_för(part, idn, f"parterna är {', '.join(idn)}")
    return Datafel(väg, f"parten ”{part}” finns inte i nämnden", råd)
