"""Om ett ärende är öppet, vilande eller avslutat, uträknat ur §§ och registrators avslut."""

import datetime as dt
from collections.abc import Iterator
from typing import Literal, NamedTuple

from gns.grund.dnr import Dnr
from gns.modell.bok import Bok
from gns.modell.innebar import AvslutarÄrende, Bordlägger, Innebär, Återremitterar, ÅterupptarÄrende
from gns.modell.paragraf import Paragraf
from gns.uppdrag.beslut import Fynd, beslutsföljd, paragrafer

FöreParagrafen = Literal["inget ärende", "öppet", "avslutat"]
_EFTER_MÖTET = 10**6  # en plats efter alla §§: registrator avslutar efter dagens möte


class Ärendeläge(NamedTuple):
    """Var ärendet står och beslutet som ställde det där; ``nr`` är None när registrator avslutade det."""

    tillstånd: Literal["öppet", "bordlagt", "återremitterat", "avslutat"] = "öppet"
    sedan: dt.date | None = None
    nr: int | None = None
    till_möte: dt.date | None = None


class Steg(NamedTuple):
    """En § som rör ärendet, med sin plats i mötets post; paragraf är None för registrators avslut."""

    datum: dt.date
    plats: int
    paragraf: Paragraf | None

    @property
    def nr(self) -> int | None:
        """Paragrafens nummer, eller None när det är registrators avslut."""
        return self.paragraf.nr if self.paragraf else None


def steg_per_ärende(bok: Bok) -> dict[Dnr, list[Steg]]:
    """Varje ärendes steg i tidens ordning: §§ som behandlar, avslutar eller återupptar det, och registrators avslut."""
    alla: dict[Dnr, list[Steg]] = {}
    for dag, i, p in paragrafer(bok):
        rörda = [v.dnr for v in p.innebär if isinstance(v, AvslutarÄrende | ÅterupptarÄrende)]
        for dnr in dict.fromkeys([*([p.dnr] if p.dnr else []), *rörda]):
            alla.setdefault(dnr, []).append(Steg(dag, i, p))
    for dnr, ärende in bok.ärenden.items():
        if ärende.avslutat:
            steg = alla.setdefault(dnr, [])
            steg.append(Steg(ärende.avslutat.datum, _EFTER_MÖTET, None))
            steg.sort(key=lambda s: (s.datum, s.plats))
    return alla


def läge_efter(steg: list[Steg], dnr: Dnr, före: tuple[dt.date, int] | None = None) -> Ärendeläge:
    """Läget efter alla steg, eller efter dem som kommer före (dag, plats i posten)."""
    nu = Ärendeläge()
    for s in steg:
        if före is None or (s.datum, s.plats) < före:
            nu = _efter(nu, s, dnr)
    return nu


def ärendelägen(bok: Bok) -> dict[tuple[dt.date, int], FöreParagrafen]:
    """Läget som varje § eget ärende har just före den, efter (dag, §); ett ärende utan post är inget ärende.

    När bara en del av arkivet är läst räknas bara samma mötes §§: ett avslut kan ha rivits upp i ett möte som inte är läst.
    """
    ut: dict[tuple[dt.date, int], FöreParagrafen] = {(dag, p.nr): "inget ärende" for dag, _, p in paragrafer(bok)}
    for dnr, steg in steg_per_ärende(bok).items():
        nu, förra = Ärendeläge(), None
        for s in steg if bok.hel else (s for s in steg if s.paragraf):
            if not bok.hel and s.datum != förra:
                nu = Ärendeläge()
            if s.paragraf and s.paragraf.dnr == dnr and dnr in bok.ärenden:
                ut[s.datum, s.paragraf.nr] = _öppet_eller_avslutat(nu)
            nu, förra = _efter(nu, s, dnr), s.datum
    return ut


def ärendets_rubrik(bok: Bok, dnr: Dnr, steg: list[Steg]) -> str:
    """Rubriken i diariet, eller i den första § som behandlade ärendet."""
    if ärende := bok.ärenden.get(dnr):
        return ärende.rubrik
    return next((s.paragraf.rubrik for s in steg if s.paragraf and s.paragraf.dnr == dnr), str(dnr))


def bordläggningsfel(bok: Bok) -> Iterator[Fynd]:
    """Bordlagda till mötets egen dag eller en dag före (fel), eller till ett möte där de inte var uppe (varning).

    Ett ärende som bordläggs utan dag tas upp vid nästa möte. Finns mötet inte i arkivet går det inte att pröva.
    """
    steg = steg_per_ärende(bok) if bok.hel else {}
    for b in beslutsföljd(bok):
        if not isinstance(b.verkan, Bordlägger):
            continue
        dag = b.verkan.till_möte or min((m for m in bok.möten if m > b.datum), default=None)
        if dag is None:
            continue
        dnr = b.paragraf.dnr
        if dag < b.datum:
            yield b.fel("till_möte", f"mötet {dag} är före det möte som bordlade ärendet", "rätta dagen")
        elif dag == b.datum:
            råd = "skriv ett senare mötes dag, eller ta bort till_möte om dagen inte är bestämd"
            yield b.fel("till_möte", "ärendet bordläggs till det möte som bordlägger det", råd)
        elif dnr and bok.hel:
            möte = bok.möten.get(dag)
            if möte is None or not möte.paragrafer or any(p.dnr == dnr for p in möte.paragrafer):
                continue
            läge = läge_efter(steg[dnr], dnr, (möte.datum, _EFTER_MÖTET + 1))
            if (läge.tillstånd, läge.sedan, läge.nr) == ("bordlagt", b.datum, b.paragraf.nr):
                till = (
                    f"till {dag} men var inte uppe där"
                    if b.verkan.till_möte
                    else f"men var inte uppe vid nästa möte, {dag}"
                )
                fält = "till_möte" if b.verkan.till_möte else "typ"
                yield b.fel(
                    fält, f"ärendet {dnr} bordlades {till}", "ta upp det vid nästa möte, eller avsluta det", "varning"
                )


def _öppet_eller_avslutat(läge: Ärendeläge) -> FöreParagrafen:
    return "avslutat" if läge.tillstånd == "avslutat" else "öppet"


def _efter(nu: Ärendeläge, steg: Steg, dnr: Dnr) -> Ärendeläge:
    """Ett vilande ärende som behandlas igen är öppet; ett avslutat är avslutat till dess det återupptas."""
    p = steg.paragraf
    if p is None:
        return Ärendeläge("avslutat", steg.datum)
    egen = p.dnr == dnr
    if egen and not p.utgår and not p.är_planerad and nu.tillstånd in ("bordlagt", "återremitterat"):
        nu = Ärendeläge("öppet", steg.datum, steg.nr)
    for v in p.innebär:
        nu = _efter_verkan(nu, steg, v, dnr, egen=egen)
    return nu


def _efter_verkan(nu: Ärendeläge, steg: Steg, v: Innebär, dnr: Dnr, *, egen: bool) -> Ärendeläge:
    match v:
        case AvslutarÄrende() if v.dnr == dnr:
            return Ärendeläge("avslutat", steg.datum, steg.nr)
        case ÅterupptarÄrende() if v.dnr == dnr:
            return Ärendeläge("öppet", steg.datum, steg.nr)
        case Bordlägger() if egen and nu.tillstånd != "avslutat":
            return Ärendeläge("bordlagt", steg.datum, steg.nr, v.till_möte)
        case Återremitterar() if egen and nu.tillstånd != "avslutat":
            return Ärendeläge("återremitterat", steg.datum, steg.nr)
        case _:
            return nu
