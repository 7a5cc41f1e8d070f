"""Avräkningen som handling: samma tal i varje format, det oförklarade sagt, och fel som säger vad man gör."""

import io
import json
import re
import shutil

import openpyxl
import pytest

from tests.hjalp import ROT, docx_text, dokument, gns, pdf_text

BERÄTTELSEN = ("745 000", "-328 000", "417 000", "51 091", "468 091", "-468 090")  # §§ 21–23 2020-12-18


@pytest.fixture
def arkiv(tmp_path):
    shutil.copytree(ROT / "data", tmp_path / "data")
    return tmp_path


def _vy(*argument, cwd=ROT):
    return json.loads(dokument("avräkning", *argument, "--format", "json", cwd=cwd))


@pytest.mark.parametrize("filformat", ["text", "md", "html", "pdf", "docx"])
def test_berättelsen_i_varje_format(filformat):
    ut = dokument("avräkning", "2020", "--från", "2018", "--format", filformat)
    text = {"pdf": pdf_text, "docx": docx_text}.get(filformat, bytes.decode)(ut)
    text = re.sub(r"<[^>]+>", "", text) if filformat == "html" else text
    text = " ".join(text.replace("\u00a0", " ").replace("\u202f", " ").replace("&#160;", " ").split())
    assert [tal for tal in BERÄTTELSEN if tal not in text] == []
    assert "Resultatet för 2019 är inte redovisat och kan vara förklaringen." in text
    assert "1 kr av 468 091 kr får ingen part" in text


def test_talen_i_json_går_ihop():
    vy = _vy("2020", "--från", "2018")
    assert (vy["saldo_öre"], vy["okända_resultat"], vy["första"]) == (100, [2019, 2020], 2018)
    for år in vy["år"]:
        assert sum(k["utgående_öre"] for k in år["konton"]) == år["summa"]["utgående_öre"]
    (åter,) = vy["återbetalningar"]
    assert (åter["belopp_öre"], åter["odelat_öre"], åter["grund"]) == (46_809_100, 100, "månader")
    assert sum(p["efter_inbetalt_öre"] for p in åter["parter"]) == 46_809_100
    assert [(r["kvar_öre"], r["upphör"]) for r in vy["reserveringar"]] == [(0, "2020-12-18 § 21 a")]


def test_från_väljer_bara_vad_som_visas():
    hela, ett = _vy("2020", "--från", "2018"), _vy("2020")
    assert [å["år"] for å in ett["år"]] == [2020]
    assert ett["år"][0] == hela["år"][-1]
    assert [r["datum"][:4] for r in ett["rörelser"]] == ["2020"] * 5


def test_kalkylbladet_har_riktiga_tal_och_en_rad_utan_part():
    bok = openpyxl.load_workbook(io.BytesIO(dokument("avräkning", "2020", "--format", "xlsx")))
    rader = [rad for blad in bok for rad in blad.iter_rows(values_only=True)]
    (utan_part,) = [rad for rad in rader if rad[0] == "Ingen part"]
    assert 51091 in utan_part
    assert dokument("avräkning", "2020", "--format", "xlsx") == dokument("avräkning", "2020", "--format", "xlsx")


def test_exempeldata_sägs(arkiv):
    fil = arkiv / "data" / "budgetar" / "2021.yaml"
    text = fil.read_text(encoding="utf-8")
    ny = "basfinansiering:\n  belopp: 457 200 kr\n  fördelningsnyckel: budgetomslutning\n  ursprung: fullmäktige\n"
    fil.write_text(
        text.replace("basfinansiering:\n  beslut: 2020-12-18 § 19 a\n", ny)
        + "redovisat:\n  - per: 2021-12-31\n    resultat: 90 kr\n    källa: bokslutet\n",
        encoding="utf-8",
    )
    vy = _vy("2021", cwd=arkiv)
    assert (vy["exempeldata"], vy["år"][0]["exempeldata"], vy["år"][0]["grund"]) == (True, True, "beslutat")
    text = dokument("avräkning", "2021", cwd=arkiv).decode()
    assert "EXEMPELDATA\n\nAvräkning 2021" in text
    assert "Konto 2021, kr (exempeldata)" in text


