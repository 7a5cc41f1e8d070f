"""``gns verifiera`` mot den som kan git: det som döljer en ändring märks, och det som inte går att läsa är inte intakt."""

import hashlib
import json
import shutil
import subprocess
import zlib
from dataclasses import replace

import pytest

from gns.grund.kontrollkod import kontrollkod
from gns.history.signatur import signera
from gns.modell.sigill import läs_sigill, skriv_sigill, summa
from tests.cli.kontrollkor import kör
from tests.cli.test_verifiera import M1, M2, S1, S2, besked, bruten, intakt, skälen, spara
from tests.history import sparkontroll
from tests.history.sparrepo import ETT, TVÅ, förråd, git, kopia, nyckel, signatärslista


@pytest.fixture(scope="module")
def undertecknat(tmp_path_factory):
    """Ett möte som ordföranden har undertecknat; justeraren har ingen nyckel."""
    mapp = tmp_path_factory.mktemp("nycklar")
    rot = förråd(mapp / "repo")
    signatärslista(rot, "Eva Ek", nyckel(mapp, "eva"))
    svar = kör(rot, "justera", TVÅ, "--nyckel", str(mapp / "eva"))
    assert svar.kod == 0, svar.fel
    assert "Signatärslistan har ingen nyckel för Ulf Uv" in svar.fel
    return rot


@pytest.fixture
def rot(två_förseglade, tmp_path):
    return kopia(två_förseglade, tmp_path / "repo")


def oprövbar(rot, text):
    kod, data = besked(rot)
    assert (kod, data["svar"], text in skälen(data)) == (1, "går inte att pröva", True), skälen(data)


class TestSammanfört:
    """En sammanslagning som väljer bort ett sigill för ett annat."""

    @pytest.fixture
    def två_kedjor(self, rot):
        """På main står det riktiga sigill 2, och ”annan” ett som är gjort på en ändrad post."""
        git(rot, "switch", "-q", "-c", "annan", "HEAD~2")
        git(rot, "tag", "-d", f"justerat/{TVÅ}")
        git(rot, "update-ref", "refs/riktig", "main")
        git(rot, "branch", "-D", "main")
        (rot / M2).write_bytes((rot / M2).read_bytes().replace(b"Regionens hus", b"Kommunhuset"))
        spara(rot, M2)
        assert kör(rot, "justera", TVÅ).kod == 0
        git(rot, "branch", "-f", "main", "refs/riktig")
        git(rot, "tag", "-d", f"justerat/{TVÅ}")
        return rot

    @pytest.mark.parametrize("sätt", [("-X", "theirs"), ("-s", "ours")])
    def test_det_bortvalda_sigillet_märks(self, två_kedjor, sätt):
        rot = två_kedjor
        git(rot, "switch", "-q", "annan" if "ours" in sätt else "main")
        git(rot, "merge", "-q", "--no-edit", *sätt, "main" if "ours" in sätt else "annan")
        git(rot, "branch", "-f", "slut", "HEAD")
        git(rot, "switch", "-q", "slut")
        git(rot, "branch", "-D", "main", "annan")
        bruten(rot, "ett annat data/sigill/0002.json gjordes i commit")
        assert sparkontroll.pröva(rot) == "bruten"

    def test_en_huvudgren_med_ett_annat_sigill_går_inte_att_pröva(self, två_kedjor):
        oprövbar(två_kedjor, "main har ett annat sigill 2; ett av dem ska bort")


