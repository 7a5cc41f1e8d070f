"""En mapp så som den var i en tidigare revision, ur gits objekt."""

from pathlib import Path

from gns.grund.fel import Användningsfel
from gns.history.git import git

_VANLIG_FIL = ("100644", "100755")


def filer_i(mapp: Path, revision: str) -> dict[str, bytes]:
    """Varje vanlig fil under mappen i revisionen: sökväg från mappen → innehåll; tomt när mappen inte fanns då.

    Kastar Användningsfel när mappen inte ligger i git eller revisionen inte finns.
    """
    toppen = git(mapp, "rev-parse", "--show-toplevel")
    if toppen is None:
        raise Användningsfel(f"{mapp} ligger inte i ett git-förråd", "kör utan --sedan")
    rot = Path(toppen.decode().rstrip("\n"))
    commit = _commit(rot, revision)
    stig = Path(mapp).resolve().relative_to(rot.resolve()).as_posix()
    träd = git(rot, "ls-tree", "-r", "-z", "--full-tree", commit, "--", stig) or b""
    rader = [rad.partition(b"\t") for rad in träd.split(b"\0") if rad]
    blobbar = {
        namn.decode(): data.split()[2].decode() for data, _, namn in rader if data.split()[0].decode() in _VANLIG_FIL
    }
    innehåll = _läs(rot, list(blobbar.values()))
    början = "" if stig == "." else f"{stig}/"
    return {namn.removeprefix(början): innehåll[sha] for namn, sha in blobbar.items() if sha in innehåll}


def _commit(rot: Path, revision: str) -> str:
    svar = None
    if revision and not revision.startswith("-") and "\0" not in revision:
        svar = git(rot, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    if svar is None:
        råd = "skriv en gren, en tagg eller en commit, till exempel main eller HEAD~1; ett datum går inte"
        raise Användningsfel(f"det finns ingen revision {revision[:60]!r}", råd)
    return svar.decode().strip()


def _läs(rot: Path, sha: list[str]) -> dict[str, bytes]:
    """Objektens innehåll; ett objekt som saknas i förrådet är inte med."""
    rå = git(rot, "cat-file", "--batch", indata="".join(f"{s}\n" for s in sha).encode()) or b""
    ut: dict[str, bytes] = {}
    plats = 0
    while plats < len(rå):
        slut = rå.index(b"\n", plats)
        delar = rå[plats:slut].split()
        plats = slut + 1
        if len(delar) == 3:
            längd = int(delar[2])
            ut[delar[0].decode()] = rå[plats : plats + längd]
            plats += längd + 1
    return ut
