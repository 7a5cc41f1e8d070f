"""``gns justera``: exakt de filer som förseglas, i en commit med en tagg; annars ingenting alls."""

import json
import subprocess
from hashlib import sha256

import pytest

from gns.history import forsegla
from gns.modell.sigill import läs_sigill
from gns.storage.yaml_las import läs_yaml
from tests.cli.kontrollkor import kör
from tests.history import sparkontroll
from tests.history.sparrepo import ETT, OJUSTERAT, TVÅ, UNDERTECKNAT, förråd, git, kopia
from tests.kontroller.arkiv import BORT

MÖTE, POST = f"moten/{TVÅ}", f"data/moten/{TVÅ}.yaml"


@pytest.fixture
def rot(ojusterat, tmp_path):
    return kopia(ojusterat, tmp_path / "repo")


def innehåll(rot):
    return {str(f.relative_to(rot)): f.read_bytes() for f in sorted((rot / "data").rglob("*")) if f.is_file()}


def läget(rot):
    """Allt som inte får ändras när justera inte går: filerna, grenen, taggarna, indexet."""
    return innehåll(rot), git(rot, "rev-parse", "HEAD"), git(rot, "tag"), git(rot, "status", "--porcelain")


def vägras(rot, kod, text, *ord_):
    före = läget(rot)
    svar = kör(rot, "justera", *ord_)
    assert (svar.kod, svar.ut if kod == 2 else "") == (kod, "")
    assert text in svar.fel
    assert läget(rot) == före
    return svar


def test_posten_arkivexemplaret_och_sigillet_sparas_i_en_commit_med_en_tagg(rot):
    (rot / "skannat.pdf").write_bytes(UNDERTECKNAT)
    svar = kör(rot, "justera", TVÅ, "--justerad", "2024-03-08", "--undertecknat", "skannat.pdf")
    assert svar.kod == 0, svar.fel
    filer = git(rot, "show", "--name-only", "--format=", "HEAD").splitlines()
    stammar = ("arkiv/{}-undertecknat.pdf", "arkiv/{}.md", "arkiv/{}.pdf", "moten/{}.yaml")
    assert filer == sorted([*(f"data/{s.format(TVÅ)}" for s in stammar), "data/sigill/0001.json"])
    rå = (rot / "data/sigill/0001.json").read_bytes()
    s = läs_sigill(rå)
    assert (s.nr, s.föregående, s.möte, s.justerad, s.undertecknas_av) == (
        1,
        None,
        TVÅ,
        "2024-03-08",
        ("Eva Ek", "Ulf Uv"),
    )
    assert s.filer == {fil: sha256((rot / "data" / fil).read_bytes()).hexdigest() for fil in s.filer}
    assert läs_yaml((rot / POST).read_bytes())["justering"]["justerat"] == "2024-03-08"
    assert git(rot, "rev-parse", f"justerat/{TVÅ}^{{commit}}") == git(rot, "rev-parse", "HEAD")
    assert svar.ut.strip() in git(rot, "cat-file", "tag", f"justerat/{TVÅ}")
    assert svar.fel.rstrip().endswith(f"Skicka till de andra med: git push --atomic origin main justerat/{TVÅ}")
    assert sparkontroll.pröva(rot) == "intakt"


def test_bara_dagens_rad_ändras_i_posten(rot):
    före = (rot / POST).read_text("utf-8").splitlines()
    kör(rot, "justera", TVÅ, "--justerad", "2024-03-08")
    efter = (rot / POST).read_text("utf-8").splitlines()
    assert [rad for rad in efter if rad not in före] == ["  justerat: 2024-03-08"]
    assert len(efter) == len(före) + 1


def test_arkivexemplaret_är_inget_utkast_och_bär_postens_summa(rot):
    kör(rot, "justera", TVÅ, "--justerad", "2024-03-08")
    md = (rot / f"data/arkiv/{TVÅ}.md").read_text("utf-8")
    assert "UTKAST" not in md
    assert "inget sigill före detta" in md
    assert sha256((rot / POST).read_bytes()).hexdigest() in md.replace(" ", "")