class TestFörvillandeGit:
    """Det som får git att visa något annat, eller ingenting."""

    def test_en_förfalskad_commit_graf(self, rot):
        rå = (rot / S2).read_bytes()
        git(rot, "rm", "-q", S2)
        git(rot, "commit", "-qm", "bort")
        git(rot, "tag", "-d", f"justerat/{TVÅ}")
        (rot / S2).write_bytes(rå.replace(b'"2024-06-03"', b'"2024-06-04"'))
        spara(rot, S2)
        git(rot, "commit-graph", "write", "--reachable")
        _utan_förälder(rot / ".git/objects/info/commit-graph", git(rot, "rev-parse", "HEAD"))
        bruten(rot, "ett annat data/sigill/0002.json gjordes i commit")
        assert sparkontroll.pröva(rot) == "bruten"

    def test_ett_förråd_bland_posterna_är_inget(self, rot):
        """Filer i data/ som ser ut som ett eget förråd, där allt är som det var."""
        (rot / M1).write_bytes((rot / M1).read_bytes() + b"# x\n")
        git(rot.parent, "init", "-q", "--bare", "eget")
        falsk = git(rot, "commit-tree", f"{git(rot, 'rev-parse', 'HEAD:data')}", "-m", "x")
        git(rot, "push", "-q", str(rot.parent / "eget"), f"{falsk}:refs/heads/main")
        for namn in ("objects", "refs"):
            shutil.copytree(rot.parent / "eget" / namn, rot / "data" / namn)
        (rot / "data/refs/x").touch()
        (rot / "data/HEAD").write_text("ref: refs/heads/main\n")
        (rot / "data/config").write_text("[core]\n\trepositoryformatversion = 0\n\tbare = false\n\tworktree = .\n")
        spara(rot, "data")
        bruten(rot, f"{M1} i git är inte den som förseglades")
        assert kör(rot, "historik", ETT).kod == 0

    def test_en_tagg_som_pekar_i_tomma_luften_döljer_inte_de_andra(self, rot):
        git(rot, "reset", "-q", "--hard", "HEAD~2")
        (rot / ".git/refs/tags/justerat/x").write_text("1234567890" * 4)
        oprövbar(rot, "git kan inte läsa taggarna")

    def test_historia_som_saknas_är_inte_intakt(self, rot):
        (rot / ".git/objects" / _lös(git(rot, "rev-list", "--max-parents=0", "HEAD"))).unlink()
        oprövbar(rot, "git kan inte läsa historien")

    def test_en_grund_klon_som_inte_säger_det(self, rot):
        git(rot.parent, "clone", "-q", "--no-tags", "--depth", "1", f"file://{rot}", "grund")
        (rot.parent / "grund/.git/shallow").unlink()
        oprövbar(rot.parent / "grund", "git kan inte läsa historien")

    @pytest.mark.parametrize("filter", ["blob:none", "tree:0"])
    def test_en_ofullständig_klon_går_inte_att_pröva(self, rot, filter):
        git(rot, "config", "uploadpack.allowFilter", "true")
        (rot / M1).write_bytes((rot / M1).read_bytes() + b"# x\n")
        spara(rot, M1)
        git(rot, "revert", "--no-edit", "HEAD")
        git(rot.parent, "clone", "-q", f"--filter={filter}", f"file://{rot}", "del")
        kod, data = besked(rot.parent / "del")
        assert (kod, data["svar"]) == (1, "går inte att pröva"), skälen(data)

    @pytest.mark.parametrize("fil", [S2, M1])
    def test_ett_objekt_som_inte_är_det_som_dess_id_säger(self, rot, fil):
        stig = rot / ".git/objects" / _lös(git(rot, "rev-parse", f"HEAD:{fil}"))
        rå = zlib.decompress(stig.read_bytes())
        stig.chmod(0o644)
        stig.write_bytes(zlib.compress(rå.replace(b"2024", b"2025").replace(b"2023", b"2025")))
        oprövbar(rot, f"innehållet i {fil} finns inte i förrådet")

    def test_en_mapp_i_historien_som_inte_är_den_som_dess_id_säger(self, rot):
        """Mappen som den var före ändringen får det innehåll som den har efter: då syns ingen ändring."""
        gammal = git(rot, "rev-parse", "HEAD:data/sigill")
        (rot / S2).write_bytes((rot / S2).read_bytes().replace(b'"2024-06-03"', b'"2024-06-04"'))
        git(rot, "tag", "-d", f"justerat/{TVÅ}")
        spara(rot, S2)
        ny, fil = git(rot, "rev-parse", "HEAD:data/sigill"), rot / ".git/objects" / _lös(gammal)
        fil.chmod(0o644)
        fil.write_bytes((rot / ".git/objects" / _lös(ny)).read_bytes())
        oprövbar(rot, "git kan inte läsa historien")

    @pytest.mark.parametrize("namn", ['a"b', "a\tb", "a\nb", "a\\b"])
    def test_en_mapp_med_ett_ovanligt_namn(self, två_förseglade, tmp_path, namn):
        rot = tmp_path / "repo"
        git(tmp_path, "init", "-q", "-b", "main", "repo")
        shutil.copytree(två_förseglade / "data", rot / namn / "data")
        spara(rot)
        assert kör(rot / namn, "verifiera").kod == 0
        (rot / namn / "data/sigill/0002.json").unlink()
        spara(rot)
        bruten(rot / namn, "sigill 2 saknas; det togs bort i commit")

    def test_ett_filnamn_med_radskiljare(self, rot):
        (rot / "data/sigill/a\u2028:b").touch()
        spara(rot, "data")
        git(rot, "tag", "-m", "x", "justerat/a\u2028b")
        assert "pekar inte på något förseglat" in intakt(rot)


