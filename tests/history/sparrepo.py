"""Ett litet förråd att försegla i och sedan angripa; det byggs en gång och kopieras."""

import os
import shutil
import subprocess
from pathlib import Path

from tests.cli.kontrollkor import kör
from tests.kontroller.arkiv import BORT, Ändringar, skriv

ETT, TVÅ = "2023-12-04", "2024-03-04"
OJUSTERAT: Ändringar = {
    f"moten/{TVÅ}": {"justering.justerat": BORT, "justering.underskrifter": BORT},
    f"anslag/{TVÅ}": {"": BORT},
}
UNDERTECKNAT = b"%PDF-1.7\nskannat\n"


def git(mapp: Path, *ord: str, **miljö: str) -> str:
    """Vanliga git, som en användare kör det."""
    namn = ["-c", "user.name=Åsa Öst", "-c", "user.email=asa@example.se", "-c", "commit.gpgsign=false"]
    svar = subprocess.run(
        ["git", *namn, *ord], cwd=mapp, env=os.environ | miljö, capture_output=True, text=True, check=True
    )
    return svar.stdout.strip()


def förråd(mapp: Path, ändringar: Ändringar | None = None) -> Path:
    """Det rena arkivet i ett förråd med en commit på main."""
    mapp.mkdir(parents=True, exist_ok=True)
    skriv(mapp, ändringar)
    git(mapp, "init", "-q", "-b", "main")
    git(mapp, "config", "user.name", "Åsa Öst")
    git(mapp, "config", "user.email", "asa@example.se")
    git(mapp, "config", "gc.auto", "0")
    git(mapp, "add", "-A")
    git(mapp, "commit", "-qm", "poster")
    return mapp


def förseglat(mapp: Path) -> Path:
    """Två förseglade möten, det ena med en undertecknad fil, och en commit efteråt."""
    förråd(mapp)
    (mapp / "skannat.pdf").write_bytes(UNDERTECKNAT)
    for ord_ in ((ETT, "--undertecknat", "skannat.pdf"), (TVÅ,)):
        svar = kör(mapp, "justera", *ord_)
        assert svar.kod == 0, svar.fel
    (mapp / "annat.txt").write_text("senare\n")
    git(mapp, "add", "annat.txt")
    git(mapp, "commit", "-qm", "senare")
    return mapp


def nyckel(mapp: Path, namn: str) -> Path:
    """En ny SSH-nyckel utan lösenord."""
    fil = mapp / namn
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", str(fil)], check=True)
    return fil


def signatärslista(rot: Path, namn: str, nyckeln: Path) -> None:
    """Signatärslistan med en persons öppna nyckel."""
    lista = rot / "data/sigill/signatarer.yaml"
    lista.parent.mkdir()
    öppen = nyckeln.with_suffix(".pub").read_text("utf-8").strip()
    lista.write_text(f"signatärer:\n  - namn: {namn}\n    nyckel: {öppen}\n", "utf-8")


def kopia(av: Path, till: Path) -> Path:
    """En kopia, med tider och allt."""
    shutil.copytree(av, till, symlinks=True)
    return till
