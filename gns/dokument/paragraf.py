"""En paragrafs fakta, i tryckt ordning."""

from itertools import groupby
from typing import NamedTuple

from gns.dokument.anmalan import AnmälanVy, anmälningar
from gns.dokument.person import Namn, NamnVy, säger_vem
from gns.dokument.yrkande import PropositionVy, YrkandegruppVy, propositioner, yrkandegrupper
from gns.grund.block import Text
from gns.grund.datum import dag_i_ord, läs_datum
from gns.modell.bok import Bok
from gns.modell.mote import Möte
from gns.modell.narvaro import Ajournering, Händelse
from gns.modell.omrostning import Anteckning, Reservation
from gns.modell.paragraf import Paragraf, TidigareBehandling
from gns.sammantrade.lage_jav import jävsfrågor
from gns.sammantrade.sammantrade import Sammanträde

_JÄV = ("jäv", "jävsfråga")


class JävVy(NamedTuple):
    """En jävig, eller en jävsfråga med sitt utfall; ``gäller`` är § när den avgörs i en annan, ``i_paragraf`` den."""

    vem: NamnVy
    delbeslut: int | None
    utfall: str | None
    gäller: int | None
    i_paragraf: int
    klockan: str | None
    skäl: str | None


class HändelseVy(NamedTuple):
    """Något som ändrade vilka som deltog; ``vakant`` är sant när den som ersätts är en vakant plats."""

    typ: str
    namn: str
    ersätter: str | None
    vakant: bool
    delbeslut: int | None
    klockan: str | None
    skäl: str | None
    under_överläggningen: bool


class TidigareVy(NamedTuple):
    """Tidigare behandling: vad, av vem och när, som (dagen i ord, §)."""

    vad: str
    av: str | None
    när: tuple[tuple[str, str | None], ...]


class AntecknatVy(NamedTuple):
    """En reservation eller anteckning; ``säger_vem`` är sant när texten själv säger vem."""

    av: tuple[NamnVy, ...]
    till_förmån_för: str | None
    text: Text | None
    säger_vem: bool
    delbeslut: int | None


class UtgårVy(NamedTuple):
    """Ett ärende som togs bort från föredragningslistan."""

    på_förslag_av: tuple[NamnVy, ...]
    skäl: str | None


class LedsAvVy(NamedTuple):
    """Någon annan än mötets ordförande som leder; ``delbeslut`` är None när det är hela §."""

    namn: str
    delbeslut: int | None


class ParagrafVy(NamedTuple):
    """En § som den trycks; ``justeringsdag`` är satt när bara denna § justerats omedelbart.

    ``leds_av`` är tom när händelserna själva säger vem som leder.
    """

    nr: int
    rubrik: str
    dnr: str | None
    extra: bool
    stängda_dörrar: str
    leds_av: tuple[LedsAvVy, ...]
    händelser: tuple[HändelseVy, ...]
    ajourneringar: tuple[Ajournering, ...]
    jäv: tuple[JävVy, ...]
    tidigare_behandling: tuple[TidigareVy, ...]
    anmälningsärenden: tuple[AnmälanVy, ...]
    sammanfattning: Text | None
    förslag_till_beslut: tuple[Text, ...]
    yrkanden: tuple[YrkandegruppVy, ...]
    propositionsordning: tuple[PropositionVy, ...]
    utgår: UtgårVy | None
    beslut: tuple[Text, ...]
    inte_beslutsför: bool
    reservationer: tuple[AntecknatVy, ...]
    särskilda_yttranden: tuple[AntecknatVy, ...]
    deltar_ej: tuple[AntecknatVy, ...]
    avstår: tuple[AntecknatVy, ...]
    protokollsanteckningar: tuple[AntecknatVy, ...]
    expedieras_till: tuple[str, ...]
    beslutsunderlag: tuple[str, ...]
    justerad: bool
    justeringsdag: str | None
    justerare: tuple[str, ...]