def _utan_förälder(graf, commit):
    """Skriver om commit-grafen så att commiten är förrådets första."""
    graf.chmod(0o644)
    rå = bytearray(graf.read_bytes())
    delar = {
        bytes(rå[8 + 12 * i : 12 + 12 * i]): int.from_bytes(rå[12 + 12 * i : 20 + 12 * i], "big") for i in range(rå[6])
    }
    namn, data = delar[b"OIDL"], delar[b"CDAT"]
    rad = next(i for i in range(10_000) if rå[namn + 20 * i : namn + 20 * i + 20].hex() == commit)
    rå[data + 36 * rad + 20 : data + 36 * rad + 28] = bytes.fromhex("7000000070000000")
    rå[-20:] = hashlib.sha1(rå[:-20], usedforsecurity=False).digest()
    graf.write_bytes(rå)


def _lös(sha):
    return f"{sha[:2]}/{sha[2:]}"


class TestAndrasGrenarOchTaggar:
    """Det som någon annan har lagt bredvid: det sägs, men gör inte huvudgrenen bruten."""

    def test_skräp_i_en_gren(self, rot):
        git(rot, "switch", "-q", "-c", "skräp")
        (rot / "data/sigill/9999.json").write_text("x")
        spara(rot, "data")
        git(rot, "switch", "-q", "main")
        intakt(rot)

    def test_många_sigill_som_saknas_är_en_rad(self, rot):
        (rot / "data/sigill/0150.json").write_text("x")
        kod, data = besked(rot)
        assert (kod, len(data["sigill"]), "sigill 3–149 saknas" in skälen(data)) == (3, 3, True)

    def test_en_gren_med_ett_sigill_till(self, rot):
        git(rot, "branch", "provgren")
        git(rot, "reset", "-q", "--hard", "HEAD~2")
        kod, data = besked(rot)
        text = skälen(data)
        assert (kod, "provgren har sigill 2, som inte är infört här" in text) == (0, True)
        assert f"taggen justerat/{TVÅ} är för något som finns i provgren men inte här" in text
        svar = kör(rot, "justera", TVÅ)
        assert (svar.kod, "sigill 2 finns i provgren men inte i main" in svar.fel) == (2, True)

    @pytest.mark.parametrize("ord_", [("HEAD~3",), ("-m", "x", "HEAD~3"), ("HEAD:annat.txt",)])
    def test_en_tagg_som_heter_som_ett_möte_men_inte_har_något_sigill_för_det(self, rot, ord_):
        git(rot, "tag", *ord_[:-1], "justerat/2030-01-01", ord_[-1])
        assert "taggen justerat/2030-01-01 pekar inte på något förseglat" in intakt(rot)

    def test_ett_annat_förråds_kedja(self, rot, tmp_path):
        git(tmp_path, "clone", "-q", str(rot), "klon")
        klon = tmp_path / "klon"
        annat = förråd(tmp_path / "annat")
        assert kör(annat, "justera", TVÅ).kod == 0
        git(klon, "remote", "add", "annan", str(annat))
        git(klon, "fetch", "-q", "annan", "refs/heads/*:refs/remotes/annan/*")
        git(klon, "branch", "master", "HEAD~1")
        assert "annan/main har ett annat sigill 1" in intakt(klon)

    def test_en_egen_tagg(self, rot):
        git(rot, "tag", "justerat/hej", "HEAD")
        assert "taggen justerat/hej pekar inte på något förseglat" in intakt(rot)

    def test_en_tagg_utanför_mappen(self, rot):
        git(rot, "update-ref", "refs/tags/gammal", f"refs/tags/justerat/{TVÅ}")
        git(rot, "tag", "-d", f"justerat/{TVÅ}")
        bruten(rot, f"taggen gammal är gjord för justerat/{TVÅ}")
        git(rot, "reset", "-q", "--hard", "HEAD~2")
        bruten(rot, "sigill 2 saknas; taggen gammal har det")


class TestTaggensInnehåll:
    """En tagg vittnar om sigillet, om posterna och med sin text."""

    def test_en_commit_där_posten_är_ändrad(self, rot):
        text = git(rot, "cat-file", "tag", f"justerat/{TVÅ}").partition("\n\n")[2]
        git(rot, "switch", "-q", "-c", "sidan", f"justerat/{TVÅ}")
        (rot / M2).write_bytes((rot / M2).read_bytes() + b"# smyg\n")
        spara(rot, M2)
        git(rot, "tag", "-f", "-m", text, f"justerat/{TVÅ}")
        git(rot, "switch", "-q", "main")
        bruten(rot, f"taggen justerat/{TVÅ} pekar på en commit där {M2} inte är den som förseglades")
        assert sparkontroll.pröva(rot) == "bruten"

    def test_en_text_utan_kontrollkoden(self, rot):
        git(rot, "tag", "-f", "-m", "Förseglar något", f"justerat/{TVÅ}", f"justerat/{TVÅ}^{{commit}}")
        bruten(rot, f"taggen justerat/{TVÅ} är omgjord: sigillets kontrollkod står inte i dess text")
        assert sparkontroll.pröva(rot) == "bruten"


