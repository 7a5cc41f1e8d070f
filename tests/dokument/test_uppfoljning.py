"""Uppföljningen som handling: rubriken följer dagen, samma tal i varje format, och det som inte är känt sägs."""

import datetime as dt
import io
import json
import re
import shutil
import zipfile

import openpyxl
import pytest

from tests.hjalp import ROT, docx_text, dokument, gns, pdf_text

ÅRET = """\
mål:
  - id: svar
    mål: Parterna får svar inom fem dagar
    indikatorer:
      - namn: svarstid, median
        enhet: dagar
        målvärde: 5
        riktning: högst
        mätningar:
          - per: 2021-03-31
            värde: 7,5
          - per: 2021-06-30
            värde: 4
      - namn: nöjda parter
        enhet: "%"
        målvärde: 80
internkontroll:
  moment:
    - id: uppdrag
      risk: ett uppdrag glöms bort
      kontroll: uppdragslistan gås igenom
      ansvarig: Sekreteraren
      senast: 2021-03-31
aktiviteter:
  - aktivitet: |
      Gemensamt dataskydd
    ärenden:
      - GNS/11/2018
  - aktivitet: |
      Arkiv
    ej_påbörjad: ja
  - aktivitet: |
      Lön
basfinansiering:
  beslut: 2020-12-18 § 19 a
budget:
  enhet: tkr
  grupper:
    - namn: intäkter
      rader:
        - namn: Bidrag
          hämtas: basfinansiering
    - namn: kostnader
      rader:
        - namn: Löner
          belopp: -400 tkr
        - namn: Resor
          belopp: -57,2 tkr
sammanträdesbeslut: 2020-12-18 § 18 a
"""
UTFALLET = """\
koppling:
  - konto: 3690
    rad: Bidrag
  - konto: 5010
    rad: Löner
  - konto: 7000
    rad: Resor
perioder:
  - per: 2021-04-30
    källa: huvudbok.xlsx
    rader:
      - konto: 3690
        belopp: 228 600 kr
      - konto: 5010
        belopp: -133 333,50 kr
      - konto: 7000
        belopp: -1 000 kr
      - konto: 9999
        belopp: -12 kr
"""
TALEN = ("457 200", "-400 001", "-133 333,50", "-3 000", "94 254,50", "54 163")


def _skriv(mapp, mer=""):
    shutil.copytree(ROT / "data", mapp / "data")
    (mapp / "data" / "utfall").mkdir()
    (mapp / "data" / "budgetar" / "2021.yaml").write_text(ÅRET + mer, encoding="utf-8")
    (mapp / "data" / "utfall" / "2021.yaml").write_text(UTFALLET, encoding="utf-8")
    return mapp


@pytest.fixture
def arkiv(tmp_path):
    return _skriv(tmp_path)


def _vy(*argument, cwd=ROT):
    return json.loads(dokument("uppföljning", *argument, "--format", "json", cwd=cwd))


def _text(filformat, *argument, cwd):
    ut = dokument("uppföljning", *argument, "--format", filformat, cwd=cwd)
    text = {"pdf": pdf_text, "docx": docx_text}.get(filformat, bytes.decode)(ut)
    text = re.sub(r"<[^>]+>", "", text) if filformat == "html" else text
    return " ".join(text.replace("\u00a0", " ").replace("\u202f", " ").replace("&#160;", " ").split())


@pytest.mark.parametrize(
    ("per", "rubrik"),
    [
        ("2021-04-30", "Tertialrapport per april 2021"),
        ("2021-08-31", "Delårsrapport per augusti 2021"),
        ("2021-12-31", "Uppföljning av 2021"),
        ("2021-05-15", "Uppföljning per 2021-05-15"),
    ],
)
def test_rubriken_följer_dagen(per, rubrik):
    assert f"# {rubrik}\n" in dokument("uppföljning", "2021", "--per", per, "--format", "md").decode()


def test_utan_dag_är_det_hela_året():
    assert dokument("uppföljning", "2021") == dokument("uppföljning", "2021", "--per", "2021-12-31")


