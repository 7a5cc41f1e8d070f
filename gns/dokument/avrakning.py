"""Avräkningen som handling: rörelserna, ett konto per part och år, återbetalningarna och det som är reserverat."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gns.dokument.reserveringsvy import ReserveradVy, reserverad
from gns.fordelning.avrakning import INGEN, Avräkning, Partkonto, Årskonto, avräkna, bokfört_år
from gns.fordelning.saldo import Steg, dela_återbetalning, efter_inbetalt
from gns.modell.bok import Bok
from gns.modell.innebar import Återbetalar

_SPALTER = ("ingående", "inbetalt", "kostnad", "resultat", "använt", "återbetalt", "rättat", "utgående", "reserverat")
_ALLTID = ("ingående", "resultat", "utgående")


class RörelseVy(NamedTuple):
    """En rörelse; ``ändring_öre`` är None för det som bara sägs, ``rest`` sant för ett resultat som något redan är draget från.

    ``räknat_öre`` är saldot före ett angivet saldos rättning, och ``kan_förklaras_av`` åren utan känt resultat som då var slut.
    """

    datum: str
    dag_känd: bool
    slag: str
    vad: str
    angivet_öre: int
    angivet_enhet: str
    ändring_öre: int | None
    saldo_öre: int
    oförklarat_öre: int
    räknat_öre: int
    kan_förklaras_av: tuple[int, ...]
    odelat_öre: int
    rest: bool
    hinder: str | None
    beslut: str | None
    källa: str | None


class KontoVy(NamedTuple):
    """En parts år; raden utan namn är det som ingen part har."""

    part: str
    namn: str | None
    ingående_öre: int
    inbetalt_öre: int | None
    kostnad_öre: int | None
    resultat_öre: int
    använt_öre: int
    återbetalt_öre: int
    rättat_öre: int
    utgående_öre: int
    reserverat_öre: int


class ÅrVy(NamedTuple):
    """Ett år med sina konton; ``grund`` är det som resultatet delas efter: inbetalt, beslutat eller månader.

    ``spalter`` är de delar av kontot som någon har något i.
    """

    år: int
    grund: str
    exempeldata: bool
    resultat_känt: bool
    inbetalt_känt: bool
    post_finns: bool
    saknar_betalning: tuple[str, ...]
    spalter: tuple[str, ...]
    konton: tuple[KontoVy, ...]
    summa: KontoVy


class FårVy(NamedTuple):
    """Vad en part får, och vad den hade fått efter det inbetalda; None när det inte går att räkna ut."""

    part: str
    namn: str
    beslutat_öre: int
    efter_inbetalt_öre: int | None
    skillnad_öre: int | None


class ÅterbetalningVy(NamedTuple):
    """En beslutad återbetalning; ``grund`` är vad jämförelsen vilar på, None när den saknas."""

    beslut: str
    avser: str
    belopp_öre: int
    år: tuple[int, ...]
    grund: str | None
    exempeldata: bool
    odelat_öre: int
    hinder: str | None
    parter: tuple[FårVy, ...]
    summa: FårVy


class RegleraVy(NamedTuple):
    """Det som är kvar, eller fattas, för en part som har lämnat nämnden; utan namn det som ingen part har."""

    namn: str | None
    till: str | None
    belopp_öre: int


class GrundVy(NamedTuple):
    """Vad pengarna från ett eller flera år delas efter: inbetalt, beslutat eller månader."""

    år: tuple[int, ...]
    grund: str


class AvräkningVy(NamedTuple):
    """Hela avräkningen; ``första`` är det första året som posterna känner, ``okända_resultat`` åren utan redovisat resultat.

    ``räknat_öre`` är saldot utan det som angivna saldon har rättat.
    """

    organ: str
    från: int
    till: int
    första: int
    exempeldata: bool
    saldo_öre: int
    räknat_öre: int
    avvecklad: str | None
    okända_resultat: tuple[int, ...]
    okända_betalningar: tuple[int, ...]
    rörelser: tuple[RörelseVy, ...]
    grunder: tuple[GrundVy, ...]
    år: tuple[ÅrVy, ...]
    återbetalningar: tuple[ÅterbetalningVy, ...]
    reserveringar: tuple[ReserveradVy, ...]
    att_reglera: tuple[RegleraVy, ...]


def bygg_avräkning(bok: Bok, från: int, till: int) -> AvräkningVy:
    """Avräkningen för åren från och med ``från``; ValueError när inget budgetår finns så tidigt som ``till``."""
    a = avräkna(bok, till)
    steg = [s for s in a.steg if bokfört_år(s, a.år[0].år) >= från]
    åren = tuple(_år(bok, å) for å in a.år if å.år >= från)
    återbetalningar = tuple(_återbetalningar(bok, steg))
    okända = tuple(å.år for å in a.år if not å.resultat_känt)
    vilar = [s.vikter.exempeldata for s in steg if s.vikter]
    vilar += [*(å.exempeldata for å in åren), *(å.exempeldata for å in återbetalningar)]
    return AvräkningVy(
        organ=bok.nämnd.namn,
        från=från,
        till=till,
        första=a.år[0].år,
        exempeldata=any(vilar),
        saldo_öre=a.år[-1].summa.utgående,
        räknat_öre=a.räknat_öre,
        avvecklad=str(bok.nämnd.avvecklad) if bok.nämnd.avvecklad else None,
        okända_resultat=okända,
        okända_betalningar=tuple(å.år for å in åren if not å.inbetalt_känt),
        rörelser=tuple(_rörelse(s, okända) for s in steg),
        grunder=tuple(dict.fromkeys(GrundVy(s.rörelse.från_år, s.vikter.grund) for s in a.steg if s.vikter)),
        år=åren,
        återbetalningar=återbetalningar,
        reserveringar=tuple(reserverad(r, dt.date(till, 12, 31)) for r in a.reserveringar),
        att_reglera=tuple(_reglera(bok, a)),
    )


def _rörelse(s: Steg, okända: Sequence[int]) -> RörelseVy:
    r = s.rörelse
    return RörelseVy(
        datum=str(r.dag) if r.dag_känd else str(r.dag.year),
        dag_känd=r.dag_känd,
        slag=r.slag,
        vad=r.vad,
        angivet_öre=r.angivet.öre,
        angivet_enhet=r.angivet.enhet,
        ändring_öre=s.ändring_öre if r.slag not in ("reservering", "upphör") else None,
        saldo_öre=s.saldo_öre,
        oförklarat_öre=s.oförklarat_öre,
        räknat_öre=s.saldo_öre - s.oförklarat_öre,
        kan_förklaras_av=tuple(år for år in okända if s.oförklarat_öre and år < r.dag.year),
        odelat_öre=s.odelat_öre,
        rest=r.slag == "resultat" and r.belopp_öre != r.angivet.öre,
        hinder=s.hinder,
        beslut=r.beslut,
        källa=r.källa,
    )


def _år(bok: Bok, å: Årskonto) -> ÅrVy:
    konton = tuple(_konto(bok, k) for k in å.konton if k.part != INGEN or _har_något(k))
    return ÅrVy(
        år=å.år,
        grund=å.vikter.grund,
        exempeldata=å.vikter.exempeldata and bool(å.summa.resultat),
        resultat_känt=å.resultat_känt,
        inbetalt_känt=å.summa.inbetalt is not None,
        post_finns=å.post_finns,
        saknar_betalning=tuple(bok.part(id) or id for id in å.saknar_betalning),
        spalter=tuple(s for s in _SPALTER if s in _ALLTID or any(getattr(k, f"{s}_öre") for k in konton)),
        konton=konton,
        summa=_konto(bok, å.summa),
    )


def _har_något(k: Partkonto) -> bool:
    return any((k.ingående, k.resultat, k.använt, k.återbetalt, k.rättat, k.utgående, k.reserverat))


def _konto(bok: Bok, k: Partkonto) -> KontoVy:
    return KontoVy(
        k.part, bok.part(k.part or None), k.ingående, k.inbetalt, k.kostnad, k.resultat, k.använt, k.återbetalt,
        k.rättat, k.utgående, k.reserverat,
    )  # fmt: skip


def _återbetalningar(bok: Bok, steg: Sequence[Steg]) -> Iterator[ÅterbetalningVy]:
    return (_återbetalning(bok, s, v) for s in steg if (v := s.rörelse.verkan))


def _återbetalning(bok: Bok, s: Steg, v: Återbetalar) -> ÅterbetalningVy:
    delat = dela_återbetalning(bok, s.rörelse, v)
    jämfört = efter_inbetalt(bok, v)
    efter = jämfört[1] if jämfört else None
    idn = [p.id for p in bok.nämnd.parter if p.id in delat.delar or p.id in (efter or {})]
    return ÅterbetalningVy(
        beslut=s.rörelse.beslut or "",
        avser=v.avser,
        belopp_öre=v.belopp.öre,
        år=v.från_år,
        grund=jämfört[0].grund if jämfört else None,
        exempeldata=bool(jämfört and jämfört[0].exempeldata),
        odelat_öre=delat.odelat_öre,
        hinder=delat.hinder,
        parter=tuple(
            _får(id, bok.part(id) or id, delat.delar.get(id, 0), None if efter is None else efter.get(id, 0))
            for id in idn
        ),
        summa=_får("", "", sum(delat.delar.values()), None if efter is None else sum(efter.values())),
    )


def _får(id: str, namn: str, beslutat: int, efter: int | None) -> FårVy:
    return FårVy(id, namn, beslutat, efter, None if efter is None else beslutat - efter)


def _reglera(bok: Bok, a: Avräkning) -> Iterator[RegleraVy]:
    parter = {p.id: p for p in bok.nämnd.parter}
    for id, öre in a.att_reglera(bok).items():
        part = parter.get(id)
        yield RegleraVy(part.namn if part else None, str(part.till) if part and part.till else None, öre)
