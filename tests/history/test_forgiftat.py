"""Ett förgiftat förråd kan inte köra något: inget förrådet ställer in, och inget i miljön, har verkan i gns kommandon.

Varje gift pekar ut ett program eller en fil som är en kanariefågel: den får inte finnas när kommandot är klart. Ett nytt
kommando som använder git är en rad i ``KOMMANDON``. Att kanariefågeln fungerar prövas mot git själv i ``LEVANDE``.
"""

import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.cli.kontrollkor import kör
from tests.history.gitkor import BAS, förråd, git, spara
from tests.kontroller.arkiv import skriv

KROKAR = (
    "applypatch-msg", "commit-msg", "fsmonitor-watchman", "post-applypatch", "post-checkout", "post-commit",
    "post-index-change", "post-merge", "post-receive", "post-rewrite", "post-update", "pre-applypatch", "pre-auto-gc",
    "pre-commit", "pre-merge-commit", "pre-push", "pre-rebase", "pre-receive", "prepare-commit-msg", "proc-receive",
    "push-to-checkout", "reference-transaction", "sendemail-validate", "update",
)  # fmt: skip
_ATTRIBUT = "* diff=yaml filter=x merge=x\n"


@dataclass
class Plats:
    """Ett förgiftat förråd: mappen, skriptet som lägger kanariefågeln, och miljön som kommandot körs i."""

    mapp: Path
    skript: Path
    fågel: Path
    miljö: dict[str, str] = field(default_factory=dict)

    def ställ_in(self, nyckel: str, värde: str) -> None:
        """Som ``git config --add``, utan att starta git."""
        avdelning, _, resten = nyckel.partition(".")
        under, _, namn = resten.rpartition(".")
        citerat = värde.replace("\\", "\\\\").replace('"', '\\"')
        with (self.mapp / ".git" / "config").open("a", encoding="utf-8") as fil:
            fil.write(f'[{avdelning}{under and f" {chr(34)}{under}{chr(34)}"}]\n\t{namn} = "{citerat}"\n')


Gift = Callable[[Plats], None]


def _program(*nycklar: str) -> Gift:
    """Nycklar som pekar ut ett program."""

    def gör(p: Plats) -> None:
        for nyckel in nycklar:
            p.ställ_in(nyckel, str(p.skript))

    return gör


def _utom(miljö: dict[str, str]) -> Gift:
    """Variabler utifrån; {s} är skriptet, {f} kanariefågelns fil och {m} mappen med förrådet."""

    def gör(p: Plats) -> None:
        p.miljö |= {k: v.format(s=p.skript, f=p.fågel, m=p.mapp) for k, v in miljö.items()}

    return gör


def _krokar(mapp: Path, p: Plats) -> None:
    mapp.mkdir(exist_ok=True)
    for namn in KROKAR:
        shutil.copy(p.skript, mapp / namn)


def _krokar_i_git(p: Plats) -> None:
    _krokar(p.mapp / ".git" / "hooks", p)


def _krokar_annorstädes(p: Plats) -> None:
    _krokar(p.mapp / "krokar", p)
    p.ställ_in("core.hooksPath", "krokar")
    for namn in ("reference-transaction", "post-index-change"):  # git 2.54: krokar i inställningarna
        p.ställ_in(f"hook.x{namn}.command", str(p.skript))
        p.ställ_in(f"hook.x{namn}.event", namn)


def _filter(p: Plats) -> None:
    for nyckel in ("clean", "smudge", "process"):
        p.ställ_in(f"filter.x.{nyckel}", str(p.skript))
    p.ställ_in("filter.x.required", "true")


def _alias(p: Plats) -> None:
    for namn in ("rev-parse", "rev-list", "cat-file", "ls-tree", "diff-tree", "update-ref", "commit-tree", "st"):
        p.ställ_in(f"alias.{namn}", f"!{p.skript}")


def _inlagd(p: Plats) -> None:
    (p.mapp / "mer").write_text(f"[core]\n\tfsmonitor = {p.skript}\n\tpager = {p.skript}\n", encoding="utf-8")
    p.ställ_in("include.path", "../mer")
    p.ställ_in("includeIf.gitdir:/.path", "../mer")


