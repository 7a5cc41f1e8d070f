"""``gns historik``: en posts liv som text, json och csv, ur riktigt git."""

import csv
import io
import json

import pytest

from tests.cli.kontrollkor import avtryck, kör
from tests.history.gitkor import förråd, git, spara
from tests.kontroller.arkiv import skriv

MÖTE, ÄRENDE = "moten/2024-03-04", "arenden/2024/GNS-1-2024"


@pytest.fixture
def arkiv(tmp_path):
    """Tre commits: arkivet, en ny plats och rubrik, och en som bara ändrar formen."""
    förråd(skriv(tmp_path))
    spara(tmp_path, "Arkivet")
    skriv(tmp_path, {MÖTE: {"plats": "Salen"}, ÄRENDE: {"rubrik": "Avtal om å, ä och ö"}})
    spara(tmp_path, "Ny plats", "2024-02-03T09:05:00+0100")
    fil = tmp_path / "data" / f"{MÖTE}.yaml"
    fil.write_text("# en kommentar\n" + fil.read_text("utf-8"), encoding="utf-8")
    spara(tmp_path, "Kommentar", "2024-02-04T09:05:00+0100")
    return tmp_path


def _json(mapp, *ord_):
    svar = kör(mapp, "historik", *ord_, "--format", "json")
    assert svar.kod == 0, svar.fel
    return json.loads(svar.ut)


def _rader(mapp, *ord_):
    return [(r["meddelande"], r["vad"], r["fält"], r["förr"], r["nu"]) for r in _json(mapp, *ord_)["ändringar"]]


def test_texten_har_ändringarna_nyast_sist_och_sedan_besluten(arkiv):
    svar = kör(arkiv, "historik", "2024-03-04")
    kort = [git(arkiv, "rev-parse", f"HEAD~{n}")[:10] for n in (2, 1, 0)]
    assert (svar.kod, svar.fel) == (0, "")
    början, _, beslut = svar.ut.partition("\nBeslut\n")
    assert början.splitlines()[:2] == ["2024-03-04 (data/moten/2024-03-04.yaml)", ""]
    assert f"2024-01-02 10:00 Åsa Öberg {kort[0]}: Arkivet\n  ny: " in början
    assert f"2024-02-03 09:05 Åsa Öberg {kort[1]}: Ny plats\n  plats: Regionens hus → Salen\n" in början
    assert början.endswith(f"2024-02-04 09:05 Åsa Öberg {kort[2]}: Kommentar\n  bara formen; samma uppgifter\n")
    assert "2024-06-03" not in beslut


def test_csv_har_bara_raderna(arkiv):
    svar = kör(arkiv, "historik", "GNS/1/2024", "--format", "csv")
    rader = list(csv.DictReader(io.StringIO(svar.data.decode("utf-8-sig")), delimiter=";"))
    assert list(rader[0]) == ["datum", "tid", "vem", "commit", "meddelande", "vad", "fält", "förr", "nu"]
    assert [(r["vad"], r["fält"], r["nu"]) for r in rader][1:] == [("ändrat", "rubrik", "Avtal om å, ä och ö")]


def test_json_har_nycklarna_och_besluten_i_ärendet(arkiv):
    svar = _json(arkiv, "GNS-1-2024")
    assert list(svar) == ["post", "fil", "avklippt", "ändringar", "beslut"]
    assert (svar["post"], svar["avklippt"]) == ("GNS/1/2024", False)
    assert svar["beslut"]
    assert all(list(b) == ["beslut", "rubrik", "vad", "justerat"] for b in svar["beslut"])


@pytest.mark.parametrize("post", ["2024-03-04", "2024-03-04 § 1", "2024-03-04§1", "2024-03-04 1", "GNS/1/2024", "gns-01-2024", "2024", "namnd", "nämnd", "NAMND"])  # fmt: skip
def test_varje_slags_post(arkiv, post):
    svar = kör(arkiv, "historik", post)
    assert (svar.kod, svar.fel) == (0, "")
    assert kör(arkiv, "historik", *post.split()).ut == svar.ut


def test_en_verkan_i_en_paragraf_och_andras_ändringar_syns_inte(arkiv):
    möte = json.loads(kör(arkiv, "beslut", "--format", "json").ut)
    assert möte
    (rad,) = _rader(arkiv, "2024-03-04 § 1")
    assert rad[:2] == ("Arkivet", "ny")


def test_det_som_inte_är_sparat_är_sist(arkiv):
    skriv(arkiv, {MÖTE: {"plats": "Aulan"}})
    före = avtryck(arkiv)
    sist = _json(arkiv, "2024-03-04")["ändringar"][-1]
    assert (sist["commit"], sist["datum"], sist["förr"], sist["nu"]) == (None, None, "Salen", "Aulan")
    assert kör(arkiv, "historik", "2024-03-04").ut.count("inte sparat i git än\n  plats: Salen → Aulan\n") == 1
    assert avtryck(arkiv) == före


