"""Verksamhetsplanen: nämndens text, aktiviteter, ekonomi och sammanträden för ett år, i den ordning de trycks."""

from typing import NamedTuple

from gns.dokument.basvy import BasVy
from gns.dokument.budget import BudgettabellVy, InitiativVy, bygg_budget
from gns.grund.block import Text
from gns.modell.bok import Bok
from gns.modell.budgetar import Budgetår
from gns.modell.innebar import FastställerSammanträden
from gns.modell.verksamhetsplan import Innehåll


class InnehållVy(NamedTuple):
    """En text, eller ordet för det som visas där."""

    text: Text | None
    visar: str | None


class AvsnittVy(NamedTuple):
    """Ett avsnitt med sitt uträknade nummer."""

    nummer: str
    rubrik: str
    nivå: int
    innehåll: tuple[InnehållVy, ...]


class AktivitetVy(NamedTuple):
    """En aktivitet."""

    aktivitet: Text
    verksamhet: tuple[str, ...]
    utfall: Text | None
    resurser: tuple[str, ...]


class SammanträdeVy(NamedTuple):
    """En planerad dag; ``datum`` är ISO."""

    datum: str
    dag: int
    månad: int
    teman: tuple[str, ...]
    föredragande: tuple[str, ...]


class VerksamhetsplanVy(NamedTuple):
    """Allt som planen visar; utan egen text är ``avsnitt`` tomt och mallen visar det som finns."""

    organ: str
    år: int
    beslut: str | None
    inledning: Text | None
    avsnitt: tuple[AvsnittVy, ...]
    aktiviteter: tuple[AktivitetVy, ...]
    tabell: BudgettabellVy | None
    bas: BasVy | None
    initiativ: tuple[InitiativVy, ...]
    sammanträden: tuple[SammanträdeVy, ...]
    sammanträdesbeslut: str | None


def bygg_verksamhetsplan(bok: Bok, år: int) -> VerksamhetsplanVy:
    """Planens fakta; KeyError om året inte finns."""
    b = bok.budgetår[år]
    plan, budget = b.verksamhetsplan, bygg_budget(bok, år)
    return VerksamhetsplanVy(
        organ=bok.nämnd.namn,
        år=år,
        beslut=b.beslut,
        inledning=plan.inledning if plan else None,
        avsnitt=tuple(_avsnitt(b)),
        aktiviteter=tuple(AktivitetVy(a.aktivitet, a.verksamhet, a.utfall, a.resurser) for a in b.aktiviteter),
        tabell=budget.tabell,
        bas=budget.bas,
        initiativ=budget.initiativ,
        sammanträden=planerade(bok, b),
        sammanträdesbeslut=b.sammanträdesbeslut,
    )


def planerade(bok: Bok, b: Budgetår) -> tuple[SammanträdeVy, ...]:
    """Årets planerade sammanträden, ur posten eller ur beslutet som fastställde dem."""
    if b.sammanträden:
        return tuple(
            SammanträdeVy(str(m.datum), m.datum.day, m.datum.month, m.teman, m.föredragande) for m in b.sammanträden
        )
    beslut = bok.verkningar(b.sammanträdesbeslut) if b.sammanträdesbeslut else ()
    dagar = next((v.dagar for v in beslut if isinstance(v, FastställerSammanträden) and v.år == b.år), ())
    return tuple(
        SammanträdeVy(str(d.datum), d.datum.day, d.datum.month, (d.tema,) if d.tema else (), ()) for d in dagar
    )


def _avsnitt(b: Budgetår) -> list[AvsnittVy]:
    ut: list[AvsnittVy] = []
    for i, a in enumerate(b.verksamhetsplan.avsnitt if b.verksamhetsplan else (), 1):
        ut.append(AvsnittVy(str(i), a.rubrik, 1, _innehåll(a.innehåll)))
        ut += (AvsnittVy(f"{i}.{j}", u.rubrik, 2, _innehåll(u.innehåll)) for j, u in enumerate(a.underavsnitt, 1))
    return ut


def _innehåll(delar: tuple[Innehåll, ...]) -> tuple[InnehållVy, ...]:
    return tuple(InnehållVy(d.text, d.visar) for d in delar)
