"""En mening per rad: delar texter där en mening säkert slutar, aldrig efter en förkortning eller ett tal."""

import re

from gns.grund.block import läs_text

_GRÄNS = re.compile(r"(?<=[^\W\d_]|[)”])([.!?][”\"’')\]]*) (?=[”\"’'(\[]?[A-ZÅÄÖÉ])")
_LÄNGST = 60  # så långt tillbaka söks ordet före en punkt
_ORDET = re.compile(r"[\w.§-]*\Z")
_FÖRKORTNINGAR = frozenset(
    re.findall(
        r"\w+",
        "anm art avd avs bil bitr bl ca div dnr doc dr dvs ed eg enl etc ev ex exkl f fd ff fig forts fr fru föreg "
        "förf gm hr inc inkl inst iom ipk jfr jr kap kl kr kungl leg lic lör m mfl mm mom mvh mån n nr obs ons ordf "
        "osv p pga prof resp s sek sekr sid sign sk spec sr st stf t tab tel tex tf tis tom tors tr u ung uppl utg v "
        "vd vol vs äv ö",
    )
)
_MÄRKE = re.compile(r"\s*(?:- +|\d{1,3}\. +|\[\^\w{1,20}\]: +)?")


def radbryt(text: str) -> str:
    """Texten med en mening per rad och högst en tomrad i följd; som den är när blocken annars skulle ändras."""
    rader: list[str] = []
    for rad in text.strip("\n").split("\n"):
        if rad.strip():
            rader += _dela(rad.rstrip())
        elif rader and rader[-1]:
            rader.append("")
    while rader and not rader[-1]:
        rader.pop()
    ny = "\n".join(rader).lstrip(" ") + "\n"
    return ny if läs_text(ny).block == läs_text(text).block else text


def _dela(rad: str) -> list[str]:
    """Raden delad i meningar; det som följer i en listpunkt får punktens indrag."""
    märke = _MÄRKE.match(rad)
    indrag = " " * märke.end() if märke else ""
    delar = []
    start = 0
    for träff in _GRÄNS.finditer(rad):
        if _slutar_mening(rad[max(0, träff.start() - _LÄNGST) : träff.start()], träff[1]):
            delar.append(rad[start : träff.end(1)])
            start = träff.end()
    return [d if i == 0 else indrag + d for i, d in enumerate([*delar, rad[start:]])]


def _slutar_mening(före: str, tecken: str) -> bool:
    if tecken[0] != "." or före[-1] in ")”":
        return True
    träff = _ORDET.search(före)
    ordet = träff[0].lower() if träff else ""
    return len(ordet) > 1 and "." not in ordet and ordet not in _FÖRKORTNINGAR
