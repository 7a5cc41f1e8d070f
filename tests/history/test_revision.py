"""Filer ur en tidigare revision, utan att förrådet kan köra något eller ändras."""

import subprocess

import pytest

from gns.grund.fel import Användningsfel
from gns.history.git import git
from gns.history.revision import filer_i


def _kör(mapp, *ord):
    subprocess.run(
        ["git", "-c", "user.name=x", "-c", "user.email=x@x", *ord], cwd=mapp, check=True, capture_output=True
    )


@pytest.fixture
def förråd(tmp_path):
    """Två revisioner: en post som ändras, en som tas bort, en länk."""
    data = tmp_path / "a" / "data"
    data.mkdir(parents=True)
    _kör(tmp_path, "init", "-q", "-b", "main")
    (data / "namnd.yaml").write_text("namn: Första\n", encoding="utf-8")
    (data / "gammal.yaml").write_bytes(b"x: \xff\n")
    (data / "lank.yaml").symlink_to("namnd.yaml")
    _kör(tmp_path, "add", "-A")
    _kör(tmp_path, "commit", "-qm", "ett")
    (data / "namnd.yaml").write_text("namn: Andra\n", encoding="utf-8")
    (data / "gammal.yaml").unlink()
    _kör(tmp_path, "commit", "-qam", "två")
    return tmp_path


def test_filerna_är_de_som_fanns_då(förråd):
    assert filer_i(förråd / "a" / "data", "HEAD~1") == {
        "namnd.yaml": "namn: Första\n".encode(),
        "gammal.yaml": b"x: \xff\n",
    }
    assert filer_i(förråd / "a" / "data", "main") == {"namnd.yaml": b"namn: Andra\n"}


@pytest.mark.parametrize("revision", ["finns-inte", "", "--output=/tmp/x", "HEAD~9", "HEAD:a", "\0"])
def test_en_revision_som_inte_finns(förråd, revision):
    with pytest.raises(Användningsfel, match="det finns ingen revision"):
        filer_i(förråd / "a" / "data", revision)


def test_en_mapp_utanför_git(tmp_path):
    with pytest.raises(Användningsfel, match="ligger inte i ett git-förråd"):
        filer_i(tmp_path, "HEAD")


def test_bara_läsande_kommandon_går(förråd):
    for kommando in ("status", "fetch", "commit", "--version"):
        with pytest.raises(ValueError, match=kommando):
            git(förråd, kommando)


def test_utan_git_sägs_det(förråd, monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(Användningsfel, match="git finns inte"):
        filer_i(förråd / "a" / "data", "HEAD")


def test_förrådet_kan_inte_köra_något(förråd, tmp_path_factory):
    """Krokar, filter, fsmonitor, sidvisare och textconv i förrådets egna inställningar."""
    spår = tmp_path_factory.mktemp("spar") / "kord"
    program = f"sh -c 'touch {spår}'"
    for nyckel in (
        "core.fsmonitor",
        "core.pager",
        "diff.yaml.textconv",
        "filter.x.smudge",
        "filter.x.clean",
        "core.sshCommand",
    ):
        _kör(förråd, "config", nyckel, program)
    (förråd / ".gitattributes").write_text("*.yaml diff=yaml filter=x\n", encoding="utf-8")
    före = {p: p.stat().st_mtime_ns for p in (förråd / ".git").rglob("*")}
    assert filer_i(förråd / "a" / "data", "HEAD")
    assert not spår.exists()
    assert {p: p.stat().st_mtime_ns for p in (förråd / ".git").rglob("*")} == före
