"""gns talar inte med nätet: inget kommando, och inget git eller ssh-keygen som det startar, öppnar en förbindelse."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.history.sparrepo import ETT, TVÅ, förråd, kopia, nyckel, signatärslista

KOMMANDON = [
    ("protokoll", TVÅ, "--format", "pdf", "--ut", "p.pdf"),
    ("kontrollera", "--sedan", "HEAD"),
    ("justera", TVÅ, "--nyckel", "nyckel"),
    ("verifiera",),
    ("historik", ETT),
    ("granska", "HEAD..HEAD"),
]


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ett förråd med en fjärr och en signatärslista, där det finns något att hämta och underteckna."""
    rot = förråd(tmp_path_factory.mktemp("nat") / "repo")
    signatärslista(rot, "Eva Ek", nyckel(rot, "nyckel"))
    with (rot / ".git/config").open("a", encoding="utf-8") as inställt:
        inställt.write('[remote "origin"]\n\turl = https://git.invalid/x\n\tpromisor = true\n')
    return rot


def _spårat(rot: Path, *ord_: str) -> list[str]:
    """Raderna i strace om förbindelser, för kommandot och allt som det startar."""
    logg = rot.parent / "strace"
    program = ["strace", "-f", "-qq", "-e", "trace=connect,sendto", "-o", str(logg), *ord_]
    svar = subprocess.run(program, cwd=rot, env=os.environ, capture_output=True, stdin=subprocess.DEVNULL, check=False)
    assert svar.returncode == 0, svar.stderr.decode()
    return [rad for rad in logg.read_text("utf-8", "replace").splitlines() if "AF_INET" in rad]


@pytest.mark.parametrize("ord_", KOMMANDON, ids=lambda o: o[0])
def test_ingen_förbindelse(original: Path, tmp_path: Path, ord_: tuple[str, ...]) -> None:
    rot = kopia(original, tmp_path / "repo")
    assert _spårat(rot, sys.executable, "-m", "gns", *ord_) == []


def test_en_förbindelse_syns(tmp_path: Path) -> None:
    """Annars prövar det ovan ingenting."""
    (tmp_path / "x").mkdir()
    kod = "import socket; s = socket.socket(type=socket.SOCK_DGRAM); s.connect(('127.0.0.1', 9))"
    assert _spårat(tmp_path / "x", sys.executable, "-c", kod)