def _ofullständig(p: Plats) -> None:
    """En ofullständig klon som saknar en blob och vars fjärr är ett program."""
    p.ställ_in("core.repositoryFormatVersion", "1")
    p.ställ_in("extensions.partialClone", "origin")
    p.ställ_in("remote.origin.url", f"ext::{p.skript}")
    p.ställ_in("remote.origin.promisor", "true")
    p.ställ_in("remote.origin.partialCloneFilter", "blob:none")
    for protokoll in ("protocol.allow", "protocol.ext.allow", "protocol.file.allow"):
        p.ställ_in(protokoll, "always")
    _ta_bort(p, "HEAD~1:data/moten/2024-03-04.yaml")


def _ofullständig_lokal(p: Plats) -> None:
    """Detsamma, med en fjärr på samma dator vars uppladdare är ett program."""
    _ofullständig(p)
    git(p.mapp, "config", "remote.origin.url", str(p.mapp))
    p.ställ_in("remote.origin.uploadpack", str(p.skript))
    p.ställ_in("core.alternateRefsCommand", str(p.skript))
    p.ställ_in("fetch.recurseSubmodules", "true")


def _ofullständig_ssh(p: Plats) -> None:
    _ofullständig(p)
    git(p.mapp, "config", "remote.origin.url", "ssh://x@localhost/x")
    _program("core.sshCommand", "core.gitProxy", "core.askPass", "credential.helper")(p)


def _ofullständig_vcs(p: Plats) -> None:
    """En fjärr vars hjälpare ligger på PATH, som ett program i mappen man står i kan göra."""
    _ofullständig(p)
    p.ställ_in("remote.origin.vcs", "x")
    shutil.copy(p.skript, p.skript.parent / "git-remote-x")
    p.miljö["PATH"] = f"{p.skript.parent}{os.pathsep}{os.environ['PATH']}"


def _ta_bort(p: Plats, namn: str) -> None:
    sha = git(p.mapp, "rev-parse", namn)
    (p.mapp / ".git" / "objects" / sha[:2] / sha[2:]).unlink()


def _annan_arbetskopia(p: Plats) -> None:
    p.ställ_in("core.worktree", str(p.skript.parent))


def _reservförråd(p: Plats) -> None:
    annat = förråd(p.skript.parent / "annat")
    (p.mapp / ".git" / "objects" / "info" / "alternates").write_text(f"{annat}/.git/objects\n", encoding="utf-8")
    p.ställ_in("core.alternateRefsCommand", str(p.skript))


def _signatur(p: Plats) -> None:
    _program("gpg.program", "gpg.ssh.program", "gpg.x509.program", "gpg.openpgp.program", "gpg.ssh.defaultKeyCommand")(
        p
    )
    for nyckel in ("commit.gpgSign", "tag.gpgSign", "log.showSignature", "tag.forceSignAnnotated"):
        p.ställ_in(nyckel, "true")


def _globalt(p: Plats) -> None:
    """Användarens egen inställningsfil, utpekad utifrån."""
    fil = p.skript.parent / "global"
    text = f"[core]\n\tfsmonitor = {p.skript}\n\thooksPath = {p.mapp}/krokar\n\tpager = {p.skript}\n"
    fil.write_text(f"{text}[trace2]\n\teventTarget = {p.fågel}\n\tnormalTarget = {p.fågel}\n", encoding="utf-8")
    _krokar(p.mapp / "krokar", p)
    p.miljö["GIT_CONFIG_GLOBAL"] = str(fil)


