"""Pengar: svenska belopp läses till hela öre, aldrig till flyttal."""

import re
from contextlib import suppress
from dataclasses import dataclass

ENHETER = {"kr": 100, "tkr": 100_000, "mnkr": 100_000_000}
STÖRST = 10**14  # öre: en biljon kronor, mer än hela landets budget
_DECIMALER_I_KR = 2
_SIFFROR_HÖGST = {"kr": 12, "tkr": 9, "mnkr": 6}
_MELLANRUM = "[ \u00a0\u202f]"
_SIFFROR = rf"[0-9]{{1,3}}(?:{_MELLANRUM}[0-9]{{3}}){{1,6}}|[0-9]{{1,15}}"
_BELOPP = re.compile(rf"([-−+]?)({_SIFFROR})(?:,([0-9]{{1,8}}))?{_MELLANRUM}?(kr|tkr|mnkr)")
_I_TEXT = re.compile(rf"(?<![,./\w])[-−+]?(?:{_SIFFROR})(?:,[0-9]{{1,8}})?{_MELLANRUM}?(?:kr|tkr|mnkr)\b")


@dataclass(frozen=True, slots=True)
class Belopp:
    """Ett belopp i öre, med den enhet det skrevs i."""

    öre: int
    enhet: str = "kr"

    def __str__(self) -> str:
        return skriv_belopp(self.öre, self.enhet)

    def motsvarar(self, annat: "Belopp") -> bool:
        """Samma belopp; ett som är skrivet i tkr eller mnkr jämförs till en halv enhet (design § 4)."""
        grövst = max(ENHETER[self.enhet], ENHETER[annat.enhet])
        marginal = 0 if grövst == ENHETER["kr"] else grövst // 2
        return abs(self.öre - annat.öre) <= marginal


def läs_belopp(text: str) -> Belopp:
    """``457 200 kr``, ``52 010,11 kr`` eller ``745 tkr`` → belopp; ValueError när texten inte är ett belopp."""
    träff = _BELOPP.fullmatch(text)
    if not träff:
        raise ValueError(f"inget belopp: {text!r}")
    tecken, hela, delar, enhet = träff.groups()
    faktor = ENHETER[enhet]
    öre = int(re.sub(r"[^0-9]", "", hela)) * faktor
    if enhet == "kr" and len(delar or "") > _DECIMALER_I_KR:
        raise ValueError(f"inget belopp: {text!r}")
    if delar:
        tiopotens: int = 10 ** len(delar)
        if int(delar) * faktor % tiopotens:
            raise ValueError(f"inget belopp: {text!r}")
        öre += int(delar) * faktor // tiopotens
    siffror = re.sub(r"[^0-9]", "", hela)
    if öre > STÖRST:
        raise ValueError(f"större än {skriv_belopp(STÖRST)}: {text!r}")
    if len(siffror) > _SIFFROR_HÖGST[enhet] and öre < STÖRST:
        raise ValueError(f"inget belopp, fler siffror än det största har: {text!r}")
    return Belopp(-öre if tecken in ("-", "−") else öre, enhet)


def belopp_i_text(text: str) -> list[Belopp]:
    """Alla belopp som står i en löptext, i ordning; i ”§ 4 457 200 kr” hör 4 till paragrafen.

    Det som liknar ett belopp men inte går att läsa till hela öre (”45,125 kr”) är bara text.
    """
    return [belopp for belopp, _ in belopp_med_slut(text)]


def belopp_med_slut(text: str) -> list[tuple[Belopp, int]]:
    """Som ``belopp_i_text``, med den plats i texten där beloppet slutar."""
    ut = []
    for träff in _I_TEXT.finditer(text):
        belopp = re.split(_MELLANRUM, träff[0], maxsplit=1)[-1] if _är_paragraf(text, träff.start()) else träff[0]
        with suppress(ValueError):
            ut.append((läs_belopp(belopp), träff.end()))
    return ut


def _är_paragraf(text: str, index: int) -> bool:
    return text[max(0, index - 2) : index].rstrip().endswith("§")


def skriv_belopp(öre: int, enhet: str = "kr") -> str:
    """Öre → ``457 200 kr``; decimaler bara när de behövs."""
    hela, rest = divmod(abs(öre), ENHETER[enhet])
    siffror = f"{hela:,}".replace(",", " ")
    if rest:
        bredd = len(str(ENHETER[enhet])) - 1
        decimaler = f"{rest:0{bredd}d}".rstrip("0")
        siffror += "," + (decimaler.ljust(2, "0") if enhet == "kr" else decimaler)
    return f"{'-' if öre < 0 else ''}{siffror} {enhet}"
