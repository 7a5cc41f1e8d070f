"""Kontrollens fynd som GitLabs rapport om kodkvalitet (Code Quality, ett json-fält per fynd)."""

from gns.flows.kontrollrad import Kontroll, Kontrollrad

_ALLVAR = {"fel": "major", "varning": "minor", "upplysning": "info"}


def som_gitlab(kontroll: Kontroll, alla: bool) -> list[dict[str, object]]:
    """Ett objekt per fynd; det besvarade och oprövade är upplysningar."""
    return [_ett(rad) for rad in kontroll.visade(alla)]


def _ett(rad: Kontrollrad) -> dict[str, object]:
    obesvarat = rad.svar == "bruten" and not rad.besvarat
    före = "" if obesvarat else f"{'besvarat' if rad.besvarat else rad.svar}: "
    råd = f" Råd: {rad.råd}" if rad.råd and obesvarat else ""
    return {
        "description": f"{före}{rad.text} ({rad.lagrum}).{råd}",
        "check_name": rad.regel,
        "fingerprint": rad.fingeravtryck,
        "severity": _ALLVAR[rad.nivå] if obesvarat else "info",
        "location": {"path": rad.i_repot, "lines": {"begin": max(rad.rad, 1)}},
    }