_PROGRAM = (
    "core.fsmonitor", "core.pager", "pager.rev-list", "pager.diff-tree", "core.editor", "sequence.editor",
    "core.sshCommand", "core.askPass", "core.gitProxy", "core.alternateRefsCommand", "diff.external",
    "diff.yaml.textconv", "diff.yaml.command", "merge.x.driver", "mergetool.x.cmd", "difftool.x.cmd",
    "interactive.diffFilter", "credential.helper", "uploadpack.packObjectsHook", "gc.recentObjectsHook", "web.browser",
    "trailer.x.cmd", "trailer.x.command", "sendemail.smtpServer", "remote.origin.uploadpack", "receive.fsck.skipList",
)  # fmt: skip
_UTIFRÅN = {
    "GIT_EXTERNAL_DIFF": "{s}", "GIT_SSH": "{s}", "GIT_SSH_COMMAND": "{s}", "GIT_EDITOR": "{s}", "GIT_PAGER": "{s}",
    "GIT_ASKPASS": "{s}", "GIT_PROXY_COMMAND": "{s}", "GIT_SEQUENCE_EDITOR": "{s}", "GIT_TRACE": "{f}",
    "GIT_TRACE2": "{f}", "GIT_TRACE2_EVENT": "{f}", "GIT_TRACE2_PERF": "{f}", "GIT_TRACE_SETUP": "{f}",
    "GIT_TRACE_PERFORMANCE": "{f}", "GIT_TRACE_PACK_ACCESS": "{f}", "GIT_TRACE_PACKET": "{f}", "GIT_DIR": "/finns/inte",
    "GIT_WORK_TREE": "/", "GIT_INDEX_FILE": "{f}", "GIT_OBJECT_DIRECTORY": "/finns/inte", "GIT_NAMESPACE": "x",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES": "/finns/inte", "GIT_COMMON_DIR": "/finns/inte", "GIT_CEILING_DIRECTORIES": "{m}",
    "GIT_EXEC_PATH": "/finns/inte", "GIT_TEMPLATE_DIR": "{m}", "GIT_SHALLOW_FILE": "{s}", "GIT_REPLACE_REF_BASE": "refs/x",
    "GIT_LITERAL_PATHSPECS": "0", "GIT_ICASE_PATHSPECS": "1", "GIT_GRAFT_FILE": "{s}", "GIT_ATTR_SOURCE": "finns-inte",
    "GIT_QUARANTINE_PATH": "/finns/inte", "GIT_PREFIX": "x/", "GIT_DEFAULT_HASH": "sha256", "GIT_PROTOCOL": "version=9",
    "GIT_ALLOW_PROTOCOL": "ext:file:ssh", "GIT_CONFIG": "{s}", "GIT_CONFIG_SYSTEM": "/finns/inte",
    "GIT_ATTR_GLOBAL": "{s}", "GIT_DISCOVERY_ACROSS_FILESYSTEM": "1", "GIT_OPTIONAL_LOCKS": "1", "GIT_FLUSH": "9",
    "GIT_NO_LAZY_FETCH": "0", "GIT_IMPLICIT_WORK_TREE": "0", "GIT_REDIRECT_STDOUT": "{f}", "GIT_REDIRECT_STDERR": "{f}",
}  # fmt: skip
_RÄKNADE = {
    "GIT_CONFIG_COUNT": "2",
    "GIT_CONFIG_KEY_0": "core.fsmonitor",
    "GIT_CONFIG_VALUE_0": "{s}",
    "GIT_CONFIG_KEY_1": "alias.rev-parse",
    "GIT_CONFIG_VALUE_1": "!{s}",
}
GIFTER: dict[str, Gift] = {
    **{nyckel: _program(nyckel) for nyckel in _PROGRAM},
    **{namn: _utom({namn: värde}) for namn, värde in _UTIFRÅN.items()},
    "GIT_CONFIG_COUNT": _utom(_RÄKNADE),
    "GIT_CONFIG_PARAMETERS": _utom({"GIT_CONFIG_PARAMETERS": "'core.fsmonitor={s}' 'alias.rev-parse'='!{s}'"}),
    "PAGER och EDITOR": _utom(
        {"PAGER": "{s}", "EDITOR": "{s}", "VISUAL": "{s}", "SSH_ASKPASS": "{s}", "BROWSER": "{s}"}
    ),
    "GIT_CONFIG_GLOBAL": _globalt,
    "krokar i .git": _krokar_i_git,
    "core.hooksPath": _krokar_annorstädes,
    "filter": _filter,
    "alias": _alias,
    "include.path": _inlagd,
    "gpg": _signatur,
    "core.worktree": _annan_arbetskopia,
    "alternates": _reservförråd,
    "ofullständig, ext": _ofullständig,
    "ofullständig, lokal": _ofullständig_lokal,
    "ofullständig, ssh": _ofullständig_ssh,
    "ofullständig, vcs": _ofullständig_vcs,
}


