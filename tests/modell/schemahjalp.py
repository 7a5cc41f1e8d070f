"""Prövar poster mot ``gns schema``, och gör poster ur schemat: en som har varje nyckel, och dem som är sönder."""

import re
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from typing import Any

from jsonschema import Draft7Validator, ValidationError
from jsonschema.validators import extend

from gns.modell.las import läs
from gns.modell.schema import schema

IDN = {
    "namnd": "namnd",
    "mote": "2020-12-18",
    "arende": "GNS-8-2020",
    "anslag": "2020-12-18",
    "delegation": "2021",
    "budget": "2021",
    "utfall": "2021",
    "rattelser": "2020-12-18",
    "svar": "2020-12-18",
    "signatarer": "signatarer",
}
_PROV = ("ord", "1", "2021", "GNS", "data/bilaga.pdf", "0" * 64)
Väg = tuple[str | int, ...]


def _mönster(_: Any, uttryck: str, värde: object, __: object) -> Iterator[ValidationError]:
    """Som i JavaScript, där ``$`` bara är textens slut."""
    if isinstance(värde, str) and not re.search(uttryck.replace("$", r"\Z"), värde):
        yield ValidationError(f"{värde!r} följer inte {uttryck}")


Prövare = extend(Draft7Validator, {"pattern": _mönster})


@cache
def _prövare(slag: str) -> Any:
    Draft7Validator.check_schema(schema(slag))
    return Prövare(schema(slag))


def fynd(slag: str, post: Any) -> list[str]:
    """Vad schemat har emot posten."""
    return [f"{'/'.join(map(str, f.absolute_path))}: {f.message[:200]}" for f in _prövare(slag).iter_errors(post)]


def godtas(slag: str, post: Any) -> bool:
    """Om schemat inte har något emot posten."""
    svar: bool = _prövare(slag).is_valid(post)
    return svar


def går_att_läsa(slag: str, post: Any) -> bool:
    """Om gns godtar varje värde för sig."""
    return läs(slag, IDN[slag], post)[0] is not None


def delar(nod: Any, väg: Väg = ()) -> Iterator[tuple[Väg, dict[str, Any]]]:
    """Varje del av ett schema som säger något om ett värde, med sin väg i schemat."""
    if isinstance(nod, dict):
        if "errorMessage" in nod:
            yield väg, nod
        for nyckel, inre in nod.items():
            yield from delar(inre, (*väg, nyckel))
    elif isinstance(nod, list):
        for i, inre in enumerate(nod):
            yield from delar(inre, (*väg, i))


def fulla(slag: str) -> list[dict[str, Any]]:
    """Poster som tillsammans har varje nyckel i schemat: en med alla utom ``innebär``, och en för varje sådan.

    Ett budgetår delas i en post för varje nyckel överst och för varje variant: då är varje post liten.
    """
    hel = _full(schema(slag))
    if slag == "budget":
        bredvid = {"beslut": {"sammanträdesbeslut": hel["sammanträdesbeslut"]}}
        en_i_taget = ((n, [ett]) for n, v in hel.items() for ett in (v if isinstance(v, list) else ()))
        övriga = ((n, v) for n, v in hel.items() if not isinstance(v, list))
        return [{n: v, **bredvid.get(n, {"beslut": hel["beslut"]})} for n, v in (*en_i_taget, *övriga)]
    if slag != "mote":
        return [hel]
    varianter = hel["paragrafer"][0].pop("innebär")
    return [hel, *({"plats": "ord", "paragrafer": [{"nr": "1", "rubrik": "ord", "innebär": [v]}]} for v in varianter)]


def _full(nod: Any) -> Any:
    """Ett värde med varje nyckel i schemat; en lista med varianter har en av varje."""
    if "properties" in nod:
        return {nyckel: _full(inre) for nyckel, inre in nod["properties"].items()}
    if "anyOf" in nod:
        return _full(nod["anyOf"][-1])
    if "items" not in nod:
        return _prov(nod)
    if "allOf" not in nod["items"]:
        return [_full(nod["items"])]
    delade, typer = _full(nod["items"]), nod["items"]["properties"]["typ"]["enum"]
    egna = ({n: i for n, i in gren["then"]["properties"].items() if i is not True} for gren in nod["items"]["allOf"])
    return [{**delade, "typ": typ, **_full({"properties": e})} for typ, e in zip(typer, egna, strict=True)]


def _prov(nod: dict[str, Any]) -> str:
    prov = (*nod.get("examples", ()), *nod.get("enum", ()), *_PROV)
    första: str = next(p for p in prov if Prövare(nod).is_valid(p))
    return första


FEL_VÄRDEN: tuple[Any, ...] = (
    {"ord": "ord"}, ["ord"], ["2020-12-18"], "fel ord", "två\nrader\n", "2021-02-29", "18/12 2020", "-1", "0", "007",
    "9:00", "GNS/08/2020", "45,125 kr", "../fil", "Å", "true",
)  # fmt: skip


def trasiga(post: Any) -> Iterator[tuple[str, Väg, Any]]:
    """(slags brott, var, posten) för varje ställe i posten: okänd och saknad nyckel, och värden av annat slag."""
    for väg in _vägar(post):
        if isinstance(_vid(post, väg), dict):
            yield "okänd nyckel", väg, _med(post, (*väg, "okänd_nyckel"), "ord")
        if väg:
            for värde in FEL_VÄRDEN:
                yield "fel värde", väg, _med(post, väg, värde)
        if väg and isinstance(väg[-1], str):
            yield "saknad nyckel", väg, _utan(post, väg)


def _vägar(nod: Any, väg: Väg = ()) -> Iterator[Väg]:
    yield väg
    if isinstance(nod, dict | list):
        for led, inre in nod.items() if isinstance(nod, dict) else enumerate(nod):
            yield from _vägar(inre, (*väg, led))


def _vid(nod: Any, väg: Väg) -> Any:
    for led in väg:
        nod = nod[led]
    return nod


def _med(post: Any, väg: Väg, värde: Any) -> Any:
    kopia = deepcopy(post)
    _vid(kopia, väg[:-1])[väg[-1]] = deepcopy(värde)
    return kopia


def _utan(post: Any, väg: Väg) -> Any:
    kopia = deepcopy(post)
    del _vid(kopia, väg[:-1])[väg[-1]]
    return kopia
