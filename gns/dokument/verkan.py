"""Vad ett beslut gör, i ord: innebär-raderna som en läsare av registren ser dem."""

from collections.abc import Iterable
from typing import assert_never

from gns.modell.innebar import (
    AvslutarUppdrag,
    AvslutarÄrende,
    Balanserar,
    Bordlägger,
    Fastställer,
    FastställerSammanträden,
    GerUppdrag,
    Godkänner,
    GodkännerProtokoll,
    Innebär,
    LämnarÖverUppdrag,
    OmPengar,
    OmUppdrag,
    RedovisarUppdrag,
    Reserverar,
    Utser,
    ÄndrarUppdrag,
    Återbetalar,
    Återremitterar,
    ÅtertarUppdrag,
    ÅterupptarÄrende,
)


def verkan_i_ord(v: Innebär) -> str:
    """En verkan som en sats utan punkt: ``återtar uppdraget 2020-05-29 § 14 från regiondirektören``."""
    match v:
        case Fastställer() | Återbetalar() | Reserverar() | Balanserar():
            return _om_pengar(v)
        case (
            GerUppdrag()
            | ÄndrarUppdrag()
            | LämnarÖverUppdrag()
            | RedovisarUppdrag()
            | ÅtertarUppdrag()
            | AvslutarUppdrag()
        ):
            return _om_uppdrag(v)
        case AvslutarÄrende() | ÅterupptarÄrende() | Återremitterar() | Bordlägger():
            return _om_ärendet(v)
        case Utser():
            return f"utser {_och(v.personer)} till {v.till}"
        case GodkännerProtokoll():
            return f"godkänner protokollet från {v.möte}"
        case FastställerSammanträden():
            return f"fastställer sammanträden {v.år}: {_och(str(d.datum) for d in v.dagar)}"
        case Godkänner():
            return f"godkänner {v.rapport}"
    assert_never(v)


def _om_pengar(v: OmPengar) -> str:
    if isinstance(v, Fastställer):
        return f"fastställer {v.avser} {v.budgetår}: {v.belopp}"
    if isinstance(v, Reserverar):
        return f"reserverar {v.belopp} till {v.ändamål}"
    if isinstance(v, Balanserar):
        return f"för {v.belopp} från {v.från_år} till {v.till_år}"
    return f"återbetalar {v.avser}: {v.belopp}" + (f", {v.per_part} till varje part" if v.per_part else "")


def _om_ärendet(v: AvslutarÄrende | ÅterupptarÄrende | Återremitterar | Bordlägger) -> str:
    if isinstance(v, Återremitterar):
        return "återremitterar ärendet" + (f" till {v.till}" if v.till else "")
    if isinstance(v, Bordlägger):
        return "bordlägger ärendet" + (f" till mötet {v.till_möte}" if v.till_möte else "")
    return f"{v.typ.removesuffix(' ärende')} ärendet {v.dnr}"


def _om_uppdrag(v: GerUppdrag | OmUppdrag) -> str:
    if isinstance(v, GerUppdrag):
        return f"ger uppdrag till {_och(v.till)}" + (f", klart senast {v.senast}" if v.senast else "")
    vad = "tar emot redovisning av" if isinstance(v, RedovisarUppdrag) else v.typ.removesuffix(" uppdrag")
    vems = "för" if isinstance(v, ÄndrarUppdrag | AvslutarUppdrag) else "från"
    hade = f" {vems} {_och(v.till)}" if v.till else ""
    får = f" till {_och(v.övertas_av)}" if isinstance(v, LämnarÖverUppdrag) else ""
    senast = f", klart senast {v.senast}" if isinstance(v, ÄndrarUppdrag) and v.senast else ""
    return f"{vad} uppdraget {v.uppdrag}{hade}{får}{senast}"


def _och(namn: Iterable[str]) -> str:
    *först, sist = namn
    return f"{', '.join(först)} och {sist}" if först else sist
