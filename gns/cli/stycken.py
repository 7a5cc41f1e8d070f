"""Löpande text på skärmen: ofarlig, bruten till skärmens bredd och indragen."""

import re

from gns.cli.utskrift import bredd, ofarlig

_DEL = re.compile(r"§§? [0-9]\S*|\S+")


def delar(text: str) -> list[str]:
    """Det som inte delas mellan två rader: ord, och paragraftecknet med sitt nummer."""
    return _DEL.findall(text)


def brutet(text: str, bredden: int) -> list[str]:
    """Texten i rader om högst ``bredden`` tecken; också ett ord som är längre delas."""
    rader = [""]
    for del_ in delar(text):
        if rader[-1] and len(rader[-1]) + 1 + len(del_) > bredden:
            rader.append(del_)
        else:
            rader[-1] = f"{rader[-1]} {del_}".lstrip()
    return [rad[i : i + bredden] for rad in rader for i in range(0, max(1, len(rad)), bredden)]


def indraget(text: str, början: str = "", fortsatt: str | None = None) -> str:
    """Texten rad för rad; ``början`` står före den första raden och ``fortsatt`` (annars mellanrum) före de andra."""
    indrag = " " * len(början) if fortsatt is None else fortsatt
    bredden = bredd() - max(len(början), len(indrag))
    rader = [del_ for rad in text.split("\n") for del_ in brutet(ofarlig(rad), bredden)]
    return "".join(f"{indrag if i else början}{rad}".rstrip() + "\n" for i, rad in enumerate(rader))
