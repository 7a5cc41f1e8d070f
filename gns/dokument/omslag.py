"""Omslagets fakta: när, var, vilka, vem som justerar och vad som omfattas."""

import datetime as dt
from dataclasses import dataclass, replace

from gns.modell.anslag import Tillkännagivande
from gns.modell.bok import Bok
from gns.modell.mote import Möte
from gns.modell.narvaro import Ajournering, Förfall, Närvarande
from gns.sammantrade import narvaro
from gns.sammantrade.omfattning import omfattning


@dataclass(frozen=True, slots=True)
class PersonVy:
    """En person som den trycks; ``part`` är partens namn, ``paragrafer`` följder när den inte beslutar i alla §§."""

    namn: str
    parti: str | None = None
    roll: str | None = None
    part: str | None = None
    deltar: str | None = None
    ersätter: "PersonVy | None" = None
    paragrafer: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class PlaneradVy:
    """Planerad justering."""

    plats: str | None
    datum: str
    tid: str | None


@dataclass(frozen=True, slots=True)
class OmslagVy:
    """Fakta på protokollets första sida; datum är ISO, tider TT:MM, följder (första §, sista §)."""

    plats: str
    start: str | None
    slut: str | None
    ajourneringar: tuple[Ajournering, ...]
    beslutande: tuple[PersonVy, ...]
    ej_tjänstgörande: tuple[PersonVy, ...]
    övriga: tuple[PersonVy, ...]
    förfall: tuple[Förfall, ...]
    justerare: tuple[str, ...]
    planerad: PlaneradVy | None
    justeringsdag: str | None
    omfattar: tuple[tuple[int, int], ...]
    sekreterare: tuple[str, ...]
    ordförande: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AnslagVy:
    """Ett tillkännagivande som det trycks under ANSLAG/BEVIS."""

    part: str | None
    omfattar: tuple[tuple[int, int], ...]
    uppsatt: str
    nedtaget: str | None
    förvaringsplats: str | None
    adress: str | None
    undertecknat_av: str | None


def bygg_omslag(bok: Bok, möte: Möte, nr: int | None = None) -> OmslagVy:
    """Omslagets fakta ur mötets post; med ``nr`` bara de som tog del i den paragrafen."""
    just = möte.justering
    planerad = just.planerad if just else None
    return OmslagVy(
        plats=möte.plats,
        start=möte.start,
        slut=möte.slut,
        ajourneringar=möte.ajourneringar,
        beslutande=tuple(_beslutande(bok, möte, t, nr) for t in narvaro.beslutande(möte, nr)),
        ej_tjänstgörande=_personer(bok, narvaro.ej_tjänstgörande(möte, nr)),
        övriga=_personer(bok, narvaro.övriga(möte)),
        förfall=möte.förfall,
        justerare=just.justerare if just else (),
        planerad=PlaneradVy(planerad.plats, str(planerad.datum), planerad.tid) if planerad else None,
        justeringsdag=str(just.justerat) if just and isinstance(just.justerat, dt.date) else None,
        omfattar=tuple(omfattning(p.nr for p in möte.paragrafer)),
        sekreterare=tuple(narvaro.med_roll(möte, "sekreterare")),
        ordförande=tuple(narvaro.med_roll(möte, "tjänstgörande ordförande", "ordförande")),
    )


def bygg_anslag(bok: Bok, anslag: Tillkännagivande) -> AnslagVy:
    """Ett tillkännagivandes fakta."""
    return AnslagVy(
        part=bok.part(anslag.part),
        omfattar=tuple(omfattning(anslag.paragrafer)),
        uppsatt=str(anslag.uppsatt),
        nedtaget=str(anslag.nedtaget) if anslag.nedtaget else None,
        förvaringsplats=anslag.förvaringsplats,
        adress=anslag.adress,
        undertecknat_av=anslag.undertecknat_av,
    )


def _personer(bok: Bok, närvarande: list[Närvarande]) -> tuple[PersonVy, ...]:
    return tuple(PersonVy(n.namn, n.parti, n.roll, bok.part(n.part), n.deltar) for n in närvarande)


def _beslutande(bok: Bok, möte: Möte, t: narvaro.Tjänstgöring, nr: int | None) -> PersonVy:
    (vy,) = _personer(bok, [t.person])
    i_alla = nr is not None or len(t.paragrafer) == len(möte.paragrafer)
    return replace(
        vy, ersätter=_ersatt(bok, möte, t.ersätter), paragrafer=() if i_alla else tuple(omfattning(t.paragrafer))
    )


def _ersatt(bok: Bok, möte: Möte, namn: str | None) -> PersonVy | None:
    if not namn:
        return None
    plats = bok.plats(namn, möte.datum)
    return PersonVy(namn, plats.parti if plats else None)
