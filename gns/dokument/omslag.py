"""Omslagets fakta: när, var, vilka, vem som justerar och vad som omfattas."""

from dataclasses import dataclass

from gns.modell.anslag import Tillkännagivande
from gns.modell.bok import Bok
from gns.modell.mote import Möte
from gns.modell.narvaro import Ajournering, Förfall, Närvarande
from gns.sammantrade import narvaro
from gns.sammantrade.omfattning import omfattning


@dataclass(frozen=True, slots=True)
class PersonVy:
    """En person som den trycks; ``part`` är partens namn."""

    namn: str
    parti: str | None = None
    roll: str | None = None
    part: str | None = None
    deltar: str | None = None
    ersätter: "PersonVy | None" = None


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


def bygg_omslag(bok: Bok, möte: Möte) -> OmslagVy:
    """Omslagets fakta ur mötets post."""
    just = möte.justering
    planerad = just.planerad if just else None
    return OmslagVy(
        plats=möte.plats,
        start=möte.start,
        slut=möte.slut,
        ajourneringar=möte.ajourneringar,
        beslutande=_personer(bok, möte, narvaro.beslutande(möte)),
        ej_tjänstgörande=_personer(bok, möte, narvaro.ej_tjänstgörande(möte)),
        övriga=_personer(bok, möte, narvaro.övriga(möte)),
        förfall=möte.förfall,
        justerare=just.justerare if just else (),
        planerad=PlaneradVy(planerad.plats, str(planerad.datum), planerad.tid) if planerad else None,
        omfattar=tuple(omfattning(p.nr for p in möte.paragrafer)),
        sekreterare=tuple(narvaro.med_roll(möte, "sekreterare")),
        ordförande=tuple(narvaro.med_roll(möte, "ordförande")),
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


def _personer(bok: Bok, möte: Möte, närvarande: list[Närvarande]) -> tuple[PersonVy, ...]:
    return tuple(
        PersonVy(n.namn, n.parti, n.roll, bok.part(n.part), n.deltar, _ersatt(bok, möte, n)) for n in närvarande
    )


def _ersatt(bok: Bok, möte: Möte, närvarande: Närvarande) -> PersonVy | None:
    if not närvarande.ersätter:
        return None
    plats = bok.plats(närvarande.ersätter, möte.datum)
    return PersonVy(närvarande.ersätter, plats.parti if plats else None)
