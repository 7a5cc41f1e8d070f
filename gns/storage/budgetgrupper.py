"""Raderna i ett kalkylblad blir budgetens grupper: summorna i filen säger var en grupp slutar, och prövas mot raderna."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from gns.fordelning.budgetsummor import går_ihop
from gns.grund.belopp import Belopp, skriv_belopp

Slag = Literal["rad", "rubrik", "summa", "delsumma", "resultat"]
INTÄKTER, KOSTNADER = "intäkter", "kostnader"
_ÅR = r"(?:\s+(?:19|20)[0-9]{2})?"
_RESULTAT = re.compile(rf"(?:årets\s+)?resultat{_ÅR}|(?:summa|total)\s+totalt", re.IGNORECASE)
_DELSUMMA = re.compile(r"delsumma\b.*", re.IGNORECASE)
_ENSAM = re.compile(rf"(?:summa|s:a|total|totalt|totalsumma|slutsumma){_ÅR}", re.IGNORECASE)
_FÖRE = re.compile(r"(?:summa|s:a|total|totala|totalt|totalsumma)\s+(?P<grupp>.+)", re.IGNORECASE)
_EFTER = re.compile(r"(?P<grupp>.+?)\s+(?:summa|s:a|total|totalt)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Bladrad:
    """En rad i bladet: numret, vad den är, namnet (gruppens, när den är en rubrik eller summa), beloppet, och det som skrivs i posten."""

    nr: int
    slag: Slag
    namn: str
    öre: int = 0
    text: str = ""
    grupp: str = ""
    post: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Grupp:
    """En grupp rader; ``angiven`` är summan i filen, ``sagd`` att namnet står i filen och inte är läst ur tecknen."""

    namn: str
    sagd: bool = False
    rader: list[Bladrad] = field(default_factory=list)
    angiven: Bladrad | None = None

    @property
    def öre(self) -> int:
        """Radernas summa."""
        return sum(r.öre for r in self.rader)


@dataclass(slots=True)
class Gruppering:
    """Grupperna, det resultat som filen anger, och (radnummer, text, råd) för det som inte går ihop."""

    grupper: list[Grupp]
    resultat: Bladrad | None
    fel: list[tuple[int, str, str]]


def summaslag(namn: str) -> tuple[Slag, str] | None:
    """(slag, gruppens namn) för en rad som enligt sitt namn är en summa; annars None. Utan grupp är namnet tomt."""
    if _RESULTAT.fullmatch(namn):
        return "resultat", ""
    if _DELSUMMA.fullmatch(namn):
        return "delsumma", ""
    if _ENSAM.fullmatch(namn):
        return "summa", ""
    träff = _FÖRE.fullmatch(namn) or _EFTER.fullmatch(namn)
    return ("summa", träff["grupp"].lower()) if träff else None


def gruppera(rader: Sequence[Bladrad], enhet: str) -> Gruppering:
    """Raderna i grupper; ``enhet`` är den som felen säger beloppen i."""
    g = _Grupperare(enhet)
    for rad in rader:
        g.ta(rad)
    return g.klar()


class _Grupperare:
    """Går genom raderna uppifrån; ``_nu`` är raderna sedan den förra summan eller rubriken."""

    def __init__(self, enhet: str) -> None:
        self._enhet = enhet
        self._grupper: list[Grupp] = []
        self._nu = Grupp("")
        self._sedan_delsumma = 0
        self._resultat: Bladrad | None = None
        self._fel: list[tuple[int, str, str]] = []

    def ta(self, rad: Bladrad) -> None:
        if self._resultat and rad.slag != "resultat":
            self._säg(rad, f"{rad.text or rad.namn} står efter summan för hela budgeten", "flytta upp raden")
            return
        match rad.slag:
            case "rubrik":
                self._slut()
                self._nu = Grupp(rad.namn, sagd=True)
            case "rad":
                self._rad(rad)
            case "delsumma":
                self._pröva(rad, self._nu.öre - self._sedan_delsumma, rad.text)
                self._sedan_delsumma = self._nu.öre
            case "summa" if rad.namn:
                self._gruppsumma(rad)
            case "summa":
                self._ensam_summa(rad)
            case "resultat":
                self._hela(rad)

    def klar(self) -> Gruppering:
        self._slut()
        for g in self._grupper:
            self._pröva_tecken(g)
        return Gruppering(self._grupper, self._resultat, self._fel)

    def _rad(self, rad: Bladrad) -> None:
        if rad.grupp and rad.grupp != self._nu.namn:
            self._slut()
            annan = next((g for g in self._grupper if g.namn == rad.grupp), None)
            if annan:
                self._grupper.remove(annan)
            self._nu = annan or Grupp(rad.grupp, sagd=True)
        self._nu.rader.append(rad)

    def _gruppsumma(self, rad: Bladrad) -> None:
        """Summan för raderna ovanför, för en grupp som nämns, eller för alla kostnader eller intäkter."""
        if self._nu.rader and not (self._nu.sagd and self._nu.namn != rad.namn):
            self._dela_före_summan(rad)
            self._nu.namn, self._nu.sagd, self._nu.angiven = rad.namn, True, rad
            self._pröva(rad, self._nu.öre, rad.namn)
            self._slut()
            return
        self._slut()
        nämnd = next((g for g in self._grupper if g.namn == rad.namn), None)
        if nämnd:
            nämnd.angiven = rad
            self._pröva(rad, nämnd.öre, rad.namn)
        elif alla := [g for g in self._grupper if g.namn.endswith(rad.namn)]:
            self._pröva(rad, sum(g.öre for g in alla), rad.namn)
        elif tecken := {INTÄKTER: 1, KOSTNADER: -1}.get(rad.namn):
            self._pröva(rad, sum(g.öre for g in self._grupper if g.öre * tecken > 0), rad.namn)
        else:
            self._säg(rad, f"{rad.text} är ingen summa av raderna ovanför den", "skriv summan under sina rader")

    def _dela_före_summan(self, rad: Bladrad) -> None:
        """Intäkter utan egen summa före kostnaderna: summan gäller raderna från den första med minustecken."""
        if self._nu.sagd or går_ihop(self._nu.öre, Belopp(rad.öre, self._enhet)):
            return
        första = next((i for i, r in enumerate(self._nu.rader) if r.öre < 0), 0)
        om_delad = sum(r.öre for r in self._nu.rader[första:])
        if första and går_ihop(om_delad, Belopp(rad.öre, self._enhet)):
            self._grupper.append(Grupp(INTÄKTER, rader=self._nu.rader[:första]))
            self._nu.rader = self._nu.rader[första:]

    def _ensam_summa(self, rad: Bladrad) -> None:
        """”Summa” utan namn: den sista gruppens när beloppet är dess, annars hela budgetens."""
        if self._nu.rader and går_ihop(self._nu.öre, Belopp(rad.öre, self._enhet)) and rad.öre:
            self._nu.angiven = rad
            self._slut()
        else:
            self._hela(rad)

    def _hela(self, rad: Bladrad) -> None:
        self._slut()
        self._resultat = rad
        self._pröva(rad, sum(g.öre for g in self._grupper), "hela budgeten")

    def _slut(self) -> None:
        """Gruppen är slut; en utan namn i filen är intäkter eller kostnader efter radernas tecken."""
        nu, self._nu, self._sedan_delsumma = self._nu, Grupp(""), 0
        if nu.namn and not nu.rader:
            self._fel.append(
                (0, f"rubriken {nu.namn} har inga rader under sig", "ta bort rubriken, eller skriv beloppet")
            )
        elif nu.namn or nu.angiven:
            nu.namn = nu.namn or _efter_tecken(nu.öre)
            self._grupper.append(nu)
        else:
            för_tecken = {namn: [r for r in nu.rader if _efter_tecken(r.öre) == namn] for namn in (INTÄKTER, KOSTNADER)}
            self._grupper += (Grupp(namn, rader=rader) for namn, rader in för_tecken.items() if rader)

    def _pröva(self, rad: Bladrad, öre: int, vad: str) -> None:
        if not går_ihop(öre, Belopp(rad.öre, self._enhet)):
            i_filen, raderna = (skriv_belopp(b, self._enhet) for b in (rad.öre, öre))
            text = f"summan för {vad} är {i_filen} i filen, men raderna är {raderna}"
            self._säg(rad, text, "rätta summan eller raderna i filen")

    def _pröva_tecken(self, g: Grupp) -> None:
        """Kostnader som tillsammans är en intäkt, eller tvärtom: filen har inga minustecken, eller på fel rader."""
        fel_tecken = g.öre > 0 if g.namn.endswith(KOSTNADER) else g.öre < 0 and g.namn.endswith(INTÄKTER)
        if g.sagd and fel_tecken:
            text = f"{g.namn} är tillsammans {skriv_belopp(g.öre, self._enhet)}"
            self._säg(g.angiven or g.rader[0], text, "skriv kostnader med minustecken och intäkter utan")

    def _säg(self, rad: Bladrad, text: str, råd: str) -> None:
        self._fel.append((rad.nr, text, råd))


def _efter_tecken(öre: int) -> str:
    return INTÄKTER if öre >= 0 else KOSTNADER


def bekräftade_rubriker(namn: Iterator[str]) -> set[str]:
    """Namnen på de grupper som har en summa i filen: en rad med ett av dem och utan belopp är gruppens rubrik."""
    slag = (summaslag(n) for n in namn)
    return {INTÄKTER, KOSTNADER, *(grupp for s in slag if s and (grupp := s[1]))}
