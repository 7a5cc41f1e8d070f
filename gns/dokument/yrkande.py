"""Yrkanden, propositioner och omröstningar i en §, som de trycks."""

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from gns.dokument.person import Namn, NamnVy, säger_vem
from gns.grund.block import Text
from gns.modell.former import AVGÖRS, AVSLAG, FÖRSLAGET
from gns.modell.omrostning import Omröstning, Yrkande
from gns.modell.paragraf import Paragraf
from gns.sammantrade.uppspelning import Steg


class FörslagVy(NamedTuple):
    """Ett förslag som man hänvisar till; ``slag`` är yrkandets typ, val, förslaget, avslag eller avgörs idag."""

    slag: str
    benämning: str | None
    av: tuple[NamnVy, ...]


class YrkandeVy(NamedTuple):
    """Ett yrkande; ``säger_vem`` är sant när texten själv säger vem som yrkar.

    ``förslagspunkt`` är satt när § har flera, och ``om_jäv`` när yrkandet gäller en jävsfråga.
    """

    vilja: "ViljaVy"
    text: Text | None
    säger_vem: bool
    lydelse: Text | None
    förslagspunkt: int | None
    om_jäv: bool


class ViljaVy(NamedTuple):
    """Det som yrkas om flera förslag med samma verb: bifall, avslag eller yrkandets typ."""

    verb: str
    förslag: tuple[FörslagVy, ...]
    återtaget: bool


class YrkandegruppVy(NamedTuple):
    """Yrkanden efter varandra av samma personer: en mening av viljor, och de som har egna ord."""

    av: tuple[NamnVy, ...]
    viljor: tuple[ViljaVy, ...]
    yrkanden: tuple[YrkandeVy, ...]


class RösterVy(NamedTuple):
    """De som röstade på ett sätt, uppdelade som de räknas upp; ``röst`` är ja, nej eller avstår."""

    röst: str
    ledamöter: tuple[NamnVy, ...]
    ersättare: tuple[NamnVy, ...]
    ordförande: NamnVy | None
    antal: int


class OmröstningVy(NamedTuple):
    """En omröstning med antal och utfall uträknade ur rösterna."""

    begärd_av: tuple[NamnVy, ...]
    form: str
    voteringsproposition: Text | None
    ja_betyder: FörslagVy
    nej_betyder: FörslagVy
    röster: tuple[RösterVy, ...]
    ja: int
    nej: int
    avstår: int
    blanka: int
    ogiltiga: int
    avgjord_genom: str | None
    vinnare: FörslagVy | None


class PropositionVy(NamedTuple):
    """En proposition; utan ``text`` skriver mallen ut den."""

    delbeslut: int | None
    text: Text | None
    ställs: tuple[FörslagVy, ...]
    mot: str | None  # avslag eller avgörs idag, när förslagen ställs mot det
    kontraproposition: bool  # också när vinnaren ställs igen: då blev den bara motförslag
    finner: FörslagVy
    omröstning: OmröstningVy | None


def yrkandegrupper(p: Paragraf, namn: Namn, jävsfrågor: frozenset[int]) -> tuple[YrkandegruppVy, ...]:
    """Yrkandena, med dem som samma personer lade efter varandra i en grupp; ``jävsfrågor`` är delbeslut om jäv."""
    grupper = [(av, list(egna)) for av, egna in groupby(p.yrkanden, key=lambda y: y.av)]
    return tuple(_grupp(p, av, egna, namn, jävsfrågor) for av, egna in grupper)


def propositioner(p: Paragraf, steg: Iterable[Steg], namn: Namn) -> tuple[PropositionVy, ...]:
    """Propositionerna i ordning, med omröstningarnas utfall."""
    return tuple(_proposition(p, s, namn.vid(s.proposition.delbeslut)) for s in steg)


def _förslag(p: Paragraf, ord: str, namn: Namn) -> FörslagVy:
    if ord in (FÖRSLAGET, AVSLAG, AVGÖRS):
        return FörslagVy(ord, None, ())
    yrkande = next((y for y in p.yrkanden if y.id == ord), None)
    if yrkande is None:
        return FörslagVy("okänt", ord, ())
    return FörslagVy(_slag(p, yrkande), yrkande.benämning, namn(yrkande.av))