def test_en_trasig_version_sägs_och_nästa_jämförs_med_den_före(arkiv):
    fil = arkiv / "data" / f"{ÄRENDE}.yaml"
    hel = fil.read_text("utf-8")
    fil.write_text("rubrik: [\n", encoding="utf-8")
    spara(arkiv, "Trasig")
    fil.write_text(hel.replace("Avtal om å, ä och ö", "Nytt"), encoding="utf-8")
    spara(arkiv, "Lagad")
    trasig, lagad = _rader(arkiv, "GNS/1/2024")[-2:]
    assert trasig[:2] == ("Trasig", "går inte att läsa")
    assert lagad == ("Lagad", "ändrat", "rubrik", "Avtal om å, ä och ö", "Nytt")


def test_en_trasig_post_nu_visar_historiken_utan_beslut(arkiv):
    (arkiv / "data" / f"{ÄRENDE}.yaml").write_text("rubrik: [\n", encoding="utf-8")
    svar = kör(arkiv, "historik", "GNS/1/2024")
    assert svar.kod == 0
    assert "inte sparat i git än\n  går inte att läsa: " in svar.ut
    assert svar.fel == "Besluten går inte att visa: någon post går inte att läsa. Kör gns kontrollera.\n"
    assert _json(arkiv, "GNS/1/2024")["beslut"] is None


def test_en_borttagen_post_har_sitt_liv_kvar(arkiv):
    (arkiv / "data" / "anslag" / "2024-03-04.yaml").unlink()
    (arkiv / "data" / "arenden" / "2024" / "GNS-1-2024.yaml").rename(arkiv / "kvar")
    assert _rader(arkiv, "GNS/1/2024")[-1][:2] == ("inte sparat i git än", "borttagen")


def test_före_första_commiten_är_allt_osparat(tmp_path):
    förråd(skriv(tmp_path))
    ((meddelande, vad, *_),) = _rader(tmp_path, "2024-03-04")
    assert (meddelande, vad) == ("inte sparat i git än", "ny")


def test_ett_lösgjort_huvud_en_tagg_main_och_en_gren_som_heter_som_posten(arkiv):
    facit = kör(arkiv, "historik", "2024-03-04").ut
    git(arkiv, "tag", "main", "HEAD~1")
    git(arkiv, "tag", "HEAD", "HEAD~2")
    git(arkiv, "branch", "2024-03-04", "HEAD~2")
    assert kör(arkiv, "historik", "2024-03-04").ut == facit
    git(arkiv, "checkout", "-q", "--detach")
    assert kör(arkiv, "historik", "2024-03-04").ut == facit


def test_ett_annat_namn_på_filen_följs(arkiv):
    data = arkiv / "data" / "arenden" / "2024"
    (data / "GNS-1-2024.yaml").rename(data / "GNS-77-2024.yaml")
    spara(arkiv, "Nytt nummer")
    assert _rader(arkiv, "GNS/77/2024")[-1] == (
        "Nytt nummer", "nytt filnamn", "", "data/arenden/2024/GNS-1-2024.yaml", "data/arenden/2024/GNS-77-2024.yaml",
    )  # fmt: skip


def test_en_grund_klon_säger_att_historiken_är_avklippt(arkiv, tmp_path_factory):
    klon = tmp_path_factory.mktemp("klon") / "k"
    git(arkiv, "clone", "-q", "--depth=1", f"file://{arkiv}", str(klon))
    svar = kör(klon, "historik", "2024-03-04")
    assert (svar.kod, svar.ut.count("Åsa Öberg")) == (0, 1)
    assert svar.fel.startswith("Historiken är avklippt: förrådet är en grund klon")
    assert _json(klon, "2024-03-04")["avklippt"] is True


@pytest.mark.parametrize(
    ("post", "text"),
    [
        ("2024-03-05", "fel: posten 2024-03-05 finns inte, och har aldrig funnits i git"),
        ("2024-03-04 § 99", "fel: 2024-03-04 § 99 finns inte i data/moten/2024-03-04.yaml, och har aldrig funnits där"),
        ("2024-02-30", "fel: ”2024-02-30” är inget datum"),
        ("1850", "fel: ”1850” är inget år"),
        ("", "fel: ”” är ingen post"),
        ("data/namnd.yaml", "fel: ”data/namnd.yaml” är ingen post"),
        ("GNS/0/2024", "fel: ”GNS/0/2024” är inget diarienummer"),
        ("../../etc/passwd", "fel: ”../../etc/passwd” är ingen post"),
    ],
)
def test_det_som_inte_finns(arkiv, post, text):
    svar = kör(arkiv, "historik", post)
    assert (svar.kod, svar.ut) == (2, "")
    assert svar.fel.splitlines()[0] == text
    assert "  råd: " in svar.fel


@pytest.mark.parametrize("ord_", [("--all",), ("-x",), ("--", "--all"), ("--", "-"), ("--output=x",)])
def test_ord_som_börjar_med_streck(arkiv, ord_):
    före = avtryck(arkiv)
    assert kör(arkiv, "historik", *ord_).kod == 2
    assert avtryck(arkiv) == före


def test_utanför_git_och_i_ett_naket_förråd(tmp_path):
    skriv(tmp_path)
    git(tmp_path, "init", "-q", "--bare", ".")
    for svar in (kör(tmp_path, "historik", "2024-03-04"), kör(skriv(tmp_path / "annan"), "historik", "2024-03-04")):
        assert svar.kod == 2
        assert "ligger inte i ett git-förråd" in svar.fel
