"""Anropen till git: en lista över tillåtna kommandon, och en miljö där förrådet inte kan köra något eget (design § 8)."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Self

from gns.grund.fel import Användningsfel

# Rörläggning. De som skriver gör det i objektdatabasen, i ett eget index och i referenserna; ingen rör arbetskopian.
_LÄSER = (
    "rev-parse",
    "ls-tree",
    "cat-file",
    "rev-list",
    "diff-tree",
    "for-each-ref",
    "merge-base",
    "symbolic-ref",
    "var",
    "config",  # bara --get-regexp, som läser
)
_SKRIVER = (
    "hash-object",
    "read-tree",
    "update-index",
    "write-tree",
    "commit-tree",
    "mktag",
    "update-ref",
    "merge-tree",
)
_TILLÅTNA = frozenset(_LÄSER + _SKRIVER)
_INSTÄLLNINGAR = (
    "core.commitGraph=false",  # en cache i förrådet som kan säga något annat än objekten
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "core.pager=cat",
    "core.splitIndex=false",
    "core.quotePath=false",
    "i18n.commitEncoding=utf-8",
    "protocol.allow=never",
    "safe.bareRepository=explicit",  # filer bland posterna som ser ut som ett förråd är inget
)
_MILJÖ = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_LITERAL_PATHSPECS": "1",  # en mapp som heter :x eller *.yaml är en mapp
    "GIT_GRAFT_FILE": os.devnull,
    "GIT_ALLOW_PROTOCOL": "inget",  # går före det som förrådet tillåter
    "GIT_ATTR_NOSYSTEM": "1",
    **dict.fromkeys(("GIT_TRACE2", "GIT_TRACE2_EVENT", "GIT_TRACE2_PERF"), "0"),  # går före användarens inställningar
    "LC_ALL": "C",
}
_ANVÄNDARENS = ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_NOSYSTEM", "GIT_CONFIG_SYSTEM")
_TID = 60  # sekunder


class Anrop:
    """Ett git som är igång medan annat görs; används med ``with``, så att inget git blir kvar."""

    def __init__(self, mapp: Path, kommando: str, argument: tuple[str, ...], miljö: Mapping[str, str] | None) -> None:
        if kommando not in _TILLÅTNA:
            raise ValueError(kommando)
        inställningar = [del_ for ett in _INSTÄLLNINGAR for del_ in ("-c", ett)]
        ren = {k: v for k, v in os.environ.items() if not k.startswith("GIT_") or k in _ANVÄNDARENS}
        rör = subprocess.PIPE
        try:
            self._process = subprocess.Popen(
                ["git", *inställningar, kommando, *argument],
                cwd=mapp, env=ren | _MILJÖ | dict(miljö or {}), stdin=rör, stdout=rör, stderr=rör,
            )  # fmt: skip
        except FileNotFoundError:
            raise Användningsfel("git finns inte på datorn", "installera git; bara spåret behöver det") from None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with self._process:
            if self._process.poll() is None:
                self._process.kill()

    def svar(self, indata: bytes = b"") -> bytes | None:
        """Det som git skriver på standard ut; None när git svarar nej. Användningsfel som för ``git``."""
        kod, ut = self.svar_med_kod(indata)
        return ut if kod == 0 else None

    def svar_med_kod(self, indata: bytes = b"") -> tuple[int, bytes]:
        """Slutkoden och det som skrevs: några kommandon säger något också när de svarar nej."""
        try:
            ut, fel = self._process.communicate(indata, _TID)
        except subprocess.TimeoutExpired:
            raise Användningsfel(f"git svarade inte inom {_TID} sekunder", "försök igen") from None
        if b"dubious ownership" in fel:
            råd = "lita på det med git config --global --add safe.directory, om du vet vems det är"
            raise Användningsfel("git-förrådet ägs av någon annan på datorn", råd)
        return self._process.returncode, ut


def git(
    mapp: Path, kommando: str, *argument: str, indata: bytes = b"", miljö: Mapping[str, str] | None = None
) -> bytes | None:
    """Det som git skriver på standard ut; None när git svarar nej. ValueError för ett kommando som inte är tillåtet.

    Användningsfel när git saknas på datorn, inte svarar i tid eller inte vill läsa någon annans förråd.
    """
    with Anrop(mapp, kommando, argument, miljö) as anrop:
        return anrop.svar(indata)


def git_med_kod(
    mapp: Path, kommando: str, *argument: str, indata: bytes = b"", miljö: Mapping[str, str] | None = None
) -> tuple[int, bytes]:
    """Som ``git``, men slutkoden och det som skrevs, också när git svarar nej."""
    with Anrop(mapp, kommando, argument, miljö) as anrop:
        return anrop.svar_med_kod(indata)