def bygg_paragraf(bok: Bok, s: Sammanträde, p: Paragraf) -> ParagrafVy:
    """En paragrafs fakta; justerad när hela protokollet är det eller bara denna § har justerats omedelbart."""
    möte = s.möte
    namn = Namn(bok, möte, s.i_paragraf(p.nr))
    händelser = tuple(h for h in möte.händelser if h.paragraf == p.nr)

    def antecknat(typ: str) -> tuple[AntecknatVy, ...]:
        return tuple(_antecknat(a, namn) for a in p.anteckningar if a.typ == typ)

    return ParagrafVy(
        nr=p.nr,
        rubrik=p.rubrik,
        dnr=str(p.dnr) if p.dnr else None,
        extra=p.extra,
        stängda_dörrar=p.stängda_dörrar,
        leds_av=() if any(h.typ == "leder" for h in händelser) else _andra_ledare(s, p.nr),
        händelser=tuple(_händelse(bok, möte, h) for h in händelser if h.typ not in _JÄV),
        ajourneringar=tuple(a for a in möte.ajourneringar if a.paragraf == p.nr),
        jäv=tuple(_jäv(h, namn) for h in möte.händelser if h.typ in _JÄV and p.nr in (h.paragraf, h.gäller)),
        tidigare_behandling=_tidigare(p.tidigare_behandling),
        anmälningsärenden=anmälningar(bok, möte) if p.anmälningar else (),
        sammanfattning=p.sammanfattning,
        förslag_till_beslut=p.förslag_till_beslut,
        yrkanden=yrkandegrupper(p, namn, jävsfrågor(möte, p.nr)),
        propositionsordning=propositioner(p, s.uppspelning(p).steg, namn),
        utgår=UtgårVy(namn(p.utgår.på_förslag_av), p.utgår.skäl) if p.utgår else None,
        beslut=p.beslut,
        inte_beslutsför=p.inte_beslutsför,
        reservationer=tuple(_antecknat(r, namn) for r in p.reservationer),
        särskilda_yttranden=antecknat("särskilt yttrande"),
        deltar_ej=antecknat("deltar ej"),
        avstår=antecknat("avstår"),
        protokollsanteckningar=antecknat("protokollsanteckning"),
        expedieras_till=p.expedieras_till,
        beslutsunderlag=p.beslutsunderlag,
        justerad=möte.är_justerat or p.omedelbart_justerad is not None,
        justeringsdag=str(p.omedelbart_justerad) if p.omedelbart_justerad else None,
        justerare=p.justerare,
    )


def _andra_ledare(s: Sammanträde, nr: int) -> tuple[LedsAvVy, ...]:
    """De som leder § eller delbeslut i den fast någon annan är mötets ordförande."""
    lägen = s.i_paragraf(nr)
    hela = len({läge.ordförande for läge in lägen}) == 1
    andra = [läge for läge in lägen if läge.ordförande not in (None, s.ordföranden)]
    return tuple(
        LedsAvVy(läge.ordförande or "", None if hela else läge.punkt.delbeslut) for läge in andra[: 1 if hela else None]
    )


def _händelse(bok: Bok, möte: Möte, h: Händelse) -> HändelseVy:
    plats = bok.plats(h.ersätter, möte.datum) if h.ersätter else None
    vakant = plats is not None and plats.vakant
    return HändelseVy(h.typ, h.namn, h.ersätter, vakant, h.delbeslut, h.klockan, h.skäl, h.under_överläggningen)


def _jäv(h: Händelse, namn: Namn) -> JävVy:
    (vem,) = namn.vid(h.delbeslut)((h.namn,))
    return JävVy(vem, h.delbeslut, h.utfall, h.gäller, h.paragraf, h.klockan, h.skäl)


def _tidigare(behandlingar: tuple[TidigareBehandling, ...]) -> tuple[TidigareVy, ...]:
    """Behandlingarna i följd, de med samma utgång för sig."""
    grupper = groupby(behandlingar, key=lambda t: (t.vad, t.av))
    return tuple(TidigareVy(vad, av, tuple(_när(t) for t in lika)) for (vad, av), lika in grupper)


def _när(t: TidigareBehandling) -> tuple[str, str | None]:
    datum, _, rest = t.när.partition(" § ")
    dag = läs_datum(datum)
    return f"{dag_i_ord(dag)} {dag.year}", rest.split()[0] if rest else None


def _antecknat(a: Reservation | Anteckning, namn: Namn) -> AntecknatVy:
    av = namn.vid(a.delbeslut)(a.av)
    till_förmån = a.till_förmån_för if isinstance(a, Reservation) else None
    return AntecknatVy(av, till_förmån, a.text, säger_vem(a.text, av) and not till_förmån, a.delbeslut)