def test_nästa_sigill_pekar_på_det_förra_och_trycker_dess_kod(rot):
    första = kör(rot, "justera", ETT).ut.strip()
    assert kör(rot, "justera", TVÅ, "--justerad", "2024-03-08").kod == 0
    ett = (rot / "data/sigill/0001.json").read_bytes()
    assert läs_sigill((rot / "data/sigill/0002.json").read_bytes()).föregående == sha256(ett).hexdigest()
    assert första in (rot / f"data/arkiv/{TVÅ}.md").read_text("utf-8")


def test_användarens_köade_och_andra_ändringar_står_kvar_och_nästa_commit_ångrar_inget(rot):
    (rot / "nytt.txt").write_text("nytt\n")
    (rot / "data/namnd.yaml").write_bytes((rot / "data/namnd.yaml").read_bytes() + b"# en anteckning\n")
    git(rot, "add", "nytt.txt")
    git(rot, "rm", "-q", "--cached", "data/budgetar/2023.yaml")
    assert kör(rot, "justera", TVÅ, "--justerad", "2024-03-08").kod == 0
    läge = sorted(rad.strip() for rad in git(rot, "status", "--porcelain").splitlines())
    assert läge == ["?? data/budgetar/2023.yaml", "A  nytt.txt", "D  data/budgetar/2023.yaml", "M data/namnd.yaml"]
    git(rot, "commit", "-qm", "nästa")
    assert sorted(git(rot, "show", "--name-only", "--format=", "HEAD").splitlines()) == [
        "data/budgetar/2023.yaml",
        "nytt.txt",
    ]
    assert kör(rot, "verifiera").kod == 0


def test_ett_förseglat_möte_ger_arkivexemplaret_och_rörs_inte_av_något_kommando(rot):
    kör(rot, "justera", TVÅ, "--justerad", "2024-03-08")
    for format in ("md", "pdf"):
        assert kör(rot, "protokoll", TVÅ, "--format", format).data == (rot / f"data/arkiv/{TVÅ}.{format}").read_bytes()
    låsta = [rot / "data" / fil for fil in läs_sigill((rot / "data/sigill/0001.json").read_bytes()).filer]
    före = {fil: fil.read_bytes() for fil in låsta}
    assert kör(rot, "formatera").kod == 0
    assert kör(rot, "möte", "numrera", TVÅ).kod == 2
    vägras(rot, 2, "är redan förseglat, i sigill 1", TVÅ)
    assert {fil: fil.read_bytes() for fil in låsta} == före
    (rot / POST).write_bytes((rot / POST).read_bytes() + b"# x\n")
    svar = kör(rot, "protokoll", TVÅ)
    assert (svar.kod, f"{POST} är inte den som förseglades" in svar.fel) == (3, True)


def test_utdraget_efteråt_trycker_den_nya_koden(rot):
    kod = kör(rot, "justera", TVÅ, "--justerad", "2024-03-08").ut.strip()
    assert kod in kör(rot, "utdrag", TVÅ, "3").ut
    assert kod in kör(rot, "protokoll", TVÅ, "--format", "html").ut


class TestFynd:
    """Ett fel som ingen har svarat på hindrar."""

    @pytest.fixture
    def rot(self, tmp_path):
        fel = {MÖTE: {**OJUSTERAT[MÖTE], "paragrafer.1.propositionsordning.0.omröstning.röster": {"ja": ["Eva Ek"], "nej": "Ulf Uv"}},
               f"anslag/{TVÅ}": {"": BORT}}  # fmt: skip
        return förråd(tmp_path / "repo", fel)

    def hindren(self, rot):
        före = läget(rot)
        svar = kör(rot, "justera", TVÅ, "--justerad", "2024-03-08")
        assert svar.kod == 1
        assert "Inget är förseglat" in svar.fel
        assert läget(rot) == före
        regler = {rad.split()[1] for rad in svar.ut.splitlines() if rad.startswith("  regel:")}
        assert regler
        return sorted(regler)

    def test_hindren_visas_och_svaren_binds_av_sigillet(self, rot):
        val = [del_ for r in self.hindren(rot) for del_ in ("--besvara", f"{r}=Så var det på mötet.")]
        svar = kör(rot, "justera", TVÅ, "--justerad", "2024-03-08", "--av", "Siv Sjö", *val)
        assert svar.kod == 0, svar.ut + svar.fel
        s = läs_sigill((rot / "data/sigill/0001.json").read_bytes())
        assert {v.svar for v in s.svar} == {"Så var det på mötet."}
        assert f"data/svar/{TVÅ}.yaml" in git(rot, "show", "--name-only", "--format=", "HEAD")
        assert "Så var det" not in (rot / f"data/arkiv/{TVÅ}.md").read_text("utf-8")
        fil = rot / f"data/svar/{TVÅ}.yaml"
        fil.write_text(fil.read_text("utf-8").replace("Så var det", "Så var det inte"), "utf-8")
        git(rot, "commit", "-qam", "ändrat")
        assert kör(rot, "verifiera").kod == 3

    def test_ett_svar_på_något_som_inte_hindrar(self, rot):
        vägras(
            rot,
            2,
            "KL-8-12-anslag har inget obesvarat fel",
            TVÅ,
            "--justerad",
            "2024-03-08",
            "--besvara",
            "KL-8-12-anslag=x",
        )
        vägras(rot, 2, "är inte REGEL=TEXT", TVÅ, "--besvara", "KL-8-12-anslag")


