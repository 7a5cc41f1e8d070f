"""Anropen till git: en lista över tillåtna kommandon, och en miljö där förrådet inte kan köra något eget (design § 8)."""

import os
import subprocess
from pathlib import Path

from gns.grund.fel import Användningsfel

_TILLÅTNA = ("rev-parse", "ls-tree", "cat-file")
_INSTÄLLNINGAR = ("core.fsmonitor=false", "core.hooksPath=/dev/null", "core.pager=cat", "protocol.allow=never")
_MILJÖ = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_ATTR_NOSYSTEM": "1",
    "LC_ALL": "C",
}
_TID = 60  # sekunder


def git(mapp: Path, kommando: str, *argument: str, indata: bytes = b"") -> bytes | None:
    """Det som git skriver på standard ut; None när git svarar nej. ValueError för ett kommando som inte är tillåtet.

    Användningsfel när git saknas på datorn eller inte svarar i tid.
    """
    if kommando not in _TILLÅTNA:
        raise ValueError(kommando)
    inställningar = [del_ for ett in _INSTÄLLNINGAR for del_ in ("-c", ett)]
    miljö = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")} | _MILJÖ
    try:
        svar = subprocess.run(
            ["git", *inställningar, kommando, *argument],
            cwd=mapp, env=miljö, input=indata, capture_output=True, timeout=_TID, check=False,
        )  # fmt: skip
    except FileNotFoundError:
        raise Användningsfel("git finns inte på datorn", "installera git, eller kör utan --sedan") from None
    except subprocess.TimeoutExpired:
        raise Användningsfel(f"git svarade inte inom {_TID} sekunder", "försök igen") from None
    return svar.stdout if svar.returncode == 0 else None
