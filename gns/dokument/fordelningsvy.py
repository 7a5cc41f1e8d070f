"""Vad redovisningen av en fördelning visar: en vy för varje del av den."""

from fractions import Fraction
from typing import NamedTuple


class NyckelVy(NamedTuple):
    """Nyckeln som den redovisas: definition, mätning, enhet och källa; ``exempeldata`` är sant för påhittade värden."""

    namn: str
    benämning: str | None
    definition: str | None
    mätt: str | None
    uppdaterad: str | None
    enhet: str | None
    källa: str | None
    beslut: str | None
    exempeldata: bool


class DelVy(NamedTuple):
    """En parts del. ``kvot`` och ``rest`` är i enheten, ``andel`` av ett; ``skillnad_öre`` är mot januari."""

    part: str
    namn: str
    orgnr: str
    vikt: Fraction
    egen_vikt: bool
    månader: int
    andel: Fraction
    kvot: Fraction | None
    hela_öre: int | None
    rest: Fraction | None
    ordning: int | None
    udda: int
    tak: bool
    belopp_öre: int | None
    januari_öre: int | None
    skillnad_öre: int | None
    motiv: object


class JämförVy(NamedTuple):
    """En parts del bredvid en annan; ``skillnad`` är andelen av den jämförda, eller None när den är noll."""

    part: str
    namn: str
    andel: Fraction
    jämförd_andel: Fraction
    belopp_öre: int | None
    jämförd_öre: int | None
    skillnad_öre: int | None
    skillnad: Fraction | None


class JämförelseVy(NamedTuple):
    """En annan nyckel, eller ett annat år, bredvid; ``summa`` är raden för alla, och ``i_kronor`` sant när båda beloppen är kända."""

    nyckel: NyckelVy
    år: int
    belopp_öre: int | None
    i_kronor: bool
    delar: tuple[JämförVy, ...]
    summa: JämförVy


class StödVy(NamedTuple):
    """Stöd utifrån; ``tillstånd`` som i posten, och bara det beviljade är avräknat."""

    från: str
    belopp_öre: int | None
    tillstånd: str


class TakVy(NamedTuple):
    """Ett beslutat tak; ``högst`` i procent."""

    namn: str
    högst: Fraction
    beslut: str


class DelningVy(NamedTuple):
    """Något delat. ``rest_sätt`` är fördela, behåll eller till; ``över`` är de enheter som inte gick jämnt ut.

    ``enhet`` är krona eller öre, ``viktenhet`` vad vikten är (timmar, vid köp och sälj).
    """

    namn: str | None
    slag: str | None
    beslut: str | None
    dnr: str | None
    belopp_öre: int | None
    stöd_öre: int
    stöd: tuple[StödVy, ...]
    fördelningsnyckel: str
    nyckel: NyckelVy
    enhet: str
    viktenhet: str | None
    tak: tuple[TakVy, ...]
    rest_sätt: str
    rest_till: str | None
    delar: tuple[DelVy, ...]
    vikt_summa: Fraction
    summa_öre: int | None
    januari_öre: int | None
    rest_öre: int
    över: int
    säljare: str | None
    säljare_öre: int | None
    jämförelse: JämförelseVy | None


class FördelningVy(NamedTuple):
    """Hela redovisningen. ``år_valt`` är sant när gns valde året; ``utan_belopp`` när bara andelarna visas.

    ``parter_valda`` är sant när kommandot sa vilka som deltar eller vad de väger.
    """

    organ: str
    år: int
    år_valt: bool
    fördelningsnyckel: str
    nyckel: NyckelVy
    exempeldata: bool
    delar_av_året: bool
    utan_belopp: bool
    parter_valda: bool
    fördelningar: tuple[DelningVy, ...]
