"""Spåret ur git och från disken: de förseglade filerna, taggarna, grenarna och varje commit som har rört dem."""

import os
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path

from gns.history.git import git
from gns.history.handelser import händelser_för
from gns.history.revision import Förråd, commit_för, läs_objekt, träd_i, öppna_förråd
from gns.history.signatur import pröva_signatur, pröva_tagg
from gns.modell.sigill import (
    MAPP,
    läs_sigill,
    sigillfil,
    sigillnummer,
    summa,
    underskriftens_nummer,
    är_underskrift,
)
from gns.modell.spar import Signatur, Spår, Tagg

_UNDER = "justerat/"


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
    gren = git(förråd.rot, "symbolic-ref", "--quiet", "HEAD")
    taggar, andra = _taggar(förråd), _andra_grenar(förråd, huvud)
    händelser = händelser_för(förråd, commit, huvud)
    oläst = (("taggarna", taggar), ("grenarna", andra), ("historien", händelser))
    return Spår(
        huvud=huvud,
        disk=disk,
        saknade=frozenset(blobbar) - huvud.keys(),
        taggar=taggar or (),
        händelser=händelser or (),
        signaturer=signaturer_i(huvud),
        andra={_kort(ref): filer for ref, filer in (andra or {}).items()},
        huvudgrenar=frozenset(_kort(ref) for ref in _huvudgrenar(förråd, gren) & (andra or {}).keys()),
        egen_gren=_kort(os.fsdecode(gren.strip())) if gren else None,
        grund=förråd.avklippt,
        oläst=tuple(vad for vad, svar in oläst if svar is None),
        omskrivet=_omskrivet(förråd),
    )


def signaturer_i(filer: Mapping[str, bytes]) -> dict[str, Signatur]:
    """Varje underskrift bland filerna, prövad mot sitt sigill; en utan sigill stämmer inte."""
    ut = {}
    for fil in filter(är_underskrift, filer):
        sigillet = filer.get(sigillfil(underskriftens_nummer(fil) or 0))
        ut[fil] = Signatur("", False) if sigillet is None else pröva_signatur(sigillet, filer[fil])
    return ut


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


def _taggar(förråd: Förråd) -> tuple[Tagg, ...] | None:
    """Taggarna under justerat/, och de som har döpts om därifrån; None när git inte kan läsa dem."""
    refs = _refs(förråd, "%(refname) %(objecttype) %(objectname) %(*objecttype)", "refs/tags")
    if refs is None:
        return None
    objekt = läs_objekt(förråd.rot, (id for _, slag, id, _ in refs if slag == "tag"))
    egna = []
    for ref, slag, id, mål in refs:
        namn, rå = ref.removeprefix("refs/tags/"), objekt.get(id, b"")
        text = rå.decode(errors="replace")
        eget = next((rad[4:] for rad in text.split("\n\n")[0].split("\n") if rad.startswith("tag ")), "")
        if namn.startswith(_UNDER) or eget.startswith(_UNDER):
            egna.append((namn, eget, text, pröva_tagg(rå), id if "commit" in (slag, mål) else ""))
    mappar = _Sigillmappar(förråd, [commit for *_, commit in egna if commit])
    ut = []
    for namn, eget, text, signatur, commit in egna:
        filer = mappar.i(commit) if commit else {}
        sigill = None if filer is None else _bara_sigill(filer)
        summor = None if sigill is None else _summor(förråd, commit, namn, sigill)
        ut.append(Tagg(namn, eget, text, sigill, summor, frozenset(filter(är_underskrift, filer or ())), signatur))
    return tuple(ut)


def _refs(förråd: Förråd, form: str, *under: str) -> list[list[str]] | None:
    """Det som ``form`` ber om för varje referens, ett namn har aldrig blanksteg i sig; None när git säger nej."""
    rå = git(förråd.rot, "for-each-ref", f"--format={form}", *under)
    if rå is None:
        return None
    return [os.fsdecode(rad).split(" ") for rad in rå.split(b"\n") if rad]


def _bara_sigill(filer: Mapping[str, bytes]) -> dict[str, bytes]:
    return {fil: rå for fil, rå in filer.items() if sigillnummer(fil)}


