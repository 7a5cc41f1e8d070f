"""Underskrifter med SSH-nycklar, genom ssh-keygen: ett program som redan finns, och ett format som andra kan pröva."""

import base64
import binascii
import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from gns.grund.fel import Användningsfel
from gns.history.git import git
from gns.modell.spar import Signatur

NAMNRYMD = "gns-sigill"
_TAGGENS = b"-----BEGIN SSH SIGNATURE-----"
_TID = 120  # sekunder: en nyckel i ett kort väntar på att någon rör vid det


def inställd_nyckel(rot: Path) -> Path | str | None:
    """SSH-nyckeln som användaren har ställt in för sina underskrifter i git; None när det inte är någon.

    Bara användarens egna inställningar gäller, inte förrådets. Användningsfel när filen inte finns.
    """
    svar = git(rot, "config", "--global", "--includes", "--null", "--get-regexp", r"^(gpg\.format|user\.signingkey)$")
    rader = [rad.partition("\n") for rad in (svar or b"").decode(errors="surrogateescape").split("\0")]
    inställt = {namn: värde for namn, _, värde in rader}
    värde = inställt.get("user.signingkey", "")
    if inställt.get("gpg.format") != "ssh" or not värde:
        return None
    if värde.startswith(("key::", "ssh-")):
        return värde.removeprefix("key::")
    if not (fil := Path(os.path.expanduser(värde))).is_file():  # noqa: PTH111 – en okänd användare är inget undantag
        råd = "rätta user.signingkey i dina inställningar, eller lägg till --utan-nyckel"
        raise Användningsfel(f"nyckeln {fil}, som du har ställt in i git, finns inte", råd)
    return fil


def signera(nyckel: Path | str, data: bytes, namnrymd: str = NAMNRYMD) -> bytes:
    """Underskriften; ``nyckel`` är den hemliga nyckelns fil, eller den öppna (filen eller texten) när en ssh-agent har den.

    Användningsfel när nyckeln inte går att använda eller OpenSSH saknas.
    """
    if isinstance(nyckel, Path) and not nyckel.is_file():
        raise Användningsfel(f"nyckeln {nyckel} finns inte", "skriv sökvägen till din SSH-nyckel efter --nyckel")
    with _som_fil(nyckel) as fil:
        svar = _ssh_keygen("sign", "-f", str(fil.resolve()), "-n", namnrymd, indata=data)
    if svar is None:
        raise Användningsfel("ssh-keygen finns inte på datorn", "installera OpenSSH, eller försegla med --utan-nyckel")
    if svar.returncode:
        råd = "se att den är en SSH-nyckel, och lösenordet, eller försegla med --utan-nyckel"
        raise Användningsfel(f"nyckeln {nyckel} gick inte att underteckna med", råd)
    return svar.stdout


@contextmanager
def _som_fil(nyckel: Path | str) -> Iterator[Path]:
    if isinstance(nyckel, Path):
        yield nyckel
        return
    with tempfile.TemporaryDirectory(prefix="gns-") as mapp:
        fil = Path(mapp) / "nyckel.pub"
        fil.write_bytes(os.fsencode(f"{nyckel}\n"))
        yield fil


def nyckeln_i(signatur: bytes) -> str:
    """Den öppna nyckeln i en underskrift, ``ssh-ed25519 AAAA…``; tomt när det inte är någon underskrift."""
    rader = signatur.decode(errors="replace").splitlines()
    try:
        rå = base64.b64decode("".join(r for r in rader if not r.startswith("-----")), validate=True)
        nyckel = _fält(rå, 10) if rå[:6] == b"SSHSIG" else b""
        slag = _fält(nyckel, 0).decode("ascii")
    except (binascii.Error, ValueError, IndexError):
        return ""
    return f"{slag} {base64.b64encode(nyckel).decode()}" if slag else ""


def pröva_signatur(data: bytes, signatur: bytes, namnrymd: str = NAMNRYMD) -> Signatur:
    """Nyckeln i underskriften, och om den stämmer med det undertecknade."""
    nyckel = nyckeln_i(signatur)
    if not nyckel:
        return Signatur(nyckel, False)
    with tempfile.TemporaryDirectory(prefix="gns-") as mapp:
        stig = Path(mapp) / "sig"
        stig.write_bytes(signatur)
        svar = _ssh_keygen("check-novalidate", "-n", namnrymd, "-s", str(stig), indata=data)
    return Signatur(nyckel, None if svar is None else svar.returncode == 0)


def pröva_tagg(text: bytes) -> Signatur | None:
    """Underskriften sist i en taggs text, prövad; None när taggen inte är undertecknad med en SSH-nyckel."""
    data, början, resten = text.partition(_TAGGENS)
    return pröva_signatur(data, början + resten, "git") if början else None


def _fält(rå: bytes, start: int) -> bytes:
    """Fältet som börjar med sin längd på fyra byte."""
    längd = int.from_bytes(rå[start : start + 4], "big")
    return rå[start + 4 : start + 4 + längd]


def _ssh_keygen(gör: str, *argument: str, indata: bytes) -> subprocess.CompletedProcess[bytes] | None:
    miljö = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")} | {"LC_ALL": "C"}
    try:
        return subprocess.run(
            ["ssh-keygen", "-Y", gör, *argument],
            env=miljö,
            input=indata,
            capture_output=True,
            timeout=_TID,
            check=False,
        )
    except FileNotFoundError:
        return None
    except subprocess.TimeoutExpired:
        raise Användningsfel(f"ssh-keygen svarade inte inom {_TID} sekunder", "försök igen") from None
