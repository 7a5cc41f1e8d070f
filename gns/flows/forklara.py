"""Reglerna förklarade: vad de frågar, vilken lydelse av lagen de är skrivna efter, och vad man gör."""

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gns.kontroller.regel import Regel


@dataclass(frozen=True, slots=True)
class Regelrad:
    """En regel i listan över alla."""

    id: str
    nivå: str
    lagrum: str
    fråga: str
    valfri: bool


@dataclass(frozen=True, slots=True)
class Lydelse:
    """Ett lagrum och den lydelse som regeln är skriven efter."""

    lagrum: str
    sfs: str
    från: dt.date
    till: dt.date | None

    def __str__(self) -> str:
        tid = f"gällde från {self.från} till och med {self.till}" if self.till else f"gäller från {self.från}"
        return f"{self.lagrum} i lydelsen SFS {self.sfs}, som {tid}"


@dataclass(frozen=True, slots=True)
class Förklaring:
    """En regel med sin förklaring; ``praxis`` är vad den vilar på när ingen lag säger det."""

    id: str
    nivå: str
    fråga: str
    lagrum: tuple[Lydelse, ...]
    praxis: str
    valfri: bool
    förklaring: str
    gör: str

    @property
    def källa(self) -> str:
        """Lagrummen med sina lydelser, eller praxisen."""
        return "; ".join(map(str, self.lagrum)) or self.praxis


def regellista() -> tuple[Regelrad, ...]:
    """Alla regler i den ordning de visas."""
    from gns.kontroller.lista import alla_regler

    return tuple(Regelrad(r.id, r.nivå, r.källa, r.fråga, r.valfri) for r in alla_regler())


def förklara(id: str) -> Förklaring:
    """En regel; Användningsfel när den inte finns."""
    from gns.flows.regelval import känd_regel
    from gns.kontroller.lista import förklaring

    r = känd_regel(id)
    lydelser = tuple(Lydelse(s.rum, s.sfs, s.från, s.till) for s in r.stöd)
    text = förklaring(r.id).strip().replace("``", "")
    return Förklaring(r.id, r.nivå, r.fråga, lydelser, r.praxis, r.valfri, text, _gör(r))


def _gör(regel: "Regel") -> str:
    """Vad man gör åt ett fynd, efter regelns slag."""
    from gns.flows.kontrollrad import OLÄSBAR

    if regel.id == OLÄSBAR:
        return "Rätta posten; varje fynd säger var felet är och vad du skriver. Det går inte att svara på."
    stoppar = "stoppar kontrollen med slutkod 1" if regel.nivå == "fel" else "stoppar inget"
    meningar = [
        "Rätta posten om den säger fel eller om något fattas; varje fynd säger hur.",
        f"Stämmer det som posten säger, svara på fyndet: gns svara {regel.id} POST TEXT.",
        f"Ett fynd som ingen har svarat på {stoppar}.",
    ]
    if regel.valfri:
        meningar.append(f"Regeln prövas bara när {regel.id} står under valda_regler i reglementet i data/namnd.yaml.")
    return "\n".join(meningar)