def test_delåret_2020_så_långt_källan_säger():
    """§ 26: +32 tkr, för att inga resekostnader förekommit; budgetens rader finns inte i källan."""
    text = _text("text", "2020", "--per", "2020-08-31", cwd=ROT)
    assert "Redovisat resultat per 2020-08-31: +32 tkr." in text
    assert "Behandlat 2020-12-18 § 26." in text
    assert "Det som 2020-12-18 § 26 säger om perioden" in text
    assert "inga resekostnader förekommit under året" in text
    assert "Budgetens rader för 2020 finns inte i posten." in text
    assert "Inga mål är fastställda för 2020." in text
    vy = _vy("2020", "--per", "2020-08-31")
    assert (vy["medel"]["saldo_öre"], vy["medel"]["reserverat_öre"]) == (41_700_000, 41_700_000)
    assert [(r["kvar_öre"], r["upphör"]) for r in vy["medel"]["reserveringar"]] == [(41_700_000, None)]
    slutet = _vy("2020")["medel"]["reserveringar"]
    assert [(r["kvar_öre"], r["upphör"]) for r in slutet] == [(0, "2020-12-18 § 21 a")]
    assert vy["ekonomi"]["redovisat"]["prognos_öre"] == 4_800_000


def test_planen_2019_mot_det_som_hände():
    """V2: den 10 juni blev den 3 juni. R74: ett ärende av elva aktiviteter."""
    vy = _vy("2019")
    dagar = {r["planerat"]: (r["läge"], r["hölls"], r["var"]) for r in vy["sammanträden"]["rader"]}
    assert dagar["2019-06-10"] == ("flyttat", "2019-06-03", "2020-12-18 § 23")
    assert dagar["2019-12-06"] == ("hölls", "2019-12-06", "2020-12-18 § 22")
    assert [läge for läge, *_ in dagar.values()].count("okänt") == 4
    lägen = [a["läge"] for a in vy["aktiviteter"]]
    assert (lägen.count("påbörjad"), lägen.count("inget ärende")) == (1, 10)


def test_uppdragen_som_de_stod():
    före, efter = (_vy("2020", "--per", dag)["uppdrag"] for dag in ("2020-12-17", "2020-12-18"))
    assert [före[n] for n in ("givna", "öppna", "återtagna", "avslutade")] == [1, 3, 0, 0]
    assert [efter[n] for n in ("givna", "öppna", "återtagna", "avslutade")] == [2, 1, 3, 0]


@pytest.mark.parametrize("filformat", ["text", "md", "html", "pdf", "docx"])
def test_talen_i_varje_format(arkiv, filformat):
    text = _text(filformat, "2021", "--per", "2021-04-30", cwd=arkiv)
    assert [tal for tal in TALEN if tal not in text] == []
    assert "Utan budgetrad" in text or "Konton utan budgetrad" in text
    assert "7,5 dagar" in text


def test_summorna_går_ihop_och_allt_det_bokförda_är_med(arkiv):
    e = _vy("2021", "--per", "2021-04-30", cwd=arkiv)["ekonomi"]
    for g in e["grupper"]:
        for spalt in ("budget_öre", "utfall_öre", "prognos_öre", "avvikelse_öre"):
            assert g["summa"][spalt] == sum(r[spalt] for r in g["rader"])
    alla = [*(g["summa"] for g in e["grupper"]), e["utan"]]
    assert e["resultat"]["utfall_öre"] == sum(r["utfall_öre"] for r in alla) == 9_425_450
    assert e["resultat"]["prognos_öre"] == sum(r["prognos_öre"] for r in alla)
    grunder = {r["namn"]: r["grund"] for g in e["grupper"] for r in g["rader"]}
    assert grunder == {"Bidrag": "beslutat", "Löner": "månader", "Resor": "månader"}


def test_postens_prognos_går_före_den_uträknade(tmp_path):
    rader = (
        "prognoser:\n  - per: 2021-04-30\n    källa: ekonomen\n    rader:\n      - rad: Resor\n        belopp: -9 tkr\n"
    )
    e = _vy("2021", "--per", "2021-04-30", cwd=_skriv(tmp_path / "a", rader))["ekonomi"]
    resor = next(r for g in e["grupper"] for r in g["rader"] if r["namn"] == "Resor")
    assert (resor["prognos_öre"], resor["grund"]) == (-900_000, "posten")
    hel = "prognoser:\n  - per: 2021-04-30\n    källa: ekonomen\n    resultat: 50 tkr\n"
    arkiv = _skriv(tmp_path / "b", hel)
    e = _vy("2021", "--per", "2021-04-30", cwd=arkiv)["ekonomi"]
    assert (e["resultat"]["prognos_öre"], e["resultat"]["grund"]) == (5_000_000, "posten")
    assert "Bedömd: prognosen per 2021-04-30 i posten, ekonomen." in _text(
        "md", "2021", "--per", "2021-04-30", cwd=arkiv
    )


