"""Avräkningen: ett konto per part och år, där varje år börjar med det som det förra slutade med (regler.md avsnitt 6)."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gns.fordelning.fordela import fördela
from gns.fordelning.inbetalt import Vikter, inbetalt, lägg_ihop, saknar_betalning, vikter_för
from gns.fordelning.rorelser import Slag, helårsresultat
from gns.fordelning.saldo import Steg, alla_steg
from gns.modell.bok import Bok
from gns.modell.medel import Reservering

INGEN = ""  # raden för det som ingen part har


@dataclass(frozen=True, slots=True)
class Partkonto:
    """En parts år, i öre. ``inbetalt`` och ``kostnad`` är None när de inte är kända.

    Utgående är alltid ingående + resultat − använt − återbetalt + rättat; resultatet är inbetalt − kostnad. ``rättat`` är
    det som ett angivet saldo ändrade, och ``reserverat`` det av utgående som är avsatt.
    """

    part: str
    ingående: int
    inbetalt: int | None
    kostnad: int | None
    resultat: int
    använt: int
    återbetalt: int
    rättat: int
    utgående: int
    reserverat: int


@dataclass(frozen=True, slots=True)
class Årskonto:
    """Ett år: parternas konton och sist det som ingen part har; ``vikter`` är vad årets resultat delas efter.

    ``saknar_betalning`` är de parter som inte har någon inbetalning fast andra har det; då är kostnaderna inte kända.
    """

    år: int
    konton: tuple[Partkonto, ...]
    summa: Partkonto
    vikter: Vikter
    resultat_känt: bool
    post_finns: bool
    saknar_betalning: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reserverat:
    """En reservering som den står en dag, i öre; ``kvar`` är noll när den har upphört."""

    post: Reservering
    använt: int
    kvar: int


@dataclass(frozen=True, slots=True)
class Avräkning:
    """Åren i ordning, stegen som ledde dit, och reserveringarna som de står sista dagen."""

    år: tuple[Årskonto, ...]
    steg: tuple[Steg, ...]
    reserveringar: tuple[Reserverat, ...]

    def att_reglera(self, bok: Bok) -> dict[str, int]:
        """Part → öre som en part har kvar, eller är skyldig, när den har lämnat nämnden.

        När nämnden är avvecklad, eller ingen part är kvar, är det alla, och det som ingen part har.
        """
        sista, nyårsafton = self.år[-1], dt.date(self.år[-1].år, 12, 31)
        borta = {p.id for p in bok.nämnd.parter if p.till and p.till <= nyårsafton}
        avvecklad = bok.nämnd.avvecklad is not None and bok.nämnd.avvecklad <= nyårsafton
        if avvecklad or len(borta) == len(bok.nämnd.parter):
            borta = {INGEN, *(p.id for p in bok.nämnd.parter)}
        return {k.part: k.utgående for k in sista.konton if k.part in borta and k.utgående}

    @property
    def räknat_öre(self) -> int:
        """Saldot utan det som angivna saldon har rättat."""
        return self.år[-1].summa.utgående - sum(å.summa.rättat for å in self.år)


def avräkna(bok: Bok, till: int) -> Avräkning:
    """Alla år från det första budgetåret till och med ``till``; ValueError när det inte finns något så tidigt."""
    första = min((år for år in bok.budgetår if år <= till), default=None)
    if första is None:
        raise ValueError(f"inget budgetår till och med {till}")
    steg = tuple(s for s in alla_steg(bok) if s.rörelse.dag.year <= till)
    ingående: dict[str, int] = {}
    åren = []
    for år in range(första, till + 1):
        åren.append(_året(bok, år, [s for s in steg if bokfört_år(s, första) == år], ingående))
        ingående = {k.part: k.utgående for k in åren[-1].konton}
    return Avräkning(tuple(åren), steg, reserveringar(bok, dt.date(till, 12, 31)))


def reserveringar(bok: Bok, dag: dt.date) -> tuple[Reserverat, ...]:
    """Reserveringarna som är beslutade till och med dagen, med det som är använt och kvar av dem då."""
    alla = [r for _, b in sorted(bok.budgetår.items()) for r in b.reserveringar]
    return tuple(_reserverat(bok, r, dag) for r in alla if dt.date.fromisoformat(r.beslut[:10]) <= dag)


def bokfört_år(s: Steg, första: int) -> int:
    """Året som steget hör till; det som hände före det första året räknas dit."""
    return max(s.rörelse.dag.year, första)


def _reserverat(bok: Bok, r: Reservering, dag: dt.date) -> Reserverat:
    använt = sum(
        a.belopp.öre
        for år, b in bok.budgetår.items()
        for a in b.användningar
        if a.reservering == r.id and (a.datum or dt.date(år, 12, 31)) <= dag
    )
    upphörd = r.upphör is not None and dt.date.fromisoformat(r.upphör[:10]) <= dag
    return Reserverat(r, använt, 0 if upphörd else r.belopp.öre - använt)


def _året(bok: Bok, år: int, steg: Sequence[Steg], ingående: dict[str, int]) -> Årskonto:
    b = bok.budgetår.get(år)
    betalt, saknar = inbetalt(b), saknar_betalning(bok, år)
    känt = helårsresultat(b) is not None
    summor = {slag: _per_part(s for s in steg if s.rörelse.slag == slag) for slag in _RADER}
    reserverat = _reserverat_per_part(bok, dt.date(år, 12, 31))
    idn = [p.id for p in bok.nämnd.parter]
    med = [
        id
        for id in idn
        if _finns(bok, id, år) or ingående.get(id) or id in (betalt or ()) or any(s.get(id) for s in summor.values())
    ]
    konton = [
        _konto(
            id,
            ingående.get(id, 0),
            summor,
            None if betalt is None else betalt.get(id, 0),
            känt and not saknar,
            reserverat,
        )
        for id in (*med, INGEN)
    ]
    return Årskonto(år, tuple(konton), _summa(konton), vikter_för(bok, (år,)), känt, b is not None, saknar)


_RADER: tuple[Slag, ...] = ("ingående", "resultat", "användning", "återbetalning", "saldo")


def _finns(bok: Bok, id: str, år: int) -> bool:
    part = next(p for p in bok.nämnd.parter if p.id == id)
    return (part.från is None or part.från.year <= år) and (part.till is None or part.till.year >= år)


def _per_part(steg: Iterable[Steg]) -> dict[str, int]:
    return lägg_ihop({**s.delar, INGEN: s.utan_part_öre} for s in steg)


def _konto(
    part: str,
    in_öre: int,
    summor: dict[Slag, dict[str, int]],
    betalt: int | None,
    känt: bool,
    reserverat: dict[str, int],
) -> Partkonto:
    ingående, resultat, använt, åter, rättat = (summor[slag].get(part, 0) for slag in _RADER)
    return Partkonto(
        part=part,
        ingående=in_öre + ingående,
        inbetalt=betalt,
        kostnad=betalt - resultat if betalt is not None and känt else None,
        resultat=resultat,
        använt=-använt,
        återbetalt=-åter,
        rättat=rättat,
        utgående=in_öre + ingående + resultat + använt + åter + rättat,
        reserverat=reserverat.get(part, 0),
    )


def _reserverat_per_part(bok: Bok, dag: dt.date) -> dict[str, int]:
    return lägg_ihop(_delad_reservering(bok, r) for r in reserveringar(bok, dag))


def _delad_reservering(bok: Bok, r: Reserverat) -> dict[str, int]:
    vikter = vikter_för(bok, (r.post.från_år,)).delar
    return fördela(r.kvar, vikter, "öre").delar if any(vikter.values()) else {INGEN: r.kvar}


def _summa(konton: Sequence[Partkonto]) -> Partkonto:
    def alla(fält: str) -> int:
        return sum(getattr(k, fält) or 0 for k in konton)

    okänt = konton[0].inbetalt is None
    return Partkonto(
        "summa", alla("ingående"), None if okänt else alla("inbetalt"),
        None if konton[0].kostnad is None else alla("kostnad"),
        *(alla(f) for f in ("resultat", "använt", "återbetalt", "rättat", "utgående", "reserverat")),
    )  # fmt: skip