class _Sigillmappar:
    """Filerna i data/sigill i många commits på en gång; de flesta har samma eller ingen."""

    def __init__(self, förråd: Förråd, commits: list[str]) -> None:
        self._förråd = förråd
        self._lästa: dict[bytes, dict[str, bytes] | None] = {}
        self._träd: dict[str, bytes] = {}
        if "\n" not in förråd.stig:
            frågor = {f(c): c for c in commits for f in (self._rot, self._mapp)}
            self._träd = läs_objekt(förråd.rot, frågor)

    def i(self, commit: str) -> dict[str, bytes] | None:
        """Filerna; None när de inte går att läsa."""
        mapp = self._träd.get(self._mapp(commit))
        if mapp is None:
            return {} if self._rot(commit) in self._träd else _filer_i(self._förråd, commit, f"{MAPP}/")
        if mapp not in self._lästa:
            self._lästa[mapp] = _filer_i(self._förråd, commit, f"{MAPP}/")
        return self._lästa[mapp]

    def _mapp(self, commit: str) -> str:
        return f"{commit}:{self._förråd.stig}{MAPP}"

    @staticmethod
    def _rot(commit: str) -> str:
        return f"{commit}^{{tree}}"


def _summor(förråd: Förråd, revision: str, tagg: str, sigill: Mapping[str, bytes]) -> dict[str, str] | None:
    """SHA-256 för filerna som taggens sigill låser, så som de är i den commit som taggen pekar på."""
    for rå in sigill.values():
        try:
            s = läs_sigill(rå)
        except ValueError:
            continue
        if s.tagg == tagg:
            filer = _filer_i(förråd, revision, *s.filer)
            return None if filer is None else {fil: summa(rå) for fil, rå in filer.items()}
    return {}


def _filer_i(förråd: Förråd, revision: str, *under: str) -> dict[str, bytes] | None:
    """Innehållet i filerna under sökvägarna (från data/) i en commit, eller i den som en tagg pekar på; None när något saknas."""
    vägar = [f"{förråd.stig}{fil}" for fil in under]
    träd = git(förråd.rot, "ls-tree", "-z", "--full-tree", f"{revision}^{{tree}}", "--", *vägar)
    if träd is None:
        return None
    rader = [(rad.partition(b"\t"), rad.split()[1]) for rad in träd.split(b"\0") if rad]
    blobbar = {
        os.fsdecode(namn).removeprefix(förråd.stig): data.split()[2].decode()
        for (data, _, namn), slag in rader
        if slag == b"blob"
    }
    rå = läs_objekt(förråd.rot, blobbar.values())
    return {fil: rå[sha] for fil, sha in blobbar.items()} if rå.keys() >= set(blobbar.values()) else None


def _andra_grenar(förråd: Förråd, huvud: Mapping[str, bytes]) -> dict[str, dict[str, bytes]] | None:
    """Sigill som en annan gren har, egen eller hämtad, och som inte är de i den senaste commiten; None när det inte går."""
    refs = _refs(förråd, "%(refname) %(objectname)", "refs/heads", "refs/remotes")
    if refs is None:
        return None
    ut = {}
    mappar = _Sigillmappar(förråd, [id for _, id in refs])
    for ref, id in refs:
        if (filer := mappar.i(id)) is None:
            return None
        bara_där = {fil: rå for fil, rå in _bara_sigill(filer).items() if huvud.get(fil) != rå}
        if bara_där:
            ut[ref] = bara_där
    return ut


def _huvudgrenar(förråd: Förråd, gren: bytes | None) -> set[str]:
    """Grenarna som den egna måste stämma med: den som den följer, och main eller master, här och i det förråd den följer."""
    följer = _refs(förråd, "%(upstream) %(upstream:remotename)", os.fsdecode(gren.strip())) if gren else []
    upp, fjärr = följer[0] if följer else ("", "")
    hem, bort = "refs/heads/", f"refs/remotes/{fjärr or 'origin'}/"
    alla = {ref for (ref,) in _refs(förråd, "%(refname)", hem, bort) or []}
    egen = next((ref for ref in (f"{hem}main", f"{hem}master") if ref in alla), "")
    return {upp, egen, *(f"{bort}{namn}" for namn in ("main", "master", "HEAD"))} & (alla | {upp})


def _kort(ref: str) -> str:
    return ref.removeprefix("refs/heads/").removeprefix("refs/remotes/")


def _omskrivet(förråd: Förråd) -> tuple[str, ...]:
    ersatt = git(förråd.rot, "for-each-ref", "--format=%(refname)", "refs/replace")
    gemensam = git(förråd.rot, "rev-parse", "--git-common-dir")
    har_ymp = gemensam is not None and (förråd.rot / os.fsdecode(gemensam.rstrip(b"\n")) / "info" / "grafts").exists()
    return (
        *(("ersatta objekt (git replace)",) if ersatt else ()),
        *(("ympad historia (info/grafts)",) if har_ymp else ()),
    )