class TestEnParagraf:
    """En omedelbart justerad § är ett sigill för sig, före resten."""

    def test_paragrafen_och_sedan_mötet(self, rot):
        svar = kör(rot, "justera", TVÅ, "--paragraf", "3", "--justerad", TVÅ)
        assert svar.kod == 0, svar.ut + svar.fel
        i_mötet = läs_yaml((rot / POST).read_bytes())["paragrafer"][2]
        assert (i_mötet["omedelbart_justerad"], i_mötet["sigill"]) == (TVÅ, "1")
        assert läs_yaml((rot / f"data/arkiv/{TVÅ}-p3.yaml").read_bytes()) == {"paragrafer": [i_mötet]}
        assert git(rot, "tag") == f"justerat/{TVÅ}-p3"
        assert kör(rot, "verifiera").kod == 0
        kod = svar.ut.strip()
        assert kod in kör(rot, "utdrag", TVÅ, "3").ut
        assert kod not in kör(rot, "utdrag", TVÅ, "2").ut
        (rot / POST).write_text((rot / POST).read_text("utf-8").replace("10:30", "10:45"), "utf-8")
        git(rot, "commit", "-qam", "resten skrivs färdigt")
        assert kör(rot, "verifiera").kod == 0
        assert kör(rot, "justera", TVÅ, "--justerad", "2024-03-08").kod == 0
        assert kör(rot, "verifiera").kod == 0
        assert sparkontroll.pröva(rot) == "intakt"

    def test_en_ändring_i_paragrafen_märks(self, rot):
        kör(rot, "justera", TVÅ, "--paragraf", "3", "--justerad", TVÅ)
        text = (rot / POST).read_text("utf-8")
        (rot / POST).write_text(text.replace("2024-10-01", "2024-11-01"), "utf-8")
        git(rot, "commit", "-qam", "smyg")
        svar = kör(rot, "verifiera")
        assert (svar.kod, f"§ 3 i {POST} är inte den som förseglades" in svar.ut) == (3, True)

    @pytest.mark.parametrize(
        ("ord_", "text"),
        [
            (("--paragraf", "9", "--justerad", TVÅ), "har ingen § 9"),
            (("--paragraf", "3"), "det står inte när § 3 justerades"),
        ],
    )
    def test_det_som_inte_går(self, rot, ord_, text):
        vägras(rot, 2, text, TVÅ, *ord_)


