"""Fördelningen som kommando: facit, varje format, exempeldata överallt, och att den går att räkna om för hand."""

import io
import json
import re
import shutil
import zipfile
from fractions import Fraction
from typing import Any

import pytest
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from tests.hjalp import ROT, docx_text, dokument, gns

FOLKMÄNGD = ("fördela", "100000", "--nyckel", "folkmängd")
ELEVER = ("fördela", "100 000 kr", "--nyckel", "elevantal")


def _json(*ord_: str) -> Any:
    return json.loads(dokument(*ord_, "--format", "json"))


def test_json_är_kontraktets():
    svar = _json(*FOLKMÄNGD)
    assert {"belopp_öre", "fördelningsnyckel", "delar", "rest_öre", "exempeldata"} <= svar.keys()
    assert (svar["belopp_öre"], svar["fördelningsnyckel"], svar["rest_öre"]) == (10_000_000, "folkmängd", 0)
    delar = {d["part"]: (d["vikt"], d["belopp_öre"]) for d in svar["delar"]}
    assert delar["ostersund"] == (63985, 4_878_600)
    assert sum(öre for _, öre in delar.values()) == svar["belopp_öre"]


def test_delningen_går_att_räkna_om_ur_json():
    """Kvoterna, avrundningen och ordningen i utskriften ger samma belopp."""
    svar = _json(*FOLKMÄNGD)
    summa = sum(d["vikt"] for d in svar["delar"])
    for d in svar["delar"]:
        kvot = Fraction(svar["belopp_öre"], 100) * d["vikt"] / summa
        assert Fraction(d["kvot"]) == kvot
        assert (d["hela_öre"], Fraction(d["rest"])) == (int(kvot) * 100, kvot - int(kvot))
        assert d["belopp_öre"] == d["hela_öre"] + 100 * d["udda"]
    i_ordning = sorted(svar["delar"], key=lambda d: (-Fraction(d["rest"]), d["part"]))
    assert [d["ordning"] for d in i_ordning] == list(range(1, 9))
    assert [d["udda"] for d in i_ordning] == [1] * svar["över"] + [0] * (8 - svar["över"])


@pytest.mark.parametrize(
    "belopp", [("457200",), ("457 200 kr",), ("457", "200", "kr"), ("457,2 tkr",), ("457,2", "tkr"), ("457,200tkr",)]
)
def test_beloppet_skrivs_på_många_sätt(belopp):
    assert _json("fördela", *belopp, "--nyckel", "lika")["belopp_öre"] == 45_720_000


@pytest.mark.parametrize("kommando", ["fördela", "fordela", "fo\u0308rdela"])
def test_kommandot_och_nyckeln_utan_prickar(kommando):
    assert _json(kommando, "1", "--nyckel", "folkmangd")["fördelningsnyckel"] == "folkmängd"


def test_ett_underskott_delas_som_ett_överskott():
    plus, minus = (_json("fördela", b, "--nyckel", "folkmängd") for b in ("100001", "-100001"))
    assert [d["belopp_öre"] for d in minus["delar"]] == [-d["belopp_öre"] for d in plus["delar"]]


def test_första_raden_säger_vilket_år_som_valdes():
    valt = dokument("fördela", "--nyckel", "budgetomslutning").decode()
    assert valt.splitlines()[0] == "Budgetår 2021, det senaste som har nyckeln budgetomslutning"
    givet = dokument("fördela", "1", "--nyckel", "lika", "--år", "2019").decode()
    assert givet.splitlines()[0] == "Budgetår 2019"


def test_utan_belopp_och_initiativ_visas_andelarna_och_det_sägs():
    text = dokument("fördela", "--nyckel", "budgetomslutning").decode()
    assert "varken basfinansieringen eller något initiativ 2021 använder nyckeln, så här" in " ".join(text.split())
    assert re.search(r"Summa +14 930 000 +100,00 %", text)
    svar = _json("fördela", "--nyckel", "budgetomslutning")
    assert (svar["belopp_öre"], svar["utan_belopp"]) == (None, True)
    assert sum(Fraction(d["andel"]) for d in svar["delar"]) == 1


