"""Riktigt git i en mapp: det som testerna av spåret bygger sina förråd med."""

import os
import subprocess
from pathlib import Path

BAS = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")} | {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Åsa Öberg",
    "GIT_AUTHOR_EMAIL": "asa@example.se",
    "GIT_COMMITTER_NAME": "Åsa Öberg",
    "GIT_COMMITTER_EMAIL": "asa@example.se",
    "LC_ALL": "C",
}


def git(mapp: Path, *ord: str, indata: bytes | None = None, **mer: str) -> str:
    """Kör git i mappen och ger det som skrevs; CalledProcessError när git säger nej."""
    svar = subprocess.run(
        ["git", *ord], cwd=mapp, env=BAS | mer, check=True, capture_output=True, input=indata, timeout=60
    )
    return svar.stdout.decode(errors="surrogateescape").strip()


def spara(mapp: Path, meddelande: str, dag: str = "2024-01-02T10:00:00+0100", **mer: str) -> str:
    """Lägger in allt i en commit med den tiden, och ger dess id."""
    git(mapp, "add", "-A")
    tid = {"GIT_AUTHOR_DATE": dag, "GIT_COMMITTER_DATE": dag}
    git(mapp, "commit", "-q", "--allow-empty", "-m", meddelande, indata=None, **(tid | mer))
    return git(mapp, "rev-parse", "HEAD")


def förråd(mapp: Path) -> Path:
    """Ett tomt förråd med grenen main."""
    mapp.mkdir(parents=True, exist_ok=True)
    git(mapp, "init", "-q", "--template=", "-b", "main")
    return mapp
