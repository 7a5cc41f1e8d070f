"""Ett budgetår ur ett kalkylblad: det lästa visas, fel sägs med sin rad, och inget skrivs halvt."""

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from gns.grund.belopp import läs_belopp
from gns.storage.yaml_las import läs_yaml
from tests.hjalp import ROT, dokument, gns

CSV = """Typ;Budget 2022, tkr;Kommentar;Konto
Bidrag;457,2;Parterna;3910
SUMMA INTÄKTER;457,2;;
Lön;-400;;5010
Resor;-57,2;;
SUMMA KOSTNADER;-457,2;;
TOTAL;0;;
"""


@pytest.fixture
def arkiv(tmp_path: Path) -> Path:
    shutil.copytree(ROT / "data", tmp_path / "data")
    return tmp_path


def _kör(arkiv: Path, innehåll: str, *ord_: str, namn: str = "b.csv"):
    (arkiv / namn).write_text(innehåll, encoding="utf-8")
    return gns("budgetår", "ny", "--från", namn, *ord_, cwd=arkiv)


def _filer(arkiv: Path) -> list[str]:
    return sorted(p.name for p in (arkiv / "data" / "budgetar").iterdir())


def _posten(arkiv: Path, år: int = 2022):
    return läs_yaml((arkiv / "data" / "budgetar" / f"{år}.yaml").read_bytes())


def test_utan_svar_visas_det_och_inget_skrivs(arkiv):
    svar = _kör(arkiv, CSV)
    assert svar.returncode == 0
    assert "SUMMA KOSTNADER" in svar.stdout.decode()
    assert "Inget är skrivet." in svar.stderr.decode()
    assert _filer(arkiv) == ["2018.yaml", "2019.yaml", "2020.yaml", "2021.yaml"]


def test_posten_har_raderna_summorna_och_kontona(arkiv):
    svar = _kör(arkiv, CSV, "--fråga-inte")
    assert (svar.returncode, svar.stderr.decode()) == (0, "Skrev data/budgetar/2022.yaml.\n")
    budget = _posten(arkiv)["budget"]
    assert (budget["enhet"], budget["källa"], budget["angivet_resultat"]) == ("tkr", "b.csv", "0 tkr")
    assert [g["namn"] for g in budget["grupper"]] == ["intäkter", "kostnader"]
    assert budget["grupper"][0]["rader"] == [
        {"namn": "Bidrag", "belopp": "457,2 tkr", "kommentar": "Parterna", "konto": "3910"}
    ]
    assert budget["grupper"][1]["angiven_summa"] == "-457,2 tkr"
    assert gns("formatera", "--kontrollera", "data/budgetar/2022.yaml", cwd=arkiv).returncode == 0
    assert "3910" in dokument("budget", "2022", cwd=arkiv).decode()


def test_ett_år_som_redan_finns_rörs_inte(arkiv):
    före = (arkiv / "data" / "budgetar" / "2019.yaml").read_bytes()
    svar = _kör(arkiv, CSV.replace("2022", "2019"), "--fråga-inte")
    assert (svar.returncode, svar.stdout) == (2, b"")
    assert "budgetåret 2019 finns redan" in svar.stderr.decode()
    assert (arkiv / "data" / "budgetar" / "2019.yaml").read_bytes() == före


