"""Rörelserna delade på parterna och summerade: varje steg säger saldot efter, och inget öre faller bort."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from gns.fordelning.budgetsummor import osäkert
from gns.fordelning.fordela import ÖRE, Enhet, fördela
from gns.fordelning.inbetalt import Vikter, vikter_för
from gns.fordelning.rorelser import Rörelse, rörelser
from gns.fordelning.underlag import LIKA, Urval, Viktunderlag, viktunderlag
from gns.modell.bok import Bok
from gns.modell.former import INBETALT
from gns.modell.innebar import Återbetalar


@dataclass(frozen=True, slots=True)
class Steg:
    """En rörelse med det den gör med saldot, i öre.

    ``delar`` är vars och ens del av ändringen och ``utan_part_öre`` det som ingen part har; tillsammans är de
    ``ändring_öre``. ``vikter`` är vad delningen följer. ``oförklarat_öre`` är det som ett angivet saldo skiljer från det
    räknade, utöver det som avrundade belopp kan förklara, ``odelat_öre`` det av en återbetalning som ingen får, och ``osäkert_öre`` hur
    mycket saldot kan vara fel för att belopp är skrivna i tusental.
    """

    rörelse: Rörelse
    delar: Mapping[str, int]
    utan_part_öre: int
    saldo_öre: int
    vikter: Vikter | None = None
    oförklarat_öre: int = 0
    odelat_öre: int = 0
    osäkert_öre: int = 0
    hinder: str | None = None

    @property
    def ändring_öre(self) -> int:
        """Hur mycket saldot ändras."""
        return sum(self.delar.values()) + self.utan_part_öre


@dataclass(frozen=True, slots=True)
class Återbetalt:
    """En beslutad återbetalning delad: part → öre, det som ingen får, och det som hindrar den från att delas."""

    delar: dict[str, int]
    odelat_öre: int
    hinder: str | None = None


def alla_steg(bok: Bok) -> tuple[Steg, ...]:
    """Varje rörelse i ordning med saldot efter; det första saldot räknas från noll."""
    steg: list[Steg] = []
    saldo = osäkert_öre = 0
    for r in rörelser(bok):
        if r.slag == "saldo":
            ett = _mot_angivet(r, saldo, osäkert_öre + osäkert(r.angivet))
            osäkert_öre = osäkert(r.angivet) if ett.ändring_öre or r.angivet.enhet == "kr" else osäkert_öre
        elif r.verkan:
            ett = _betalas_tillbaka(bok, r, r.verkan, saldo)
        else:
            ett = _delat(bok, r, saldo)
            osäkert_öre += osäkert(r.angivet) if r.belopp_öre else 0
        saldo = ett.saldo_öre
        steg.append(replace(ett, osäkert_öre=osäkert_öre))
    return tuple(steg)


def dela_återbetalning(bok: Bok, r: Rörelse, v: Återbetalar) -> Återbetalt:
    """Det som var och en får av en beslutad återbetalning, i positiva ören."""
    parter = [p.id for p in bok.nämnd.parter if p.gäller(r.dag)]
    if v.per_part:
        return Återbetalt(dict.fromkeys(parter, v.per_part.öre), v.belopp.öre - v.per_part.öre * len(parter))
    vikter: Mapping[str, Fraction] | None = None
    nyckel = v.fördelningsnyckel or LIKA
    if nyckel == LIKA:
        vikter = dict.fromkeys(parter, Fraction(1))
    elif nyckel == INBETALT:
        vikter = vikter_för(bok, v.från_år).delar
    elif b := bok.budgetår.get(r.dag.year):
        underlag = viktunderlag(bok, b, Urval(nyckel))
        vikter = underlag.som_vikter() if isinstance(underlag, Viktunderlag) else None
    if not vikter or not any(vikter.values()):
        return Återbetalt({}, v.belopp.öre, f"nyckeln {nyckel} går inte att räkna ut för {r.beslut}")
    f = fördela(v.belopp.öre, vikter, enhet_för(v.belopp.öre))
    return Återbetalt(f.delar, f.rest)


def efter_inbetalt(bok: Bok, v: Återbetalar) -> tuple[Vikter, dict[str, int]] | None:
    """Återbetalningen delad efter vad var och en har betalat in de år som pengarna kommer från; None utan sådana år."""
    vikter = vikter_för(bok, v.från_år)
    if not any(vikter.delar.values()):
        return None
    return vikter, fördela(v.belopp.öre, vikter.delar, enhet_för(v.belopp.öre)).delar


def enhet_för(öre: int) -> Enhet:
    """Hela kronor delas i kronor, annat i ören."""
    return "öre" if öre % ÖRE["krona"] else "krona"


def _delat(bok: Bok, r: Rörelse, saldo: int) -> Steg:
    if not r.belopp_öre:
        return Steg(r, {}, 0, saldo)
    vikter = vikter_för(bok, r.från_år)
    if not any(vikter.delar.values()):
        return Steg(r, {}, r.belopp_öre, saldo + r.belopp_öre, hinder="ingen part var med")
    f = fördela(r.belopp_öre, vikter.delar, "öre")
    return Steg(r, f.delar, f.rest, saldo + r.belopp_öre, vikter)


def _betalas_tillbaka(bok: Bok, r: Rörelse, v: Återbetalar, saldo: int) -> Steg:
    delat = dela_återbetalning(bok, r, v)
    delar = {part: -öre for part, öre in delat.delar.items()}
    return Steg(r, delar, 0, saldo + sum(delar.values()), odelat_öre=delat.odelat_öre, hinder=delat.hinder)


def _mot_angivet(r: Rörelse, saldo: int, marginal: int) -> Steg:
    """Det angivna saldot gäller; det som skiljer hör inte till någon part förrän någon har förklarat det."""
    skillnad = r.angivet.öre - saldo
    förklaras = abs(skillnad) <= marginal
    if förklaras and r.angivet.enhet != "kr":
        return Steg(r, {}, 0, saldo)
    return Steg(r, {}, skillnad, r.angivet.öre, oförklarat_öre=0 if förklaras else skillnad)
