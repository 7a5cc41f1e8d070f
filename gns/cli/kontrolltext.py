"""Kontrollens fynd som text: plats, utdrag med pil, regel och råd, fil för fil.

På en skärm bryts raderna till dess bredd; i ett rör är varje mening en rad, så att den går att söka i.
"""

import sys
from collections.abc import Iterator, Sequence
from itertools import groupby

from gns.cli.fel import utdrag
from gns.cli.stycken import brutet, delar
from gns.cli.utskrift import bredd, i_färg, ofarlig, till_skärm
from gns.flows.kontrollrad import Kontroll, Kontrollrad

_FÄRGER = {"fel": 31, "varning": 33, "upplysning": 36}
_DÄMPAD = 90


def som_text(kontroll: Kontroll, alla: bool) -> str:
    """Fynden som visas, fil för fil med en tom rad emellan; med ``alla`` också det besvarade och oprövade."""
    filer = groupby(kontroll.visade(alla), key=lambda r: r.fil)
    stycken = (ett for _, fynd in filer for ett in _en_fil(tuple(fynd)))
    text = "\n".join("".join(f"{rad}\n" for rad in stycke) for stycke in stycken)
    return f"{text}\n" if text and till_skärm() else text  # på skärmen kommer sammanfattningen efter


def _en_fil(fynd: tuple[Kontrollrad, ...]) -> Iterator[Iterator[str]]:
    """Det brutna i filens ordning, och sist det oprövade: samma regel och skäl sägs en gång, med alla sina platser."""
    oprövade: dict[tuple[str, str, str], list[Kontrollrad]] = {}
    for rad in fynd:
        if rad.svar == "bruten":
            yield _ett(rad)
        else:
            oprövade.setdefault((rad.regel, rad.text, rad.råd), []).append(rad)
    for lika in oprövade.values():
        yield _ett(lika[0], [rad.fält for rad in lika])


def _ett(rad: Kontrollrad, platser: Sequence[str] = ()) -> Iterator[str]:
    plats = ofarlig(rad.fil) + "".join(f":{tal}" for tal in (rad.rad, rad.kolumn) if rad.rad and tal)
    ordet, färg = _ord(rad)
    första, *resten = _stycke(f"{plats}: {ordet}:", rad.text, "  ")
    yield första.replace(f": {ordet}:", f": {_färgat(ordet, färg)}:", 1)
    yield from resten
    if rad.källrad.strip() and rad.svar == "bruten" and not rad.besvarat:
        längd = bredd() - 6 if till_skärm() else 100
        yield from (f"    {r}" for r in utdrag(rad.källrad, rad.kolumn, längd))
    var = ", ".join(dict.fromkeys(p for p in platser or [rad.fält] if p))
    yield from _stycke("  regel:", f"{rad.regel} ({rad.lagrum}){f'; plats: {var}' if var else ''}")
    if rad.svaret:
        yield from _stycke("  svar:", f"{' '.join(rad.svaret.text.split())} ({rad.svaret.av}, {rad.svaret.datum})")
    elif rad.råd:
        yield from _stycke("  råd:", rad.råd)


def _ord(rad: Kontrollrad) -> tuple[str, int]:
    """Ordet som säger hur det är, och dess färg."""
    if rad.svar != "bruten":
        return rad.svar, _DÄMPAD
    return (f"{rad.nivå}, besvarat", _DÄMPAD) if rad.besvarat else (rad.nivå, _FÄRGER[rad.nivå])


def _stycke(början: str, text: str, fortsatt: str | None = None) -> list[str]:
    """Texten efter sin början; på en skärm bruten, med ``fortsatt`` (annars under texten) före de följande raderna."""
    if not till_skärm():
        return [f"{början} {ofarlig(text)}"]
    indrag = " " * (len(början) + 1) if fortsatt is None else fortsatt
    första: list[str] = []
    resten = delar(ofarlig(text))
    while resten and len(" ".join([början, *första, resten[0]])) <= bredd():
        första.append(resten.pop(0))
    under = brutet(" ".join(resten), bredd() - len(indrag)) if resten else []
    return [" ".join([början, *första]), *(f"{indrag}{rad}" for rad in under)]


def _färgat(ord: str, kod: int) -> str:
    return f"\x1b[1;{kod}m{ord}\x1b[0m" if i_färg(sys.stdout) else ord
