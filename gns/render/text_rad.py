"""Löpande text bruten i rader för terminalen."""

from collections.abc import Iterable, Sequence

from gns.render.obrutet import dela
from gns.render.trad import Del, märkt


def bryt(delar: Sequence[Del], bredd: int) -> list[str]:
    """Raderna; belopp, datum och paragrafer hålls ihop, och ett ord längre än bredden får en egen rad."""
    return [rad for text in _text(delar).split("\n") for rad in _fyll(dela_ord(text), bredd)]


def häng(märke: str, rader: Sequence[str]) -> list[str]:
    """Raderna med märket framför den första och lika mycket indrag framför de andra."""
    första, *andra = rader or [""]
    indrag = " " * len(märke)
    return [(märke + första).rstrip(" "), *((indrag + rad).rstrip(" ") for rad in andra)]


def märk(nummer: int | None) -> str:
    """Listpunktens märke."""
    return "- " if nummer is None else f"{nummer}. "


def _text(delar: Sequence[Del]) -> str:
    return "".join(_del(d, delar[i + 1 : i + 2]) for i, d in enumerate(delar))


def _del(d: Del, nästa: Sequence[Del]) -> str:
    """En del som text; efter en länk ut på nätet står adressen, om den inte redan är texten."""
    if d.slag == "br":
        return "\n"
    if d.slag == "not":
        return f"[{d.text}]"
    sist = not nästa or nästa[0].länk != d.länk
    text = märkt(d)
    return f"{text} ({d.länk})" if d.länk.startswith("https:") and sist and d.text != d.länk else text


def dela_ord(text: str) -> list[str]:
    """Orden i ordning, där det som inte får brytas är ett ord."""
    ord_ = [""]
    for bit, obruten in dela(text):
        första, *fler = [bit] if obruten else bit.split(" ")
        ord_[-1] += första
        ord_ += fler
    return [o for o in ord_ if o]


def _fyll(ord_: Iterable[str], bredd: int) -> list[str]:
    rader: list[str] = []
    for o in ord_:
        if rader and len(rader[-1]) + 1 + len(o) <= bredd:
            rader[-1] += f" {o}"
        else:
            rader.append(o)
    return rader
