"""Det som kontrollen ger ifrån sig: fynden med sina platser i filerna, och hur det gick i stort."""

from dataclasses import dataclass, field, fields
from hashlib import sha256

OLÄSBAR = "POST-lasbar"
_DOLDA = ("källrad", "i_repot", "nyckel")


@dataclass(frozen=True, slots=True)
class Svaret:
    """Det som någon har svarat på ett fynd, vem och när (data/svar)."""

    text: str
    av: str
    datum: str


@dataclass(frozen=True, slots=True)
class Kontrollrad:
    """Ett fynd med sin plats i filen, som det skrivs ut.

    ``fil`` räknas från mappen man står i och ``i_repot`` från den som har .git, annars från den som posterna ligger i.
    ``nyckel`` är densamma när rader och mappar flyttas.
    """

    regel: str
    nivå: str
    svar: str
    besvarat: bool
    post: str
    fält: str
    fil: str
    rad: int
    kolumn: int
    text: str
    lagrum: str
    råd: str
    svaret: Svaret | None = None
    källrad: str = field(default="", repr=False)
    i_repot: str = field(default="", repr=False)
    nyckel: tuple[str, ...] = field(default=(), repr=False)

    @property
    def fingeravtryck(self) -> str:
        """SHA-256 över nyckeln."""
        return sha256("\0".join(self.nyckel).encode("utf-8", "backslashreplace")).hexdigest()


@dataclass(frozen=True, slots=True)
class Kontroll:
    """Hela kontrollen: raderna i filernas ordning, de prövade reglernas id, de uppfyllda ställena och antalet poster."""

    rader: tuple[Kontrollrad, ...]
    uppfyllda: int
    poster: int
    oläsbara: bool
    regler: tuple[str, ...] = ()

    def visade(self, alla: bool) -> tuple[Kontrollrad, ...]:
        """Det brutna som ingen har svarat på; med ``alla`` också resten."""
        return tuple(r for r in self.rader if alla or (r.svar == "bruten" and not r.besvarat))

    def antal(self) -> dict[str, int]:
        """Hur många rader av varje slag; de besvarade räknas för sig."""
        ut = dict.fromkeys(("fel", "varning", "upplysning", "besvarade", "oprövade", "uppfyllda"), 0)
        for r in self.rader:
            ut["oprövade" if r.svar != "bruten" else "besvarade" if r.besvarat else r.nivå] += 1
        return ut | {"uppfyllda": self.uppfyllda}

    def som_json(self, alla: bool) -> dict[str, object]:
        """Det som json har: fynden, utan källrader, och antalen."""
        rader = [{f.name: getattr(r, f.name) for f in fields(r) if f.name not in _DOLDA} for r in self.visade(alla)]
        return {"fynd": rader, "antal": self.antal(), "poster": self.poster}

    def sammanfattning(self, alla: bool) -> str:
        """En rad om hur det gick, och en om det som är besvarat eller inte gick att pröva, när det finns något sådant."""
        n = self.antal()
        böjda = (
            ("fel", "fel", "fel"),
            ("varning", "varning", "varningar"),
            ("upplysning", "upplysning", "upplysningar"),
        )
        fynd = ", ".join(_böjt(n[k], ett, flera) for k, ett, flera in böjda if n[k] or k == "fel")
        uppfyllda = _böjt(self.uppfyllda, "uppfylld", "uppfyllda")
        dolda = [_böjt(n["besvarade"], "fynd är besvarat", "fynd är besvarade")] if n["besvarade"] else []
        dolda += [f"{n['oprövade']} går inte att pröva"] if n["oprövade"] else []
        andra = f"\n{', '.join(dolda)}{'' if alla else '; --alla visar dem'}." if dolda else ""
        return f"{_böjt(self.poster, 'post', 'poster')}: {fynd}; {uppfyllda}.{andra}"

    def slutkod(self) -> int:
        """2 när en post inte gick att läsa, 1 när ett fel är obesvarat, annars 0 (design § 9)."""
        if self.oläsbara:
            return 2
        return int(any(r.svar == "bruten" and r.nivå == "fel" and not r.besvarat for r in self.rader))


def _böjt(antal: int, ett: str, flera: str) -> str:
    return f"{antal} {ett if antal == 1 else flera}"
