"""Spåret ur git och från disken: de förseglade filerna, taggarna, grenarna och varje commit som har rört dem."""

import os
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path

from gns.history.git import git
from gns.history.handelser import händelser_för
from gns.history.revision import Förråd, commit_för, läs_objekt, träd_i, öppna_förråd
from gns.history.signatur import pröva_signatur
from gns.modell.sigill import MAPP, läs_sigill, sigillnummer
from gns.modell.spar import Spår, Tagg

_TAGGAR = "refs/tags/justerat/"


def läs_spår(data: Path) -> Spår:
    """Allt som prövas om posterna i mappen. Användningsfel utan git, eller när förrådet inte har någon commit."""
    förråd = öppna_förråd(data)
    commit = commit_för(förråd, "HEAD")
    träd = träd_i(förråd, commit)
    sigillen = {fil: träd[fil] for fil in träd if sigillnummer(fil)}
    rå = läs_objekt(förråd.rot, sigillen.values())
    filer = [*_rörda(rå.values()), *(f for f in träd if f.startswith(f"{MAPP}/"))]
    blobbar = {fil: träd[fil] for fil in dict.fromkeys(filer) if fil in träd}
    rå |= läs_objekt(förråd.rot, blobbar.values())
    huvud = {fil: rå[sha] for fil, sha in blobbar.items() if sha in rå}
    disk = {f: b for f in dict.fromkeys((*filer, *_på_disken(data))) if (b := _läs(data, f)) is not None}
    gren = git(förråd.rot, "symbolic-ref", "--quiet", "--short", "HEAD")
    return Spår(
        huvud=huvud,
        disk=disk,
        saknade=frozenset(blobbar) - huvud.keys(),
        taggar=_taggar(förråd),
        händelser=händelser_för(förråd, commit, huvud),
        signaturer={fil: pröva_signatur(huvud, fil) for fil in huvud if fil.endswith(".sig")},
        andra=_andra_grenar(förråd, huvud),
        egen_gren=gren.decode().strip() if gren else None,
        grund=förråd.avklippt,
        omskrivet=_omskrivet(förråd),
    )


def _rörda(sigillen: Iterable[bytes]) -> list[str]:
    """Filerna som sigillen låser, och svaren om deras möten."""
    ut: list[str] = []
    for rå in sigillen:
        try:
            s = läs_sigill(rå)
        except ValueError:
            continue
        ut += [*s.filer, f"svar/{s.möte}.yaml", f"moten/{s.möte}.yaml"]
    return ut


def _på_disken(data: Path) -> list[str]:
    mapp = data / MAPP
    return [fil for s in (mapp.iterdir() if mapp.is_dir() else ()) if sigillnummer(fil := f"{MAPP}/{s.name}")]


def _läs(data: Path, fil: str) -> bytes | None:
    """Filens byte; None när den saknas, inte är en vanlig fil eller ligger i en mapp som är en länk."""
    stig = data / fil
    try:
        if stig.parent.is_symlink() or not stat.S_ISREG(stig.lstat().st_mode):
            return None
        return stig.read_bytes()
    except OSError:
        return None


def _taggar(förråd: Förråd) -> tuple[Tagg, ...]:
    form = "%(refname)%00%(objecttype)%00%(objectname)"
    rader = (git(förråd.rot, "for-each-ref", f"--format={form}", _TAGGAR) or b"").decode(errors="replace").splitlines()
    ut = []
    for ref, slag, id in (rad.split("\0") for rad in rader):
        text = läs_objekt(förråd.rot, [id]).get(id, b"").decode(errors="replace") if slag == "tag" else ""
        eget = next((rad[4:] for rad in text.split("\n\n")[0].splitlines() if rad.startswith("tag ")), "")
        ut.append(Tagg(ref.removeprefix("refs/tags/"), eget, text, _sigill_i(förråd, id)))
    return tuple(ut)


def _sigill_i(förråd: Förråd, revision: str) -> dict[str, bytes]:
    """Sigillen i en commit, eller i den som en tagg pekar på; tomt när den inte finns eller inte har några."""
    träd = git(förråd.rot, "ls-tree", "-z", "--full-tree", f"{revision}^{{tree}}", "--", f"{förråd.stig}{MAPP}/") or b""
    rader = [rad.partition(b"\t") for rad in träd.split(b"\0") if rad]
    blobbar = {os.fsdecode(namn).removeprefix(förråd.stig): data.split()[2].decode() for data, _, namn in rader}
    blobbar = {fil: sha for fil, sha in blobbar.items() if sigillnummer(fil)}
    rå = läs_objekt(förråd.rot, blobbar.values())
    return {fil: rå[sha] for fil, sha in blobbar.items() if sha in rå}


def _andra_grenar(förråd: Förråd, huvud: Mapping[str, bytes]) -> dict[str, dict[str, bytes]]:
    """Sigill som en annan gren har, egen eller hämtad, och som inte är de i den senaste commiten."""
    refs = ("refs/heads", "refs/remotes")
    svar = (git(förråd.rot, "for-each-ref", "--format=%(refname)", *refs) or b"").decode(errors="replace")
    ut = {}
    for ref in svar.splitlines():
        bara_där = {fil: rå for fil, rå in _sigill_i(förråd, ref).items() if huvud.get(fil) != rå}
        if bara_där:
            ut[ref.removeprefix("refs/heads/").removeprefix("refs/remotes/")] = bara_där
    return ut


def _omskrivet(förråd: Förråd) -> tuple[str, ...]:
    ersatt = git(förråd.rot, "for-each-ref", "--format=%(refname)", "refs/replace")
    gemensam = git(förråd.rot, "rev-parse", "--git-common-dir")
    har_ymp = gemensam is not None and (förråd.rot / os.fsdecode(gemensam.rstrip(b"\n")) / "info" / "grafts").exists()
    return (
        *(("ersatta objekt (git replace)",) if ersatt else ()),
        *(("ympad historia (info/grafts)",) if har_ymp else ()),
    )