@pytest.mark.parametrize(
    ("gammalt", "nytt", "meningar"),
    [
        ("Lön;-400", "Lön;fyra", ["b.csv:4:2: fel: Lön har ”fyra”, som inte är något belopp"]),
        ("Lön;-400", "Lön;1e5", ["Lön har ”1e5”, som inte är något belopp"]),
        ("Lön;-400", "Lön;-400,123456", ["Lön har ”-400,123456”"]),
        ("Lön;-400", ";-400", ["b.csv:4:1: fel: raden har inget namn"]),
        ("Lön;-400", "Lön;", ["Lön har inget belopp"]),
        ("Lön;-400", "L\x07n;-400", ["b.csv:4:1: fel: raden har tecknet U+0007, som inte får stå i en post"]),
        ("Lön;-400", "Lön;x\nBil;y", ["b.csv:4:2", "b.csv:5:2", "2 fel i 1 fil."]),
        (
            "KOSTNADER;-457,2",
            "KOSTNADER;-457,3",
            ["summan för kostnader är -457,3 tkr i filen, men raderna är -457,2 tkr"],
        ),
        ("TOTAL;0", "TOTAL;1", ["b.csv:7:2: fel: summan för hela budgeten är 1 tkr i filen, men raderna är 0 tkr"]),
        ("Lön;-400", "Lönekostnader;", ["Lönekostnader har inget belopp"]),
        ("TOTAL;0", "TOTAL;0;;\n\nLön;okänt", ["b.csv:9:2: fel: Lön har ”okänt”"]),
        ("TOTAL;0", "TOTAL;0;;\nResor;-1", ["b.csv:8:2: fel: Resor står efter summan för hela budgeten"]),
        ("Resor;-57,2;;", ";;mer om lönen;", ["b.csv:5:1: fel: raden har varken namn eller belopp"]),
        ("Lön;-400", "Summa resor;-9\nLön;-400", ["Summa resor är ingen summa av raderna ovanför den"]),
        ("INTÄKTER;457,2", "INTÄKTER;999", ["summan för intäkter är 999 tkr i filen, men raderna är 457,2 tkr"]),
        ("SUMMA INTÄKTER;457,2", "Total intäkter;999", ["summan för intäkter är 999 tkr i filen"]),
        ("Bidrag;", "Summa bidrag;1;;\nBidrag;", ["Summa bidrag är ingen summa av raderna ovanför den"]),
        ("Budget 2022, tkr", "Budget 2022, euro", ["b.csv säger en annan valuta än kronor"]),
        ("Budget 2022, tkr", "Budget 2022, tkr (mnkr)", ["b.csv säger flera enheter: tkr, mnkr"]),
        ("Typ;Budget 2022", "Utfall 2020 och 2021\nTyp;Budget", ["b.csv nämner flera år: 2020, 2021"]),
        (";-", ";", ["b.csv:6:2: fel: kostnader är tillsammans 457,2 tkr", "skriv kostnader med minustecken"]),
        ("Lön;-400", "Lön;-400 tkr,5", ["Lön har ”-400 tkr,5”"]),
        ("Lön;-400", "Delsumma lön;-1\nLön;-400", ["summan för Delsumma lön är -1 tkr i filen, men raderna är 0 tkr"]),
        ("Budget 2022, tkr;", "Budget 2021, tkr;Budget 2022, tkr;", ["flera kolumner med belopp"]),
        ("Typ;Budget 2022, tkr", "A;B", ["b.csv har ingen rad med rubriker"]),
        ("Budget 2022, tkr", "Budget", ["säger inte vilket år"]),
        ("Lön;-400", "Lön;-2 000 000 000", ["Lön har ”-2 000 000 000”"]),
    ],
)
def test_fel_i_filen_sägs_och_inget_skrivs(arkiv, gammalt, nytt, meningar):
    svar = _kör(arkiv, CSV.replace(gammalt, nytt), "--fråga-inte")
    assert (svar.returncode, svar.stdout) == (2, b"")
    for mening in meningar:
        assert mening in svar.stderr.decode()
    assert "2022.yaml" not in _filer(arkiv)


@pytest.mark.parametrize(
    "innehåll",
    [
        CSV.replace("SUMMA INTÄKTER;457,2;;\n", "SUMMA INTÄKTER;457,2;;\n;;;\n"),  # en tom rad mellan grupperna
        CSV.replace("TOTAL", "Summa"),
        CSV.replace("TOTAL", "Totalsumma"),
        CSV.replace("TOTAL", "Årets resultat"),
        CSV.replace("TOTAL", "Summa:").replace("SUMMA INTÄKTER", "Summa intäkter:"),
        CSV.replace("SUMMA INTÄKTER", "Intäkter totalt").replace("SUMMA KOSTNADER", "Totala kostnader"),
        CSV.replace("SUMMA INTÄKTER;457,2;;\n", ""),  # bara kostnaderna har en summa
        CSV.replace("tkr", "tkr (tusental kronor)"),
        CSV.replace("Budget 2022, tkr", "Budget 2022 (kkr)"),
        "Belopp i tusen kronor\n" + CSV.replace("Budget 2022, tkr", "Budget 2022"),
        "Överskottet från 2021 var 745 mnkr\n" + CSV,
        "Utskrivet 2021-11-30\nPlan för 2022\n" + CSV.replace("Budget 2022, tkr", "Budget, tkr"),
        'Typ,"Budget 2022, tkr",Kommentar\nBidrag,"457,2","a; b"\nLön,-400,\nResor,"-57,2",\n',
        CSV.replace("SUMMA INTÄKTER;457,2;;\n", "").replace("SUMMA KOSTNADER;-457,2;;\nTOTAL", "Summa"),
        CSV.replace("Bidrag;", "Intäkter;;;\nBidrag;").replace("Lön;", "Kostnader;;;\nLön;"),
        CSV.replace("Resor;", "Delsumma;-400;;\nResor;"),
        "Budget för 2022, tkr\n\n" + CSV.replace("Budget 2022, tkr", "Belopp"),
        CSV.replace("Budget 2022, tkr", "Budget 2022 (TKR)"),
        CSV.replace("tkr", "mnkr").replace("457,2", "0,4572").replace("-400", "-0,4").replace("-57,2", "-0,0572"),
        CSV.replace(";", "\t"),
        CSV + "\nTjänst;Belopp;;\nEkonom;1;;\n",  # en annan tabell under
    ],
)
def test_samma_budget_skriven_på_olika_sätt(arkiv, innehåll):
    svar = _kör(arkiv, innehåll, "--fråga-inte")
    assert svar.returncode == 0, svar.stderr.decode()
    rader = [
        (g["namn"], r["namn"], läs_belopp(r["belopp"]).öre)
        for g in _posten(arkiv)["budget"]["grupper"]
        for r in g["rader"]
    ]
    assert rader == [
        ("intäkter", "Bidrag", 45_720_000), ("kostnader", "Lön", -40_000_000), ("kostnader", "Resor", -5_720_000),
    ]  # fmt: skip


