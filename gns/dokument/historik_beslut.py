"""Besluten som rörde en post eller en del av den: de som fattades i den, om den, eller som hänvisar till den."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from gns.dokument.historik import Postval
from gns.dokument.register import ref, är_justerad
from gns.dokument.verkan import verkan_i_ord
from gns.grund.dnr import läs_filstam
from gns.modell.bok import Bok
from gns.modell.innebar import (
    Balanserar,
    Fastställer,
    FastställerSammanträden,
    GodkännerProtokoll,
    Innebär,
    OmUppdrag,
    Utser,
    Återbetalar,
)
from gns.uppdrag.arende import livslopp
from gns.uppdrag.beslut import beslutsföljd, läs_ref, paragrafer
from gns.uppdrag.hanvisning import hänvisningar
from gns.uppdrag.liv import uppdrag

_NÄMNER = "nämner det"
Nyckel = tuple[dt.date, int]


@dataclass(frozen=True, slots=True)
class Beslutat:
    """En § som rörde posten, och på vilket sätt: vad den beslutade, eller att den nämner posten."""

    beslut: str
    rubrik: str
    vad: tuple[str, ...]
    justerat: bool


def bygg_besluten(bok: Bok, val: Postval) -> tuple[Beslutat, ...]:
    """Besluten i den ordning de fattades."""
    funna: dict[Nyckel, dict[str, None]] = {}
    for nyckel, vad in _hitta(bok, val):
        funna.setdefault(nyckel, {})[vad] = None
    return tuple(
        Beslutat(ref(dag, p.nr), p.rubrik, _vad(funna[dag, p.nr]), är_justerad(bok.möten[dag], p))
        for dag, _, p in paragrafer(bok)
        if (dag, p.nr) in funna
    )


def _vad(sagt: dict[str, None]) -> tuple[str, ...]:
    """Att en § nämner posten sägs bara när den inte gör något mer."""
    return tuple(v for v in sagt if v and v != _NÄMNER) or tuple(v for v in sagt if v)


def _hitta(bok: Bok, val: Postval) -> Iterator[tuple[Nyckel, str]]:
    match val.slag:
        case "arende":
            yield from _om_ärendet(bok, val.id)
        case "mote":
            yield from _om_mötet(bok, val)
        case _:
            for b in beslutsföljd(bok):
                if _rör_året(b.verkan, int(val.id)) if val.slag == "budget" else isinstance(b.verkan, Utser):
                    yield (b.datum, b.paragraf.nr), verkan_i_ord(b.verkan)


def _om_ärendet(bok: Bok, filstam: str) -> Iterator[tuple[Nyckel, str]]:
    liv = livslopp(bok, läs_filstam(filstam))
    for b in liv.behandlingar:
        yield (b.datum, b.nr), ""
        yield from (((b.datum, b.nr), verkan_i_ord(v)) for v in b.verkningar)
    yield from (((o.datum, o.nr), _NÄMNER) for o in liv.omnämnanden)


def _om_mötet(bok: Bok, val: Postval) -> Iterator[tuple[Nyckel, str]]:
    """De egna besluten i en §, och senare beslut som hänvisar till den eller till mötet."""
    dag, nr = dt.date.fromisoformat(val.id), int(val.nr or 0)
    for b in beslutsföljd(bok):
        egen = b.datum == dag and nr == b.paragraf.nr and val.verkan in ("", b.verkan.id)
        if egen or _pekar_på(b.verkan, dag, nr, val.verkan):
            yield (b.datum, b.paragraf.nr), verkan_i_ord(b.verkan)
    if val.verkan:
        for u in uppdrag(bok, None):
            if u.ref == val.text:
                yield from (((h.datum, h.nr), "") for h in u.händelser)
    for s in hänvisningar(bok):
        h = s.hänvisning
        if s.slag == "mote" and s.väg[0] == "paragrafer" and h.datum == dag and (not nr or nr in h.paragrafer):
            p = bok.möten[dt.date.fromisoformat(s.id)].paragrafer[int(s.väg[1])]
            if s.id != val.id or (nr and p.nr != nr):
                yield (dt.date.fromisoformat(s.id), p.nr), _NÄMNER


def _pekar_på(v: Innebär, dag: dt.date, nr: int, verkan: str) -> bool:
    if isinstance(v, GodkännerProtokoll):
        return not nr and v.möte == dag
    if not isinstance(v, OmUppdrag):
        return False
    r = läs_ref(v.uppdrag)
    return r.datum == dag and nr in (0, r.nr) and (not verkan or r.id in (None, verkan))


def _rör_året(v: Innebär, år: int) -> bool:
    if isinstance(v, Fastställer):
        return v.budgetår == år
    if isinstance(v, Återbetalar):
        return år in v.från_år
    if isinstance(v, Balanserar):
        return år in (v.från_år, v.till_år)
    return isinstance(v, FastställerSammanträden) and v.år == år
