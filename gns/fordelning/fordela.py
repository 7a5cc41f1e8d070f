"""Den enda delningen av pengar: heltal öre, exakta bråk, största resten (design § 7, regler.md avsnitt 6).

Varje parts kvot är ``enheter × vikt / alla vikter``. Alla får sin kvot nedåt avrundad; de enheter som blir över går en
och en till dem med störst rest, vid lika rest i bokstavsordning efter partens id. Ett underskott delas som ett överskott,
med minustecken.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, NamedTuple

Enhet = Literal["krona", "öre"]
ÖRE = {"krona": 100, "öre": 1}


class Till(NamedTuple):
    """Att en part får det som inte går jämnt ut."""

    part: str


Rest = Literal["fördela", "behåll"] | Till


@dataclass(frozen=True, slots=True)
class Del:
    """En parts del och vägen dit.

    ``kvot`` är i enheter (kronor eller öre) före avrundning, ``hela`` dess hela enheter och ``udda`` de enheter som lades
    till. ``ordning`` är platsen bland resterna, räknad från 1, eller None när resten inte delades ut efter storlek.
    """

    part: str
    vikt: Fraction
    kvot: Fraction
    hela: int
    ordning: int | None
    udda: int
    belopp_öre: int
    tak: bool = False  # om ett beslutat tak satte beloppet

    @property
    def rest(self) -> Fraction:
        """Det av kvoten som avrundningen tog bort, i enheter."""
        return abs(self.kvot) - abs(self.hela)


@dataclass(frozen=True, slots=True)
class Fördelning:
    """En delning, med beviset: delarna och resten är tillsammans beloppet. Delarna står i parternas bokstavsordning."""

    belopp_öre: int
    enhet: Enhet
    sätt: Rest
    alla: tuple[Del, ...]
    rest: int

    @property
    def delar(self) -> dict[str, int]:
        """Partens id → öre."""
        return {d.part: d.belopp_öre for d in self.alla}

    @property
    def över(self) -> int:
        """Hela enheter som blev över när alla hade fått sin kvot nedåt avrundad."""
        return abs(self.belopp_öre) // ÖRE[self.enhet] - sum(abs(d.hela) for d in self.alla)


def fördela(
    belopp_öre: int, vikter: Mapping[str, int | Fraction], enhet: Enhet = "krona", rest: Rest = "fördela"
) -> Fördelning:
    """Delar beloppet efter vikterna i hela kronor eller ören.

    ``rest`` säger vart det går som inte går jämnt ut: en enhet var till de största resterna (``fördela``), ingenstans
    (``behåll``) eller allt till en part. Ören under en hel krona blir alltid kvar i ``.rest`` när enheten är krona.
    TypeError för flyttal, ValueError för inga parter, negativa vikter, bara nollor eller en ``Till`` som inte delar.
    """
    exakta = _prövade(belopp_öre, vikter, rest)
    steg, tecken = ÖRE[enhet], -1 if belopp_öre < 0 else 1
    enheter, under = divmod(abs(belopp_öre), steg)
    summa = sum(exakta.values())
    kvoter = {part: Fraction(enheter * vikt, summa) for part, vikt in exakta.items()}
    över = enheter - sum(kvot.__floor__() for kvot in kvoter.values())
    ordning = sorted((p for p, v in exakta.items() if v), key=lambda p: (kvoter[p].__floor__() - kvoter[p], p))
    udda = _udda(ordning, över, rest)
    alla = tuple(
        Del(
            part, exakta[part], tecken * kvoter[part], tecken * kvoter[part].__floor__(),
            ordning.index(part) + 1 if rest == "fördela" and part in ordning else None,
            tecken * udda.get(part, 0), tecken * steg * (kvoter[part].__floor__() + udda.get(part, 0)),
        )
        for part in sorted(exakta)
    )  # fmt: skip
    kvar = under + (över * steg if rest == "behåll" else 0)
    return Fördelning(belopp_öre, enhet, rest, alla, tecken * kvar)


def _udda(ordning: list[str], över: int, rest: Rest) -> dict[str, int]:
    """De enheter som läggs till, part för part."""
    if isinstance(rest, Till):
        return {rest.part: över}
    return dict.fromkeys(ordning[:över], 1) if rest == "fördela" else {}


def _prövade(belopp_öre: int, vikter: Mapping[str, int | Fraction], rest: Rest) -> dict[str, Fraction]:
    for tal in (belopp_öre, *vikter.values()):
        if isinstance(tal, bool) or not isinstance(tal, int | Fraction):
            raise TypeError(f"inget heltal eller bråk: {tal!r}")
    if not isinstance(belopp_öre, int):
        raise TypeError(f"inget helt antal öre: {belopp_öre!r}")
    if any(vikt < 0 for vikt in vikter.values()):
        raise ValueError("en vikt är negativ")
    if not any(vikter.values()):
        raise ValueError("ingen har någon vikt")
    if isinstance(rest, Till) and not vikter.get(rest.part):
        raise ValueError(f"{rest.part} har ingen vikt och kan inte få resten")
    return {part: Fraction(vikt) for part, vikt in vikter.items()}