def test_rader_som_inte_lästes_sägs(arkiv):
    svar = _kör(arkiv, CSV + "\nTjänst;Belopp;;\nEkonom;1;;\n", "--fråga-inte")
    assert "Rad 9 och de efter den lästes inte: där börjar en annan tabell." in svar.stderr.decode()


def test_ett_annat_år_än_filens(arkiv):
    svar = _kör(arkiv, CSV, "2023", "--fråga-inte")
    assert (svar.returncode, "b.csv har budgeten för 2022, inte 2023" in svar.stderr.decode()) == (2, True)
    titel = "Budget 2022\n" + CSV.replace("Budget 2022, tkr", "Belopp, tkr")
    svar = _kör(arkiv, titel, "2023", "--fråga-inte")
    assert (svar.returncode, "b.csv har budgeten för 2022, inte 2023" in svar.stderr.decode()) == (2, True)
    assert "2023.yaml" not in _filer(arkiv)


def test_excels_unicode_text_läses(arkiv):
    (arkiv / "b.csv").write_bytes(CSV.replace(";", "\t").encode("utf-16"))
    assert gns("budgetår", "ny", "--från", "b.csv", "--fråga-inte", cwd=arkiv).returncode == 0
    assert _posten(arkiv)["budget"]["grupper"][0]["rader"][0]["namn"] == "Bidrag"


def test_en_fil_som_inte_går_att_läsa(arkiv):
    for namn, text in (("b.txt", "varken .xlsx eller .csv"), ("b.xlsx", "går inte att läsa som ett kalkylblad")):
        svar = _kör(arkiv, CSV, "--fråga-inte", namn=namn)
        assert (svar.returncode, text in svar.stderr.decode()) == (2, True)
    assert "finns inte" in gns("budgetår", "ny", "--från", "saknas.csv", cwd=arkiv).stderr.decode()
    assert "lägg till --från FIL" in gns("budgetår", "ny", cwd=arkiv).stderr.decode()


def test_den_egna_budgeten_går_fram_och_tillbaka_genom_xlsx_och_csv(arkiv):
    före = dokument("budget", "2019", "--format", "json", cwd=arkiv).decode()
    for ändelse in ("xlsx", "csv"):
        dokument("budget", "2019", "--ut", f"ut.{ändelse}", cwd=arkiv)
        (arkiv / "data" / "budgetar" / "2019.yaml").rename(arkiv / "sparad.yaml")
        svar = gns("budgetår", "ny", "--från", f"ut.{ändelse}", "--fråga-inte", cwd=arkiv)
        assert svar.returncode == 0, svar.stderr.decode()
        efter = dokument("budget", "2019", "--format", "json", cwd=arkiv).decode()
        assert _öre(efter) == _öre(före)
        (arkiv / "sparad.yaml").rename(arkiv / "data" / "budgetar" / "2019.yaml")


def _öre(text: str) -> list[tuple[str, int]]:
    import json

    return [(r["namn"], r["belopp_öre"]) for g in json.loads(text)["tabell"]["grupper"] for r in g["rader"]]


