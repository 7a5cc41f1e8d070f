"""``gns kontrollera --sedan REV``: bara det som är nytt, och det som var brutet förut döljer inget."""

import subprocess

import pytest

from tests.cli.kontrollkor import avtryck, kör
from tests.kontroller.arkiv import skriv

ANSLAG, MÖTE = "anslag/2024-03-04", "moten/2024-03-04"
GAMMALT = {"anslag.1.uppsatt": "2024-03-20"}
REGEL = ("--regel", "KL-8-12-anslag")


def _git(mapp, *ord):
    subprocess.run(
        ["git", "-c", "user.name=x", "-c", "user.email=x@x", *ord], cwd=mapp, check=True, capture_output=True
    )


@pytest.fixture
def förråd(tmp_path):
    """Ett arkiv med ett gammalt fynd, lagt i git."""
    skriv(tmp_path, {ANSLAG: GAMMALT})
    _git(tmp_path, "init", "-q", "-b", "main")
    _git(tmp_path, "add", "-A")
    _git(tmp_path, "commit", "-qm", "ett")
    return tmp_path


def test_det_som_fanns_då_visas_inte(förråd):
    assert kör(förråd, "kontrollera", *REGEL).kod == 1
    svar = kör(förråd, "kontrollera", *REGEL, "--sedan", "HEAD")
    assert (svar.kod, svar.ut) == (0, "")


def test_bara_det_nya_visas_också_när_raderna_har_flyttats(förråd):
    skriv(förråd, {ANSLAG: GAMMALT | {"anslag.2.uppsatt": "2024-03-21"}})
    fil = förråd / "data" / f"{ANSLAG}.yaml"
    fil.write_text("# en ny rad\n# och en till\n" + fil.read_text(encoding="utf-8"), encoding="utf-8")
    svar = kör(förråd, "kontrollera", *REGEL, "--sedan", "main")
    assert svar.kod == 1
    assert svar.ut.count(": fel: ") == 1
    assert "anslaget sattes upp 2024-03-21" in svar.ut


def test_en_ny_trasig_fil_är_ny_fast_en_annan_var_trasig_förut(förråd):
    gammal = förråd / "data" / "arenden" / "2024" / "GNS-1-2024.yaml"
    gammal.write_text("rubrik: [\n", encoding="utf-8")
    _git(förråd, "commit", "-qam", "två")
    (förråd / "data" / "arenden" / "2024" / "GNS-2-2024.yaml").write_text("rubrik: [\n", encoding="utf-8")
    svar = kör(förråd, "kontrollera", "--sedan", "HEAD")
    assert svar.kod == 2
    assert [rad.split(":")[0] for rad in svar.ut.splitlines() if ": fel: " in rad] == [
        "data/arenden/2024/GNS-2-2024.yaml"
    ]


def test_inget_ändras_i_mappen(förråd):
    före = avtryck(förråd)
    kör(förråd, "kontrollera", "--sedan", "HEAD")
    assert avtryck(förråd) == före


@pytest.mark.parametrize("revision", ["finns-inte", "", "--all", "HEAD~7"])
def test_en_revision_som_inte_finns(förråd, revision):
    svar = kör(förråd, "kontrollera", "--sedan", revision)
    assert svar.kod == 2
    assert "det finns ingen revision" in svar.fel
    assert "råd: skriv en gren, en tagg eller en commit" in svar.fel


def test_utanför_git_sägs_det(tmp_path):
    svar = kör(skriv(tmp_path), "kontrollera", "--sedan", "HEAD")
    assert svar.kod == 2
    assert "ligger inte i ett git-förråd" in svar.fel


def test_ett_fynd_som_mister_sitt_svar_är_nytt(förråd):
    (förråd / "data/svar").mkdir()
    svaret = kör(förråd, "svara", REGEL[1], "2024-03-04", "Satt upp efter helgerna.", "--av", "Eva Ek")
    assert svaret.kod == 0, svaret.fel
    _git(förråd, "add", "-A")
    _git(förråd, "commit", "-qm", "svar")
    assert kör(förråd, "kontrollera", *REGEL, "--sedan", "HEAD").kod == 0
    (förråd / "data/svar/2024-03-04.yaml").unlink()
    svar = kör(förråd, "kontrollera", *REGEL, "--sedan", "HEAD")
    assert (svar.kod, svar.ut.count(": fel: ")) == (1, 1)


def test_före_den_första_commiten_är_allt_nytt(tmp_path):
    """Som kroken före en commit kör det."""
    skriv(tmp_path, {ANSLAG: GAMMALT})
    _git(tmp_path, "init", "-q", "-b", "main")
    assert kör(tmp_path, "kontrollera", *REGEL, "--sedan", "HEAD").kod == 1
    svar = kör(tmp_path, "verifiera")
    assert (svar.kod, "spara posterna först" in svar.fel) == (2, True)
