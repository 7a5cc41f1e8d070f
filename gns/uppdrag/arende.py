"""Ett ärende genom alla sina möten."""

import datetime as dt
from typing import NamedTuple

from gns.grund.dnr import Dnr
from gns.modell.arende import Handling
from gns.modell.bok import Bok
from gns.modell.innebar import AvslutarÄrende, Bordlägger, Återremitterar, ÅterupptarÄrende
from gns.modell.paragraf import Paragraf
from gns.modell.texter import texter
from gns.uppdrag.arendelage import Steg, Ärendeläge, läge_efter, steg_per_ärende, ärendets_rubrik
from gns.uppdrag.beslut import paragrafer
from gns.uppdrag.hanvisning import hitta
from gns.uppdrag.liv import Uppdrag, uppdrag
from gns.uppdrag.remiss import Remissbild, remissbild


class Behandling(NamedTuple):
    """En § som behandlade ärendet: besluten, och vad de gjorde med innebärens ord."""

    datum: dt.date
    nr: int
    rubrik: str
    beslut: tuple[str, ...]
    innebär: tuple[str, ...]
    bordlagt: bool
    bordlagt_till: dt.date | None
    återremitterat: bool
    utgick: bool


class Omnämnande(NamedTuple):
    """En § i ett annat ärende vars text nämner diarienumret."""

    datum: dt.date
    nr: int
    rubrik: str


class Livslopp(NamedTuple):
    """Ett ärendes hela liv så långt arkivet är läst."""

    dnr: Dnr
    rubrik: str
    läge: Ärendeläge
    behandlingar: tuple[Behandling, ...]
    uppdrag: tuple[Uppdrag, ...]
    omnämnanden: tuple[Omnämnande, ...]
    handlingar: tuple[Handling, ...]
    remiss: Remissbild | None


def livslopp(bok: Bok, dnr: Dnr) -> Livslopp:
    """Allt som har hänt i ärendet; ett ärende utan post har bara det som mötena säger."""
    steg = steg_per_ärende(bok).get(dnr, [])
    ärende = bok.ärenden.get(dnr)
    return Livslopp(
        dnr,
        ärendets_rubrik(bok, dnr, steg),
        läge_efter(steg, dnr),
        tuple(_behandling(s, s.paragraf, dnr) for s in steg if s.paragraf),
        tuple(u for u in uppdrag(bok, None) if u.dnr == str(dnr)),
        tuple(_omnämnanden(bok, dnr)),
        ärende.handlingar if ärende else (),
        remissbild(bok, ärende) if ärende else None,
    )


def _behandling(steg: Steg, p: Paragraf, dnr: Dnr) -> Behandling:
    """En § i ett annat ärende har med bara att den avslutar eller återupptar det här."""
    om_ärendet = [
        v for v in p.innebär if p.dnr == dnr or (isinstance(v, AvslutarÄrende | ÅterupptarÄrende) and v.dnr == dnr)
    ]
    bordlagda = [v for v in om_ärendet if isinstance(v, Bordlägger)]
    return Behandling(
        steg.datum,
        p.nr,
        p.rubrik,
        tuple(b.ord for b in p.beslut),
        tuple(v.typ for v in om_ärendet),
        bool(bordlagda),
        bordlagda[0].till_möte if bordlagda else None,
        any(isinstance(v, Återremitterar) for v in om_ärendet),
        p.utgår is not None,
    )


def _omnämnanden(bok: Bok, dnr: Dnr) -> list[Omnämnande]:
    return [
        Omnämnande(dag, p.nr, p.rubrik)
        for dag, _, p in paragrafer(bok)
        if p.dnr != dnr and any(h.dnr == dnr for _, text in texter(p) for h in hitta(str(text), bok.nämnd.prefix))
    ]