class TestVägras:
    """Dålig indata: ett klart fel, och ingenting gjort."""

    @pytest.mark.parametrize(
        ("ord_", "text"),
        [
            (("2024-01-01",), "det finns inget möte 2024-01-01"),
            ((TVÅ,), "det står inte när 2024-03-04 justerades"),
            ((TVÅ, "--justerad", "2024-03-01"), "är före mötet eller har inte varit än"),
            ((TVÅ, "--justerad", "2030-01-01"), "är före mötet eller har inte varit än"),
            ((ETT, "--justerad", "2023-12-09"), "posten säger att mötet justerades 2023-12-08"),
            ((TVÅ, "--justerad", "i går"), "är inget datum"),
            ((TVÅ, "--justerad", "2024-03-08", "--undertecknat", "finns-inte.pdf"), "finns inte"),
            ((TVÅ, "--justerad", "2024-03-08", "--undertecknat", "data/namnd.yaml"), "är ingen pdf"),
        ],
    )
    def test_indata(self, rot, ord_, text):
        vägras(rot, 2, text, *ord_)

    def test_förrådets_lägen(self, rot):
        (rot / ".git/index.lock").touch()
        vägras(rot, 4, "låst av ett annat git-kommando", TVÅ, "--justerad", "2024-03-08")
        (rot / ".git/index.lock").unlink()
        (rot / ".git/MERGE_HEAD").write_text(git(rot, "rev-parse", "HEAD"))
        vägras(rot, 2, "en sammanslagning pågår", TVÅ, "--justerad", "2024-03-08")
        (rot / ".git/MERGE_HEAD").unlink()
        git(rot, "update-ref", f"refs/tags/justerat/{TVÅ}", "HEAD")
        vägras(rot, 4, f"taggen justerat/{TVÅ} finns redan i git", TVÅ, "--justerad", "2024-03-08")
        git(rot, "tag", "-d", f"justerat/{TVÅ}")
        git(rot, "switch", "-q", "--detach")
        vägras(rot, 2, "du står inte på någon gren", TVÅ, "--justerad", "2024-03-08")
        git(rot, "switch", "-q", "main")
        git(rot, "config", "user.useConfigOnly", "true")
        git(rot, "config", "--unset", "user.email")
        vägras(rot, 2, "git vet inte vem du är", TVÅ, "--justerad", "2024-03-08")

    def test_utan_commit_och_utan_git(self, rot):
        git(rot, "update-ref", "-d", "HEAD")
        svar = kör(rot, "justera", TVÅ, "--justerad", "2024-03-08")
        assert (svar.kod, "ingen commit" in svar.fel) == (2, True)
        subprocess.run(["rm", "-rf", str(rot / ".git")], check=True)
        svar = kör(rot, "justera", TVÅ, "--justerad", "2024-03-08")
        assert (svar.kod, "ligger inte i ett git-förråd" in svar.fel) == (2, True)

    @pytest.mark.parametrize("steg", ["_nytt_index", "_flytta"])
    def test_går_det_sista_steget_fel_är_allt_som_det_var(self, rot, monkeypatch, steg):
        def fel(*_):
            raise OSError(28, "full", "x")

        monkeypatch.setattr(forsegla, steg, fel)
        före = läget(rot)
        assert kör(rot, "justera", TVÅ, "--justerad", "2024-03-08").kod == 5
        assert läget(rot) == före
        assert not (rot / "data/sigill").exists()
        assert not (rot / "data/arkiv").exists()
        assert not (rot / ".git/index.lock").exists()

    def test_grenen_flyttas_under_tiden(self, rot, monkeypatch):
        riktig = forsegla._nytt_index

        def flytta(*allt):
            git(rot, "update-ref", "refs/heads/main", git(rot, "commit-tree", "HEAD^{tree}", "-m", "x"))
            riktig(*allt)

        monkeypatch.setattr(forsegla, "_nytt_index", flytta)
        före = innehåll(rot)
        svar = kör(rot, "justera", TVÅ, "--justerad", "2024-03-08")
        assert (svar.kod, "har ändrats eller är låst" in svar.fel) == (4, True)
        assert innehåll(rot) == före
        assert git(rot, "tag") == ""


def test_ett_sigill_som_bara_finns_i_en_annan_gren_ska_föras_in_först(rot):
    git(rot, "switch", "-q", "-c", "annan")
    assert kör(rot, "justera", ETT).kod == 0
    git(rot, "switch", "-q", "main")
    vägras(rot, 2, "finns i annan", TVÅ, "--justerad", "2024-03-08")
    svar = kör(rot, "verifiera")
    assert (svar.kod, "annan har sigill 1, som inte är infört här" in svar.ut) == (0, True)


def test_json_ur_verifiera_har_samma_kod_som_skrevs_ut(rot):
    kod = kör(rot, "justera", TVÅ, "--justerad", "2024-03-08").ut.strip()
    assert json.loads(kör(rot, "verifiera", "--format", "json").ut)["sigill"][0]["kontrollkod"] == kod