def _grupp(
    p: Paragraf, av: tuple[str, ...], yrkanden: list[Yrkande], namn: Namn, jävsfrågor: frozenset[int]
) -> YrkandegruppVy:
    """Yrkanden utan egna ord samlas efter verb; de andra står för sig."""
    korta = [_vilja(p, y, namn) for y in yrkanden if not (y.text or y.lydelse or y.delbeslut)]
    viljor = [
        ViljaVy(verb, tuple(f for v in lika for f in v.förslag), återtaget)
        for (verb, återtaget), lika in groupby(korta, key=lambda v: (v.verb, v.återtaget))
    ]
    egna = tuple(_yrkande(p, y, namn, jävsfrågor) for y in yrkanden if y.text or y.lydelse or y.delbeslut)
    return YrkandegruppVy(namn(av), tuple(viljor), egna)


def _slag(p: Paragraf, y: Yrkande) -> str:
    """Yrkandets typ; i ett val är förslaget den som föreslås."""
    return "val" if p.slag in ("val", "anställning") and y.typ == "bifall" and y.benämning else y.typ


def _vilja(p: Paragraf, y: Yrkande, namn: Namn) -> ViljaVy:
    if y.är_förslag:
        slag = _slag(p, y)
        verb = "bifall" if slag != "val" and y.benämning and slag in ("bifall", "ändring", "tillägg") else slag
        return ViljaVy(verb, (FörslagVy(slag, y.benämning, namn(y.av)),), y.återtaget)
    return ViljaVy(y.typ, tuple(_förslag(p, ord, namn) for ord in y.gäller or (FÖRSLAGET,)), y.återtaget)


def _yrkande(p: Paragraf, y: Yrkande, namn: Namn, jävsfrågor: frozenset[int]) -> YrkandeVy:
    om_jäv = y.delbeslut in jävsfrågor
    i_sak = max(len(p.beslut) - len(jävsfrågor), len(p.förslag_till_beslut))
    punkt = y.delbeslut - sum(k < y.delbeslut for k in jävsfrågor) if y.delbeslut and not om_jäv and i_sak > 1 else None
    return YrkandeVy(_vilja(p, y, namn), y.text, säger_vem(y.text, namn(y.av)), y.lydelse, punkt, om_jäv)


def _proposition(p: Paragraf, s: Steg, namn: Namn) -> PropositionVy:
    prop = s.proposition
    return PropositionVy(
        delbeslut=prop.delbeslut,
        text=prop.text,
        ställs=tuple(_förslag(p, ord, namn) for ord in prop.ställs if ord != AVSLAG),
        mot=next((ord for ord in prop.ställs if ord in (AVSLAG, AVGÖRS)), None),
        kontraproposition=s.motförslag,
        finner=_förslag(p, prop.finner, namn),
        omröstning=_omröstning(p, prop.omröstning, s, namn) if prop.omröstning else None,
    )


def _omröstning(p: Paragraf, o: Omröstning, s: Steg, namn: Namn) -> OmröstningVy:
    r = s.räkning
    return OmröstningVy(
        begärd_av=namn(o.begärd_av),
        form=o.form,
        voteringsproposition=o.voteringsproposition,
        ja_betyder=_förslag(p, o.ja_betyder, namn),
        nej_betyder=_förslag(p, o.nej_betyder, namn),
        röster=tuple(_röster(röst, namn(av)) for röst, av in o.röster if av) if o.röster else (),
        ja=r.ja if r else 0,
        nej=r.nej if r else 0,
        avstår=r.avstår if r else 0,
        blanka=r.blanka if r else 0,
        ogiltiga=r.ogiltiga if r else 0,
        avgjord_genom=o.avgjord_genom,
        vinnare=_förslag(p, r.vinnare, namn) if r and r.vinnare else None,
    )


def _röster(röst: str, av: tuple[NamnVy, ...]) -> RösterVy:
    return RösterVy(
        röst=röst,
        ledamöter=tuple(n for n in av if not n.som),
        ersättare=tuple(n for n in av if n.som == "ersättare"),
        ordförande=next((n for n in av if n.som == "ordförande"), None),
        antal=len(av),
    )
