"""``gns granska`` tiger inte: det förseglade som ligger i andra filer, filer utanför posterna, och lömska namn."""

import json
import os
import shutil

import pytest

from tests.cli.kontrollkor import kör
from tests.cli.test_granska import BAS, HALVERAT
from tests.cli.test_verifiera_angrepp import ändra_paragrafen
from tests.history.sparrepo import ETT, OJUSTERAT, TVÅ, förråd, git, kopia, nyckel, signatärslista
from tests.kontroller.arkiv import skriv

M1, M2 = f"data/moten/{ETT}.yaml", f"data/moten/{TVÅ}.yaml"


@pytest.fixture(scope="module")
def förlaga(tmp_path_factory):
    """Ett undertecknat förseglat möte, och en § förseglad för sig, i main; man står på en gren."""
    mapp = tmp_path_factory.mktemp("granska")
    rot = förråd(mapp / "repo", OJUSTERAT)
    signatärslista(rot, "Eva Ek", nyckel(mapp, "eva"))
    for ord_ in ((ETT, "--nyckel", str(mapp / "eva")), (TVÅ, "--paragraf", "3", "--justerad", TVÅ)):
        svar = kör(rot, "justera", *ord_)
        assert svar.kod == 0, svar.fel
    git(rot, "switch", "-q", "-c", "gren")
    return rot


@pytest.fixture
def rot(förlaga, tmp_path):
    return kopia(förlaga, tmp_path / "repo")


def granskat(rot, kod):
    git(rot, "add", "-A")
    git(rot, "commit", "-qm", "x")
    svar = kör(rot, "granska", "main..HEAD", "--format", "md")
    assert svar.kod == kod, svar.ut + svar.fel
    assert ("Inget hindrar" in svar.ut) == (kod == 0)
    return svar.ut


def test_en_paragraf_som_är_förseglad_för_sig(rot):
    ändra_paragrafen(rot)
    text = granskat(rot, 1)
    assert "FÖRSEGLAT ÄR RÖRT" in text
    assert f"Spåret bryts: § 3 i {M2} är inte den som förseglades" in text


def test_en_underskrift_som_tas_bort(rot):
    (rot / "data/sigill/0001-eva-ek.sig").unlink()
    assert "Underskriften sigill/0001-eva-ek.sig tas bort" in granskat(rot, 1)


@pytest.mark.parametrize("namn", ["0003.json", "0004.json"])
def test_skräp_som_heter_som_ett_sigill(rot, namn):
    (rot / "data/sigill" / namn).write_text("skräp", "utf-8")
    assert f"Spåret bryts: data/sigill/{namn} är inget sigill" in granskat(rot, 1)


def test_ett_trasigt_sigill_i_main(rot):
    git(rot, "switch", "-q", "main")
    (rot / "data/sigill/0001.json").write_text("skräp", "utf-8")
    git(rot, "commit", "-qam", "trasigt")
    git(rot, "switch", "-q", "-C", "gren")
    (rot / M1).write_text((rot / M1).read_text("utf-8") + "# x\n", "utf-8")
    assert "Sigillet sigill/0001.json går inte att läsa" in granskat(rot, 1)


def test_en_rättelse_visas_med_sitt_innehåll_och_tas_inte_bort_i_tysthet(rot):
    ord_ = (ETT, "2", "--fel", "Eva Ek", "--rätt", "Eva Ekh", "--skäl", "Stavfel.", "--av", "Ulf Uv")
    assert kör(rot, "rätta", *ord_).kod == 0
    text = granskat(rot, 0)
    assert "Rättelse 1" in text
    assert "Eva Ekh" in text
    git(rot, "branch", "-f", "main", "HEAD")
    (rot / f"data/rattelser/{ETT}.yaml").unlink()
    assert f"En rättelse av protokollet {ETT} ändras eller tas bort" in granskat(rot, 1)


