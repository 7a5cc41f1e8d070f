"""Uppföljningens arbete: mål, intern kontroll, aktiviteter, uppdrag och sammanträden som de stod en viss dag."""

import datetime as dt
from fractions import Fraction
from typing import Literal, NamedTuple, get_args

from gns.dokument.register import ref
from gns.dokument.register_uppdrag import Uppdragsrad, uppdragsrad
from gns.grund.block import Text
from gns.modell.bok import Bok
from gns.modell.budgetar import Budgetår
from gns.modell.styrning import Indikator, Kontrollmoment
from gns.uppdrag.aktiviteter import Aktivitetsgång, Ärendegång, aktiviteterna
from gns.uppdrag.liv import Uppdrag, uppdrag
from gns.uppdrag.sammantraden import hållna, planens_utfall


class IndikatorVy(NamedTuple):
    """En indikator och dess senaste mätning; ``nått`` är None när inget är mätt."""

    namn: str
    enhet: str | None
    riktning: str
    målvärde: Fraction
    värde: Fraction | None
    per: str | None
    källa: str | None
    nått: bool | None


class MålVy(NamedTuple):
    """Ett mål."""

    mål: str
    beslut: str | None
    indikatorer: tuple[IndikatorVy, ...]


class MomentVy(NamedTuple):
    """En kontroll: gjord, gjord sent, försenad eller återstår."""

    risk: str
    kontroll: str
    ansvarig: str | None
    senast: str | None
    tillstånd: str
    utfört: str | None
    resultat: str | None


class StyrningVy(NamedTuple):
    """Målen och den interna kontrollen; ``utan_mål`` är handlingen som säger att målen saknas.

    ``nådda``, ``inte_nådda`` och ``omätta`` räknar indikatorerna, och ``gjorda`` kontrollmomenten.
    """

    mål: tuple[MålVy, ...]
    utan_mål: str | None
    nådda: int
    inte_nådda: int
    omätta: int
    gjorda: int
    har_plan: bool
    planens_beslut: str | None
    moment: tuple[MomentVy, ...]


class ÄrendebeslutVy(NamedTuple):
    """Ett beslut i ett ärende."""

    paragraf: str
    beslut: tuple[Text, ...]


class ÄrendeVy(NamedTuple):
    """Ett ärende: öppet, bordlagt, återremitterat eller avslutat, och av vilken § (eller dag)."""

    dnr: str
    rubrik: str
    tillstånd: str
    genom: str | None
    beslut: tuple[ÄrendebeslutVy, ...]


Aktivitetsläge = Literal["påbörjad", "ej påbörjad", "inget ärende"]


class AktivitetsVy(NamedTuple):
    """En aktivitet och dess ärenden."""

    aktivitet: Text
    läge: Aktivitetsläge
    ärenden: tuple[ÄrendeVy, ...]


class UppdragVy(NamedTuple):
    """Uppdragen som gavs eller avgjordes under året, eller är öppna, och hur många av varje."""

    rader: tuple[Uppdragsrad, ...]
    givna: int
    öppna: int
    försenade: int
    avslutade: int
    återtagna: int


class SammanträdeVy(NamedTuple):
    """En dag: hölls, flyttat (troligen till ``hölls``), kommande, okänt, eller utanför planen; då är ``planerat`` None."""

    planerat: str | None
    hölls: str | None
    var: str | None
    läge: str


class SammanträdenVy(NamedTuple):
    """Årets sammanträden; ``planerade`` räknar dagarna till och med dagen för uppföljningen."""

    rader: tuple[SammanträdeVy, ...]
    har_plan: bool
    planerade: int
    hållna: int
    okända: int


def bygg_styrning(b: Budgetår, per: dt.date) -> StyrningVy:
    """Målen med sina mätningar, och kontrollmomenten, som de stod dagen ``per``."""
    plan = b.internkontroll
    mål = tuple(MålVy(m.mål, m.beslut, tuple(_indikator(i, per) for i in m.indikatorer)) for m in b.mål)
    nått = [i.nått for m in mål for i in m.indikatorer]
    moment = tuple(_moment(m, per) for m in (plan.moment if plan else ()))
    return StyrningVy(
        mål=mål,
        utan_mål=b.utan_mål,
        nådda=nått.count(True),
        inte_nådda=nått.count(False),
        omätta=nått.count(None),
        gjorda=sum(m.utfört is not None for m in moment),
        har_plan=plan is not None,
        planens_beslut=plan.beslut if plan else None,
        moment=moment,
    )


def bygg_aktiviteter(bok: Bok, år: int, per: dt.date) -> tuple[AktivitetsVy, ...]:
    """Årets aktiviteter."""
    return tuple(_aktivitet(a) for a in aktiviteterna(bok, år, per))


