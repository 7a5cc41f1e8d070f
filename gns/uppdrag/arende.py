"""Ett ärende genom alla sina möten."""

import datetime as dt
from typing import NamedTuple

from gns.grund.dnr import Dnr
from gns.modell.arende import Handling
from gns.modell.bok import Bok
from gns.modell.innebar import AvslutarÄrende, Innebär, ÅterupptarÄrende
from gns.modell.paragraf import Paragraf
from gns.modell.texter import texter
from gns.uppdrag.arendelage import Steg, Ärendeläge, läge_efter, steg_per_ärende, ärendets_rubrik
from gns.uppdrag.beslut import paragrafer
from gns.uppdrag.hanvisning import hitta
from gns.uppdrag.liv import Uppdrag, uppdrag


class Behandling(NamedTuple):
    """En § som behandlade ärendet, och det av innebärens verkningar som rör ärendet."""

    datum: dt.date
    nr: int
    paragraf: Paragraf
    verkningar: tuple[Innebär, ...]


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
    )


def _behandling(steg: Steg, p: Paragraf, dnr: Dnr) -> Behandling:
    """En § i ett annat ärende har med bara att den avslutar eller återupptar det här."""
    om_ärendet = (
        v for v in p.innebär if p.dnr == dnr or (isinstance(v, AvslutarÄrende | ÅterupptarÄrende) and v.dnr == dnr)
    )
    return Behandling(steg.datum, p.nr, p, tuple(om_ärendet))


def _omnämnanden(bok: Bok, dnr: Dnr) -> list[Omnämnande]:
    return [
        Omnämnande(dag, p.nr, p.rubrik)
        for dag, _, p in paragrafer(bok)
        if p.dnr != dnr and any(h.dnr == dnr for _, text in texter(p) for h in hitta(str(text), bok.nämnd.prefix))
    ]
