"""``gns granska``: riktiga förråd, riktiga grenar; arbetskopian rörs aldrig och inget i förrådet körs."""

import copy
import json
import subprocess
from typing import Any

import pytest

from gns.render.sokvag import mallmappar
from tests.cli.kontrollkor import avtryck, kör
from tests.kontroller.arkiv import BORT, REN, Ändringar, skriv

MÖTE, NYTT, ANNAT = "moten/2024-03-04", "moten/2024-06-03", "moten/2024-06-10"
BESLUT: dict[str, Any] = {
    "nr": "4",
    "rubrik": "Basfinansiering",
    "dnr": "GNS/2/2024",
    "beslut": ["Basfinansieringen för 2024 fastställs till 914 400 kr, som delas lika mellan nämndens parter.\n"],
    "innebär": [
        {"id": "a", "typ": "fastställer", "avser": "basfinansiering", "budgetår": "2024", "belopp": "914 400 kr"}
    ],
}
BAS: Ändringar = {
    MÖTE: {"paragrafer.3": BESLUT},
    "budgetar/2024": {"basfinansiering": {"beslut": "2024-03-04 § 4 a"}},
}
HALVERAT: Ändringar = {
    MÖTE: {
        "paragrafer.3": BESLUT
        | {
            "beslut": [BESLUT["beslut"][0].replace("914 400", "457 200")],
            "innebär": [BESLUT["innebär"][0] | {"belopp": "457 200 kr"}],
        }
    },
    "budgetar/2024": BAS["budgetar/2024"],
}


def _git(mapp, *ord):
    subprocess.run(
        ["git", "-c", "user.name=x", "-c", "user.email=x@x", *ord], cwd=mapp, check=True, capture_output=True
    )


def _spara(mapp, text="x"):
    _git(mapp, "add", "-A")
    _git(mapp, "commit", "-qm", text)


def _läs(mapp, *ord):
    return json.loads(kör(mapp, "granska", *ord, "--format", "json").ut)


@pytest.fixture
def förråd(tmp_path):
    """Arkivet i main, och en tom gren."""
    skriv(tmp_path, BAS)
    _git(tmp_path, "init", "-q", "-b", "main")
    _spara(tmp_path)
    _git(tmp_path, "checkout", "-qb", "gren")
    return tmp_path


def _möte(dag, nummer):
    """Ett möte som är en kopia av det i mars, med andra nummer."""
    möte = copy.deepcopy(REN[MÖTE])
    for p, nr in zip(möte["paragrafer"], nummer, strict=False):
        p["nr"] = str(nr)
    möte["justering"] = {"justerare": ["Ulf Uv"]}
    möte["paragrafer"][2].pop("verkställt")
    return {f"moten/{dag}": {"": möte}}


def test_ett_ändrat_belopp_syns_ord_för_ord_och_i_kronor_för_varje_part(förråd):
    skriv(förråd, HALVERAT)
    _spara(förråd)
    före = avtryck(förråd)
    svar = kör(förråd, "granska", "main..HEAD", "--format", "md")
    assert "#### § 4 Basfinansiering" in svar.ut
    assert "fastställs till ~~914 400~~ **457 200** kr" in svar.ut
    assert "| Bergs kommun | 358 800 | 206 400 | -152 400 |" in svar.ut  # 54 000 av dem är driften
    assert "| Summa | 1 004 400 | 547 200 | -457 200 |" in svar.ut
    assert avtryck(förråd) == före


@pytest.mark.parametrize(
    ("format", "märkt"),
    [("text", "[-914 400-] {+457 200+}"), ("html", "<del>"), ("json", '"slag": "bort"')],
)
def test_varje_format_visar_vad_som_tas_bort(förråd, format, märkt):
    skriv(förråd, HALVERAT)
    _spara(förråd)
    assert märkt in " ".join(kör(förråd, "granska", "--format", format).ut.split())


