"""``gns verifiera``: varje angrepp märks, inget ofarligt larmar, och en fristående kontroll säger samma sak."""

import json
import os
import shutil
import subprocess

import pytest

from tests.cli.kontrollkor import kör
from tests.history import sparkontroll
from tests.history.sparrepo import ETT, TVÅ, förseglat, git, kopia, nyckel
from tests.hjalp import ROT

S1, S2 = "data/sigill/0001.json", "data/sigill/0002.json"
M1, M2 = f"data/moten/{ETT}.yaml", f"data/moten/{TVÅ}.yaml"
LÅSTA = [S1, S2, M1, M2, f"data/arkiv/{ETT}.pdf", f"data/arkiv/{TVÅ}.md", f"data/arkiv/{ETT}-undertecknat.pdf"]


@pytest.fixture
def rot(två_förseglade, tmp_path):
    return kopia(två_förseglade, tmp_path / "repo")


def besked(rot):
    """(slutkod, hela svaret ur --format json)."""
    svar = kör(rot, "verifiera", "--format", "json")
    return svar.kod, json.loads(svar.ut)


def skälen(data):
    alla = [*data["kedjan"], *(skäl for sigill in data["sigill"] for skäl in sigill["skäl"])]
    return " ".join(skäl["text"] for skäl in alla)


def spara(rot, *filer):
    git(rot, "add", "-A", *filer)
    git(rot, "commit", "-qm", "ändrat")


def intakt(rot):
    kod, data = besked(rot)
    assert (kod, data["svar"]) == (0, "intakt"), skälen(data)
    assert sparkontroll.pröva(rot) == "intakt"
    return skälen(data)


def bruten(rot, text):
    kod, data = besked(rot)
    assert (kod, data["svar"]) == (3, "bruten")
    assert text in skälen(data)
    return data


def test_det_orörda_är_intakt_och_kontrollkoderna_känns_igen(rot):
    intakt(rot)
    _, data = besked(rot)
    assert [s["namn"] for s in data["sigill"]] == [ETT, TVÅ]
    for s in data["sigill"]:
        slarvigt = s["kontrollkod"].lower().replace("-", " ").replace("1", "l").replace("0", "o")
        svar = kör(rot, "verifiera", "--kod", slarvigt)
        assert svar.kod == 0
        assert f"hör till sigill {s['nr']}, {s['namn']}" in svar.ut
    assert kör(rot, "verifiera").ut.splitlines()[-1] == "2 sigill: spåret är intakt."


