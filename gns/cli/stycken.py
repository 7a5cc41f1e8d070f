"""Löpande text på skärmen: ofarlig, bruten till skärmens bredd och indragen."""

import re

from gns.cli.utskrift import bredd, ofarlig

_DEL = re.compile(r"§§? [0-9]\S*|[0-9]{1,3}(?: [0-9]{3})*(?:,[0-9]+)? t?kr\b\S*|\S+")


def delar(text: str) -> list[str]:
    """Det som inte delas mellan två rader: ord, belopp, och paragraftecknet med sitt nummer."""
    return _DEL.findall(text)


def brutet(text: str, bredden: int) -> list[str]:
    """Texten i rader om högst ``bredden`` tecken; ett ord som är längre delas med bindestreck."""
    rader = [""]
    for del_ in delar(text):
        if rader[-1] and len(rader[-1]) + 1 + len(del_) > bredden:
            rader.append(del_)
        else:
            rader[-1] = f"{rader[-1]} {del_}".lstrip()
    return [bit for rad in rader for bit in _delat(rad, bredden)]


def _delat(rad: str, bredden: int) -> list[str]:
    bitar = []
    while len(rad) > max(bredden, 2):
        bitar.append(f"{rad[: bredden - 1]}-")
        rad = rad[bredden - 1 :]
    return [*bitar, rad]


def indraget(text: str, början: str = "", fortsatt: str | None = None) -> str:
    """Texten rad för rad; ``början`` står före den första raden och ``fortsatt`` (annars mellanrum) före de andra."""
    indrag = " " * len(början) if fortsatt is None else fortsatt
    bredden = bredd() - max(len(början), len(indrag))
    rader = [del_ for rad in text.split("\n") for del_ in brutet(ofarlig(rad), bredden)]
    return "".join(f"{indrag if i else början}{rad}".rstrip() + "\n" for i, rad in enumerate(rader))
