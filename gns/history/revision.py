"""En mapp så som den var i en tidigare revision, ur gits objekt."""

import hashlib
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from gns.grund.fel import Användningsfel
from gns.history.git import git

OFULLSTÄNDIG = "hämta resten med git fetch --refetch, eller gör en ny klon utan --filter"
_SHA1 = 40  # tecken
_EGET = re.compile(r"HEAD\b|@|:|refs/|[0-9a-f]{40}")  # det som inte är en grens namn
_VANLIG_FIL = ("100644", "100755")


@dataclass(frozen=True, slots=True)
class Förråd:
    """Ett git-förråd: mappen med dess filer, och sökvägen därifrån till posterna (tom, eller med snedstreck sist).

    ``miljö`` är satt när objekten läses genom ett eget förråd vid sidan av.
    ``avklippt`` är sant för en grund klon, där den äldre historiken saknas.
    """

    rot: Path
    stig: str
    miljö: Mapping[str, str] = field(default_factory=dict)
    avklippt: bool = False


def filer_i(mapp: Path, revision: str) -> dict[str, bytes]:
    """Varje vanlig fil under mappen i revisionen: sökväg från mappen → innehåll; tomt när mappen inte fanns då.

    Kastar Användningsfel när mappen inte ligger i git, revisionen inte finns eller klonen saknar någon av filerna.
    """
    förråd = öppna_förråd(mapp)
    blobbar = träd_i(förråd, commit_för(förråd, revision))
    innehåll = läs_objekt(förråd.rot, blobbar.values())
    if saknad := next((namn for namn, sha in blobbar.items() if sha not in innehåll), None):
        raise Användningsfel(f"klonen saknar {saknad} så som filen var i {revision[:60]!r}", OFULLSTÄNDIG)
    return {namn: innehåll[sha] for namn, sha in blobbar.items()}


def utan_commit(mapp: Path) -> bool:
    """Om förrådet är nytt: grenen man står på har ingen commit än. Användningsfel som för ``öppna_förråd``."""
    förråd = öppna_förråd(mapp)
    gren = git(förråd.rot, "symbolic-ref", "--quiet", "HEAD")
    finns = git(förråd.rot, "for-each-ref", "--format=x", gren.decode().strip()) if gren else b"x"
    return finns == b""


def öppna_förråd(mapp: Path) -> Förråd:
    """Förrådet som mappen ligger i. Användningsfel när den inte ligger i något, eller förrådet pekar ut en annan mapp.

    Förrådet är det närmaste uppåt med ``.git``: filer bland posterna som ser ut som ett eget förråd är inget.
    """
    hel = Path(mapp).resolve()
    start = next((m for m in (hel, *hel.parents) if os.path.lexists(m / ".git")), hel)
    svar = git(start, "rev-parse", "--is-shallow-repository", "--show-toplevel")
    if svar is None:
        raise Användningsfel(
            f"{mapp} ligger inte i ett git-förråd", "gör ett med git init, eller gå till det som finns"
        )
    avklippt, _, toppen = svar.partition(b"\n")
    rot = Path(os.fsdecode(toppen.removesuffix(b"\n"))).resolve()
    if not hel.is_relative_to(rot):
        råd = "ta bort core.worktree ur förrådets inställningar"
        raise Användningsfel(f"git-förrådet säger att dess filer ligger i {rot}, men posterna ligger i {hel}", råd)
    stig = hel.relative_to(rot).as_posix()
    return Förråd(rot, "" if stig == "." else f"{stig}/", avklippt=avklippt == b"true")


def träd_i(förråd: Förråd, commit: str) -> dict[str, str]:
    """Varje vanlig fil under mappen: sökväg från mappen → blobbens id."""
    return {namn: sha for namn, (läge, sha) in _rader_i(förråd, commit).items() if läge in _VANLIG_FIL}


def ovanliga_i(förråd: Förråd, commit: str) -> dict[str, str]:
    """Det under mappen som inte är vanliga filer, länkar och andra förråd: sökväg från mappen → objektets id."""
    return {namn: sha for namn, (läge, sha) in _rader_i(förråd, commit).items() if läge not in _VANLIG_FIL}


def _rader_i(förråd: Förråd, commit: str) -> dict[str, tuple[str, str]]:
    argument = ("-r", "-z", "--full-tree", commit, "--", förråd.stig or ".")
    träd = git(förråd.rot, "ls-tree", *argument, miljö=förråd.miljö) or b""
    rader = [rad.partition(b"\t") for rad in träd.split(b"\0") if rad]
    delade = ((os.fsdecode(namn).removeprefix(förråd.stig), data.decode().split()) for data, _, namn in rader)
    return {namn: (läge, sha) for namn, (läge, _, sha) in delade}


def commit_för(förråd: Förråd, revision: str) -> str:
    """Revisionens commit-id; en gren går före en tagg med samma namn. Användningsfel när den inte finns."""
    svar = None
    if revision and not revision.startswith("-") and "\0" not in revision:
        gren = () if _EGET.match(revision) else (f"refs/heads/{revision}",)
        svar = next(filter(None, (_commit(förråd, namn) for namn in (*gren, revision))), None)
    if svar is None and revision == "HEAD":
        råd = "spara posterna först: git add -A och git commit"
        raise Användningsfel("git-förrådet har ingen commit, eller en som är trasig", råd)
    if svar is None:
        råd = "skriv en gren, en tagg eller en commit, till exempel main eller HEAD~1; ett datum går inte"
        raise Användningsfel(f"det finns ingen revision {revision[:60]!r}", råd)
    return svar


def _commit(förråd: Förråd, namn: str) -> str | None:
    svar = git(förråd.rot, "rev-parse", "--verify", "--quiet", f"{namn}^{{commit}}")
    return svar.decode().strip() if svar is not None else None


def läs_objekt(rot: Path, sha: Iterable[str], miljö: Mapping[str, str] | None = None) -> dict[str, bytes]:
    """Objektens innehåll, efter det namn de frågades med; ett som saknas i förrådet är inte med.

    Namnet är ett objekts id, eller något som git slår upp till ett, som ``HEAD:data/namnd.yaml``; aldrig med radslut i.
    Ett objekt som inte är det som dess id säger räknas som att det saknas.
    """
    sha = list(dict.fromkeys(sha))
    frågor = "".join(f"{s}\n" for s in sha).encode(errors="surrogateescape")
    rå = git(rot, "cat-file", "--batch", indata=frågor, miljö=miljö) or b""
    ut: dict[str, bytes] = {}
    plats = 0
    for namn in sha if rå else ():
        slut = rå.index(b"\n", plats)
        delar = rå[plats:slut].split()
        plats = slut + 1
        if len(delar) == 3 and delar[2].isdigit():
            längd = int(delar[2])
            innehåll = rå[plats : plats + längd]
            plats += längd + 1
            if _id(delar[1], innehåll, len(delar[0])) == delar[0].decode("ascii"):
                ut[namn] = innehåll
    return ut


def _id(slag: bytes, innehåll: bytes, längd: int) -> str:
    """Gits id för ett objekt; längden skiljer SHA-1 från SHA-256."""
    metod = hashlib.sha1 if längd == _SHA1 else hashlib.sha256
    return metod(b"%s %d\0" % (slag, len(innehåll)) + innehåll, usedforsecurity=False).hexdigest()
