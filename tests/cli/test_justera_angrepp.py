"""``gns justera`` och det som kan störa den: avbrott, andra kommandon, länkar, och ändringar i det förseglade efteråt."""

import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from tests.cli.kontrollkor import kör
from tests.cli.test_justera import läget
from tests.cli.test_verifiera_angrepp import ändra_paragrafen
from tests.history.sparrepo import ETT, OJUSTERAT, TVÅ, förråd, git, kopia
from tests.hjalp import ROT

M2 = f"data/moten/{TVÅ}.yaml"


@pytest.fixture
def rot(ojusterat, tmp_path):
    return kopia(ojusterat, tmp_path / "repo")


def _git_som(mapp: Path, kommando: str, gör: str) -> dict[str, str]:
    """Miljön där git gör något mer när det får kommandot: ``gör`` är skal, och $$PPID är gns."""
    riktiga = subprocess.run(["which", "git"], capture_output=True, text=True, check=True).stdout.strip()
    program = mapp / "bin" / "git"
    program.parent.mkdir()
    skal = f"""\
        #!/bin/bash
        case " $* " in *" {kommando} "*)
          {gör.replace("GIT", riktiga)}
        esac
        exec {riktiga} "$@"
        """
    program.write_text(textwrap.dedent(skal), "utf-8")
    program.chmod(0o755)
    return os.environ | {"PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(ROT)}


def _justera(rot: Path, miljö: dict[str, str]) -> int:
    kod = "import datetime, sys; from gns.cli import val; val.idag = lambda: datetime.date(2024, 6, 3); "
    kod += "from gns.cli.huvud import main; sys.exit(main(sys.argv[1:]))"
    ord_ = [sys.executable, "-c", kod, "justera", TVÅ, "--justerad", "2024-03-08"]
    return subprocess.run(ord_, cwd=rot, env=miljö, capture_output=True, check=False).returncode


@pytest.mark.parametrize("vilken", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_en_signal_medan_filerna_skrivs_ångrar_allt(rot, tmp_path, vilken):
    (rot / "eget.txt").write_text("x", "utf-8")
    git(rot, "add", "eget.txt")
    före = läget(rot)
    kod = _justera(
        rot,
        _git_som(
            tmp_path, "update-index -z --index-info", f"[ -e .git/index.lock ] && kill -{int(vilken)} $PPID && sleep 1"
        ),
    )
    assert kod not in (0, 1)
    assert läget(rot) == före
    assert not (rot / ".git/index.lock").exists()


@pytest.mark.parametrize("vilken", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_en_signal_när_grenen_flyttas_väntar_tills_allt_är_gjort(rot, tmp_path, vilken):
    _justera(rot, _git_som(tmp_path, "update-ref -m gns --stdin", f"kill -{int(vilken)} $PPID"))
    assert git(rot, "tag") == f"justerat/{TVÅ}"
    assert git(rot, "status", "--porcelain") == ""
    assert kör(rot, "verifiera").kod == 0


def test_dör_datorn_efter_att_grenen_flyttats_tar_nästa_commit_inte_bort_något(rot, tmp_path):
    """SIGKILL: inget kan städas, men indexet är redan det nya."""
    gör = 'ut=$(GIT "$@"); kod=$?; kill -9 $PPID; echo "$ut"; exit $kod'
    assert _justera(rot, _git_som(tmp_path, "update-ref -m gns --stdin", gör)) == -signal.SIGKILL
    (rot / ".git/index.lock").unlink(missing_ok=True)
    (rot / "mer.txt").write_text("x", "utf-8")
    git(rot, "add", "mer.txt")
    git(rot, "commit", "-qm", "vanlig commit")
    assert kör(rot, "verifiera").kod == 0


def test_den_som_byter_gren_under_tiden_får_inget_gjort(rot, tmp_path):
    gör = "GIT symbolic-ref HEAD refs/heads/annan; GIT branch annan main 2>/dev/null"
    före = läget(rot)
    assert _justera(rot, _git_som(tmp_path, "commit-tree", gör)) == 4
    git(rot, "symbolic-ref", "HEAD", "refs/heads/main")
    git(rot, "branch", "-q", "-D", "annan")
    assert läget(rot) == före


@pytest.mark.parametrize("mapp", ["arkiv", "sigill"])
def test_en_mapp_som_är_en_länk_ut(rot, tmp_path, mapp):
    (tmp_path / "ute").mkdir()
    (rot / "data" / mapp).symlink_to(tmp_path / "ute")
    svar = kör(rot, "justera", TVÅ, "--justerad", "2024-03-08")
    assert (svar.kod, "är en länk" in svar.fel, list((tmp_path / "ute").iterdir())) == (2, True, []), svar.fel


def test_en_låsfil_som_är_en_länk_ut(rot, tmp_path):
    (rot / "data/moten" / f".{TVÅ}.yaml.las").symlink_to(tmp_path / "ute")
    assert kör(rot, "justera", TVÅ, "--justerad", "2024-03-08").kod == 5
    assert not (tmp_path / "ute").exists()


@pytest.mark.parametrize("ord_", [("--paragraf", ""), ("--justerad", "")])
def test_ett_tomt_värde_är_inte_detsamma_som_inget(rot, ord_):
    före = läget(rot)
    assert kör(rot, "justera", ETT, *ord_).kod == 2
    assert läget(rot) == före


def test_en_omedelbart_justerad_paragraf_förseglas_före_resten(tmp_path):
    möte = OJUSTERAT[f"moten/{TVÅ}"] | {"paragrafer.2.omedelbart_justerad": TVÅ}
    rot = förråd(tmp_path / "repo", OJUSTERAT | {f"moten/{TVÅ}": möte})
    svar = kör(rot, "justera", TVÅ, "--justerad", "2024-03-08")
    assert (svar.kod, f"gns justera {TVÅ} --paragraf 3" in svar.fel) == (2, True), svar.fel


def test_ett_fel_i_hela_mötet_hindrar_också_en_paragraf(rot):
    text = (rot / M2).read_text("utf-8")
    (rot / M2).write_text(text.replace('namn: "Ulf Uv"', 'namn: "Ulf Uvh"', 1), "utf-8")
    svar = kör(rot, "justera", TVÅ, "--paragraf", "3", "--justerad", TVÅ)
    assert svar.kod == 1, svar.fel


class TestEfteråt:
    """Ingen handling bär en kod på en text som inte är den förseglade, och inget kommando rör det bundna."""

    @pytest.fixture
    def rot(self, förseglad_paragraf, tmp_path):
        return kopia(förseglad_paragraf, tmp_path / "repo")

    @pytest.mark.parametrize("ord_", [("utdrag", TVÅ, "3"), ("utdrag", TVÅ, "2"), ("protokoll", TVÅ)])
    def test_en_ändrad_paragraf_ger_ingen_handling(self, rot, ord_):
        assert kör(rot, *ord_).kod == 0
        ändra_paragrafen(rot)
        svar = kör(rot, *ord_)
        assert (svar.kod, svar.ut, "§ 3 i" in svar.fel) == (3, "", True)

    def test_ett_ändrat_möte_ger_inget_utdrag(self, rot):
        assert kör(rot, "justera", ETT).kod == 0
        fil = rot / f"data/moten/{ETT}.yaml"
        fil.write_text(fil.read_text("utf-8") + "# x\n", "utf-8")
        assert kör(rot, "utdrag", ETT, "1").kod == 3

    def test_formatera_rör_inte_mötet_med_paragrafen(self, rot):
        fil = rot / M2
        fil.write_text(fil.read_text("utf-8").replace("plats: ", "plats:   ", 1), "utf-8")
        före = fil.read_bytes()
        assert b"plats:   " in före
        assert kör(rot, "formatera").kod == 0
        assert fil.read_bytes() == före

    def test_revisionsunderlaget_visar_sigillen_och_rättelserna(self, rot):
        kod = kör(rot, "justera", ETT).ut.strip()
        ord_ = ("--fel", "Eva Ek", "--rätt", "Eva Ekh", "--skäl", "Stavfel.", "--av", "Ulf Uv")
        assert kör(rot, "rätta", TVÅ, "3", *ord_).kod == 0
        assert f"sigill 2, 2024-06-03: {kod}" in kör(rot, "revisionsunderlag", "2023", "--format", "md").ut
        årets = kör(rot, "revisionsunderlag", "2024", "--format", "md").ut
        assert "§ 3, sigill 1, 2024-06-03:" in årets
        assert "| Eva Ek | Eva Ekh | 2024-06-03, Ulf Uv |" in årets
        assert "förseglade 0" in kör(rot, "revisionsunderlag", "2024", "--per", "2024-06-02", "--format", "md").ut
        (rot / "data/sigill/0001.json").write_text("skräp", "utf-8")
        assert "Sigillen går inte att läsa:" in kör(rot, "revisionsunderlag", "2024", "--format", "md").ut

    @pytest.mark.parametrize("fil", [f"data/arkiv/{TVÅ}-p3.pdf", "data/sigill/0001.pdf", "data/arkiv/ny.pdf"])
    def test_en_handling_skrivs_inte_bland_det_förseglade(self, rot, fil):
        före = git(rot, "status", "--porcelain")
        svar = kör(rot, "utdrag", TVÅ, "2", "--ut", fil)
        assert (svar.kod, "bland det som förseglas" in svar.fel) == (2, True)
        assert git(rot, "status", "--porcelain") == före


def test_scheman_skrivs_inte_genom_en_länk(rot, tmp_path):
    (tmp_path / "ute").mkdir()
    (rot / ".gns-schema").symlink_to(tmp_path / "ute")
    assert kör(rot, "schema", "--ut", ".gns-schema").kod == 2
    assert list((tmp_path / "ute").iterdir()) == []


def test_raden_att_skicka_skiljer_en_gren_från_en_tagg_som_heter_likadant(rot):
    git(rot, "tag", "main")
    svar = kör(rot, "justera", TVÅ, "--justerad", "2024-03-08")
    assert svar.fel.rstrip().endswith(f"git push --atomic origin refs/heads/main justerat/{TVÅ}")