class TestMångaReferenser:
    """Grenar och taggar utan sigill läses i ett svep."""

    def test_svaret_är_detsamma(self, rot):
        huvud = git(rot, "rev-parse", "HEAD~3")
        rader = "".join(f"create refs/heads/g{n} {huvud}\ncreate refs/tags/t{n} {huvud}\n" for n in range(300))
        subprocess.run(["git", "update-ref", "--stdin"], cwd=rot, input=rader.encode(), check=True)
        intakt(rot)


class TestSigilletSjälvt:
    """Sigill som gns aldrig skriver."""

    def test_ett_sigill_som_inte_låser_något(self, rot):
        förra = (rot / S2).read_bytes()
        tomt = replace(läs_sigill(förra), nr=3, föregående=summa(förra), möte="2024-05-05", filer={})
        (rot / "data/sigill/0003.json").write_bytes(skriv_sigill(tomt))
        spara(rot, "data")
        bruten(rot, "data/sigill/0003.json är inget sigill: det låser inte posten och arkivexemplaret")

    def test_en_kod_för_ett_brutet_sigill(self, rot):
        (rot / S2).write_bytes((rot / S2).read_bytes().replace(b'"2024-06-03"', b'"2024-06-04"'))
        svar = kör(rot, "verifiera", "--kod", kontrollkod((rot / S1).read_bytes()))
        assert (svar.kod, f"hör till sigill 1, {ETT}.\n" in svar.ut) == (3, True)
        spara(rot, S2)
        falsk = kontrollkod((rot / S2).read_bytes())
        svar = kör(rot, "verifiera", "--kod", falsk)
        assert (svar.kod, f"hör till sigill 2, {TVÅ}, men det är brutet.\n" in svar.ut) == (3, True)
        assert f"kontrollkod {falsk}" not in svar.ut


def ändra_paragrafen(rot):
    text = (rot / M2).read_text("utf-8")
    assert "2024-10-01" in text
    (rot / M2).write_text(text.replace("2024-10-01", "2024-11-01"), "utf-8")


class TestBundetMenInteLåst:
    """§§ som är justerade för sig, och svaren: de ligger i filer som får ändras, men inte de."""

    @pytest.fixture
    def rot(self, förseglad_paragraf, tmp_path):
        return kopia(förseglad_paragraf, tmp_path / "repo")

    @pytest.mark.parametrize("sparat", [True, False])
    @pytest.mark.parametrize("bort", [True, False])
    def test_en_ändrad_paragraf(self, rot, sparat, bort):
        intakt(rot)
        if bort:
            (rot / M2).unlink()
        else:
            ändra_paragrafen(rot)
        if sparat:
            spara(rot)
        bruten(rot, f"§ 3 i {M2}{'' if sparat else ' på disken'} är inte den som förseglades")

    def test_en_andra_paragraf_med_samma_nummer(self, rot):
        text = (rot / M2).read_text("utf-8")
        egen = text[text.index('  - nr: "3"') :]
        (rot / M2).write_text(f"{text}{egen.replace('2024-10-01', '2024-11-01')}", "utf-8")
        bruten(rot, f"§ 3 i {M2} på disken är inte den som förseglades")

    def test_hela_mötet_förseglas_inte_på_en_ändrad_paragraf(self, rot):
        ändra_paragrafen(rot)
        svar = kör(rot, "justera", TVÅ, "--justerad", "2024-03-10")
        assert (svar.kod, "inte den som förseglades" in svar.fel) == (2, True), svar.fel