def test_ett_justerat_men_oförseglat_protokoll(tmp_path):
    rot = förråd(tmp_path / "repo")
    git(rot, "switch", "-q", "-c", "gren")
    (rot / M1).write_text((rot / M1).read_text("utf-8").replace("Regionens hus", "Kommunhuset"), "utf-8")
    assert "Protokollet är redan justerat" in granskat(rot, 0)


def test_filer_utanför_posterna_nämns(rot):
    (rot / ".github").mkdir()
    (rot / ".github/x.yml").write_text("x", "utf-8")
    (rot / M1).chmod(0o755)
    text = granskat(rot, 0)
    assert ".github/x.yml" in text
    assert f"{M1} (bara rättigheterna)" in text.replace("\\", "")


@pytest.mark.parametrize("namn", [b"\xff.txt", b"a\x1b[31mb.txt", "a\u202eb.txt".encode(), b"x" * 250 + b".txt"])
def test_ett_lömskt_filnamn_stoppar_inte_granskningen(rot, namn):
    with open(os.path.join(os.fsencode(rot / "data/moten"), namn), "wb"):  # noqa: PTH118, PTH123 – namnet är byte
        pass
    text = granskat(rot, 0)
    assert all(t.isprintable() or t == "\n" for t in text)
    assert ".txt" in text


def test_ett_namn_som_inte_ryms_på_disken(rot):
    blobb = git(rot, "rev-parse", f"HEAD:{M1}")
    git(rot, "update-index", "--add", "--cacheinfo", f"100644,{blobb},data/moten/{'x' * 300}.yaml")
    git(rot, "commit", "-qm", "x")
    svar = kör(rot, "granska", "main..HEAD")
    assert (svar.kod, "x" * 60 in svar.ut) == (0, True), svar.fel


def test_en_tagg_som_heter_main_döljer_inget(rot):
    shutil.rmtree(rot / "data/sigill")
    git(rot, "add", "-A")
    git(rot, "commit", "-qm", "x")
    git(rot, "tag", "main")
    assert kör(rot, "granska", "main..gren").kod == 1


def test_kronorna_räknas_på_det_ihopslagna(tmp_path):
    """Main har redan fått samma beslut på annat håll: då betalar ingen mer eller mindre när grenen slås ihop."""
    rot = förråd(tmp_path / "repo", BAS)
    git(rot, "switch", "-q", "-c", "gren")
    skriv(rot, HALVERAT)
    git(rot, "commit", "-qam", "halverat")
    assert "I kronor för var och en" in kör(rot, "granska", "main..gren").ut
    git(rot, "switch", "-q", "main")
    skriv(rot, HALVERAT)
    git(rot, "commit", "-qam", "halverat i main")
    svar = kör(rot, "granska", "main..gren")
    assert (svar.kod, "Ingen part betalar eller får mer eller mindre" in svar.ut) == (0, True), svar.ut


def test_en_paragraf_som_får_ett_annat_nummer_har_sina_gamla_fynd_och_uppdrag(tmp_path):
    fel = {"paragrafer.1.propositionsordning.0.omröstning.röster": {"ja": ["Eva Ek"], "nej": "Ulf Uv"}}
    rot = förråd(tmp_path / "repo", {f"moten/{TVÅ}": fel})
    git(rot, "switch", "-q", "-c", "gren")
    skriv(rot, {f"moten/{TVÅ}": fel | {"paragrafer.1.nr": "3", "paragrafer.2.nr": "4"}})
    git(rot, "commit", "-qam", "nya nummer")
    vy = json.loads(kör(rot, "granska", "main..gren", "--format", "json").ut)
    (möte,) = vy["möten"]
    assert [(p["nr_förr"], p["nr"]) for p in möte["paragrafer"]] == [(2, 3), (3, 4)]
    gamla = {
        f["regel"]
        for f in json.loads(kör(rot, "kontrollera", "--format", "json").ut)["fynd"]
        if f["regel"].startswith("KL")
    }
    assert gamla
    assert gamla.isdisjoint(f["regel"] for f in (*vy["dömt"]["nya"], *vy["dömt"]["botade"]))
    assert vy["uppdrag"] == []
