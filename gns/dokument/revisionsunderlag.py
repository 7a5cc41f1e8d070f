"""Revisionsunderlaget: det som revisorerna frågar efter om ett år, med en länk från varje rad till dess post."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gns.dokument.lank import Länk, Var
from gns.dokument.revision_beslut import BeslutenVy, bygg_besluten
from gns.dokument.revision_pengar import PengarVy, bygg_pengar
from gns.dokument.revision_protokoll import ProtokollVy, bygg_protokollen
from gns.dokument.uppfoljning_arbete import AktivitetsVy, StyrningVy, bygg_aktiviteter, bygg_styrning, räkna_lägen
from gns.dokument.uppfoljning_pengar import EkonomiVy, bygg_ekonomi
from gns.dokument.verkstallt import Uppföljare
from gns.modell.arende import Anmärkning
from gns.modell.bok import Bok
from gns.modell.sigill import Sigill
from gns.uppdrag.aktiviteter import ärendegång
from gns.uppdrag.arendelage import steg_per_ärende


class FyndVy(NamedTuple):
    """Ett fynd i kontrollen, med sitt svar när någon har svarat."""

    regel: str
    lagrum: str
    nivå: str
    post: Länk
    plats: str
    text: str
    svar: str | None
    av: str | None
    datum: str | None


class OprövatVy(NamedTuple):
    """En regel som inte gick att pröva, och på hur många ställen."""

    regel: str
    fråga: str
    antal: int
    post: Länk


class KontrollVy(NamedTuple):
    """Kontrollens fynd om årets poster, de obesvarade först; ``andra`` är antalet fynd i andra års poster."""

    fynd: tuple[FyndVy, ...]
    obesvarade: int
    oprövat: tuple[OprövatVy, ...]
    andra: int


class AnmärkningVy(NamedTuple):
    """En brist som revisorerna har funnit: åtgärdad, öppen, försenad, utan åtgärd, eller inte åtgärdad när ärendet är avslutat."""

    dnr: str
    rubrik: str
    brist: str
    åtgärd: str | None
    ansvarig: str | None
    senast: str | None
    läge: str
    genom: str | None
    ärendet: str
    post: Länk


class RevisionsunderlagVy(NamedTuple):
    """Allt som underlaget visar; ``målens`` och ``momentens`` är länkarna till målen och kontrollmomenten, i ordning.

    ``rättelser`` är deras antal, och ``sigillfel`` säger varför sigillen inte gick att läsa, och är tomt när de gick det.
    """

    organ: str
    år: int
    per: str
    styrning: StyrningVy
    budgetåret: Länk
    målens: tuple[Länk, ...]
    momentens: tuple[Länk, ...]
    aktiviteter: tuple[AktivitetsVy, ...]
    aktivitetslägen: dict[str, int]
    aktiviteternas: tuple[Länk, ...]
    anmärkningar: tuple[AnmärkningVy, ...]
    åtgärdade: int
    protokoll: tuple[ProtokollVy, ...]
    rättelser: int
    sigillfel: str
    beslut: BeslutenVy
    ekonomi: EkonomiVy
    budgetens: Länk
    utfallets: Länk | None
    pengar: PengarVy
    kontroll: KontrollVy


def bygg_revisionsunderlag(  # noqa: PLR0913, PLR0917 – varje del av underlaget är en parameter
    bok: Bok,
    år: int,
    per: dt.date,
    var: Var,
    kontroll: KontrollVy,
    sigill: Sequence[tuple[Sigill, bytes]] = (),
    sigillfel: str = "",
) -> RevisionsunderlagVy:
    """Underlaget som det stod när dagen ``per`` var slut; KeyError om budgetåret inte finns."""
    b, id = bok.budgetår[år], str(år)
    anmärkningar = tuple(_anmärkningar(bok, år, per, var))
    u, styrning, aktiviteter = Uppföljare(bok, per), bygg_styrning(b, per), bygg_aktiviteter(bok, år, per)
    return RevisionsunderlagVy(
        organ=bok.nämnd.namn,
        år=år,
        per=str(per),
        styrning=styrning,
        budgetåret=var("budget", id, ("utan_mål",) if b.utan_mål else ()),
        målens=tuple(var("budget", id, ("mål", i)) for i in range(len(styrning.mål))),
        momentens=tuple(var("budget", id, ("internkontroll", "moment", i)) for i in range(len(styrning.moment))),
        aktiviteter=aktiviteter,
        aktivitetslägen=räkna_lägen(aktiviteter),
        aktiviteternas=tuple(var("budget", id, ("aktiviteter", i)) for i in range(len(aktiviteter))),
        anmärkningar=anmärkningar,
        åtgärdade=sum(a.läge == "åtgärdad" for a in anmärkningar),
        protokoll=(protokoll := bygg_protokollen(bok, år, per, sigill, var)),
        rättelser=sum(len(p.rättelser) for p in protokoll),
        sigillfel=sigillfel,
        beslut=bygg_besluten(u, år, var),
        ekonomi=(ekonomi := bygg_ekonomi(bok, b, min(per, dt.date(år, 12, 31)))),
        budgetens=var("budget", id, ("budget",) if b.budget else ("redovisat",) if b.redovisat else ()),
        utfallets=_utfallets(bok, år, ekonomi, var),
        pengar=bygg_pengar(u, b, var),
        kontroll=kontroll,
    )


def _utfallets(bok: Bok, år: int, e: EkonomiVy, var: Var) -> Länk | None:
    """Länken till perioden som utfallet kommer ur."""
    perioder = [str(p.per) for p in bok.utfall[år].perioder] if år in bok.utfall else []
    return var("utfall", str(år), ("perioder", perioder.index(e.utfall_per))) if e.utfall_per else None


def hör_till(bok: Bok, slag: str, id: str, år: int) -> bool:
    """Om posten hör till året: dess dag eller år är det, eller ärendet öppnades eller behandlades då. Nämndens och signatärernas hör till alla."""
    if slag in {"namnd", "signatarer"}:
        return True
    if slag != "arende":
        return id[:4] == str(år)
    return id.endswith(f"-{år}") or any(
        p.dnr is not None and p.dnr.filstam == id
        for dag, m in bok.möten.items()
        if dag.year == år
        for p in m.paragrafer
    )


def _anmärkningar(bok: Bok, år: int, per: dt.date, var: Var) -> Iterator[AnmärkningVy]:
    """Anmärkningarna i ärenden som är med i året, och äldre som inte är åtgärdade."""
    alla = steg_per_ärende(bok)
    for dnr, ärende in sorted(bok.ärenden.items()):
        gång = ärendegång(bok, alla, dnr, per)
        for i, a in enumerate(ärende.anmärkningar):
            åtgärdad = a.åtgärdad if a.åtgärdad and a.åtgärdad[:10] <= str(per) else None
            if dnr.år > år or (åtgärdad and not hör_till(bok, "arende", dnr.filstam, år)):
                continue
            yield AnmärkningVy(
                dnr=str(dnr),
                rubrik=ärende.rubrik,
                brist=a.brist,
                åtgärd=a.åtgärd,
                ansvarig=a.ansvarig,
                senast=str(a.senast) if a.senast else None,
                läge="åtgärdad" if åtgärdad else _öppen(a, gång.läge.tillstånd, per),
                genom=åtgärdad,
                ärendet=gång.läge.tillstånd,
                post=var("arende", dnr.filstam, ("anmärkningar", i)),
            )


def _öppen(a: Anmärkning, ärendet: str, per: dt.date) -> str:
    if ärendet == "avslutat":
        return "inte åtgärdad"
    return "försenad" if a.senast and a.senast < per else "öppen" if a.åtgärd else "utan åtgärd"