@pytest.mark.parametrize("sparad", [False, True], ids=["på disken", "sparad i git"])
@pytest.mark.parametrize("fil", LÅSTA)
def test_en_ändrad_byte_märks(rot, fil, sparad):
    """Första, mitt i och sista; alla byte prövas i tests/kontroller/test_sparprov.py."""
    rå = (rot / fil).read_bytes()
    for plats in {0, len(rå) // 2, len(rå) - 1}:
        (rot / fil).write_bytes(rå[:plats] + bytes([rå[plats] ^ 1]) + rå[plats + 1 :])
        if sparad:
            spara(rot, fil)
        assert besked(rot)[0] == 3, plats
        assert sparkontroll.pröva(rot) == "bruten"
        (rot / fil).write_bytes(rå)
        if sparad:
            git(rot, "reset", "-q", "--hard", "HEAD~1")


def test_en_ändring_med_samma_längd_och_tid_bakom_skip_worktree(rot):
    fil = rot / M1
    tid = fil.stat()
    fil.write_bytes(fil.read_bytes().replace(b"4 mars", b"5 mars"))
    os.utime(fil, ns=(tid.st_atime_ns, tid.st_mtime_ns))
    for flagga in ("--skip-worktree", "--assume-unchanged"):
        git(rot, "update-index", flagga, M1)
        assert git(rot, "status", "--porcelain", "-uno") == ""
        bruten(rot, f"{M1} på disken är ändrad")


def test_git_replace_och_ymp_döljer_inget(rot):
    git(rot, "rm", "-q", "--cached", M1)
    (rot / M1).write_text("plats: Annat\n")
    spara(rot, M1)
    git(rot, "replace", "HEAD", "HEAD~1")
    (rot / ".git" / "info").mkdir(exist_ok=True)
    (rot / ".git" / "info" / "grafts").write_text(f"{git(rot, '--no-replace-objects', 'rev-parse', 'HEAD')}\n")
    text = skälen(bruten(rot, f"{M1} i git är inte den som förseglades"))
    assert "git replace" in text
    assert "ympad historia" in text


def test_en_länk_i_stället_för_filen(rot):
    fil = rot / M1
    shutil.copy(fil, rot / "annan.yaml")
    fil.unlink()
    fil.symlink_to("../../annan.yaml")
    bruten(rot, f"{M1} saknas på disken")


class TestTaggar:
    """Vittnen: de får saknas, inte säga emot."""

    def test_utan_taggar_döms_kedjan_och_de_saknade_nämns(self, rot):
        for t in git(rot, "tag").split():
            git(rot, "tag", "-d", t)
        text = intakt(rot)
        assert f"taggen justerat/{ETT} saknas" in text
        assert f"taggen justerat/{TVÅ} saknas" in text

    def test_en_flyttad(self, rot):
        git(rot, "tag", "-f", "-m", "x", f"justerat/{ETT}", "HEAD~3")
        bruten(rot, f"taggen justerat/{ETT} pekar på en commit där sigill 1 är ett annat, eller saknas")

    def test_en_omdöpt(self, rot):
        git(rot, "update-ref", "refs/tags/justerat/2019-01-01", f"refs/tags/justerat/{ETT}")
        bruten(rot, "taggen justerat/2019-01-01 är gjord för justerat/2023-12-04")

    def test_två_som_har_bytt_plats(self, rot):
        ett, två = (git(rot, "rev-parse", f"refs/tags/justerat/{d}") for d in (ETT, TVÅ))
        git(rot, "update-ref", f"refs/tags/justerat/{ETT}", två)
        git(rot, "update-ref", f"refs/tags/justerat/{TVÅ}", ett)
        bruten(rot, f"taggen justerat/{ETT} är gjord för justerat/{TVÅ}")

    def test_en_utan_text(self, rot):
        git(rot, "tag", "-f", f"justerat/{ETT}", f"justerat/{ETT}^{{commit}}")
        bruten(rot, "är inte gjord av gns")

    def test_andra_taggar_rör_inte_spåret(self, rot):
        for namn in ("main", "v1", "HEAD"):
            git(rot, "update-ref", f"refs/tags/{namn}", "HEAD~2")
        intakt(rot)


class TestHistorien:
    """Det som har hänt sedan sigillet sattes."""

    def test_det_sista_sigillet_borttaget(self, rot):
        git(rot, "rm", "-q", S2)
        git(rot, "commit", "-qm", "bort")
        bruten(rot, "sigill 2 saknas; det togs bort i commit")
        git(rot, "tag", "-d", f"justerat/{TVÅ}")
        bruten(rot, "sigill 2 saknas")

    def test_allt_tillbakarullat_men_taggen_är_kvar(self, rot):
        git(rot, "reset", "-q", "--hard", "HEAD~2")
        bruten(rot, "sigill 2 saknas")

    def test_tillbakarullat_utan_taggar_märks_med_en_tryckt_kod(self, rot):
        kod = besked(rot)[1]["sigill"][1]["kontrollkod"]
        git(rot, "tag", "-d", f"justerat/{TVÅ}")
        git(rot, "reset", "-q", "--hard", "HEAD~2")
        intakt(rot)
        svar = kör(rot, "verifiera", "--kod", kod)
        assert (svar.kod, "hör inte till kedjan" in svar.ut) == (3, True)

    def test_en_omgjord_kedja_märks_med_en_tryckt_kod(self, rot):
        koder = [s["kontrollkod"] for s in besked(rot)[1]["sigill"]]
        git(rot, "tag", "-d", f"justerat/{ETT}", f"justerat/{TVÅ}")
        git(rot, "reset", "-q", "--hard", "HEAD~3")
        (rot / M1).write_bytes((rot / M1).read_bytes().replace(b"Regionens hus", b"Kommunhuset"))
        spara(rot, M1)
        for dag in (ETT, TVÅ):
            assert kör(rot, "justera", dag).kod == 0
        intakt(rot)
        assert all(kör(rot, "verifiera", "--kod", kod).kod == 3 for kod in koder)

    def test_ett_sigill_som_gjordes_om_efter_att_ha_tagits_bort(self, rot):
        rå = (rot / S2).read_bytes()
        git(rot, "rm", "-q", S2)
        git(rot, "commit", "-qm", "bort")
        (rot / S2).write_bytes(rå.replace(b'"2024-06-03"', b'"2024-06-04"'))
        git(rot, "tag", "-d", f"justerat/{TVÅ}")
        spara(rot, S2)
        bruten(rot, "ett annat data/sigill/0002.json gjordes i commit")

    def test_en_ändring_som_ställdes_tillbaka_sägs_men_bryter_inget(self, rot):
        (rot / M1).write_bytes((rot / M1).read_bytes() + b"# smyg\n")
        spara(rot, M1)
        git(rot, "revert", "--no-edit", "HEAD")
        text = intakt(rot)
        assert f"{M1} ändrades i commit" in text
        assert "av Åsa Öst" in text

    def test_grund_klon_är_aldrig_intakt(self, rot, tmp_path):
        git(tmp_path, "clone", "-q", "--depth", "1", f"file://{rot}", "grund")
        kod, data = besked(tmp_path / "grund")
        assert kod == 1
        assert {s["svar"] for s in data["sigill"]} == {"går inte att pröva"}
        assert "git fetch --unshallow" in skälen(data)

    def test_en_gren_från_före_sigillet(self, rot):
        git(rot, "switch", "-q", "-c", "forslag", "HEAD~2")
        kod, data = besked(rot)
        assert kod == 1
        assert "sigill 2 finns i main men inte i forslag; för in main först" in skälen(data)


class TestOfarligt:
    """Det som inte får larma."""

    def test_en_utcheckning_med_crlf(self, rot):
        for fil in (M1, M2, S1, S2, f"data/arkiv/{ETT}.md"):
            (rot / fil).write_bytes((rot / fil).read_bytes().replace(b"\n", b"\r\n"))
        intakt(rot)
        assert kör(rot, "protokoll", ETT, "--format", "md").kod == 0

    def test_en_nyare_mall(self, rot):
        shutil.copytree(ROT / "mallar", rot / "mallar")
        mall = rot / "mallar" / "protokoll.html.j2"
        mall.write_text(mall.read_text("utf-8").replace("Sammanträdesprotokoll", "Protokoll"), "utf-8")
        spara(rot, "mallar")
        intakt(rot)
        assert "# Sammanträdesprotokoll" in kör(rot, "protokoll", ETT, "--format", "md").ut

    @pytest.mark.parametrize("sätt", ["squash", "rebase", "merge"])
    def test_sigillet_kom_in_genom_en_annan_gren(self, rot, sätt):
        git(rot, "switch", "-q", "-c", "ny", "HEAD~3")
        git(rot, "branch", "-D", "main")
        git(rot, "branch", "main")
        git(rot, "tag", "-d", f"justerat/{ETT}", f"justerat/{TVÅ}")
        for dag in (ETT, TVÅ):
            assert kör(rot, "justera", dag).kod == 0
        git(rot, "switch", "-q", "main")
        (rot / "x.txt").write_text("x")
        spara(rot, "x.txt")
        if sätt == "squash":
            git(rot, "merge", "-q", "--squash", "ny")
            git(rot, "commit", "-qm", "squash")
        elif sätt == "rebase":
            git(rot, "switch", "-q", "ny")
            git(rot, "rebase", "-q", "main")
            git(rot, "switch", "-q", "main")
            git(rot, "merge", "-q", "--ff-only", "ny")
        else:
            git(rot, "merge", "-q", "--no-ff", "-m", "m", "ny")
        intakt(rot)

    def test_en_klon_utan_taggar(self, rot, tmp_path):
        git(tmp_path, "clone", "-q", "--no-tags", f"file://{rot}", "klon")
        intakt(tmp_path / "klon")

    def test_ett_nytt_svar_på_ett_fynd(self, rot):
        fil = rot / "data" / "svar" / f"{TVÅ}.yaml"
        fil.parent.mkdir(exist_ok=True)
        fil.write_text(
            "svar:\n  - regel: KL-8-12-anslag\n    svar: |\n      Ja.\n    av: Bo\n    datum: 2024-06-03\n", "utf-8"
        )
        spara(rot, str(fil))
        intakt(rot)


@pytest.fixture(scope="module")
def undertecknat(tmp_path_factory):
    """Ett möte förseglat av ordföranden; justerarens nyckel i listan, en utgången, och en som ingen känner."""
    mapp = tmp_path_factory.mktemp("nycklar")
    rot = förseglat(mapp / "repo")
    git(rot, "reset", "-q", "--hard", "HEAD~2")
    git(rot, "tag", "-d", f"justerat/{TVÅ}")
    rader = []
    for namn, fil, mer in (("Eva Ek", "eva", ""), ("Ulf Uv", "ulf", ""), ("Ulf Uv", "gammal", "    till: 2023-01-01\n"),
                           ("Siv Sjö", "siv", "")):  # fmt: skip
        öppen = nyckel(mapp, fil).with_suffix(".pub").read_text().strip()
        rader.append(f"  - namn: {namn}\n    nyckel: {öppen}\n{mer}")
    nyckel(mapp, "okand")
    (rot / "data/sigill/signatarer.yaml").write_text("signatärer:\n" + "".join(rader), "utf-8")
    svar = kör(rot, "justera", TVÅ, "--nyckel", str(mapp / "eva"))
    assert svar.kod == 0, svar.fel
    assert "Att underteckna återstår för Ulf Uv." in svar.fel
    return rot


class TestUnderskrifter:
    """Nycklar, tider och roller som sigillet självt bär."""

    @pytest.fixture
    def rot(self, undertecknat, tmp_path):
        return kopia(undertecknat, tmp_path / "repo")

    def test_båda_undertecknar_och_taggen_bär_en_signatur_som_git_kan_pröva(self, rot, undertecknat):
        nycklar = undertecknat.parent
        assert kör(rot, "justera", TVÅ, "--nyckel", str(nycklar / "ulf")).kod == 0
        intakt(rot)
        s = besked(rot)[1]["sigill"][1]
        assert (s["undertecknat_av"], s["återstår"]) == (["Eva Ek", "Ulf Uv"], [])
        (rot / "lista").write_text(f"x {(nycklar / 'eva.pub').read_text()}")
        git(rot, "-c", "gpg.format=ssh", "-c", "gpg.ssh.allowedSignersFile=lista", "tag", "-v", f"justerat/{TVÅ}")
        assert kör(rot, "justera", TVÅ, "--nyckel", str(nycklar / "ulf")).kod == 2

    @pytest.mark.parametrize(
        ("fil", "fel"),
        [
            ("okand", "står inte i signatärslistan"),
            ("gammal", "nyckeln för Ulf Uv gällde inte"),
            ("siv", "Siv Sjö undertecknar inte"),
            ("finns-inte", "finns inte"),
        ],
    )
    def test_en_nyckel_som_inte_får_underteckna_vägras(self, rot, undertecknat, fil, fel):
        före = git(rot, "rev-parse", "HEAD"), git(rot, "status", "--porcelain")
        svar = kör(rot, "justera", TVÅ, "--nyckel", str(undertecknat.parent / fil))
        assert (svar.kod, fel in svar.fel) == (2, True), svar.fel
        assert före == (git(rot, "rev-parse", "HEAD"), git(rot, "status", "--porcelain"))

    @pytest.mark.parametrize(
        ("fil", "fel"),
        [
            ("okand", "nyckeln står inte i signatärslistan"),
            ("gammal", "nyckeln för Ulf Uv gällde inte 2024-06-03"),
            ("siv", "Siv Sjö undertecknar inte 2024-03-04; det gör Eva Ek och Ulf Uv"),
        ],
    )
    def test_en_underskrift_som_någon_lagt_dit_för_hand(self, rot, undertecknat, fil, fel):
        rå = (rot / S2).read_bytes()
        ord_ = ["ssh-keygen", "-q", "-Y", "sign", "-f", str(undertecknat.parent / fil), "-n", "gns-sigill"]
        (rot / "data/sigill/0002-ulf-uv.sig").write_bytes(
            subprocess.run(ord_, input=rå, capture_output=True, check=True).stdout
        )
        spara(rot, "data")
        bruten(rot, fel)
        assert sparkontroll.pröva(rot) == "bruten"

    def test_en_underskrift_på_något_annat(self, rot, undertecknat):
        ord_ = ["ssh-keygen", "-q", "-Y", "sign", "-f", str(undertecknat.parent / "eva"), "-n", "gns-sigill"]
        annat = subprocess.run(ord_, input=b"annat", capture_output=True, check=True).stdout
        (rot / "data/sigill/0002-eva-ek.sig").write_bytes(annat)
        spara(rot, "data")
        bruten(rot, "stämmer inte")
        assert sparkontroll.pröva(rot) == "bruten"


class TestDåligIndata:
    """Felen som en användare kan stöta på."""

    @pytest.mark.parametrize(
        "innehåll", [b"", b"{}", b"[]", b"inte json", b"\xff\xfe", b'{"version": 2}', b"[" * 100_000]
    )
    def test_ett_sigill_som_inte_är_ett(self, rot, innehåll):
        (rot / S2).write_bytes(innehåll)
        spara(rot, S2)
        bruten(rot, f"{S2} är inget sigill")
        assert kör(rot, "justera", TVÅ).kod == 2
        assert kör(rot, "protokoll", TVÅ).kod == 3

    @pytest.mark.parametrize("kod", ["", "7K3M", "U" * 32, "é" * 32])
    def test_en_kod_som_inte_är_en(self, rot, kod):
        svar = kör(rot, "verifiera", "--kod", kod)
        assert (svar.kod, "är ingen kontrollkod" in svar.fel) == (2, True)

    def test_utan_git(self, rot):
        shutil.rmtree(rot / ".git")
        svar = kör(rot, "verifiera")
        assert (svar.kod, "ligger inte i ett git-förråd" in svar.fel) == (2, True)
        assert kör(rot, "protokoll", ETT).kod == 0

    def test_en_trasig_objektdatabas(self, rot):
        id_ = git(rot, "rev-parse", f"HEAD:{M1}")
        fil = rot / ".git" / "objects" / id_[:2] / id_[2:]
        fil.chmod(0o644)
        fil.write_bytes(b"skrap")
        kod, data = besked(rot)
        assert kod == 1
        assert f"innehållet i {M1} finns inte i förrådet" in skälen(data)

    def test_inget_är_förseglat(self, tmp_path):
        from tests.history.sparrepo import förråd

        svar = kör(förråd(tmp_path / "r"), "verifiera")
        assert (svar.kod, svar.ut.splitlines()[-1]) == (0, "Inget är förseglat.")
        assert "justerade men inte förseglade: 2023-12-04, 2024-03-04" in svar.ut
