"""Nyckeln som användaren har ställt in i git undertecknar när den står i signatärslistan; förrådets inställningar gör det inte."""

import os
import subprocess

import pytest

from tests.cli.kontrollkor import kör
from tests.history.gitkor import git
from tests.history.sparrepo import TVÅ, förråd, kopia, nyckel, signatärslista

SIGILLET = "data/sigill/0001.json"


@pytest.fixture(scope="module")
def original(tmp_path_factory):
    """Ett förråd med Eva Eks nyckel i signatärslistan, och hennes och en okänd nyckel bredvid."""
    mapp = tmp_path_factory.mktemp("nyckel")
    rot = förråd(mapp / "repo")
    signatärslista(rot, "Eva Ek", nyckel(mapp, "eva"))
    nyckel(mapp, "okand")
    return rot


@pytest.fixture
def rot(original, tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    return kopia(original, tmp_path / "repo")


def ställ_in(rot, var, nyckeln, gpg="ssh"):
    fil = rot.parent / "gitconfig" if var == "användaren" else rot / ".git/config"
    with fil.open("a", encoding="utf-8") as f:
        f.write(f'[gpg]\n\tformat = {gpg}\n[user]\n\tsigningkey = "{nyckeln}"\n')


def underskrifter(rot):
    return sorted(f.name for f in (rot / "data/sigill").glob("*.sig"))


@pytest.mark.parametrize("slag", ["eva", "eva.pub"])
def test_den_inställda_nyckeln_undertecknar_sigillet_och_taggen(rot, original, slag):
    ställ_in(rot, "användaren", original.parent / slag)
    svar = kör(rot, "justera", TVÅ)
    assert svar.kod == 0, svar.fel
    assert "Eva Ek har undertecknat sigill 1." in svar.fel
    assert underskrifter(rot) == ["0001-eva-ek.sig"]
    assert "BEGIN SSH SIGNATURE" in git(rot, "cat-file", "tag", f"justerat/{TVÅ}")
    assert kör(rot, "verifiera").kod == 0


def test_en_öppen_nyckel_i_klartext_undertecknar_genom_agenten(rot, original, monkeypatch):
    svar = subprocess.run(["ssh-agent", "-s"], capture_output=True, text=True, check=True).stdout
    miljö = dict(rad.split(";")[0].split("=") for rad in svar.splitlines() if "=" in rad)
    for namn, värde in miljö.items():
        monkeypatch.setenv(namn, värde)
    try:
        subprocess.run(["ssh-add", "-q", str(original.parent / "eva")], check=True)
        ställ_in(rot, "användaren", f"key::{(original.parent / 'eva.pub').read_text('utf-8').strip()}")
        assert kör(rot, "justera", TVÅ).kod == 0
    finally:
        subprocess.run(["ssh-agent", "-k"], env=os.environ | miljö, capture_output=True, check=True)
    assert underskrifter(rot) == ["0001-eva-ek.sig"]


@pytest.mark.parametrize(
    ("var", "fil", "gpg", "ord_"),
    [
        ("användaren", "eva", "ssh", ("--utan-nyckel",)),
        ("användaren", "eva", "openpgp", ()),
        ("förrådet", "eva", "ssh", ()),
        ("förrådet", "finns-inte", "ssh", ()),
    ],
)
def test_inget_annat_undertecknar(rot, original, var, fil, gpg, ord_):
    ställ_in(rot, var, original.parent / fil, gpg)
    svar = kör(rot, "justera", TVÅ, *ord_)
    assert (svar.kod, underskrifter(rot)) == (0, [])
    assert "undertecknat" not in svar.fel


def test_en_inställd_nyckel_som_inte_får_underteckna_sägs(rot, original):
    ställ_in(rot, "användaren", original.parent / "okand")
    svar = kör(rot, "justera", TVÅ)
    assert (svar.kod, underskrifter(rot)) == (0, [])
    assert "inte undertecknat med den nyckel som git har inställd: nyckeln står inte i signatärslistan" in svar.fel
    assert "SIGNATURE" not in git(rot, "cat-file", "tag", f"justerat/{TVÅ}")


def test_utan_signatärslista_rörs_nyckeln_inte(rot, original):
    (rot / "data/sigill/signatarer.yaml").unlink()
    ställ_in(rot, "användaren", original.parent / "eva")
    svar = kör(rot, "justera", TVÅ)
    assert (svar.kod, underskrifter(rot)) == (0, [])
    assert "undertecknat" not in svar.fel


@pytest.mark.parametrize(("innehåll", "fel"), [(None, "finns inte"), ("ingen nyckel", "gick inte att underteckna med")])
def test_en_inställd_nyckel_som_inte_går_att_använda_stoppar(rot, innehåll, fel):
    fil = rot.parent / "nyckeln"
    if innehåll:
        fil.write_text(innehåll, "utf-8")
    ställ_in(rot, "användaren", fil)
    svar = kör(rot, "justera", TVÅ)
    assert (svar.kod, fel in svar.fel, "--utan-nyckel" in svar.fel) == (2, True, True), svar.fel
    assert not (rot / SIGILLET).exists()


@pytest.mark.parametrize("värde", ["~finnsej/nyckel", "key::ssh-ed25519 \xff\xfe", "ssh-"])
def test_en_nyckel_som_inte_går_att_läsa_är_ett_fel(rot, värde):
    ställ_in(rot, "användaren", värde)
    assert kör(rot, "justera", TVÅ).kod == 2
    assert kör(rot, "justera", TVÅ, "--nyckel", värde).kod == 2
    assert not (rot / SIGILLET).exists()


def test_signatärslistan_är_en_post_som_prövas_och_ordnas(rot):
    lista = rot / "data/sigill/signatarer.yaml"
    lista.write_text(
        lista.read_text("utf-8").replace("- namn: Eva Ek\n    ", "- ").rstrip() + "\n    namn: Eva Ek\n", "utf-8"
    )
    assert "data/sigill/signatarer.yaml" in kör(rot, "formatera").ut
    assert lista.read_text("utf-8").splitlines()[1] == "  - namn: Eva Ek"
    lista.write_text(lista.read_text("utf-8").replace("ssh-ed25519", "rsa"), "utf-8")
    svar = kör(rot, "kontrollera")
    assert (svar.kod, "data/sigill/signatarer.yaml:3:13" in svar.ut) == (2, True), svar.ut
    assert "är ingen öppen SSH-nyckel" in kör(rot, "justera", TVÅ).fel
    assert not (rot / SIGILLET).exists()


def test_båda_valen_går_inte_ihop(rot, original):
    assert kör(rot, "justera", TVÅ, "--nyckel", str(original.parent / "eva"), "--utan-nyckel").kod == 2