def test_med_egna_parter_sägs_inget_om_vad_som_använder_nyckeln():
    text = " ".join(dokument("fördela", "--nyckel", "lika", "--parter", "are,berg").decode().split())
    assert "Inget belopp är angivet, så här visas andelarna själva." in text


def test_utan_belopp_delas_basfinansieringen_som_beslutet_säger():
    (bas,) = _json("fördela", "--nyckel", "lika")["fördelningar"]
    assert (bas["namn"], bas["belopp_öre"]) == ("Basfinansiering", 45_720_000)
    assert {d["belopp_öre"] for d in bas["delar"]} == {5_080_000}


def test_ett_initiativ_utan_känt_belopp_visar_andelarna():
    (projekt,) = _json("fördela", "--nyckel", "extern")["fördelningar"]
    assert (projekt["namn"], projekt["belopp_öre"]) == ("Projekt Digital transformation", None)
    assert {d["part"]: d["månader"] for d in projekt["delar"]} == {
        "bracke": 12, "krokom": 12, "stromsund": 12, "are": 8, "ragunda": 8, "berg": 8, "harjedalen": 8,
    }  # fmt: skip


def test_två_anslutningar_samma_år_räknas_i_hela_månader():
    """2018 anslöt fem kommuner i april och två i juli; regionen och Åre var med hela året."""
    svar = _json("fördela", "468091", "--nyckel", "lika", "--år", "2018")
    assert {d["part"]: d["månader"] for d in svar["delar"]} == {
        "region": 12, "are": 12, "berg": 9, "krokom": 9, "ragunda": 9, "stromsund": 9, "ostersund": 9, "bracke": 6,
        "harjedalen": 6,
    }  # fmt: skip
    assert sum(d["belopp_öre"] for d in svar["delar"]) == 46_809_100


def test_majskillnaderna_är_tillsammans_noll():
    svar = _json(*ELEVER)
    assert sum(d["skillnad_öre"] for d in svar["delar"]) == 0
    assert any(d["skillnad_öre"] for d in svar["delar"])
    assert svar["januari_öre"] == svar["summa_öre"] == 10_000_000


def test_jämförelsen_visar_kronor_och_procent():
    j = _json(*FOLKMÄNGD, "--jämför", "lika")["jämförelse"]
    åre = next(d for d in j["delar"] if d["part"] == "are")
    region = next(d for d in j["delar"] if d["part"] == "region")
    assert (åre["belopp_öre"], åre["jämförd_öre"], åre["skillnad_öre"]) == (918_700, 1_111_200, -192_500)
    assert Fraction(åre["skillnad"]) == Fraction(-192_500, 1_111_200)
    assert (region["belopp_öre"], region["jämförd_öre"]) == (0, 1_111_100)
    assert sum(d["skillnad_öre"] for d in j["delar"]) == 0
    assert (j["summa"]["belopp_öre"], j["summa"]["jämförd_öre"]) == (10_000_000, 10_000_000)
    annat_år = _json("fördela", "100", "--nyckel", "lika", "--jämför", "2018")["jämförelse"]
    assert (annat_år["år"], annat_år["nyckel"]["namn"]) == (2018, "lika")


def test_ett_annat_år_jämförs_med_det_årets_eget_belopp():
    """Avgiften halverades mellan 2020 och 2021: det är skillnaden, inte noll."""
    (bas,) = _json("fördela", "--nyckel", "lika", "--år", "2021", "--jämför", "2020")["fördelningar"]
    assert bas["jämförelse"]["belopp_öre"] == 91_440_000
    assert {d["skillnad_öre"] for d in bas["jämförelse"]["delar"]} == {-5_080_000}
    text = " ".join(dokument("fördela", "--nyckel", "lika", "--år", "2021", "--jämför", "2020").decode().split())
    assert "Jämförelsen delar 914 400 kr, som är beloppet 2020." in text
    assert "Summa 457 200 914 400 -457 200 -50,0 %" in text