def _ingen(_: Plats) -> None:
    """Inget att förbereda."""


# Kommandona som använder git: orden, och det som ska göras i förrådet först. Ett nytt kommando är en rad.
KOMMANDON: dict[str, tuple[tuple[str, ...], Gift]] = {
    "kontrollera --sedan": (("kontrollera", "--sedan", "HEAD~1"), _ingen),
    "historik": (("historik", "2024-03-04"), _ingen),
    "granska": (("granska", "HEAD~1..HEAD"), _ingen),
    "verifiera": (("verifiera",), _ingen),
}
# Gifter som gör att posterna inte går att läsa ur git; kommandot säger då nej i stället för att gissa.
SÄGER_NEJ = {"core.worktree", *(g for g in GIFTER if g.startswith("ofullständig"))}


@pytest.fixture(scope="module")
def förlaga(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Två versioner av arkivet, en som har bytt namn på en fil, och attribut som pekar ut filter och textconv."""
    mapp = förråd(skriv(tmp_path_factory.mktemp("förlaga")))
    (mapp / ".gitattributes").write_text(_ATTRIBUT, encoding="utf-8")
    skriv(mapp, {"moten/2024-03-04": {"plats": "Salen"}})
    spara(mapp, "ett")
    skriv(mapp)
    spara(mapp, "två")
    return mapp


@pytest.fixture
def plats(tmp_path: Path, förlaga: Path) -> Plats:
    mapp, skript, fågel = tmp_path / "förråd", tmp_path / "giftet" / "gift.sh", tmp_path / "fågel"
    shutil.copytree(förlaga, mapp, symlinks=True, copy_function=_länka)
    skript.parent.mkdir()
    skript.write_text(f"#!/bin/sh\ntouch '{fågel}'\nexit 0\n", encoding="utf-8")
    skript.chmod(0o755)
    return Plats(mapp, skript, fågel)


def _länka(från: str, till: str) -> None:
    """Kopierar det som testerna skriver i, och länkar resten."""
    (shutil.copy2 if från.endswith("config") or "/logs/" in från else os.link)(från, till)


def _filer(mapp: Path) -> dict[str, int]:
    return {str(p): p.lstat().st_mtime_ns for p in mapp.rglob("*") if not p.is_dir()}


@pytest.mark.parametrize("kommando", KOMMANDON)
@pytest.mark.parametrize("gift", GIFTER)
def test_giftet_har_ingen_verkan(plats: Plats, gift: str, kommando: str, monkeypatch: pytest.MonkeyPatch) -> None:
    ord_, förbered = KOMMANDON[kommando]
    förbered(plats)
    GIFTER[gift](plats)
    for namn, värde in (BAS | plats.miljö).items():
        monkeypatch.setenv(namn, värde)
    före = _filer(plats.mapp)
    svar = kör(plats.mapp, *ord_)
    assert not plats.fågel.exists(), "giftet kördes"
    assert _filer(plats.mapp) == före, "förrådet ändrades"
    säger_nej = gift in SÄGER_NEJ and not (kommando == "verifiera" and gift != "core.worktree")  # inget är förseglat
    assert svar.kod == (2 if säger_nej else 0), svar.fel


@pytest.mark.parametrize("gift", GIFTER)
def test_giftet_har_ingen_verkan_när_gns_skriver_i_git(
    plats: Plats, gift: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """``gns justera`` gör en commit och en tagg, ändrar posten, och lämnar allt i fred när den inte kan."""
    GIFTER[gift](plats)
    for namn, värde in (BAS | plats.miljö).items():
        monkeypatch.setenv(namn, värde)
    git_namn = plats.mapp / ".git" / "config"
    git_namn.write_text(git_namn.read_text("utf-8") + "[user]\n\tname = Åsa Öst\n\temail = a@example.se\n", "utf-8")
    före = (plats.mapp / "data/moten/2023-12-04.yaml").read_bytes()
    svar = kör(plats.mapp, "justera", "2023-12-04")
    assert not plats.fågel.exists(), "giftet kördes"
    assert svar.kod in ((0, 2, 5) if gift in SÄGER_NEJ else (0,)), svar.fel
    assert (plats.mapp / "data/moten/2023-12-04.yaml").read_bytes() == före
    assert (plats.mapp / "data/sigill/0001.json").exists() == (svar.kod == 0)


LEVANDE: dict[str, tuple[str, ...]] = {
    "core.fsmonitor": ("status",),
    "diff.external": ("diff", "HEAD~1", "HEAD"),
    "diff.yaml.textconv": ("log", "-p"),
    "filter": ("archive", "HEAD"),
    "krokar i .git": ("update-ref", "refs/heads/x", "HEAD"),
    "core.hooksPath": ("update-ref", "refs/heads/x", "HEAD"),
    "include.path": ("status",),
    "ofullständig, ext": ("cat-file", "-p", "HEAD~1:data/moten/2024-03-04.yaml"),
    "ofullständig, lokal": ("cat-file", "-p", "HEAD~1:data/moten/2024-03-04.yaml"),
    "ofullständig, ssh": ("cat-file", "-p", "HEAD~1:data/moten/2024-03-04.yaml"),
    "ofullständig, vcs": ("cat-file", "-p", "HEAD~1:data/moten/2024-03-04.yaml"),
    "GIT_TRACE": ("status",),
    "GIT_TRACE2_EVENT": ("status",),
    "GIT_CONFIG_COUNT": ("status",),
    "GIT_CONFIG_GLOBAL": ("status",),
    "GIT_EXTERNAL_DIFF": ("diff", "HEAD~1", "HEAD"),
}


@pytest.mark.parametrize("gift", LEVANDE)
def test_giftet_biter_på_git_självt(plats: Plats, gift: str) -> None:
    """Annars prövar kanariefågeln ingenting."""
    GIFTER[gift](plats)
    subprocess.run(
        ["git", *LEVANDE[gift]], cwd=plats.mapp, env=BAS | plats.miljö, capture_output=True, timeout=30, check=False
    )
    assert plats.fågel.exists()


NAMN = ("main", "HEAD", "-x", "--output=fågel", "2024-03-04", "data", "data/moten/2024-03-04.yaml", "--all", "-")


@pytest.mark.parametrize("kommando", KOMMANDON)
@pytest.mark.parametrize("namn", NAMN)
def test_en_ref_med_ett_lömskt_namn_är_ofarlig(plats: Plats, namn: str, kommando: str) -> None:
    """Grenar och taggar som heter som ett val, en commit, en gren, en post eller en fil, och pekar på något annat."""
    ord_, förbered = KOMMANDON[kommando]
    förbered(plats)
    facit = kör(plats.mapp, *ord_)
    annan, huvud = git(plats.mapp, "rev-parse", "HEAD~1"), git(plats.mapp, "rev-parse", "HEAD")
    for slag in ("heads", "tags", "remotes/origin"):
        for ref, mål in ((namn, annan), (annan, huvud)):
            fil = plats.mapp / ".git" / "refs" / slag / ref
            if (slag, ref) != ("heads", "main"):
                fil.parent.mkdir(parents=True, exist_ok=True)
                fil.write_text(f"{mål}\n", encoding="ascii")
    svar = kör(plats.mapp, *ord_)
    assert (svar.kod, svar.ut) == (facit.kod, facit.ut), svar.fel
    assert not (plats.mapp / "fågel").exists()


@pytest.mark.parametrize(
    "id", ["-x", "--all", "--output=fågel", "-", "--", "--exec=sh", "@{-1}", ":/ett", "HEAD:", "a..b", "^HEAD", "\n"]
)
def test_id_som_börjar_som_val_är_ofarliga(plats: Plats, id: str) -> None:
    före = _filer(plats.mapp)
    for ord_ in (
        ("kontrollera", "--sedan", id),
        ("kontrollera", f"--sedan={id}"),
        ("historik", "--", id),
        ("historik", id),
    ):
        assert kör(plats.mapp, *ord_).kod in (0, 1, 2)
        assert not any(p.name == "fågel" for p in plats.mapp.rglob("*"))
    assert _filer(plats.mapp) == före
