"""Ett ärendes väg genom mötena: handlingar, behandlingar, uppdrag, remiss och hänvisningar."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from gns.dokument.register import ref, ren_text, är_justerad
from gns.dokument.register_arenden import Tillstånd, tillstånd
from gns.dokument.register_uppdrag import Uppdragsrad, uppdragsrad
from gns.dokument.verkan import verkan_i_ord
from gns.grund.block import Text
from gns.grund.dnr import Dnr
from gns.modell.arende import Ärende
from gns.modell.bas import Modell
from gns.modell.bok import Bok
from gns.modell.texter import texter
from gns.sammantrade.sammantrade import Sammanträde
from gns.sammantrade.uppspelning import Uppspelning
from gns.uppdrag.arende import Behandling, livslopp
from gns.uppdrag.hanvisning import Hänvisning, hitta, lös
from gns.uppdrag.remiss import Remissrad, remissbild


@dataclass(frozen=True, slots=True)
class Handlingsrad:
    """En handling i ärendet."""

    titel: str
    slag: str | None
    datum: dt.date | None
    från: str | None
    till: str | None
    fil: str | None
    adress: str | None


@dataclass(frozen=True, slots=True)
class Behandlingsrad:
    """En § som behandlade ärendet, med delbesluten och vad de gjorde."""

    datum: dt.date
    paragraf: int
    rubrik: str
    utgång: str
    justerat: bool
    beslut: tuple[str, ...]
    innebär: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Remissvy:
    """Remissen: dagar, hur många av parterna som har svarat vad, och varje part för sig.

    ``mottagare_kända`` är falskt när posten inte säger vilka som fick den.
    """

    sänd: dt.date | None
    svar_senast: dt.date | None
    mottagare_kända: bool
    svarat: int
    av: int
    antal: Mapping[str, int]
    svar: tuple[Remissrad, ...]


@dataclass(frozen=True, slots=True)
class Anmärkningsrad:
    """En brist som revisorerna fann, och vad som görs åt den; ``åtgärdad`` är beslutet."""

    brist: str
    åtgärd: str | None
    ansvarig: str | None
    senast: dt.date | None
    åtgärdad: str | None


@dataclass(frozen=True, slots=True)
class Omnämnd:
    """En § i ett annat ärende som nämner detta."""

    paragraf: str
    rubrik: str


@dataclass(frozen=True, slots=True)
class Hänvisningsrad:
    """Något som ärendets texter hänvisar till: om det finns, saknas eller är utanför arkivet, och var det står."""

    hänvisning: str
    läge: str
    i: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Planrad:
    """En aktivitet eller ett initiativ i ett budgetår som gäller ärendet."""

    år: int
    slag: str
    vad: str


@dataclass(frozen=True, slots=True)
class Ärendevy:
    """Allt om ett ärende; ``skäl`` är registrators skäl, när det var registrator som avslutade det."""

    dnr: str
    rubrik: str
    registrerat: dt.date | None
    läge: Tillstånd
    skäl: str | None
    handlingar: tuple[Handlingsrad, ...]
    behandlingar: tuple[Behandlingsrad, ...]
    uppdrag: tuple[Uppdragsrad, ...]
    remiss: Remissvy | None
    anmärkningar: tuple[Anmärkningsrad, ...]
    planerat: tuple[Planrad, ...]
    nämns_i: tuple[Omnämnd, ...]
    hänvisar_till: tuple[Hänvisningsrad, ...]


def bygg_ärende(bok: Bok, dnr: Dnr, per: dt.date) -> Ärendevy:
    """Ärendets väg så långt arkivet går; ``per`` avgör vilka uppdrag och remissvar som är försenade. KeyError utan post."""
    ärende = bok.ärenden[dnr]
    liv = livslopp(bok, dnr)
    av_registrator = liv.läge.tillstånd == "avslutat" and liv.läge.nr is None
    return Ärendevy(
        dnr=str(dnr),
        rubrik=liv.rubrik,
        registrerat=ärende.registrerat,
        läge=tillstånd(liv.läge),
        skäl=ärende.avslutat.skäl if ärende.avslutat and av_registrator else None,
        handlingar=tuple(
            Handlingsrad(h.titel, h.slag, h.datum, h.från, h.till, h.fil, h.adress) for h in liv.handlingar
        ),
        behandlingar=tuple(_behandling(bok, b) for b in liv.behandlingar),
        uppdrag=tuple(uppdragsrad(bok, u, per) for u in liv.uppdrag),
        remiss=_remiss(bok, ärende, per),
        anmärkningar=tuple(
            Anmärkningsrad(a.brist, a.åtgärd, a.ansvarig, a.senast, a.åtgärdad) for a in ärende.anmärkningar
        ),
        planerat=tuple(_planerat(bok, dnr)),
        nämns_i=tuple(Omnämnd(ref(o.datum, o.nr), o.rubrik) for o in liv.omnämnanden),
        hänvisar_till=_hänvisningar(bok, ärende, liv.behandlingar),
    )


def _behandling(bok: Bok, b: Behandling) -> Behandlingsrad:
    möte, p = bok.möten[b.datum], b.paragraf
    return Behandlingsrad(
        datum=b.datum,
        paragraf=b.nr,
        rubrik=p.rubrik,
        utgång=_utgång(Sammanträde(bok.nämnd, möte).uppspelning(p)),
        justerat=är_justerad(möte, p),
        beslut=tuple(ren_text(t) for t in p.beslut),
        innebär=tuple(verkan_i_ord(v) for v in b.verkningar),
    )


def _planerat(bok: Bok, dnr: Dnr) -> Iterator[Planrad]:
    """Aktiviteter och initiativ som pekar på ärendet, i ordning efter år."""
    for år, b in sorted(bok.budgetår.items()):
        for a in b.aktiviteter:
            if dnr in a.ärenden:
                yield Planrad(år, "aktivitet", " ".join(ren_text(a.aktivitet).split()))
        yield from (Planrad(år, "initiativ", ett.namn) for ett in b.initiativ if ett.dnr == dnr)


def _utgång(spelad: Uppspelning) -> str:
    """Delbeslutens olika utgångar i ordning, eller hela paragrafens."""
    return ", ".join(dict.fromkeys(spelad.utgångar.values())) or spelad.utgång


def _remiss(bok: Bok, ärende: Ärende, per: dt.date) -> Remissvy | None:
    bild = remissbild(bok, ärende, per)
    if bild is None or ärende.remiss is None:
        return None
    r = ärende.remiss
    return Remissvy(r.sänd, r.svar_senast, bild.mottagare_kända, bild.svarat, bild.av, bild.antal, bild.rader)


def _hänvisningar(bok: Bok, ärende: Ärende, behandlingar: tuple[Behandling, ...]) -> tuple[Hänvisningsrad, ...]:
    """Varje hänvisning en gång, med alla ställen där den står."""
    texterna: list[tuple[str, Modell]] = [("ärendets post", ärende)]
    texterna += [(ref(b.datum, b.nr), b.paragraf) for b in behandlingar]
    funna: dict[tuple[str, str], dict[str, None]] = {}
    for ställe, post in texterna:
        for vad, läge in _upplösta(bok, post, ärende.dnr):
            funna.setdefault((vad, läge), {})[ställe] = None
    return tuple(Hänvisningsrad(vad, läge, tuple(ställen)) for (vad, läge), ställen in funna.items())


def _upplösta(bok: Bok, post: Modell, eget: Dnr) -> Iterator[tuple[str, str]]:
    for _, text in texter(post):
        for h in hitta(text.rå if isinstance(text, Text) else text, bok.nämnd.prefix):
            if h.dnr != eget:
                yield _i_ord(h), lös(bok, h)


def _i_ord(h: Hänvisning) -> str:
    if h.dnr:
        return str(h.dnr)
    return f"{h.datum} {'§' if len(h.paragrafer) == 1 else '§§'} {', '.join(map(str, h.paragrafer))}"