def test_bara_form_är_en_rad(förråd):
    fil = förråd / "data" / f"{MÖTE}.yaml"
    fil.write_text("# en kommentar\n" + fil.read_text(encoding="utf-8"), encoding="utf-8")
    _spara(förråd)
    svar = kör(förråd, "granska")
    assert svar.kod == 0
    assert svar.ut.splitlines()[-1] == "Bara formen är ändrad, inte vad posterna säger: moten/2024-03-04.yaml."
    assert "Möten" not in svar.ut


def test_inget_skiljer(förråd):
    svar = kör(förråd, "granska")
    assert svar.kod == 0
    assert "Inget i posterna eller mallarna skiljer." in svar.ut


def test_två_grenar_som_tog_samma_paragrafer_hittas_fast_git_slår_ihop_dem(förråd):
    skriv(förråd, BAS | _möte("2024-06-03", (5, 6, 7)))
    _spara(förråd)
    ensam = _läs(förråd)["dömt"]["nya"]
    assert not any("§ 5" in f["text"] and f["bara_ihop"] for f in ensam)
    _git(förråd, "checkout", "-q", "main")
    (förråd / "data" / f"{NYTT}.yaml").unlink(missing_ok=True)
    skriv(förråd, BAS | _möte("2024-06-10", (5, 6, 7)))
    _spara(förråd)
    svar = _läs(förråd, "main..gren")
    assert svar["konflikter"] == []
    assert svar["stoppas"] is True
    ihop = [f for f in svar["dömt"]["nya"] if f["bara_ihop"] and f["nivå"] == "fel"]
    assert any("§ 5" in f["text"] for f in ihop)
    assert kör(förråd, "granska", "main..gren").kod == 1
    assert [m["datum"] for m in svar["möten"]] == ["2024-06-03"]  # det som main har fått sedan dess är inte grenens


def test_en_konflikt_nämner_filen(förråd):
    skriv(förråd, HALVERAT)
    _spara(förråd)
    _git(förråd, "checkout", "-q", "main")
    andra = copy.deepcopy(HALVERAT)
    andra[MÖTE]["paragrafer.3"]["beslut"] = ["Basfinansieringen för 2024 fastställs till 1 kr.\n"]
    skriv(förråd, andra)
    _spara(förråd)
    svar = kör(förråd, "granska", "main..gren")
    assert svar.kod == 1
    assert "Går inte att slå ihop" in svar.ut
    assert "- data/moten/2024-03-04.yaml" in svar.ut
    assert "Slå inte ihop än." in svar.ut


def _försegla(mapp, dag):
    for namn in ("user.name", "user.email"):
        _git(mapp, "config", namn, "x@x")
    svar = kör(mapp, "justera", dag)
    assert svar.kod == 0, svar.fel


@pytest.fixture
def förseglat(förråd):
    """Mötet i mars är förseglat i main."""
    _git(förråd, "checkout", "-q", "main")
    _försegla(förråd, "2024-03-04")
    _git(förråd, "checkout", "-q", "gren")
    _git(förråd, "merge", "-q", "main")
    return förråd


def test_en_förseglad_post_som_rörs_är_först_och_stoppar(förseglat):
    fil = förseglat / "data" / f"{MÖTE}.yaml"
    fil.write_text("# bara form\n" + fil.read_text(encoding="utf-8"), encoding="utf-8")
    _spara(förseglat)
    svar = kör(förseglat, "granska", "--format", "md")
    assert svar.kod == 1
    assert svar.ut.index("FÖRSEGLAT ÄR RÖRT") < svar.ut.index("Bara formen")
    assert "moten/2024-03-04.yaml är förseglad och ändras." in svar.ut


def test_ett_sigill_som_tas_bort_stoppar(förseglat):
    (förseglat / "data" / "sigill" / "0001.json").unlink()
    _spara(förseglat)
    svar = kör(förseglat, "granska")
    assert svar.kod == 1
    assert "Sigillet sigill/0001.json tas bort." in svar.ut


def test_ett_nytt_sigill_är_i_sin_ordning(förseglat):
    _försegla(förseglat, "2023-12-04")
    svar = kör(förseglat, "granska")
    assert svar.kod == 0
    assert "Mötet 2023-12-04 förseglas." in svar.ut