def test_jämförelsen_gäller_samma_som_deltar():
    j = _json("fördela", "900", "--nyckel", "lika", "--parter", "are,berg", "--jämför", "folkmängd")["jämförelse"]
    assert {d["part"] for d in j["delar"]} == {"are", "berg"}
    j = _json("fördela", "900", "--vikt", "are=2", "--vikt", "berg=1", "--jämför", "lika")["jämförelse"]
    assert {d["part"]: d["jämförd_öre"] for d in j["delar"]} == {"are": 45_000, "berg": 45_000}


def test_egna_vikter_parter_och_rest():
    svar = _json("fördela", "1000", "--vikt", "are=3", "--vikt", "Bergs kommun=1,5", "--rest", "behåll")
    assert {d["part"]: d["belopp_öre"] for d in svar["delar"]} == {"are": 66_600, "berg": 33_300}
    assert svar["rest_öre"] == 100
    till = _json("fördela", "1000", "--nyckel", "lika", "--parter", "are,berg,krokom", "--rest", "till=krokom")
    assert {d["part"]: d["belopp_öre"] for d in till["delar"]} == {"are": 33_300, "berg": 33_300, "krokom": 33_400}
    assert till["rest_till"] == "Krokoms kommun"


def test_ören_under_en_krona_nämns():
    svar = _json("fördela", "100,50", "--nyckel", "lika")
    assert svar["rest_öre"] == 50
    assert "0,50 kr är kvar, mindre än en krona" in " ".join(
        dokument("fördela", "100,50", "--nyckel", "lika").decode().split()
    )
    assert _json("fördela", "100,50", "--nyckel", "lika", "--enhet", "öre")["rest_öre"] == 0


INITIATIV = """
nycklar:
  - id: yta
    typ: överenskommen
    benämning: Landareal
    enhet: km2
    exempeldata: ja
    värden:
      - part: are
        värde: 7 262,5
      - part: berg
        värde: 5 723
      - part: krokom
        värde: 6 140
    beslut: 2021-12-06 § 5
initiativ:
  - id: dso
    typ: gemensamt
    namn: Dataskyddsombud
    belopp: 600 tkr
    fördelningsnyckel: yta
    parter:
      - part: are
      - part: berg
        från: 2022-04-01
      - part: krokom
    tak:
      - part: are
        högst: 30 %
        beslut: 2021-12-06 § 6
  - id: gis
    typ: köp-sälj
    namn: GIS
    säljare: ostersund
    pris: 850,50 kr
    påslag: 12,5 %
    köpare:
      - part: are
        antal: 33,3
      - part: berg
        antal: 7
  - id: eu
    typ: extern
    namn: EU-projekt
    belopp: 2 mnkr
    medfinansiering: yta
    parter:
      - part: are
      - part: berg
    stöd:
      - från: Tillväxtverket
        belopp: 1 000 000,01 kr
        tillstånd: beviljat
"""


@pytest.fixture
def initiativ(tmp_path):
    shutil.copytree(ROT / "data", tmp_path / "data")
    (tmp_path / "data" / "budgetar" / "2022.yaml").write_text(INITIATIV, encoding="utf-8")
    return tmp_path


def test_initiativ_med_en_överenskommen_nyckel_delar_av_året_och_tak(initiativ):
    text = dokument("fördela", "--nyckel", "yta", cwd=initiativ).decode()
    assert text.splitlines()[0] == "Budgetår 2022, det senaste som har nyckeln yta"
    assert "Åre kommun betalar högst 30 % enligt beslut 2021-12-06 § 6; resten delas" in " ".join(text.split())
    dso, eu = json.loads(dokument("fördela", "--nyckel", "yta", "--format", "json", cwd=initiativ))["fördelningar"]
    # Åre stannar på taket, 180 000 kr; resten delas som 5 723 × 9 mot 6 140 × 12 månader.
    assert {d["part"]: d["belopp_öre"] for d in dso["delar"]} == {
        "are": 18_000_000,
        "berg": 17_280_500,
        "krokom": 24_719_500,
    }
    assert [d["tak"] for d in dso["delar"]] == [True, False, False]
    assert (eu["slag"], eu["stöd_öre"], eu["belopp_öre"], eu["rest_öre"]) == ("extern", 100_000_001, 99_999_999, 99)


