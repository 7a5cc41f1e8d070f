"""En posts liv: varje ändring av den, eller av en del av den, i den ordning de gjordes."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from gns.dokument.andring import NAMN, i_ord, par, skillnader

EJ_SPARAT = "inte sparat i git än"
_KORT_ID = 10


class Postval(NamedTuple):
    """Det som historiken gäller: en post, och i ett möte en § och en verkan i den. ``text`` är namnet att visa."""

    slag: str
    id: str
    text: str
    nr: str = ""
    verkan: str = ""


class Version(NamedTuple):
    """Posten så som en commit lämnade den; ``commit`` är tom för det som bara finns i arbetskopian.

    ``träd`` är None när filen inte fanns, och ``fel`` säger varför den som fanns inte gick att läsa.
    """

    commit: str
    föräldrar: tuple[str, ...]
    vem: str
    när: dt.datetime | None
    meddelande: str
    fil: str
    träd: Mapping[str, Any] | None
    fel: str = ""


@dataclass(frozen=True, slots=True)
class Händelse:
    """En ändring av ett fält; ``commit`` är None för det som inte är sparat i git än."""

    datum: dt.date | None
    tid: str | None
    vem: str
    commit: str | None
    meddelande: str
    vad: str
    fält: str
    förr: str
    nu: str


def bygg_händelser(versioner: Sequence[Version], val: Postval) -> tuple[Händelse, ...]:
    """Händelserna, nyast sist; ``versioner`` är äldst först, och föräldrarna står före sina barn."""
    delar = _delarna(versioner, val)
    index = {v.commit: i for i, v in enumerate(versioner)}
    ut: list[Händelse] = []
    for i, v in enumerate(versioner):
        före = [j for f in v.föräldrar if (j := _läsbar(versioner, index, f)) is not None]
        ut += (_händelse(v, *rad) for rad in _ändringar(versioner, delar, i, före, bool(val.nr)))
    return tuple(ut)


Rad = tuple[str, str, str, str]


def _ändringar(v: Sequence[Version], delar: Sequence[Any], i: int, före: list[int], är_del: bool) -> Iterator[Rad]:
    """Det som version ``i`` ändrade, som vad, fält, förr och nu; i en sammanslagning bara det som ingen förälder hade."""
    nu = delar[i]
    if v[i].fel:
        yield "går inte att läsa", "", "", v[i].fel
        return
    if före and all(v[j].fil != v[i].fil for j in före):
        yield "nytt filnamn", "", v[före[0]].fil, v[i].fil
    gamla = [delar[j] for j in före]
    if nu is None or all(g is None for g in gamla):
        if nu is not None:
            yield "ny", "", "", _kort(nu)
        elif any(g is not None for g in gamla):
            yield "borttagen", "", _kort(next(g for g in gamla if g is not None)), ""
        return
    per_förälder = [list(skillnader(g, nu)) for g in gamla if g is not None]
    första, *andra = per_förälder
    nya = [ä for ä in första if all(any(ä.fält == b.fält for b in rader) for rader in andra)]
    for ä in nya:
        vad = "ändrat" if ä.förr and ä.nu else "tillagt" if ä.nu else "struket" if ä.förr else "bara radbrytningar"
        yield vad, ä.fält, ä.förr, ä.nu
    if not första and not är_del and not andra and v[före[0]].fil == v[i].fil:
        yield "bara formen", "", "", ""


def _händelse(v: Version, vad: str, fält: str, förr: str, nu: str) -> Händelse:
    datum, tid = (v.när.date(), f"{v.när:%H:%M}") if v.när else (None, None)
    return Händelse(datum, tid, v.vem, v.commit[:_KORT_ID] or None, v.meddelande, vad, fält, förr, nu)


def _läsbar(versioner: Sequence[Version], index: Mapping[str, int], commit: str) -> int | None:
    """Den närmaste versionen bakåt som gick att läsa; None när det inte finns någon."""
    i = index.get(commit)
    while i is not None and versioner[i].fel:
        i = next((index[f] for f in versioner[i].föräldrar if f in index), None)
    return i


def _delarna(versioner: Sequence[Version], val: Postval) -> list[Any]:
    """Det som valet pekar ut i varje version; räknat bakifrån, så att en § som har bytt nummer följs."""
    if not val.nr:
        return [v.träd for v in versioner]
    ut: list[Any] = []
    barn: Mapping[str, Any] | None = None
    paragraf: Any = None
    for v in reversed(versioner):
        if v.träd is not None:
            paragraf = _följd(_lista(barn, "paragrafer"), _lista(v.träd, "paragrafer"), paragraf, val.nr)
            barn = v.träd
        funnen = paragraf if v.träd is not None else None
        ut.append(_verkan(funnen, val.verkan) if val.verkan else funnen)
    return ut[::-1]


def _följd(nya: list[Any], gamla: list[Any], paragraf: Any, nr: str) -> Any:
    """Samma § i den äldre listan; den med numret när ingen nyare är känd."""
    if paragraf is not None:
        j = next(k for k, p in enumerate(nya) if p is paragraf)
        i = next((i for i, k in par(gamla, nya) if k == j), None)
        return None if i is None else gamla[i]
    return next((p for p in gamla if isinstance(p, dict) and p.get("nr") == nr), None)


def _verkan(paragraf: Any, id: str) -> Any:
    return next((v for v in _lista(paragraf, "innebär") if isinstance(v, dict) and v.get("id") == id), None)


def _lista(träd: Any, nyckel: str) -> list[Any]:
    lista = träd.get(nyckel) if isinstance(träd, dict) else None
    return lista if isinstance(lista, list) else []


def _kort(träd: Any) -> str:
    """En post eller del i några ord: rubriken när den har en, annars sina korta fält."""
    if isinstance(träd, dict) and isinstance(träd.get("rubrik"), str):
        return i_ord(träd["rubrik"])
    if not isinstance(träd, dict):
        return i_ord(träd)
    korta = {n: v for n, v in träd.items() if isinstance(v, str) and len(v) <= 100 and n not in NAMN[:1]}
    return i_ord(korta)