def test_en_rättelse_av_det_förseglade_visas_som_en_post_och_stoppar_inget(förseglat):
    ord_ = ("--fel", "ett år", "--rätt", "två år", "--skäl", "Avskriften var fel.", "--av", "Siv Sjö")
    assert kör(förseglat, "rätta", "2024-03-04", "2", *ord_).kod == 0
    _spara(förseglat)
    svar = kör(förseglat, "granska", "main..gren")
    assert (svar.kod, "Rättelserna av 2024-03-04 (ny post)" in svar.ut) == (0, True), svar.ut


def test_en_post_som_förseglats_i_main_efter_att_grenen_skildes_får_inte_röras(förråd):
    skriv(förråd, HALVERAT)
    _spara(förråd)
    _git(förråd, "checkout", "-q", "main")
    _försegla(förråd, "2024-03-04")
    svar = _läs(förråd, "main..gren")
    assert [r["fil"] for r in svar["sigill"]["poster"]] == [f"{MÖTE}.yaml"]


def test_en_post_som_inte_går_att_läsa_sägs_med_rad(förråd):
    (förråd / "data" / f"{MÖTE}.yaml").write_text("plats: här\nstart: [\n", encoding="utf-8")
    _spara(förråd)
    svar = kör(förråd, "granska")
    assert svar.kod == 1
    assert "data/moten/2024-03-04.yaml:" in svar.ut
    assert "går inte att räkna förrän alla poster går att läsa" in " ".join(svar.ut.split())
    assert "tas bort" not in svar.ut
    assert "Botade" not in svar.ut


def test_en_länk_bland_posterna_stoppar(förråd):
    (förråd / "data" / "moten" / "2024-05-01.yaml").symlink_to("2024-03-04.yaml")
    _spara(förråd)
    svar = kör(förråd, "granska")
    assert svar.kod == 1
    assert "- data/moten/2024-05-01.yaml: detta är en länk" in svar.ut


def test_grenens_egen_mall_kan_inte_dölja_vad_den_gör(förråd):
    mall = förråd / "mallar" / "granskning.html.j2"
    mall.parent.mkdir()
    mall.write_text('<html lang="sv"><head><title>t</title></head><body><main><p>Allt väl.</p></main></body></html>')
    skriv(förråd, HALVERAT)
    _spara(förråd)
    svar = kör(förråd, "granska")
    assert "Allt väl" not in svar.ut
    assert "Ändrade: mallar/granskning.html.j2." in svar.ut
    assert "{+457 200+}" in svar.ut


def test_uppdrag_och_fynd(förråd):
    bort = copy.deepcopy(BAS)
    bort[MÖTE]["paragrafer.2.innebär"] = BORT
    skriv(förråd, bort)
    _spara(förråd)
    assert "2024-03-04 § 3 a finns inte längre, till Driftchefen" in kör(förråd, "granska").ut
    _git(förråd, "revert", "--no-edit", "HEAD")
    assert "2024-03-04 § 3 a ges, till Driftchefen" in kör(förråd, "granska", "HEAD~1..HEAD").ut
    skriv(förråd, BAS | {"anslag/2024-03-04": {"anslag.1.uppsatt": "2024-03-20"}})
    _spara(förråd)
    brutet = kör(förråd, "granska")
    assert brutet.kod == 1
    assert "(KL-8-12-anslag)" in brutet.ut
    skriv(förråd, BAS)
    _spara(förråd)
    botat = kör(förråd, "granska", "HEAD~1..HEAD")
    assert botat.kod == 0
    assert "Botade fynd" in botat.ut


def _ändra_mallen(förråd, före, efter):
    original = (mallmappar(None)[0] / "protokoll.html.j2").read_text(encoding="utf-8")
    assert före in original
    mall = förråd / "mallar" / "protokoll.html.j2"
    mall.parent.mkdir()
    mall.write_text(original.replace(före, efter), encoding="utf-8")
    _spara(förråd)
    return kör(förråd, "granska")