def test_excels_tal_läses_som_excel_visar_dem(arkiv):
    """0,1 + 0,2 är inte 0,3 i ett flyttal; femton siffror är vad Excel visar."""
    bok = xlsxwriter.Workbook(str(arkiv / "b.xlsx"))
    blad = bok.add_worksheet()
    for i, rad in enumerate(
        [["Titel"], [], ["Benämning", "Belopp 2022"], ["Resor", -(0.1 + 0.2)], ["Lön", -46400.5], ["Bidrag", 50000]]
    ):
        blad.write_row(i, 0, rad)
    blad.write_formula(6, 0, '=HYPERLINK("http://x")', None, "Formel")
    blad.write_number(6, 1, 1)
    bok.close()
    svar = gns("budgetår", "ny", "--från", "b.xlsx", "--fråga-inte", cwd=arkiv)
    assert svar.returncode == 0, svar.stderr.decode()
    rader = [r for g in _posten(arkiv)["budget"]["grupper"] for r in g["rader"]]
    assert [(r["namn"], r["belopp"]) for r in rader] == [
        ("Bidrag", "50 000 kr"), ("Formel", "1 kr"), ("Resor", "-0,30 kr"), ("Lön", "-46 400,50 kr"),
    ]  # fmt: skip


def _xlsx(arkiv: Path, rader: Sequence[list[Any]], *, dolda: Sequence[list[Any]] | None = None) -> None:
    bok = xlsxwriter.Workbook(str(arkiv / "b.xlsx"))
    for innehåll, dolt in ((dolda, True), (rader, False)):
        if innehåll is not None:
            blad = bok.add_worksheet()
            for i, rad in enumerate(innehåll):
                blad.write_row(i, 0, rad)
            if dolt:
                blad.hide()
            else:
                blad.activate()
                blad.set_first_sheet()
    bok.close()


def test_dolda_blad_läses_inte(arkiv):
    synligt: list[list[Any]] = [["Typ", "Budget 2022"], ["Bidrag", 100]]
    _xlsx(arkiv, synligt, dolda=[["Typ", "Budget 2022"], ["Gammalt", 5]])
    assert gns("budgetår", "ny", "--från", "b.xlsx", "--fråga-inte", cwd=arkiv).returncode == 0
    assert [r["namn"] for g in _posten(arkiv)["budget"]["grupper"] for r in g["rader"]] == ["Bidrag"]


def test_året_i_kommandot_väljer_kolumn(arkiv):
    _xlsx(arkiv, [["Typ", "Budget 2021", "Budget 2022"], ["Bidrag", 100, 200]])
    utan = gns("budgetår", "ny", "--från", "b.xlsx", "--fråga-inte", cwd=arkiv)
    assert (utan.returncode, "flera kolumner med belopp: Budget 2021, Budget 2022" in utan.stderr.decode()) == (2, True)
    assert gns("budgetår", "ny", "2022", "--från", "b.xlsx", "--fråga-inte", cwd=arkiv).returncode == 0
    assert _posten(arkiv)["budget"]["grupper"][0]["rader"][0]["belopp"] == "200 kr"


def test_en_cell_långt_bort_stoppar_inget_och_för_många_rader_sägs(arkiv):
    bok = xlsxwriter.Workbook(str(arkiv / "b.xlsx"))
    blad = bok.add_worksheet()
    blad.write_row(0, 0, ["Typ", "Budget 2022"])
    blad.write_row(1, 0, ["Bidrag", 100])
    blad.write_string(1_048_575, 16_383, "x")
    bok.close()
    assert gns("budgetår", "ny", "--från", "b.xlsx", "--fråga-inte", cwd=arkiv).returncode == 0
    rader: list[list[Any]] = [["Typ", "Budget 2023"], *([f"Rad {i}", 1] for i in range(10_001))]
    _xlsx(arkiv, rader)
    svar = gns("budgetår", "ny", "--från", "b.xlsx", "--fråga-inte", cwd=arkiv)
    assert (svar.returncode, "fler än 10000 rader" in svar.stderr.decode()) == (2, True)


def test_ett_osynligt_tecken_och_en_post_som_blir_för_stor(arkiv):
    svar = _kör(arkiv, CSV.replace("Lön", "L\u200bön"), "--fråga-inte")
    assert (svar.returncode, "U+200B" in svar.stderr.decode()) == (2, True)
    lång = "x" * 3_000
    stor = "Typ;Budget 2022;Kommentar\n" + "".join(f"Rad {i};1;{lång}\n" for i in range(400))
    svar = _kör(arkiv, stor, "--fråga-inte")
    assert (svar.returncode, "mer än 1 MB" in svar.stderr.decode()) == (2, True)
    assert "2022.yaml" not in _filer(arkiv)