def test_köp_och_sälj_visar_säljaren_och_är_tillsammans_noll(initiativ):
    (gis,) = json.loads(dokument("fördela", "--nyckel", "kop-salj", "--format", "json", cwd=initiativ))["fördelningar"]
    # 40,3 timmar × 850,50 kr × 1,125 = 38 559,54 kr
    assert (gis["belopp_öre"], gis["säljare_öre"], gis["viktenhet"]) == (3_855_954, -3_855_954, "timmar")
    assert sum(d["belopp_öre"] for d in gis["delar"]) + gis["säljare_öre"] == 0
    text = dokument("fördela", "--nyckel", "köp-sälj", cwd=initiativ).decode()
    assert "Kvot, öre" in text
    assert "(säljare)" in text
    assert "Hela öre" in text
    budgeten = " ".join(dokument("budget", "2022", cwd=initiativ).decode().split())
    assert "GIS köp-sälj 38 559,54" in budgeten
    for val in (("--jämför", "lika"), ("--enhet", "krona"), ("--rest", "behåll")):
        svar = gns("fördela", "--nyckel", "köp-sälj", *val, cwd=initiativ)
        assert (svar.returncode, "räknas i ören" in svar.stderr.decode()) == (2, True)


def test_taket_gäller_också_i_jämförelsen(initiativ):
    svar = json.loads(dokument("fördela", "--nyckel", "yta", "--jämför", "lika", "--format", "json", cwd=initiativ))
    dso = svar["fördelningar"][0]["jämförelse"]
    assert next(d["jämförd_öre"] for d in dso["delar"] if d["part"] == "are") == 18_000_000


@pytest.mark.parametrize(
    ("tillstånd", "delas", "mening"),
    [
        ("beviljat", 99_999_999, "Stöd från Tillväxtverket, 1 000 000,01 kr: beviljat, och avräknat före delningen."),
        ("sökt", 200_000_000, "Stöd från Tillväxtverket, 1 000 000,01 kr: sökt, och inte avräknat."),
        ("avslaget", 200_000_000, "Stöd från Tillväxtverket, 1 000 000,01 kr: avslaget, och inte avräknat."),
    ],
)
def test_stödet_visas_med_hur_det_har_gått(initiativ, tillstånd, delas, mening):
    fil = initiativ / "data" / "budgetar" / "2022.yaml"
    fil.write_text(INITIATIV.replace("tillstånd: beviljat", f"tillstånd: {tillstånd}"), encoding="utf-8")
    (eu,) = json.loads(dokument("fördela", "--nyckel", "extern", "--format", "json", cwd=initiativ))["fördelningar"]
    assert eu["belopp_öre"] == delas
    assert mening in " ".join(dokument("fördela", "--nyckel", "extern", cwd=initiativ).decode().split())
    budgeten = " ".join(dokument("budget", "2022", "--format", "md", cwd=initiativ).decode().split())
    assert f"stöd från Tillväxtverket 1 000 000,01 kr ({tillstånd})" in budgeten


def test_exempeldata_står_på_den_tabell_som_har_det():
    text = dokument(*FOLKMÄNGD, "--jämför", "budgetomslutning").decode()
    assert "EXEMPELDATA" in text
    assert "Delning, 100 000 kr\n" in text
    assert "Jämfört med budgetomslutning 2021 (exempeldata)" in text


def test_en_vikt_i_kommandot_sägs_och_gäller_bara_den_som_deltar():
    text = " ".join(dokument(*FOLKMÄNGD, "--vikt", "are=1").decode().split())
    assert "Vikten för Åre kommun är skriven i kommandot och kommer inte ur nyckeln." in text
    svar = gns(*FOLKMÄNGD, "--vikt", "region=3")
    assert (svar.returncode, svar.stdout) == (2, b"")
    assert "region har en vikt men deltar inte" in svar.stderr.decode()


def test_ett_underskott_sägs_som_ett_sådant():
    text = " ".join(dokument("fördela", "-100", "--nyckel", "lika").decode().split())
    assert "En krona av underskottet blev över" in text


