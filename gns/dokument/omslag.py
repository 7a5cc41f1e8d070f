"""Omslagets fakta: när, var, vilka, vem som ledde och justerar, om nämnden var beslutsför och vad som omfattas."""

import datetime as dt
from typing import NamedTuple

from gns.dokument.person import Följder, PersonVy, person
from gns.modell.anslag import Tillkännagivande
from gns.modell.bok import Bok
from gns.modell.narvaro import Ajournering, Förfall
from gns.sammantrade import deltagande
from gns.sammantrade.beslutsforhet import Beslutsförhet
from gns.sammantrade.omfattning import omfattning
from gns.sammantrade.sammantrade import Sammanträde


class PlaneradVy(NamedTuple):
    """Planerad justering."""

    plats: str | None
    datum: str
    tid: str | None


class LedareVy(NamedTuple):
    """Den som ledde mötet; följder när någon annan ledde en del av det, och (§, delbeslut) i §§ som delades."""

    namn: str
    paragrafer: Följder
    delbeslut: tuple[tuple[int, int], ...]


class FörfallVy(NamedTuple):
    """En som inte kunde komma."""

    namn: str
    parti: str | None
    anmält: str | None
    skäl: str | None


class BeslutsförhetVy(NamedTuple):
    """Beviset för beslutsförheten i några §§, eller i ett delbeslut; ``gräns`` som ”4,5”.

    ``beslutsför`` är None när det inte går att pröva; ``saknas`` säger då vad som fattas.
    """

    paragrafer: Följder
    delbeslut: int | None
    tjänstgör: int
    antal_ledamöter: int | None
    gräns: str | None
    beslutsför: bool | None
    saknas: str | None


class OmslagVy(NamedTuple):
    """Fakta på protokollets första sida; datum är ISO, tider TT:MM, följder (första §, sista §)."""

    slag: str | None
    plats: str
    offentligt: bool
    start: str | None
    slut: str | None
    ajourneringar: tuple[Ajournering, ...]
    beslutande: tuple[PersonVy, ...]
    ej_tjänstgörande: tuple[PersonVy, ...]
    övriga: tuple[PersonVy, ...]
    förfall: tuple[FörfallVy, ...]
    beslutsförhet: tuple[BeslutsförhetVy, ...]
    justerare: tuple[str, ...]
    planerad: PlaneradVy | None
    justeringsdag: str | None
    omfattar: Följder
    sekreterare: tuple[str, ...]
    ordförande: tuple[LedareVy, ...]
    byter_ordförande: bool  # om någon annan än mötets ordförande leder någon §


class AnslagVy(NamedTuple):
    """Ett tillkännagivande som det trycks under ANSLAG/BEVIS."""

    part: str | None
    omfattar: Följder
    uppsatt: str
    nedtaget: str | None
    förvaringsplats: str | None
    adress: str | None
    undertecknat_av: str | None


def bygg_omslag(bok: Bok, s: Sammanträde, nr: int | None = None) -> OmslagVy:
    """Omslagets fakta ur sammanträdet; med ``nr`` bara de som tog del i den paragrafen."""
    möte, just = s.möte, s.möte.justering
    planerad = just.planerad if just else None

    def personer(deltagare: list[deltagande.Deltagande]) -> tuple[PersonVy, ...]:
        return tuple(person(bok, möte, s.lägen, d, nr) for d in deltagare)

    return OmslagVy(
        slag=möte.slag,
        plats=möte.plats,
        offentligt=möte.offentligt,
        start=möte.start,
        slut=möte.slut,
        ajourneringar=möte.ajourneringar,
        beslutande=personer(deltagande.beslutande(möte, s.lägen, nr)),
        ej_tjänstgörande=personer(deltagande.ej_tjänstgörande(möte, s.lägen, nr)),
        övriga=personer(deltagande.övriga(möte, s.lägen, nr)),
        förfall=tuple(_förfall(bok, s, f) for f in möte.förfall),
        beslutsförhet=_beslutsförhet(s, nr),
        justerare=just.justerare if just else (),
        planerad=PlaneradVy(planerad.plats, str(planerad.datum), planerad.tid) if planerad else None,
        justeringsdag=str(just.justerat) if just and isinstance(just.justerat, dt.date) else None,
        omfattar=tuple(omfattning(p.nr for p in möte.paragrafer)),
        sekreterare=tuple(deltagande.sekreterare(möte)),
        ordförande=_ledare(s, nr),
        byter_ordförande=any(namn != s.ordföranden for namn, _, _ in deltagande.ordförande(möte, s.lägen)),
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


def _förfall(bok: Bok, s: Sammanträde, f: Förfall) -> FörfallVy:
    plats = bok.plats(f.namn, s.möte.datum)
    return FörfallVy(f.namn, plats.parti if plats else None, f.anmält, f.skäl)


def _ledare(s: Sammanträde, nr: int | None) -> tuple[LedareVy, ...]:
    ledare = deltagande.ordförande(s.möte, s.lägen if nr is None else s.i_paragraf(nr))
    if len(ledare) < 2:
        return tuple(LedareVy(namn, (), ()) for namn, _, _ in ledare)
    return tuple(
        LedareVy(n, tuple(omfattning(hela)), tuple((p.nr, p.delbeslut) for p in del_)) for n, hela, del_ in ledare
    )


def _beslutsförhet(s: Sammanträde, nr: int | None) -> tuple[BeslutsförhetVy, ...]:
    """Bevisen, ett för alla §§ som har samma; en § vars delbeslut skiljer sig får ett bevis per delbeslut."""
    rader: dict[tuple[Beslutsförhet, tuple[int, int] | None], list[int]] = {}
    for p in s.möte.paragrafer if s.möte.närvaro else ():
        if nr not in (None, p.nr):
            continue
        bevis = [(läge.punkt.delbeslut, s.beslutsförhet(läge)) for läge in s.i_paragraf(p.nr)]
        lika = len({b for _, b in bevis}) == 1
        for delbeslut, b in bevis[:1] if lika else bevis:
            rader.setdefault((b, None if lika else (p.nr, delbeslut)), []).append(p.nr)
    return tuple(_bevis(b, nummer, egen[1] if egen else None) for (b, egen), nummer in rader.items())


def _bevis(b: Beslutsförhet, nummer: list[int], delbeslut: int | None) -> BeslutsförhetVy:
    gräns = f"{float(b.gräns):g}".replace(".", ",") if b.gräns is not None else None
    följder = tuple(omfattning(nummer))
    return BeslutsförhetVy(följder, delbeslut, b.tjänstgör, b.antal_ledamöter, gräns, b.beslutsför, b.saknas)
