"""Kontrollens fynd som SARIF 2.1.0, det som granskningsprogram och GitHubs och Azures kodgranskning läser.

Ett besvarat fynd är med men undertryckt (``suppressions``), så att den som läser ser att någon har tagit ställning; det
som inte går att pröva är ``kind: open`` och är bara med när allt ska visas.
"""

import re
from collections.abc import Sequence
from textwrap import dedent
from typing import Any
from urllib.parse import quote

from gns import __version__
from gns.flows.forklara import Förklaring
from gns.flows.kontrollrad import Kontroll, Kontrollrad

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_EXEMPEL = re.compile(r"^(\S.*:)\n((?:[ ]+\S.*\n?|\n(?=[ ]))+)(?<!\n)", re.MULTILINE)
_LÄNK = re.compile(r"\[(?=[^\]\n]*\]\()")
_NIVÅ = {"fel": "error", "varning": "warning", "upplysning": "note"}


def som_sarif(kontroll: Kontroll, alla: bool, regler: Sequence[Förklaring]) -> dict[str, Any]:
    """Hela loggen; ``regler`` är de prövade reglerna med sina förklaringar."""
    ordning = {r.id: i for i, r in enumerate(regler)}
    rader = [r for r in kontroll.rader if alla or r.svar == "bruten"]
    motor = {"name": "gns", "version": __version__, "language": "sv-SE", "rules": [_regel(r) for r in regler]}
    körning = {
        "tool": {"driver": motor},
        "language": "sv-SE",
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": True, "exitCode": kontroll.slutkod()}],
        "results": [_fynd(r, ordning[r.regel]) for r in rader],
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [körning]}


def _regel(regel: Förklaring) -> dict[str, Any]:
    hjälp = f"{regel.förklaring}\n\n{regel.källa}\n\n{regel.gör}"
    lagrum = [lydelse.lagrum for lydelse in regel.lagrum] or [regel.praxis]
    return {
        "id": regel.id,
        "shortDescription": {"text": regel.fråga},
        "fullDescription": {"text": f"{regel.fråga} ({regel.källa})"},
        "help": {"text": hjälp, "markdown": _markdown(hjälp)},
        "defaultConfiguration": {"level": _NIVÅ[regel.nivå]},
        "properties": {"tags": list(dict.fromkeys(lagrum))},
    }


def _markdown(text: str) -> str:
    """Texten med exemplen, som är indragna, som yaml."""
    return _EXEMPEL.sub(lambda m: f"**{m[1]}**\n\n```yaml\n{dedent(m[2])}\n```", text)


def _fynd(rad: Kontrollrad, regelns_plats: int) -> dict[str, Any]:
    ut: dict[str, Any] = {
        "ruleId": rad.regel,
        "ruleIndex": regelns_plats,
        "kind": "fail" if rad.svar == "bruten" else "open",
        "level": _NIVÅ[rad.nivå] if rad.svar == "bruten" else "none",
        "message": {"text": _ordagrant("\n".join([rad.text, *([f"Råd: {rad.råd}"] if rad.råd else [])]))},
        "locations": [_plats(rad)],
        "partialFingerprints": {"gns/v1": rad.fingeravtryck},
        "properties": {"lagrum": rad.lagrum},
    }
    if rad.besvarat:
        ut["suppressions"] = [{"kind": "external", "status": "accepted", **_skäl(rad)}]
    return ut


def _ordagrant(text: str) -> str:
    """Texten där inget blir en länk eller ett hål att fylla i (SARIF §§ 3.11.5 och 3.11.6)."""
    return _LÄNK.sub(r"\\[", text.replace("{", "{{").replace("}", "}}"))


def _skäl(rad: Kontrollrad) -> dict[str, str]:
    return {"justification": f"{rad.svaret.text} ({rad.svaret.av}, {rad.svaret.datum})"} if rad.svaret else {}


def _plats(rad: Kontrollrad) -> dict[str, Any]:
    fil = {"uri": quote(rad.i_repot.encode("utf-8", "surrogateescape")), "uriBaseId": "%SRCROOT%"}
    fysisk: dict[str, Any] = {"artifactLocation": fil}
    if rad.rad:
        fysisk["region"] = {"startLine": rad.rad, "startColumn": max(rad.kolumn, 1)}
        if rad.källrad:
            fysisk["region"]["snippet"] = {"text": rad.källrad}
    namn = f"{rad.post} {rad.fält}".strip()
    return {"physicalLocation": fysisk, "logicalLocations": [{"fullyQualifiedName": namn}]}
