"""Uppföljningens pengar: utfallet mot budgeten med prognos, det redovisade resultatet, sparade medel och reserveringar."""

import datetime as dt
from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from gns.dokument.reserveringsvy import ReserveradVy, reserverad
from gns.fordelning.arsprognos import Årsprognos, bedömd_prognos, hela_året, radprognos
from gns.fordelning.avrakning import reserveringar
from gns.fordelning.budgetsummor import Radbelopp, budgetsummor
from gns.fordelning.saldo import Steg, alla_steg
from gns.fordelning.utfall import Radutfall, periodutfall
from gns.grund.belopp import Belopp
from gns.grund.block import Text
from gns.modell.bok import Bok
from gns.modell.budgetar import Budgetår
from gns.modell.medel import Redovisat
from gns.modell.prognos import Prognos
from gns.modell.utfall import Period, Utfall


class RadVy(NamedTuple):
    """En rad i ören; ``grund`` är vad prognosen vilar på. ``avvikelse_öre`` är prognosen minus budgeten."""

    namn: str
    budget_öre: int | None
    utfall_öre: int | None
    prognos_öre: int | None
    grund: str | None
    avvikelse_öre: int | None


class GruppVy(NamedTuple):
    """En av budgetens grupper."""

    namn: str
    rader: tuple[RadVy, ...]
    summa: RadVy


class BedömdVy(NamedTuple):
    """En prognos som någon har gjort."""

    per: str
    källa: str


class RedovisatVy(NamedTuple):
    """Ett redovisat resultat; ``text`` är vad som sades om det, ur posten eller ur § som ``text_ur`` nämner.

    ``stämmer`` är om utfallets rader ger samma resultat, None utan rader den dagen; ``radernas_öre`` är vad de ger då, och
    ``skiljer_öre`` hur mycket det skiljer, utan tecken.
    """

    per: str
    resultat_öre: int
    enhet: str
    källa: str
    behandlad: str | None
    prognos_öre: int
    grund: str
    text: Text | None
    text_ur: str | None
    stämmer: bool | None
    radernas_öre: int | None
    skiljer_öre: int


class EkonomiVy(NamedTuple):
    """Budget, utfall och prognos; ``utfall_per`` är None när inget utfall är inläst, ``utan`` det bokförda utan budgetrad.

    ``radernas_öre`` är radernas prognos tillsammans, när resultatets är bedömd för sig, och ``skiljer_öre`` det bedömda minus
    den. ``redovisat`` är det senaste redovisade
    resultatet, och ``nyast`` sant när det är senare än utfallet.
    """

    utfall_per: str | None
    källa: str | None
    grupper: tuple[GruppVy, ...]
    utan: RadVy | None
    resultat: RadVy | None
    radernas_öre: int | None
    skiljer_öre: int
    grunder: tuple[str, ...]
    bedömd: BedömdVy | None
    redovisat: RedovisatVy | None
    nyast: bool


class OförklaratVy(NamedTuple):
    """Ett angivet saldo som skiljer sig från rörelserna."""

    datum: str
    öre: int


class MedelVy(NamedTuple):
    """Sparade medel; ``saldo_öre`` är None när posterna inte känner några. ``saldo_dag`` är den senaste rörelsens dag, eller år."""

    saldo_öre: int | None
    saldo_dag: str | None
    oförklarat: tuple[OförklaratVy, ...]
    reserverat_öre: int
    reserveringar: tuple[ReserveradVy, ...]


def bygg_ekonomi(bok: Bok, b: Budgetår, per: dt.date) -> EkonomiVy:
    """Ekonomin som den stod när dagen ``per`` var slut."""
    utfall = bok.utfall.get(b.år)
    period = max((p for p in utfall.perioder if p.per <= per), key=lambda p: p.per, default=None) if utfall else None
    bedömd = bedömd_prognos(b, per, period.per if period else None)
    grupper: tuple[GruppVy, ...] = ()
    utan = resultat = None
    if utfall and period:
        grupper, utan, resultat = _mot_budget(bok, utfall, period, bedömd)
    elif summor := budgetsummor(bok, b):
        grupper = tuple(_grupp(g.grupp.namn, [_utan_utfall(r, bedömd) for r in g.rader]) for g in summor.grupper)
        resultat = _resultat([g.summa for g in grupper], bedömd)
    elif bedömd and bedömd.resultat:
        resultat = RadVy("", None, None, bedömd.resultat.öre, "posten", None)
    radernas = _radernas(grupper, utan) if resultat and resultat.grund == "posten" else None
    redovisat = max((r for r in b.redovisat if r.per <= per), key=lambda r: r.per, default=None)
    alla = [r.grund for g in grupper for r in g.rader] + [r.grund for r in (utan, resultat) if r]
    return EkonomiVy(
        utfall_per=str(period.per) if period else None,
        källa=period.källa if period else None,
        grupper=grupper,
        utan=utan,
        resultat=resultat,
        radernas_öre=radernas,
        skiljer_öre=_skiljer(resultat, radernas),
        grunder=tuple(dict.fromkeys(g for g in alla if g)),
        bedömd=BedömdVy(str(bedömd.per), bedömd.källa) if bedömd else None,
        redovisat=_redovisat(bok, redovisat, bedömd, period, resultat) if redovisat else None,
        nyast=redovisat is not None and (period is None or redovisat.per > period.per),
    )