def räkna_lägen(aktiviteter: tuple[AktivitetsVy, ...]) -> dict[str, int]:
    """Hur många aktiviteter som har varje läge."""
    return {läge: sum(a.läge == läge for a in aktiviteter) for läge in get_args(Aktivitetsläge)}


def bygg_årets_uppdrag(bok: Bok, år: int, per: dt.date) -> UppdragVy:
    """Uppdragen som de stod när dagen ``per`` var slut."""
    alla = [u for u in uppdrag(bok, per) if u.tillstånd == "öppet" or år in (u.datum.year, _avgjort(u))]
    avgjorda = [u for u in alla if _avgjort(u) == år]
    return UppdragVy(
        rader=tuple(uppdragsrad(bok, u, per) for u in alla),
        givna=sum(u.datum.year == år for u in alla),
        öppna=sum(u.tillstånd == "öppet" for u in alla),
        försenade=sum(u.försenat(per) for u in alla),
        avslutade=sum(u.tillstånd == "avslutat" for u in avgjorda),
        återtagna=sum(u.tillstånd == "återtaget" for u in avgjorda),
    )


def bygg_sammanträden(bok: Bok, år: int, per: dt.date) -> SammanträdenVy:
    """Planens dagar mot mötena som har hållits, och mötena utanför planen."""
    hölls = {dag: h for dag, h in hållna(bok).items() if dag <= per}
    rader = []
    for planerat, hållet in planens_utfall(bok, år, hölls, per):
        dag = planerat.datum
        if hållet:
            läge = "hölls" if hållet.datum == dag else "flyttat"
            rader.append(SammanträdeVy(str(dag), str(hållet.datum), hållet.var, läge))
        else:
            rader.append(SammanträdeVy(str(dag), None, None, "kommande" if dag > per else "okänt"))
    med = {r.hölls for r in rader}
    utanför = [
        SammanträdeVy(None, str(dag), h.var, "utanför planen")
        for dag, h in hölls.items()
        if dag.year == år and str(dag) not in med
    ]
    alla = sorted((*rader, *utanför), key=lambda r: r.planerat or r.hölls or "")
    return SammanträdenVy(
        rader=tuple(alla),
        har_plan=bool(rader),
        planerade=sum(r.planerat is not None and r.planerat <= str(per) for r in rader),
        hållna=sum(r.hölls is not None for r in alla),
        okända=sum(r.läge == "okänt" for r in alla),
    )


def _indikator(i: Indikator, per: dt.date) -> IndikatorVy:
    m = max((m for m in i.mätningar if m.per <= per), key=lambda m: m.per, default=None)
    if m is None:
        return IndikatorVy(i.namn, i.enhet, i.riktning, i.målvärde, None, None, None, None)
    return IndikatorVy(i.namn, i.enhet, i.riktning, i.målvärde, m.värde, str(m.per), m.källa, i.når(m))


def _moment(m: Kontrollmoment, per: dt.date) -> MomentVy:
    gjord = m.utfört is not None and m.utfört <= per
    sent = m.senast is not None and (m.utfört if gjord and m.utfört else per) > m.senast
    tillstånd = ("gjord sent" if sent else "gjord") if gjord else ("försenad" if sent else "återstår")
    return MomentVy(
        m.risk, m.kontroll, m.ansvarig, str(m.senast) if m.senast else None, tillstånd,
        str(m.utfört) if gjord else None, m.resultat if gjord else None,
    )  # fmt: skip


def _aktivitet(g: Aktivitetsgång) -> AktivitetsVy:
    läge: Aktivitetsläge = "påbörjad" if g.ärenden else "ej påbörjad" if g.aktivitet.ej_påbörjad else "inget ärende"
    return AktivitetsVy(g.aktivitet.aktivitet, läge, tuple(map(_ärende, g.ärenden)))


def _ärende(g: Ärendegång) -> ÄrendeVy:
    läge = g.läge
    genom = ref(läge.sedan, läge.nr) if läge.sedan and läge.nr else str(läge.sedan) if läge.sedan else None
    beslut = tuple(ÄrendebeslutVy(ref(dag, p.nr), p.beslut) for dag, p in g.paragrafer if p.beslut)
    return ÄrendeVy(str(g.dnr), g.rubrik, läge.tillstånd, genom, beslut)


def _avgjort(u: Uppdrag) -> int | None:
    """Året då uppdraget återtogs eller avslutades, eller None när det är öppet."""
    return None if u.tillstånd == "öppet" else u.händelser[-1].datum.year
