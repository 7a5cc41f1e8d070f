"""En commit med bara de filer som gns har skrivit, och en tagg: användarens egna köade ändringar står kvar som de var.

Objekten görs först, i ett eget index, och syns inte. Sedan tas lås på användarens index, det byts mot ett där samma filer
är de nya, och grenen och taggen flyttas i ett steg som git gör helt eller inte alls. Inget rör arbetskopian.
"""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from gns.grund.avbrott import ostört
from gns.grund.disk import orsak
from gns.grund.fel import Användningsfel, Diskfel, Konfliktfel
from gns.history.git import git
from gns.history.revision import Förråd, commit_för, öppna_förråd

_LÅS = "index.lock"
_PÅGÅR = {
    "MERGE_HEAD": "en sammanslagning", "rebase-merge": "en rebase", "rebase-apply": "en rebase",
    "CHERRY_PICK_HEAD": "en cherry-pick", "REVERT_HEAD": "en revert", "BISECT_LOG": "en bisect",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Läge:
    """Ett förråd som det går att spara i: grenen (hela namnet), dess commit och var git har sina filer."""

    förråd: Förråd
    gren: str
    commit: str
    git_mapp: Path


@dataclass(frozen=True, slots=True)
class Förberedd:
    """Objekten som ska bli synliga: commiten, taggen (tom när det inte blir någon) och filernas blobbar."""

    läge: Läge
    commit: str
    tagg: str
    taggens_id: str
    blobbar: Mapping[str, str]


def läget(data: Path) -> Läge:
    """Förrådets läge. Användningsfel när det inte går att spara i: ingen commit, ingen gren, något pågår, inget namn."""
    förråd = öppna_förråd(data)
    gren = git(förråd.rot, "symbolic-ref", "--quiet", "HEAD")
    if gren is None:
        raise Användningsfel("du står inte på någon gren i git", "byt till huvudgrenen med git switch main")
    commit = commit_för(förråd, "HEAD")
    mapp = git(förråd.rot, "rev-parse", "--absolute-git-dir")
    git_mapp = Path(os.fsdecode((mapp or b"").rstrip(b"\n")))
    for namn, vad in _PÅGÅR.items():
        if os.path.lexists(git_mapp / namn):
            raise Användningsfel(f"{vad} pågår i git", "gör den färdig eller avbryt den först")
    if git(förråd.rot, "var", "GIT_COMMITTER_IDENT") is None or git(förråd.rot, "var", "GIT_AUTHOR_IDENT") is None:
        råd = 'skriv git config --global user.name "Ditt Namn" och git config --global user.email din@adress.se'
        raise Användningsfel("git vet inte vem du är", råd)
    return Läge(förråd, gren.decode().strip(), commit, git_mapp)


def förbered(
    läge: Läge, filer: Mapping[str, bytes], meddelande: str, tagg: str = "",
    signera: Callable[[bytes], bytes] | None = None,
) -> Förberedd:  # fmt: skip
    """Objekten för en commit med filerna (sökväg under data/ → byte) på grenens topp, och en tagg på den.

    Konfliktfel när taggen finns, Diskfel när git inte kan skriva.
    """
    rot = läge.förråd.rot
    if tagg and git(rot, "rev-parse", "--verify", "--quiet", f"refs/tags/{tagg}") is not None:
        råd = f"se vad den är med gns verifiera; ta bort den med git tag -d {tagg} om den är ett misstag"
        raise Konfliktfel(f"taggen {tagg} finns redan i git", råd)
    blobbar = {
        fil: _skriv(läge, "hash-object", "-w", "--stdin", "--no-filters", indata=rå) for fil, rå in filer.items()
    }
    with tempfile.TemporaryDirectory(prefix="gns-") as mapp:
        eget = {"GIT_INDEX_FILE": str(Path(mapp) / "index")}
        _skriv(läge, "read-tree", läge.commit, miljö=eget)
        _skriv(läge, "update-index", "-z", "--index-info", indata=_indexrader(läge, blobbar), miljö=eget)
        träd = _skriv(läge, "write-tree", miljö=eget)
    commit = _skriv(läge, "commit-tree", träd, "-p", läge.commit, indata=meddelande.encode())
    return Förberedd(läge, commit, tagg, _tagg(läge, commit, tagg, meddelande, signera) if tagg else "", blobbar)


@contextmanager
def låst(läge: Läge) -> Iterator[None]:
    """Håller användarens index låst, som git själv gör. Konfliktfel när något annat har låset, Diskfel."""
    lås = läge.git_mapp / _LÅS
    try:
        os.close(os.open(lås, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644))
    except FileExistsError:
        råd = f"vänta tills det andra git-kommandot är klart; har det kraschat, ta bort {lås}"
        raise Konfliktfel("git-förrådet är låst av ett annat git-kommando", råd) from None
    except OSError as fel:
        raise Diskfel(f"git-förrådet gick inte att skriva i: {orsak(fel)}", "se över mappens rättigheter") from None
    try:
        if git(läge.förråd.rot, "symbolic-ref", "--quiet", "HEAD") != f"{läge.gren}\n".encode():
            råd = "gå tillbaka till grenen som du stod på, och försök igen"
            raise Konfliktfel("någon bytte gren i git under tiden", råd)
        yield
    finally:
        with suppress(OSError):
            lås.unlink()


def slutför(f: Förberedd, klart: Callable[[], None]) -> None:
    """Gör commiten och taggen synliga, och användarens index riktigt; inne i ``låst``. Konfliktfel när grenen har ändrats.

    ``klart`` anropas när det är gjort och inte går att ångra.

    Indexet byts först. Dör datorn mellan de två stegen är filerna köade men inte sparade; i den andra ordningen skulle
    användarens nästa commit ta bort det förseglade.
    """
    index, lås = f.läge.git_mapp / "index", f.läge.git_mapp / _LÅS
    with tempfile.TemporaryDirectory(prefix="gns-") as mapp:
        gammalt = Path(mapp) / "gammalt"
        if index.exists():
            shutil.copyfile(index, gammalt)
        _nytt_index(f, gammalt, lås)
        with ostört():
            _byt(lås, index)
            try:
                _flytta(f)
            except BaseException:
                if _commit_i(f.läge) != f.commit:
                    _ställ_tillbaka(index, gammalt)
                    raise
            klart()


def _byt(lås: Path, index: Path) -> None:
    try:
        lås.replace(index)
    except OSError as fel:
        raise Diskfel(f"gits index gick inte att byta: {orsak(fel)}", "inget är ändrat; försök igen") from None


def _commit_i(läge: Läge) -> str:
    """Grenens commit just nu; tom när den inte går att läsa."""
    return (git(läge.förråd.rot, "rev-parse", "--verify", "--quiet", läge.gren) or b"").decode().strip()


def _ställ_tillbaka(index: Path, gammalt: Path) -> None:
    with suppress(OSError):
        if gammalt.exists():
            shutil.copyfile(gammalt, index)
        else:
            index.unlink()


def _nytt_index(f: Förberedd, gammalt: Path, lås: Path) -> None:
    """Användarens index med de nya blobbarna, i låsfilen."""
    kopia = gammalt.with_name("index")
    if gammalt.exists():
        shutil.copyfile(gammalt, kopia)
    rader = _indexrader(f.läge, f.blobbar)
    _skriv(f.läge, "update-index", "-z", "--index-info", indata=rader, miljö={"GIT_INDEX_FILE": str(kopia)})
    shutil.copyfile(kopia, lås)


def _flytta(f: Förberedd) -> None:
    rader = ["start", f"update {f.läge.gren} {f.commit} {f.läge.commit}"]
    rader += [f"create refs/tags/{f.tagg} {f.taggens_id}"] if f.tagg else []
    rader += ["prepare", "commit", ""]
    if git(f.läge.förråd.rot, "update-ref", "-m", "gns", "--stdin", indata="\n".join(rader).encode()) is None:
        råd = "se vad som har hänt med git log, och försök igen"
        raise Konfliktfel("grenen eller taggen i git har ändrats eller är låst", råd)


def _tagg(läge: Läge, commit: str, tagg: str, meddelande: str, signera: Callable[[bytes], bytes] | None) -> str:
    vem = _skriv(läge, "var", "GIT_COMMITTER_IDENT")
    text = f"object {commit}\ntype commit\ntag {tagg}\ntagger {vem}\n\n{meddelande.strip()}\n".encode()
    return _skriv(läge, "mktag", indata=text + (signera(text) if signera else b""))


def _indexrader(läge: Läge, blobbar: Mapping[str, str]) -> bytes:
    return b"".join(f"100644 {sha}\t{läge.förråd.stig}{fil}".encode() + b"\0" for fil, sha in blobbar.items())


def _skriv(läge: Läge, *ord_: str, indata: bytes = b"", miljö: Mapping[str, str] | None = None) -> str:
    svar = git(läge.förråd.rot, *ord_, indata=indata, miljö=miljö)
    if svar is None:
        råd = "se efter med git fsck, och att disken inte är full eller skrivskyddad; inget är ändrat"
        raise Diskfel("git kunde inte skriva i förrådet", råd)
    return svar.decode().strip()


def skicka_raden(läge: Läge, tagg: str) -> str:
    """Raden som skickar grenen och taggen till det förråd som grenen följer, annars origin."""
    import shlex

    form = "--format=%(upstream:remotename) %(upstream:remoteref)"
    svar = os.fsdecode(git(läge.förråd.rot, "for-each-ref", form, läge.gren) or b"").strip("\n")
    fjärr, _, dit = svar.partition(" ")
    gren = läge.gren.removeprefix("refs/heads/")
    if git(läge.förråd.rot, "rev-parse", "--verify", "--quiet", f"refs/tags/{gren}") is not None:
        gren = läge.gren  # en tagg heter likadant
    if dit and dit != läge.gren:
        gren = f"{gren}:{dit}"
    return " ".join(["git push --atomic", *map(shlex.quote, filter(None, (fjärr or "origin", gren, tagg)))])