class TestUnderskrifterna:
    """De får inte försvinna utan att det syns."""

    @pytest.fixture
    def rot(self, undertecknat, tmp_path):
        return kopia(undertecknat, tmp_path / "repo")

    def test_en_borttagen_på_disken(self, rot):
        (rot / "data/sigill/0001-eva-ek.sig").unlink()
        bruten(rot, "data/sigill/0001-eva-ek.sig saknas på disken")
        assert sparkontroll.pröva(rot) == "bruten"

    def test_en_borttagen_i_git(self, rot):
        git(rot, "rm", "-q", "data/sigill/0001-eva-ek.sig")
        git(rot, "commit", "-qm", "bort")
        bruten(rot, "underskriften data/sigill/0001-eva-ek.sig är borttagen, i commit")
        assert sparkontroll.pröva(rot) == "bruten"

    @pytest.mark.parametrize("namn", ["0099-x.sig", "x.sig"])
    def test_en_som_inte_hör_till_något(self, rot, namn):
        shutil.copy(rot / "data/sigill/0001-eva-ek.sig", rot / "data/sigill" / namn)
        spara(rot, "data")
        bruten(rot, f"underskriften data/sigill/{namn} hör inte till något sigill")
        assert sparkontroll.pröva(rot) == "bruten"

    def test_en_tagg_med_ändrad_text_under_samma_underskrift(self, rot):
        rå = git(rot, "cat-file", "tag", f"justerat/{TVÅ}").replace("Förseglar", "Förfalskar") + "\n"
        ny = subprocess.run(["git", "mktag"], cwd=rot, input=rå.encode(), capture_output=True, check=True).stdout
        git(rot, "update-ref", f"refs/tags/justerat/{TVÅ}", ny.decode().strip())
        bruten(rot, f"underskriften på taggen justerat/{TVÅ} stämmer inte")

    def test_en_nyckel_för_två_är_en_persons(self, rot):
        lista = rot / "data/sigill/signatarer.yaml"
        lista.write_text(
            lista.read_text("utf-8") + lista.read_text("utf-8").partition("\n")[2].replace("Eva Ek", "Ulf Uv")
        )
        svar = kör(rot, "kontrollera")
        assert "Ulf Uv har samma nyckel som Eva Ek" in svar.ut
        svar = kör(rot, "justera", ETT)
        assert (svar.kod, "Ulf Uv har samma nyckel som Eva Ek" in svar.fel) == (2, True), svar.fel
        assert not (rot / "data/sigill/0002.json").exists()

    def test_ett_sigill_som_ändå_har_den_räknar_en_underskrift_en_gång(self, rot, undertecknat):
        s = läs_sigill((rot / S1).read_bytes())
        två = skriv_sigill(replace(s, signatärer=(*s.signatärer, replace(s.signatärer[0], namn="Ulf Uv"))))
        (rot / S1).write_bytes(två)
        (rot / "data/sigill/0001-eva-ek.sig").write_bytes(signera(undertecknat.parent / "eva", två))
        spara(rot, "data")
        assert json.loads(kör(rot, "verifiera", "--format", "json").ut)["sigill"][0]["undertecknat_av"] == ["Eva Ek"]

    def test_en_dag_som_inte_finns_är_inget_sigill(self, rot):
        rå = (rot / S1).read_bytes().replace(b'"fr\xc3\xa5n": ""', b'"fr\xc3\xa5n": "ig\xc3\xa5r"', 1)
        (rot / S1).write_bytes(rå)
        spara(rot, S1)
        bruten(rot, "data/sigill/0001.json är inget sigill")

    def test_en_borttagen_i_en_sammanslagning(self, rot):
        git(rot, "switch", "-q", "-c", "sidan", "HEAD~1")
        git(rot, "commit", "-q", "--allow-empty", "-m", "x")
        git(rot, "switch", "-q", "main")
        git(rot, "merge", "-q", "--no-commit", "--no-ff", "sidan")
        git(rot, "rm", "-q", "data/sigill/0001-eva-ek.sig")
        git(rot, "commit", "-qm", "m")
        bruten(rot, "underskriften data/sigill/0001-eva-ek.sig är borttagen i en sammanslagning")
        assert sparkontroll.pröva(rot) == "bruten"

    def test_en_under_någon_annans_namn(self, rot):
        git(rot, "mv", "data/sigill/0001-eva-ek.sig", "data/sigill/0001-ulf-uv.sig")
        git(rot, "commit", "-qm", "mv")
        bruten(rot, "underskriften data/sigill/0001-ulf-uv.sig är gjord av Eva Ek, som filen inte heter")

    def test_en_tagg_som_har_mist_sin_underskrift(self, rot):
        rå = git(rot, "cat-file", "tag", f"justerat/{TVÅ}").partition("-----BEGIN")[0]
        ny = subprocess.run(["git", "mktag"], cwd=rot, input=rå.encode(), capture_output=True, check=True).stdout
        git(rot, "update-ref", f"refs/tags/justerat/{TVÅ}", ny.decode().strip())
        bruten(rot, f"taggen justerat/{TVÅ} är omgjord: sigillet är undertecknat men inte taggen")
        assert sparkontroll.pröva(rot) == "bruten"