def bygg_medel(bok: Bok, år: int, per: dt.date) -> MedelVy:
    """Sparade medel dagen ``per``: saldot, och de reserveringar som gäller då eller har gällt under året."""
    steg = [s for s in alla_steg(bok) if s.rörelse.dag <= per]
    alla = reserveringar(bok, per)
    visas = [r for r in alla if r.kvar or r.post.beslut[:4] == str(år) or (r.post.upphör or "")[:4] == str(år)]
    return MedelVy(
        saldo_öre=steg[-1].saldo_öre if steg else None,
        saldo_dag=_dagen(steg[-1]) if steg else None,
        oförklarat=tuple(OförklaratVy(_dagen(s), s.oförklarat_öre) for s in steg if s.oförklarat_öre),
        reserverat_öre=sum(r.kvar for r in alla),
        reserveringar=tuple(reserverad(r, per) for r in visas),
    )


def _dagen(s: Steg) -> str:
    """Dagen, eller året när bara det är känt."""
    return str(s.rörelse.dag) if s.rörelse.dag_känd else str(s.rörelse.dag.year)


def _mot_budget(
    bok: Bok, u: Utfall, p: Period, bedömd: Prognos | None
) -> tuple[tuple[GruppVy, ...], RadVy | None, RadVy]:
    """Grupperna, det bokförda utan budgetrad, och resultatet, där allt det bokförda är med."""
    ut = periodutfall(bok, u, p)
    grupper = tuple(
        _grupp(namn, [_rad(r, radprognos(r, p.per, bedömd)) for r in rader])
        for namn, rader in groupby(ut.rader, key=lambda r: r.grupp)
    )
    på_rader = sum(r.utfall_öre for r in ut.rader)
    utan = None
    if ut.utan:
        rad = Radutfall("", "", 0 if ut.rader else None, ut.summa_öre - på_rader)
        utan = _rad(rad, hela_året(rad.utfall_öre, p.per))
    return grupper, utan, _resultat([*(g.summa for g in grupper), *([utan] if utan else [])], bedömd)


def _resultat(summor: list[RadVy], bedömd: Prognos | None) -> RadVy:
    """Summornas summa, med det bedömda resultatet som prognos om det finns och året inte är slut."""
    resultat = _summa(summor)
    if bedömd and bedömd.resultat and resultat.grund != "bokslut":
        return _med(resultat, Årsprognos(bedömd.resultat.öre, "posten"))
    return resultat


def _radernas(grupper: tuple[GruppVy, ...], utan: RadVy | None) -> int | None:
    delar = [*(g.summa.prognos_öre for g in grupper), *([utan.prognos_öre] if utan else [])]
    return None if not delar or None in delar else sum(d for d in delar if d is not None)


def _skiljer(resultat: RadVy | None, radernas: int | None) -> int:
    """Resultatets prognos minus radernas, 0 när någon av dem inte är känd."""
    if resultat is None or resultat.prognos_öre is None or radernas is None:
        return 0
    return resultat.prognos_öre - radernas


def _utan_utfall(r: Radbelopp, bedömd: Prognos | None) -> RadVy:
    """En budgetrad när inget utfall är inläst; prognosen är känd bara när raden är bedömd eller beslutad."""
    rad = RadVy(r.rad.namn, r.öre, None, None, None, None)
    belopp = next((p.belopp for p in bedömd.rader if p.rad == r.rad.namn), None) if bedömd else None
    if belopp:
        return _med(rad, Årsprognos(belopp.öre, "posten"))
    return _med(rad, Årsprognos(r.öre, "beslutat")) if bedömd and r.rad.hämtas and r.öre is not None else rad


def _rad(r: Radutfall, prognos: Årsprognos) -> RadVy:
    return _med(RadVy(r.namn, r.budget_öre, r.utfall_öre, None, None, None), prognos)


def _med(rad: RadVy, prognos: Årsprognos) -> RadVy:
    avvikelse = None if rad.budget_öre is None else prognos.öre - rad.budget_öre
    return rad._replace(prognos_öre=prognos.öre, grund=prognos.grund, avvikelse_öre=avvikelse)


def _grupp(namn: str, rader: list[RadVy]) -> GruppVy:
    return GruppVy(namn, tuple(rader), _summa(rader))


def _summa(rader: Iterable[RadVy]) -> RadVy:
    """Radernas summa; okänd där någon av dem är det."""
    lista = list(rader)
    budget, utfall, prognos, avvikelse = (
        None if any(v is None for v in spalt) else sum(v or 0 for v in spalt)
        for spalt in zip(*((r.budget_öre, r.utfall_öre, r.prognos_öre, r.avvikelse_öre) for r in lista), strict=True)
    )
    grund = lista[0].grund if len({r.grund for r in lista}) == 1 else None
    return RadVy("", budget, utfall, prognos, grund, avvikelse)


def _redovisat(
    bok: Bok, r: Redovisat, bedömd: Prognos | None, period: Period | None, resultat: RadVy | None
) -> RedovisatVy:
    prognos = hela_året(r.resultat.öre, r.per)
    if bedömd and bedömd.resultat and prognos.grund != "bokslut":
        prognos = Årsprognos(bedömd.resultat.öre, "posten")
    text, ur = _texten(bok, r)
    samma_dag = period is not None and period.per == r.per
    radernas = resultat.utfall_öre if resultat and samma_dag else None
    stämmer = None if radernas is None else r.resultat.motsvarar(Belopp(radernas))
    return RedovisatVy(
        str(r.per), r.resultat.öre, r.resultat.enhet, r.källa, r.behandlad, prognos.öre, prognos.grund, text, ur, stämmer,
        radernas, 0 if radernas is None else abs(radernas - r.resultat.öre),
    )  # fmt: skip


def _texten(bok: Bok, r: Redovisat) -> tuple[Text | None, str | None]:
    """Kommentaren i posten, annars sammanfattningen i § som behandlade rapporten."""
    funnen = bok.paragrafen(r.behandlad) if r.behandlad and not r.kommentar else None
    if funnen and funnen[1].sammanfattning:
        return funnen[1].sammanfattning, r.behandlad
    return r.kommentar, None
