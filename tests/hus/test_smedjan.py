"""Filerna för GitHub, GitLab och pre-commit: minsta rättigheter, låsta steg, vanliga kommandon som finns."""

import re
import subprocess

import pytest
import yaml

from gns.cli.tabell import KOMMANDON
from tests.history.gitkor import BAS, git
from tests.hjalp import ROT

FLÖDEN = sorted((ROT / ".github/workflows").glob("*.yml"))
FILER = [*FLÖDEN, ROT / ".gitlab-ci.yml", ROT / ".pre-commit-hooks.yaml"]


@pytest.mark.parametrize("fil", FLÖDEN, ids=lambda f: f.name)
def test_minsta_rättigheter_och_inget_som_ger_en_ändring_hemligheter(fil):
    data = yaml.safe_load(fil.read_text("utf-8"))
    assert data["permissions"] == {"contents": "read"}
    text = fil.read_text("utf-8")
    assert "pull_request_target" not in text
    assert "secrets." not in text


@pytest.mark.parametrize("fil", FLÖDEN, ids=lambda f: f.name)
def test_inget_ur_händelsen_skrivs_rakt_in_i_ett_skal(fil):
    for jobb in yaml.safe_load(fil.read_text("utf-8"))["jobs"].values():
        for steg in jobb["steps"]:
            assert "${{" not in steg.get("run", "")


def test_stegen_andra_har_gjort_är_få_och_låsta_till_en_commit():
    använda = [u for f in FLÖDEN for u in re.findall(r"uses: (\S+)", f.read_text("utf-8"))]
    assert {u.partition("@")[0] for u in använda} == {"actions/checkout"}
    assert all(re.fullmatch(r"[0-9a-f]{40}", u.partition("@")[2]) for u in använda)


@pytest.mark.parametrize("fil", FILER, ids=lambda f: f.name)
def test_kommandona_finns(fil):
    namn = {k.namn for k in KOMMANDON}
    körda = re.findall(r"(?:run: |entry: |- |^ +)gns ([a-zåäö]+)", fil.read_text("utf-8"), re.MULTILINE)
    assert set(körda) <= namn
    assert körda or fil.name == "ci.yml"


def test_en_basversion_som_inte_finns_blir_förrådets_första_commit(tmp_path):
    """Den första gången en gren skickas, och efter en tvingad, är basen nollor eller en commit som inte finns."""
    git(tmp_path, "init", "-q")
    for n in range(2):
        git(tmp_path, "commit", "-q", "--allow-empty", "-m", str(n))
    steg = yaml.safe_load((ROT / ".github/workflows/poster.yml").read_text("utf-8"))["jobs"]["posterna"]["steps"]
    basen = next(s["run"] for s in steg if s.get("name") == "basen")
    rader = yaml.safe_load((ROT / ".gitlab-ci.yml").read_text("utf-8"))["posterna"]["before_script"]
    gitlab = next(rad for rad in rader if rad.startswith("git cat-file"))
    första, huvud = git(tmp_path, "rev-parse", "HEAD~1"), git(tmp_path, "rev-parse", "HEAD")
    for given, väntad in (("0" * 40, första), ("", första), (huvud, huvud)):
        env = BAS | {"BAS": given, "GITHUB_ENV": str(tmp_path / "env")}
        subprocess.run(["bash", "-e", "-c", basen], cwd=tmp_path, env=env, check=True)
        svar = subprocess.run(
            ["bash", "-e", "-c", f"{gitlab}\necho $BAS"], cwd=tmp_path, env=env, capture_output=True, check=True
        )
        assert (tmp_path / "env").read_text("utf-8").splitlines()[-1] == f"BAS={väntad}"
        assert svar.stdout.decode().strip() == väntad


def test_en_ändring_prövas_ihopslagen_och_bara_mot_huvudgrenen():
    poster = yaml.safe_load((ROT / ".github/workflows/poster.yml").read_text("utf-8"))
    assert poster[True]["pull_request"] == {"branches": ["main"]}
    assert "ref" not in poster["jobs"]["posterna"]["steps"][0]["with"]


@pytest.mark.parametrize("fil", FLÖDEN, ids=lambda f: f.name)
def test_nyckeln_till_förrådet_ligger_inte_kvar(fil):
    hämtar = [s for j in yaml.safe_load(fil.read_text("utf-8"))["jobs"].values() for s in j["steps"] if "uses" in s]
    assert [s["with"]["persist-credentials"] for s in hämtar] == [False] * len(hämtar)


def test_prövningen_har_hela_historien():
    poster = yaml.safe_load((ROT / ".github/workflows/poster.yml").read_text("utf-8"))
    assert poster["jobs"]["posterna"]["steps"][0]["with"]["fetch-depth"] == 0
    assert yaml.safe_load((ROT / ".gitlab-ci.yml").read_text("utf-8"))["posterna"]["variables"]["GIT_DEPTH"] == "0"
