"""Två revisioner mot varandra, och hur det blir när de slås ihop: i ett eget tillfälligt förråd, där inget är inställt."""

import os
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from gns.grund.fel import Användningsfel
from gns.history.git import git, git_med_kod
from gns.history.revision import OFULLSTÄNDIG, Förråd, commit_för, läs_objekt, ovanliga_i, träd_i, öppna_förråd

Filer = Mapping[str, bytes]
_SHA1 = 40


class Sammanslagning(NamedTuple):
    """Filerna (sökväg från mappen → innehåll) i basen, där grenen skildes från den, i grenen, och ihopslagna.

    ``ihop`` är None vid konflikt, och ``konflikter`` är då filerna, räknade från förrådets rot.
    ``ovanliga`` är det som grenen har lagt till eller ändrat i mapparna och som inte är vanliga filer. ``utanför`` är det
    som grenen har ändrat på andra ställen i förrådet, och filer i mapparna där bara rättigheterna är ändrade.
    """

    bas: Filer
    skildes: Filer
    gren: Filer
    ihop: Filer | None
    konflikter: tuple[str, ...]
    ovanliga: tuple[str, ...]
    utanför: tuple[str, ...]


def slå_ihop(rot: Path, mappar: tuple[str, ...], bas: str, gren: str) -> Sammanslagning:
    """Slår ihop revisionerna utan att röra förrådet; bara filerna i ``mappar`` under ``rot`` läses.

    Kastar Användningsfel när ``rot`` inte ligger i git, en revision inte finns eller de inte har någon gemensam historia.
    """
    förråd = öppna_förråd(rot)
    de_två = commit_för(förråd, bas), commit_för(förråd, gren)
    gemensam = git(förråd.rot, "merge-base", *de_två)
    if not gemensam:
        råd = "hämta hela historiken med git fetch --unshallow, eller välj en annan bas"
        raise Användningsfel(f"{bas} och {gren} har ingen gemensam historia här", råd)
    skildes = gemensam.decode().split()[0]
    ovanliga = _nya_ovanliga(förråd, skildes, de_två[1], mappar)
    utanför = _utanför(förråd, skildes, de_två[1], mappar)
    if skildes in de_två:  # den ena har allt som den andra har: det finns inget att slå ihop
        ihop = de_två[1] if skildes == de_två[0] else de_två[0]
        läst = {vad: _filer(förråd, vad, mappar) for vad in {*de_två}}
        return Sammanslagning(läst[de_två[0]], läst[skildes], läst[de_två[1]], läst[ihop], (), ovanliga, utanför)
    with tempfile.TemporaryDirectory(prefix="gns-") as mapp:
        eget = _eget_förråd(förråd, Path(mapp), skildes)
        träd, konflikter = _slå_ihop(eget, *de_två)
        läst = {vad: _filer(eget, vad, mappar) for vad in (*de_två, skildes)}
        ihopslaget = _filer(eget, träd, mappar) if träd else None
        return Sammanslagning(
            läst[de_två[0]], läst[skildes], läst[de_två[1]], ihopslaget, konflikter, ovanliga, utanför
        )


def _slå_ihop(eget: Förråd, bas: str, gren: str) -> tuple[str | None, tuple[str, ...]]:
    """Det ihopslagna trädet, eller None och filerna i konflikt."""
    val = ("--write-tree", "-z", "--name-only", "--no-messages")
    kod, svar = git_med_kod(eget.rot, "merge-tree", *val, bas, gren, miljö=eget.miljö)
    träd, *namn = svar.split(b"\0")
    if kod not in (0, 1) or not träd:
        raise Användningsfel("git kunde inte slå ihop revisionerna", "det behövs git 2.38 eller nyare")
    return None if kod else träd.decode(), tuple(dict.fromkeys(os.fsdecode(n) for n in namn if n))


def _nya_ovanliga(förråd: Förråd, skildes: str, gren: str, mappar: tuple[str, ...]) -> tuple[str, ...]:
    förr, nu = ovanliga_i(förråd, skildes), ovanliga_i(förråd, gren)
    return tuple(n for n, sha in nu.items() if n.partition("/")[0] in mappar and förr.get(n) != sha)


def _utanför(förråd: Förråd, skildes: str, gren: str, mappar: tuple[str, ...]) -> tuple[str, ...]:
    rå = git(förråd.rot, "diff-tree", "-r", "-z", "--raw", "--no-renames", "--no-abbrev", skildes, gren) or b""
    rader = iter(rå.split(b"\0"))
    egna = tuple(f"{förråd.stig}{mapp}/" for mapp in mappar)
    ut = []
    for rad in rader:
        if rad:
            (_, _, gammal, ny, _), namn = rad.split(), os.fsdecode(next(rader))
            if not namn.startswith(egna):
                ut.append(namn)
            elif gammal == ny:
                ut.append(f"{namn} (bara rättigheterna)")
    return tuple(ut)


def _eget_förråd(förråd: Förråd, mapp: Path, commit: str) -> Förråd:
    """Ett tomt förråd som lånar objekten: förrådets egna inställningar, attribut och krokar finns inte i det."""
    lånas = _i_förrådet(förråd, "objects")
    (mapp / "objects" / "info").mkdir(parents=True)
    (mapp / "refs").mkdir()
    (mapp / "HEAD").write_text("ref: refs/heads/main\n", encoding="ascii")
    inställt = "[core]\n\tbare = true\n\trepositoryformatversion = "
    inställt += "0\n" if len(commit) == _SHA1 else "1\n[extensions]\n\tobjectFormat = sha256\n"
    (mapp / "config").write_text(inställt, encoding="ascii")
    (mapp / "objects" / "info" / "alternates").write_bytes(_citerad(os.fsencode(lånas)))
    if (grund := _i_förrådet(förråd, "shallow")).is_file():
        (mapp / "shallow").write_bytes(grund.read_bytes())
    miljö = {"GIT_DIR": str(mapp), "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    return replace(förråd, rot=mapp, miljö=miljö)


def _i_förrådet(förråd: Förråd, namn: str) -> Path:
    svar = git(förråd.rot, "rev-parse", "--git-path", namn) or namn.encode()
    return (förråd.rot / os.fsdecode(svar.removesuffix(b"\n"))).resolve()


def _citerad(stig: bytes) -> bytes:
    """Sökvägen som git läser den, också med citattecken och radslut i."""
    flyktad = stig.replace(b"\\", b"\\\\").replace(b'"', b'\\"').replace(b"\n", b"\\n")
    return b'"' + flyktad + b'"\n'


def _filer(förråd: Förråd, trädet: str, mappar: tuple[str, ...]) -> Filer:
    blobbar = {namn: sha for namn, sha in träd_i(förråd, trädet).items() if namn.partition("/")[0] in mappar}
    innehåll = läs_objekt(förråd.rot, blobbar.values(), förråd.miljö)
    if saknad := next((namn for namn, sha in blobbar.items() if sha not in innehåll), None):
        raise Användningsfel(f"klonen saknar {saknad} i någon av de två versionerna", OFULLSTÄNDIG)
    return {namn: innehåll[sha] for namn, sha in blobbar.items()}