@pytest.mark.parametrize("namn", ["2022.yml", "2022-ny.yaml"])
def test_en_fil_med_nästan_rätt_namn_finns_redan(arkiv, namn):
    (arkiv / "data" / "budgetar" / namn).write_text("beslut: 2020-12-18 § 18\n", encoding="utf-8")
    svar = _kör(arkiv, CSV, "--fråga-inte")
    assert (svar.returncode, "budgetåret 2022 finns redan" in svar.stderr.decode()) == (2, True)


def test_enheten_i_rubriken_går_före_texten_ovanför(arkiv):
    text = "Ingående balans är 745 tkr, alla andra belopp i tkr\n" + CSV.replace("Budget 2022, tkr", "Budget 2022, kr")
    assert _kör(arkiv, text, "--fråga-inte").returncode == 0
    assert _posten(arkiv)["budget"]["enhet"] == "kr"


def test_budgetrader_på_flera_blad_stoppar(arkiv):
    """Då är det oklart vilka som är budgeten; inget blad hoppas över i tysthet."""
    bok = xlsxwriter.Workbook(str(arkiv / "b.xlsx"))
    for namn, rad in (("Intäkter", ["Bidrag", 100]), ("Kostnader", ["Lön", -100])):
        blad = bok.add_worksheet(namn)
        blad.write_row(0, 0, ["Benämning", "Budget 2022"])
        blad.write_row(1, 0, rad)
    bok.close()
    svar = gns("budgetår", "ny", "--från", "b.xlsx", "--fråga-inte", cwd=arkiv)
    assert (svar.returncode, svar.stdout) == (2, b"")
    assert "b.xlsx har budgetrader på flera blad: Intäkter, Kostnader" in svar.stderr.decode()


def _grupperna(arkiv: Path) -> list[tuple[str, list[str]]]:
    return [(g["namn"], [r["namn"] for r in g["rader"]]) for g in _posten(arkiv)["budget"]["grupper"]]


@pytest.mark.parametrize(
    ("rader", "grupper"),
    [
        # En återbetalning är kvar bland intäkterna.
        (
            "Intäkter;\nBidrag;100\nÅterbetalning;-10\nNytt bidrag;5\nKostnader;\nLön;-95\nSumma;0",
            [("intäkter", ["Bidrag", "Återbetalning", "Nytt bidrag"]), ("kostnader", ["Lön"])],
        ),
        (
            "Bidrag;100\nÅterbetalning;-10\nSumma intäkter;90\nLön;-90\nSumma kostnader;-90",
            [("intäkter", ["Bidrag", "Återbetalning"]), ("kostnader", ["Lön"])],
        ),
        # En summa av grupper prövas, och blir ingen grupp.
        (
            "Bidrag;100\nSumma intäkter;100\nLön;-60\nSumma löner;-60\nHyra;-40\nSumma lokaler;-40\nSumma kostnader;-100\nResultat;0",
            [("intäkter", ["Bidrag"]), ("löner", ["Lön"]), ("lokaler", ["Hyra"])],
        ),
        # En rubrik som bekräftas av sin summa, och en avrundad slutsumma.
        (
            "Personal;\nLön;-60,4\nSumma personal;-60\nBidrag;60\nSumma;0",
            [("personal", ["Lön"]), ("intäkter", ["Bidrag"])],
        ),
        ("Resultat från 2021;20\nLön;-20\nResultat;0", [("intäkter", ["Resultat från 2021"]), ("kostnader", ["Lön"])]),
    ],
)
def test_grupperna_följer_filens_rubriker_och_summor(arkiv, rader, grupper):
    svar = _kör(arkiv, f"Benämning;Budget 2022, tkr\n{rader}\n", "--fråga-inte")
    assert svar.returncode == 0, svar.stderr.decode()
    assert _grupperna(arkiv) == grupper


def test_gruppen_i_en_egen_kolumn(arkiv):
    rader = "Typ;Namn;Budget 2022\nIntäkt;Bidrag;100\nKostnad;Lön;-60\nIntäkt;Avgift;20\nKostnad;Hyra;-60\n;Summa kostnad;-120\n"
    svar = _kör(arkiv, rader, "--fråga-inte")
    assert svar.returncode == 0, svar.stderr.decode()
    assert sorted(_grupperna(arkiv)) == [("intäkt", ["Bidrag", "Avgift"]), ("kostnad", ["Lön", "Hyra"])]
    rubriker = "Grupp;Benämning;Budget 2022\nPersonal;;\n;Lön;-60\nLokal;;\n;Hyra;-40\n"
    (arkiv / "data" / "budgetar" / "2022.yaml").unlink()
    assert _kör(arkiv, rubriker, "--fråga-inte").returncode == 0
    assert _grupperna(arkiv) == [("personal", ["Lön"]), ("lokal", ["Hyra"])]
