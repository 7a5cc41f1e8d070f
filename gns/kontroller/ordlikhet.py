"""När två skrivningar är samma sak: titlar utan hänsyn till skiljetecken, och mottagare i olika böjning."""

import re
from collections.abc import Iterable

_ORD = re.compile(r"\w+")
_MOTTAGARORD = re.compile(r"\w+(?:[-\u2010\u2011]\w+)*")
_BINDESTRECK = re.compile(r"[-\u2010\u2011]")
_ÄNDELSER = (
    "ernas", "arnas", "ornas", "erna", "arna", "orna", "ens", "ets", "en", "et", "na", "er", "ar", "or", "n", "t", "a",
    "s",
)  # fmt: skip
_SMÅORD = {
    "respektive", "varje", "alla", "samtliga", "nämndens", "den", "det", "de", "och", "i", "för", "på", "till", "av",
    "med", "vid", "om", "hos", "inom",
}  # fmt: skip


def orden(titel: str) -> tuple[str, ...]:
    """Titelns ord, utan hänsyn till versaler och skiljetecken."""
    return tuple(_ORD.findall(titel.casefold()))


def nämns(mottagare: str, lista: Iterable[str]) -> bool:
    """Om mottagaren står i listan; ”regiondirektören” och ”Regiondirektör” är samma, liksom ”e-strateg” och ”estrategen”."""
    egna = _mottagarord(mottagare)
    return any(_samma(egna, _mottagarord(rad)) for rad in lista)


def _samma(a: list[str], b: list[str]) -> bool:
    """Om den enas ord alla finns hos den andra, eller orden är desamma hopskrivna."""
    kort, lång = sorted((a, b), key=len)
    hopskrivna = bool(_former("".join(a)) & _former("".join(b)))
    return bool(kort) and (hopskrivna or all(any(_samma_ord(k, ord_) for ord_ in lång) for k in kort))


def _mottagarord(text: str) -> list[str]:
    alla = [_BINDESTRECK.sub("", ord_) for ord_ in _MOTTAGARORD.findall(text.casefold())]
    return [ord_ for ord_ in alla if ord_ not in _SMÅORD] or alla


def _samma_ord(a: str, b: str) -> bool:
    """Samma ord i olika böjning, eller det ena efterleden i det andra: ”förvaltningen” i ”vårdförvaltningen”."""
    former = [(x, y) for x in _former(a) for y in _former(b)]
    return any(x == y or (min(len(x), len(y)) >= 5 and (x.endswith(y) or y.endswith(x))) for x, y in former)


def _former(ord_: str) -> set[str]:
    """Ordet, och ordet utan var och en av de böjningar som det kan ha."""
    return {ord_} | {ord_[: -len(ä)] for ä in _ÄNDELSER if ord_.endswith(ä) and len(ord_) - len(ä) >= 3}