def test_kontrollen_i_kalkylbladet_räknar_med_det_som_är_kvar(initiativ):
    """Kontrollen är summan och det som är kvar mot beloppet, och vid köp och sälj köparna och säljaren."""
    for ord_, mönster in (
        (("fördela", "100001,50", "--nyckel", "lika", "--enhet", "krona"), r"G\d+\+G\d+-\(100001\.5\)"),
        (("fördela", "--nyckel", "köp-sälj"), r"G\d+\+G\d+"),
    ):
        data = dokument(*ord_, "--format", "xlsx", cwd=initiativ)
        with zipfile.ZipFile(io.BytesIO(data)) as arkiv:
            formler = re.findall(r"<f>([^<]+)</f>", arkiv.read("xl/worksheets/sheet1.xml").decode())
        assert re.fullmatch(mönster, formler[-1]), formler


def test_den_som_har_ett_tak_kan_inte_få_resten(initiativ):
    svar = gns("fördela", "--nyckel", "yta", "--rest", "till=are", cwd=initiativ)
    assert (svar.returncode, svar.stdout) == (2, b"")
    assert "kan inte få resten" in svar.stderr.decode()


def test_varje_initiativ_får_sitt_blad(initiativ):
    data = dokument("fördela", "--nyckel", "yta", "--format", "xlsx", cwd=initiativ)
    assert CalamineWorkbook.from_filelike(io.BytesIO(data)).sheet_names == ["Dataskyddsombud", "EU-projekt"]


# Exempeldata sägs på varje sida, blad och tabell, och i json.


def test_exempeldata_på_varje_sida_i_pdf():
    sidor = PdfReader(io.BytesIO(dokument(*ELEVER, "--jämför", "lika", "--format", "pdf"))).pages
    assert len(sidor) > 1
    assert all("EXEMPELDATA" in sida.extract_text() for sida in sidor)


def test_exempeldata_i_varje_annat_format():
    jämfört = (*ELEVER, "--jämför", "lika")
    tabeller = 3
    for format in ("text", "md", "html"):
        text = dokument(*jämfört, "--format", format).decode()
        assert "EXEMPELDATA" in text
        assert text.count("(exempeldata)") >= tabeller
    assert _json(*jämfört)["exempeldata"] is True
    assert docx_text(dokument(*jämfört, "--format", "docx")).count("(exempeldata)") >= tabeller
    with zipfile.ZipFile(io.BytesIO(dokument(*jämfört, "--format", "docx"))) as arkiv:
        huvuden = [n for n in arkiv.namelist() if n.startswith("word/header")]
        assert huvuden
        assert all("EXEMPELDATA" in arkiv.read(n).decode() for n in huvuden)
    rader = dokument(*jämfört, "--format", "csv").decode("utf-8-sig").split("\r\n")
    assert {rad.rsplit(";", 1)[1] for rad in rader if rad} == {"märkning", "EXEMPELDATA"}
    bok = CalamineWorkbook.from_filelike(io.BytesIO(dokument(*jämfört, "--format", "xlsx")))
    for namn in bok.sheet_names:
        assert ["EXEMPELDATA"] in [[c for c in rad if c] for rad in bok.get_sheet_by_name(namn).to_python()]


def test_en_verklig_nyckel_är_inte_exempeldata_och_har_sin_källa():
    text = dokument(*FOLKMÄNGD).decode()
    assert "EXEMPELDATA" not in text
    assert "Källa: SCB, folkmängd 31 december 2020" in text
    assert _json(*FOLKMÄNGD)["exempeldata"] is False


@pytest.mark.parametrize("format", ["text", "md", "html", "pdf", "docx", "xlsx", "csv", "json"])
def test_samma_byte_varje_gång(format):
    ord_ = (*ELEVER, "--jämför", "lika", "--format", format)
    assert dokument(*ord_, TZ="Pacific/Kiritimati", PYTHONHASHSEED="1") == dokument(*ord_, TZ="UTC", PYTHONHASHSEED="2")