def test_inbetalningar_visas_med_kostnaden_och_den_som_har_gått_ska_regleras(arkiv):
    fil = arkiv / "data" / "budgetar" / "2021.yaml"
    parter = ("region", "berg", "bracke", "harjedalen", "krokom", "ragunda", "stromsund", "are", "ostersund")
    betalt = "inbetalningar:\n" + "".join(
        f"  - nr: v{n}\n    part: {part}\n    datum: 2021-01-29\n    belopp: 10 000 kr\n"
        for n, part in enumerate(parter)
    )
    resultat = "redovisat:\n  - per: 2021-12-31\n    resultat: 900 kr\n    källa: bokslutet\n"
    fil.write_text(fil.read_text(encoding="utf-8") + betalt + resultat, encoding="utf-8")
    nämnd = arkiv / "data" / "namnd.yaml"
    post = nämnd.read_text(encoding="utf-8")
    nämnd.write_text(
        post.replace(
            "orgnr: 212000-2478\n    från: 2018-04-01", "orgnr: 212000-2478\n    från: 2018-04-01\n    till: 2021-06-30"
        ),
        encoding="utf-8",
    )
    vy = _vy("2021", cwd=arkiv)
    are = next(k for k in vy["år"][0]["konton"] if k["part"] == "are")
    assert (are["inbetalt_öre"], are["kostnad_öre"], are["resultat_öre"]) == (1_000_000, 990_000, 10_000)
    assert [(r["namn"], r["till"]) for r in vy["att_reglera"]] == [("Krokoms kommun", "2021-06-30")]
    text = dokument("avräkning", "2021", cwd=arkiv).decode()
    assert "Att reglera\n-----------" in text
    assert "Det som är kvar att få (minus: att betala)" in text


@pytest.mark.parametrize(
    ("argument", "text"),
    [
        (("2017",), "det finns inget budgetår 2017\n  råd: budgetår som finns: 2018, 2019, 2020, 2021"),
        (("2020", "--från", "2017"), "det finns inget budgetår 2017 att börja från"),
        (("2019", "--från", "2020"), "--från 2020 är efter 2019\n  råd: skriv gns avräkning 2020 --från 2019"),
        (("2020", "--från", "tjugo"), "”tjugo” är inget år"),
    ],
)
def test_fel_säger_vad_man_gör(argument, text):
    svar = gns("avräkning", *argument)
    assert svar.returncode == 2
    assert text in svar.stderr.decode()
    assert svar.stdout == b""


@pytest.mark.parametrize(
    ("tillägg", "text"),
    [
        ("inbetalningar:\n  - nr: 1\n    part: kiruna\n    datum: 2021-01-29\n    belopp: 1 kr\n", "kiruna"),
        (
            "inbetalningar:\n" + "  - nr: 1\n    part: are\n    datum: 2021-01-29\n    belopp: 1 kr\n" * 2,
            "betalningen 1 står två gånger",
        ),
        (
            "inbetalningar:\n  - nr: 1\n    part: are\n    datum: 2021-01-30\n    belopp: 0 kr\n",
            "en betalning på 0 kr är ingen betalning",
        ),
        (
            "inbetalningar:\n  - nr: 1\n    part: are\n    datum: 2021-01-30\n    belopp: -5 kr\n",
            "are har fått tillbaka 5 kr mer än den har betalat in 2021",
        ),
        (
            "redovisat:\n" + "  - per: 2021-12-31\n    resultat: 1 kr\n    källa: x\n" * 2,
            "resultatet per 2021-12-31 står två gånger",
        ),
        (
            "användningar:\n  - vad: x\n    belopp: -1 kr\n    från_år: 2018\n    källa: x\n",
            "-1 kr är inte mer än 0 kr",
        ),
        (
            "användningar:\n  - vad: x\n    belopp: 1 kr\n    från_år: 2022\n    källa: x\n",
            "medlen kommer från 2022, efter 2021",
        ),
        (
            "användningar:\n  - vad: x\n    belopp: 1 kr\n    från_år: 2018\n    reservering: y\n    källa: x\n",
            "det finns ingen reservering y 2021 eller tidigare",
        ),
        (
            ("reserveringar:\n  - id: digital-samverkan\n    ändamål: x\n    belopp: 1 kr\n    från_år: 2018\n"
            "    beslut: 2021-02-08 § 4\n"),
            "digital-samverkan finns redan i data/budgetar/2020.yaml",
        ),
        (
            "reserveringar:\n  - id: r\n    ändamål: x\n    belopp: 1 kr\n    från_år: 2018\n    beslut: 2020-12-18 § 21 z\n",
            "§ 21 2020-12-18 har inget z i innebär",
        ),
        (
            ("reserveringar:\n  - id: r\n    ändamål: x\n    belopp: 1 kr\n    från_år: 2018\n    beslut: 2020-12-18 § 21 a\n"
            "    upphör: 2020-01-01\n"),
            "reserveringen upphör 2020-01-01, före 2020-12-18 § 21 a",
        ),
    ],
)  # fmt: skip
def test_poster_som_inte_går_ihop(arkiv, tillägg, text):
    fil = arkiv / "data" / "budgetar" / "2021.yaml"
    fil.write_text(fil.read_text(encoding="utf-8") + tillägg, encoding="utf-8")
    svar = gns("avräkning", "2021", cwd=arkiv)
    assert svar.returncode == 2
    assert text in svar.stderr.decode()
    assert svar.stdout == b""
