"""Uppdragens liv: de ges, ändras, lämnas över, redovisas, återtas och avslutas bara av en §."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple, assert_never

from gns.modell.bok import Bok
from gns.modell.innebar import (
    AvslutarUppdrag,
    GerUppdrag,
    LämnarÖverUppdrag,
    OmUppdrag,
    RedovisarUppdrag,
    ÄndrarUppdrag,
    ÅtertarUppdrag,
)
from gns.uppdrag.beslut import Beslut, Fynd, beslutsföljd, läs_ref
from gns.uppdrag.uppslag import uppslag


class Uppdragshändelse(NamedTuple):
    """Ett beslut om ett uppdrag: ``vad`` är innebärens typ, ``till`` de som beslutet nämner, ``text`` beslutets ord."""

    datum: dt.date
    nr: int
    delbeslut: int | None
    vad: str
    till: tuple[str, ...]
    text: str


class Uppdrag(NamedTuple):
    """Ett uppdrag som det står en viss dag.

    ``till`` är de som har det, eller som hade det sist när det är återtaget eller avslutat. ``i_arkivet`` är falskt när
    mötet som gav det inte har någon post; då är de som har det kända bara ur senare beslut, och lydelsen okänd.
    """

    ref: str
    datum: dt.date
    nr: int | None
    id: str | None
    i_arkivet: bool
    dnr: str | None
    till: tuple[str, ...]
    lydelse: str | None = None
    senast: dt.date | None = None
    tillstånd: Literal["öppet", "återtaget", "avslutat"] = "öppet"
    redovisat: dt.date | None = None
    händelser: tuple[Uppdragshändelse, ...] = ()

    def försenat(self, per: dt.date) -> bool:
        """Om uppdraget är öppet fast dess sista dag har passerat."""
        return self.tillstånd == "öppet" and self.senast is not None and self.senast < per


def uppdrag(bok: Bok, per: dt.date | None) -> list[Uppdrag]:
    """Alla uppdrag som de står när dagen ``per`` är slut (None: efter allt i arkivet), i den ordning de gavs.

    Ett uppdrag från ett möte utan post finns med från sin dag, också när beslutet som nämner det kom efter ``per``.
    """
    läge, _ = _spela(bok, per)
    return sorted(läge.values(), key=lambda u: (u.datum, 0 if u.i_arkivet else u.nr or 0))


def uppdragsfel(bok: Bok) -> Iterator[Fynd]:
    """Beslut om uppdrag som inte finns, inte längre är öppna, eller som någon annan har.

    När bara en del av arkivet är läst prövas att uppdraget finns i det möte som hänvisningen pekar på, när det är läst;
    hur det har gått med uppdraget prövas bara när samma möte gav det.
    """
    return iter(_spela(bok, None)[1])


def _spela(bok: Bok, per: dt.date | None) -> tuple[dict[str, Uppdrag], list[Fynd]]:
    """Besluten ett och ett; ett beslut med fel hänvisning ändrar inget."""
    följd = list(beslutsföljd(bok))
    register = uppslag(bok, följd)
    läge = {u.ref: u for u in _utifrån(bok, följd) if per is None or u.datum <= per}
    alla: list[Fynd] = []
    for b in följd:
        if per is not None and b.datum > per:
            break
        if isinstance(b.verkan, GerUppdrag):
            läge.setdefault(b.ref, _nytt(b, b.verkan))
        elif isinstance(b.verkan, OmUppdrag):
            svar = register.sök(b, b.verkan)
            if isinstance(svar, str):
                läge[svar], fel = _tillämpa(läge[svar], b, b.verkan)
                alla += fel if bok.hel or läs_ref(b.verkan.uppdrag).datum == b.datum else ()
            elif svar:
                alla.append(svar)
    return läge, alla


def _nytt(b: Beslut, v: GerUppdrag) -> Uppdrag:
    dnr = str(b.paragraf.dnr) if b.paragraf.dnr else None
    gavs = _händelse(b, v.till)
    return Uppdrag(b.ref, b.datum, b.paragraf.nr, v.id, True, dnr, v.till, v.uppdrag, v.senast, händelser=(gavs,))


def _utifrån(bok: Bok, följd: Sequence[Beslut]) -> list[Uppdrag]:
    """Uppdragen från möten utan post, med alla som något beslut säger har dem utan att ha fått dem här."""
    kända: dict[str, Uppdrag] = {}
    övertagna: set[tuple[str, str]] = set()
    for b in följd:
        if not isinstance(v := b.verkan, OmUppdrag):
            continue
        ref = läs_ref(v.uppdrag)
        if ref.datum in bok.möten or ref.datum > b.datum:
            continue
        u = kända.get(v.uppdrag) or Uppdrag(v.uppdrag, *ref, i_arkivet=False, dnr=None, till=())
        har = {n.casefold() for n in u.till}
        nya = (n for n in v.till if n.casefold() not in har and (u.ref, n.casefold()) not in övertagna)
        dnr = u.dnr or (str(b.paragraf.dnr) if b.paragraf.dnr else None)
        kända[u.ref] = u._replace(till=(*u.till, *nya), dnr=dnr)
        if isinstance(v, LämnarÖverUppdrag):
            övertagna |= {(u.ref, n.casefold()) for n in v.övertas_av}
    return list(kända.values())


def _tillämpa(u: Uppdrag, b: Beslut, v: OmUppdrag) -> tuple[Uppdrag, list[Fynd]]:
    """Uppdraget efter beslutet och felen i beslutet."""
    if u.tillstånd != "öppet":
        sist = u.händelser[-1]
        hur = "återtogs" if u.tillstånd == "återtaget" else "avslutades"
        text = f"uppdraget {u.ref} {hur} redan {sist.datum} § {sist.nr}"
        return u, [b.fel("uppdrag", text, "rätta hänvisningen, eller ge ett nytt uppdrag")]
    nämnda = {n.casefold() for n in v.till}
    har = {n.casefold() for n in u.till}
    råd = f"det har {' och '.join(u.till)}" if u.till else "rätta namnet"
    fel = [b.fel("till", f"{n} har inte uppdraget {u.ref}", råd) for n in v.till if n.casefold() not in har]
    if isinstance(v, LämnarÖverUppdrag):
        råd = "skriv någon annan, eller återta uppdraget från den som lämnar det"
        fel += [
            b.fel("övertas_av", f"{n} har redan uppdraget {u.ref}", råd) for n in v.övertas_av if n.casefold() in har
        ]
    if nämnda and not nämnda & har:
        return u, fel
    kvar = tuple(n for n in u.till if nämnda and n.casefold() not in nämnda)
    if kvar and isinstance(v, ÄndrarUppdrag) and u.i_arkivet:
        return u, [*fel, _bara_några(b, v, kvar)]
    return _verkan(u, b, v, kvar)._replace(händelser=(*u.händelser, _händelse(b, _nämnda(v)))), fel


def _bara_några(b: Beslut, v: ÄndrarUppdrag, kvar: tuple[str, ...]) -> Fynd:
    """Lydelsen och sista dagen är gemensamma för alla som har uppdraget."""
    text = f"ändringen nämner bara {' och '.join(v.till)}, men {' och '.join(kvar)} har också uppdraget"
    råd = "ta bort till om ändringen gäller alla; annars återta det från den den gäller och ge ett eget uppdrag"
    return b.fel("till", text, råd)


def _verkan(u: Uppdrag, b: Beslut, v: OmUppdrag, kvar: tuple[str, ...]) -> Uppdrag:
    """Vad beslutet gör; ``kvar`` är de som har uppdraget men som beslutet inte rör."""
    match v:
        case ÄndrarUppdrag():
            return u._replace(lydelse=v.lydelse or u.lydelse, senast=v.senast or u.senast)
        case LämnarÖverUppdrag():
            har_kvar = {n.casefold() for n in kvar}
            return u._replace(till=(*kvar, *(n for n in v.övertas_av if n.casefold() not in har_kvar)))
        case RedovisarUppdrag():
            return u._replace(redovisat=b.datum)
        case ÅtertarUppdrag():
            return u._replace(till=kvar) if kvar else u._replace(tillstånd="återtaget")
        case AvslutarUppdrag():
            return u._replace(till=kvar) if kvar else u._replace(tillstånd="avslutat")
    assert_never(v)


def _nämnda(v: OmUppdrag) -> tuple[str, ...]:
    return (*v.till, *v.övertas_av) if isinstance(v, LämnarÖverUppdrag) else v.till


def _händelse(b: Beslut, till: tuple[str, ...]) -> Uppdragshändelse:
    return Uppdragshändelse(b.datum, b.paragraf.nr, b.verkan.delbeslut, b.verkan.typ, till, b.text)