def test_en_bedömning_på_noll_skiljer_också_från_raderna(tmp_path):
    hel = "prognoser:\n  - per: 2021-04-30\n    källa: ekonomen\n    resultat: 0 kr\n"
    e = _vy("2021", "--per", "2021-04-30", cwd=_skriv(tmp_path, hel))["ekonomi"]
    assert (e["resultat"]["prognos_öre"], e["radernas_öre"], e["skiljer_öre"]) == (0, 5_416_300, -5_416_300)


def test_ett_äldre_utfall_sägs_vara_äldre(arkiv):
    text = _text("text", "2021", "--per", "2021-08-31", cwd=arkiv)
    assert "Det senaste utfallet är per 2021-04-30; något per 2021-08-31 är inte inläst." in text


def test_mätningen_är_den_senaste_till_och_med_dagen(arkiv):
    def svarstid(per):
        styrning = _vy("2021", "--per", per, cwd=arkiv)["styrning"]
        return [(i["per"], i["nått"]) for i in styrning["mål"][0]["indikatorer"]]

    assert svarstid("2021-01-31") == [(None, None), (None, None)]
    assert svarstid("2021-04-30") == [("2021-03-31", False), (None, None)]
    assert svarstid("2021-08-31") == [("2021-06-30", True), (None, None)]


def test_kontrollen_blir_sen_och_aktiviteterna_har_sina_lägen(arkiv):
    vy = _vy("2021", "--per", "2021-03-31", cwd=arkiv)
    assert [m["tillstånd"] for m in vy["styrning"]["moment"]] == ["återstår"]
    assert [a["läge"] for a in vy["aktiviteter"]] == ["påbörjad", "ej påbörjad", "inget ärende"]
    (ärende,) = vy["aktiviteter"][0]["ärenden"]
    assert (ärende["dnr"], ärende["tillstånd"]) == ("GNS/11/2018", "öppet")
    assert [b["paragraf"] for b in ärende["beslut"]] == ["2020-12-18 § 24"]
    assert [m["tillstånd"] for m in _vy("2021", "--per", "2021-04-01", cwd=arkiv)["styrning"]["moment"]] == ["försenad"]


def test_det_redovisade_jämförs_med_raderna(tmp_path):
    def stämmer(namn, resultat):
        mer = f"redovisat:\n  - per: 2021-04-30\n    resultat: {resultat}\n    källa: rapporten\n    kommentar: |\n      Få resor.\n"
        return _vy("2021", "--per", "2021-04-30", cwd=_skriv(tmp_path / namn, mer))["ekonomi"]["redovisat"]

    assert [stämmer(n, r)["stämmer"] for n, r in (("a", "94 tkr"), ("b", "94 254,50 kr"), ("c", "95 tkr"))] == [
        True,
        True,
        False,
    ]
    assert stämmer("d", "94 tkr")["text_ur"] is None


def test_diagrammet_finns_med_sin_text_i_varje_format(arkiv):
    text = "Stapeldiagram: Budget 2021 och utfall per 2021-04-30. Bidrag budget 457 200 kr, utfall 228 600 kr;"
    for filformat in ("md", "html"):
        sida = dokument("uppföljning", "2021", "--per", "2021-04-30", "--format", filformat, cwd=arkiv).decode()
        assert text in sida.replace("\u00a0", " ")
    assert "████" in dokument("uppföljning", "2021", "--per", "2021-04-30", cwd=arkiv).decode()
    for filformat, fil in (("xlsx", "xl/drawings/drawing1.xml"), ("docx", "word/document.xml")):
        ut = dokument("uppföljning", "2021", "--per", "2021-04-30", "--format", filformat, cwd=arkiv)
        with zipfile.ZipFile(io.BytesIO(ut)) as bok:
            assert text in bok.read(fil).decode().replace("\u00a0", " ")
            assert [n for n in bok.namelist() if n.endswith(".png")] != []


