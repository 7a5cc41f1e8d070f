"""Kontrollens fynd som anmärkningar i GitHubs granskning: ett ``::error …::`` per fynd."""

from gns.cli.utskrift import ofarlig
from gns.flows.kontrollrad import Kontroll, Kontrollrad

_KOMMANDO = {"fel": "error", "varning": "warning", "upplysning": "notice"}


def som_github(kontroll: Kontroll, alla: bool) -> str:
    """En rad per fynd; det besvarade och oprövade är upplysningar."""
    return "".join(map(_ett, kontroll.visade(alla)))


def _ett(rad: Kontrollrad) -> str:
    obesvarat = rad.svar == "bruten" and not rad.besvarat
    kommando = _KOMMANDO[rad.nivå] if obesvarat else "notice"
    uppgifter = {"file": rad.i_repot}
    if rad.rad:
        uppgifter |= {"line": str(rad.rad), "col": str(rad.kolumn or 1)}
    uppgifter["title"] = f"{rad.regel} ({rad.lagrum})"
    delar = [rad.text if obesvarat else f"{'besvarat' if rad.besvarat else rad.svar}: {rad.text}"]
    if rad.svaret:
        delar.append(f"Svar: {rad.svaret.text} ({rad.svaret.av}, {rad.svaret.datum})")
    elif rad.råd:
        delar.append(f"Råd: {rad.råd}")
    egenskaper = ",".join(f"{namn}={_egenskap(värde)}" for namn, värde in uppgifter.items())
    return f"::{kommando} {egenskaper}::{_text(chr(10).join(delar))}\n"


def _text(text: str) -> str:
    r"""Med procent och radslut som %25, %0D och %0A; andra styrtecken skrivs ut som ``\x1b``."""
    return ofarlig(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _egenskap(text: str) -> str:
    return _text(text).replace(":", "%3A").replace(",", "%2C")