def test_en_ändrad_mall_visar_skillnaden_i_handlingen(förråd):
    svar = _ändra_mallen(förråd, "<main>", "<main><p>En ny rad.</p>")
    assert svar.kod == 0
    assert "Ändrade: mallar/protokoll.html.j2." in svar.ut
    assert "Protokollet 2024-03-04 blir annorlunda" in svar.ut
    assert "- {+En ny rad.+}" in svar.ut


def test_en_trasig_mall_sägs_och_stoppar(förråd):
    svar = _ändra_mallen(förråd, "<body>", "<bodi>")
    assert svar.kod == 1
    assert "Mallen går inte att använda: mallar/protokoll.html.j2:" in svar.ut


def test_en_ändrad_mall_som_inget_ändrar_sägs(förråd):
    mall = förråd / "mallar" / "egen.html.j2"
    mall.parent.mkdir()
    mall.write_text("x", encoding="utf-8")
    _spara(förråd)
    assert "Texten ändras inte i någon av de handlingar som prövades: protokoll 2024-03-04" in " ".join(
        kör(förråd, "granska").ut.split()
    )


def test_posternas_text_blir_aldrig_märkspråk(förråd):
    andra = copy.deepcopy(BAS)
    andra[MÖTE]["paragrafer.3"]["rubrik"] = "**<script>alert(1)</script>** {{ 7 * 7 }} [x](https://x.example)"
    skriv(förråd, andra)
    _spara(förråd)
    md, html = (kör(förråd, "granska", "--format", f).ut for f in ("md", "html"))
    assert "<script" not in html
    assert "\\<script>" in md
    assert "{{ 7 * 7 }}" in html


@pytest.mark.parametrize("spann", ["finns-inte..HEAD", "main..finns-inte", "--all..HEAD", "HEAD~7..HEAD"])
def test_en_revision_som_inte_finns(förråd, spann):
    svar = kör(förråd, "granska", "--", spann)
    assert svar.kod == 2
    assert "det finns ingen revision" in svar.fel


def test_utanför_git_sägs_det(tmp_path):
    svar = kör(skriv(tmp_path), "granska")
    assert svar.kod == 2
    assert "ligger inte i ett git-förråd" in svar.fel


def test_utan_gemensam_historia_sägs_det(förråd):
    _git(förråd, "checkout", "-q", "--orphan", "ny")
    _spara(förråd, "en annan början")
    svar = kör(förråd, "granska")
    assert svar.kod == 2
    assert "ingen gemensam historia" in svar.fel


def test_förrådets_egna_program_körs_inte(förråd, tmp_path_factory):
    """En förgiftad sammanslagare, filter och krokar; båda grenarna ändrar samma fil så att sammanslagaren skulle köras."""
    spår = tmp_path_factory.mktemp("spar") / "kord"
    program = f"sh -c 'touch {spår}; exit 0'"
    (förråd / ".gitattributes").write_text("*.yaml merge=ond filter=ond diff=ond\n", encoding="utf-8")
    info = förråd / ".git" / "info"
    info.mkdir(exist_ok=True)
    (info / "attributes").write_text("*.yaml merge=ond filter=ond diff=ond\n", encoding="utf-8")
    skriv(förråd, HALVERAT)
    _spara(förråd)
    _git(förråd, "checkout", "-q", "main")
    (förråd / ".gitattributes").write_text("*.yaml merge=ond filter=ond diff=ond\n", encoding="utf-8")
    skriv(förråd, BAS | {MÖTE: BAS[MÖTE] | {"plats": "Stadshuset"}})
    _spara(förråd)
    for nyckel in ("merge.ond.driver", "filter.ond.smudge", "filter.ond.clean", "diff.ond.textconv", "core.fsmonitor"):
        _git(förråd, "config", nyckel, program)
    före = avtryck(förråd)
    svar = kör(förråd, "granska", "main..gren")
    assert "457 200" in svar.ut
    assert not spår.exists()
    assert avtryck(förråd) == före
    _git(förråd, "merge-tree", "--write-tree", "main", "gren")
    assert spår.exists()  # git självt kör den