def test_kalkylbladet_räknar_själv_och_är_detsamma_två_gånger(arkiv):
    ut = dokument("uppföljning", "2021", "--per", "2021-04-30", "--format", "xlsx", cwd=arkiv)
    assert ut == dokument("uppföljning", "2021", "--per", "2021-04-30", "--format", "xlsx", cwd=arkiv)
    blad = openpyxl.load_workbook(io.BytesIO(ut))["Ekonomi"]
    rader = {rad[0]: rad[1:] for rad in blad.iter_rows(values_only=True) if rad[0]}
    assert rader["Löner"][:2] == (-400_000, -133_333.5)
    assert rader["SUMMA KOSTNADER"][1].startswith("=SUM(")


@pytest.mark.parametrize(
    ("argument", "text"),
    [
        (("2021", "--per", "2020-12-31"), "2020-12-31 är före 2021"),
        (("2021", "--per", "april"), "”april” är inget datum"),
        (("2021", "--per", "2098-12-31"), "2098-12-31 ligger inte i 2021"),
        (("2098", "--per", "2098-12-31"), "har inte varit än"),
        (("2017",), "det finns inget budgetår 2017"),
        (("20",), "”20” är inget år"),
    ],
)
def test_fel_argument(argument, text):
    ut = gns("uppföljning", *argument)
    assert (ut.returncode, ut.stdout) == (2, b"")
    assert text in ut.stderr.decode()


@pytest.mark.parametrize(
    ("prognos", "text"),
    [
        ("rader:\n      - rad: Resor\n        belopp: 9 tkr", "Resor är 9 tkr i prognosen men -57,2 tkr i budgeten"),
        (
            "rader:\n      - rad: Resor\n        belopp: -9 tkr\n    resultat: 1 kr",
            "ska ha antingen resultat eller rader",
        ),
        ("resultat: 1 kr\n  - per: 2020-04-30\n    källa: a\n    resultat: 1 kr", "2020-04-30 ligger inte i 2021"),
    ],
)
def test_en_prognos_som_inte_går_ihop(tmp_path, prognos, text):
    mer = f"prognoser:\n  - per: 2021-04-30\n    källa: ekonomen\n    {prognos}\n"
    ut = gns("uppföljning", "2021", "--per", "2021-04-30", cwd=_skriv(tmp_path, mer))
    assert ut.returncode == 2
    assert text in ut.stderr.decode()


def test_en_prognos_ska_ha_rader_som_finns(tmp_path):
    mer = (
        "prognoser:\n  - per: 2021-04-30\n    källa: ekonomen\n    rader:\n      - rad: Resa\n        belopp: -9 tkr\n"
    )
    ut = gns("uppföljning", "2021", cwd=_skriv(tmp_path, mer))
    assert ut.returncode == 2
    assert "budgeten 2021 har ingen rad Resa" in ut.stderr.decode()
    assert "menade du ”Resor”?" in ut.stderr.decode()


def test_året_som_pågår_visas_till_i_dag(arkiv):
    from gns.flows.uppfoljning import gör_uppföljning

    idag = dt.date(2021, 5, 3)
    text = gör_uppföljning(arkiv, None, 2021, None, idag, "text").innehåll.decode()
    assert "Uppföljning per 2021-05-03" in text


def test_en_bedömning_visas_också_utan_utfall(tmp_path):
    mer = (
        "prognoser:\n  - per: 2021-04-30\n    källa: ekonomen\n    rader:\n      - rad: Resor\n        belopp: -9 tkr\n"
    )
    arkiv = _skriv(tmp_path / "a", mer)
    (arkiv / "data" / "utfall" / "2021.yaml").unlink()
    e = _vy("2021", "--per", "2021-04-30", cwd=arkiv)["ekonomi"]
    rader = {r["namn"]: (r["prognos_öre"], r["grund"]) for g in e["grupper"] for r in g["rader"]}
    assert rader == {"Bidrag": (45_720_000, "beslutat"), "Löner": (None, None), "Resor": (-900_000, "posten")}
    assert e["resultat"]["prognos_öre"] is None
    assert "-9 000" in _text("text", "2021", "--per", "2021-04-30", cwd=arkiv)


def test_ett_senare_redovisat_resultat_går_före_ett_äldre_utfall(tmp_path):
    mer = "redovisat:\n  - per: 2021-08-31\n    resultat: 40 tkr\n    källa: delårsrapporten\n"
    arkiv = _skriv(tmp_path, mer)
    text = _text("text", "2021", "--per", "2021-08-31", cwd=arkiv)
    assert "Resultat: 40 tkr redovisat per 2021-08-31." in text
    assert "Prognos för hela året: 60 tkr" in text
