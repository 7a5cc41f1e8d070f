"""Kontrollens fynd som text: plats, utdrag med pil, lagrum och råd, fil för fil."""

import sys
from itertools import groupby

from gns.cli.fel import utdrag
from gns.cli.utskrift import i_färg, ofarlig
from gns.flows.kontrollera import Kontroll, Kontrollrad

_FÄRGER = {"fel": 31, "varning": 33, "upplysning": 36}
_DÄMPAD = 90


def som_text(kontroll: Kontroll, alla: bool) -> str:
    """Fynden som visas, med en tom rad mellan filerna; med ``alla`` också det besvarade och oprövade."""
    filer = groupby(kontroll.visade(alla), key=lambda r: r.fil)
    return "\n".join("".join(map(_ett, rader)) for _, rader in filer)


def _ett(rad: Kontrollrad) -> str:
    plats = ofarlig(rad.fil) + "".join(f":{tal}" for tal in (rad.rad, rad.kolumn) if rad.rad and tal)
    ut = [f"{plats}: {_ord(rad)}: {ofarlig(rad.text)}"]
    if rad.källrad.strip():
        ut += (f"    {r}" for r in utdrag(rad.källrad, rad.kolumn))
    ut.append(f"  regel: {rad.regel} ({rad.lagrum})")
    if rad.råd:
        ut.append(f"  råd: {ofarlig(rad.råd)}")
    return "\n".join(ut) + "\n"


def _ord(rad: Kontrollrad) -> str:
    if rad.svar != "bruten":
        return _färg(rad.svar, _DÄMPAD)
    return _färg(f"{rad.nivå}, besvarat", _DÄMPAD) if rad.besvarat else _färg(rad.nivå, _FÄRGER[rad.nivå])


def _färg(ord: str, kod: int) -> str:
    return f"\x1b[1;{kod}m{ord}\x1b[0m" if i_färg(sys.stdout) else ord
