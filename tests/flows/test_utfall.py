"""Utfallet ur redovisningens rapport: allt eller inget, stämt av, och aldrig gissat."""

import re
import shutil

import pytest
import xlsxwriter
import yaml

from tests.hjalp import ROT, gns

RAPPORT = """Huvudbok per 2019-04-30;;
Konto;Benämning;Utfall
3690;Bidrag;-914 400,00
4010;Löner;165 000,00
5010;Lokalhyra;14 333,50
;Summa;-735 066,50
"""
KOPPLING = """
koppling:
  - konto: 3690
    rad: Basarvode
  - konto: 4000–4099
    rad: Lön arbetad tid
"""


@pytest.fixture
def arkiv(tmp_path):
    shutil.copytree(ROT / "data", tmp_path / "data")
    return tmp_path


def _läs(arkiv, text=RAPPORT, *mer, fil="huvudbok.csv"):
    (arkiv / fil).write_text(text, encoding="utf-8")
    return gns("utfall", fil, *mer, cwd=arkiv)


def _post(arkiv, år=2019):
    return yaml.load((arkiv / "data" / "utfall" / f"{år}.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def test_utfallet_visas_och_skrivs_först_när_någon_har_sagt_ja(arkiv):
    svar = _läs(arkiv, RAPPORT, "--omvända-tecken")
    assert svar.returncode == 0, svar.stderr.decode()
    assert "Inget är skrivet." in svar.stderr.decode()
    assert not (arkiv / "data" / "utfall").exists()
    text = svar.stdout.decode()
    assert "Konton som inte hör till någon budgetrad" in text
    assert "Raderna är tillsammans -735 066,50 kr, som rapportens summa." in text
    assert _läs(arkiv, RAPPORT, "--omvända-tecken", "--fråga-inte").returncode == 0
    post = _post(arkiv)
    assert (post["omvända_tecken"], [p["per"] for p in post["perioder"]]) == ("ja", ["2019-04-30"])
    assert post["perioder"][0]["rader"][2] == {"konto": "5010", "namn": "Lokalhyra", "belopp": "14 333,50 kr"}
    assert gns("formatera", "--kontrollera", cwd=arkiv).returncode == 0


def test_kopplingen_i_posten_gäller_nästa_gång_och_perioderna_är_i_ordning(arkiv):
    _läs(arkiv, RAPPORT, "--omvända-tecken", "--fråga-inte")
    fil = arkiv / "data" / "utfall" / "2019.yaml"
    fil.write_text(
        fil.read_text(encoding="utf-8").replace("perioder:", f"{KOPPLING.strip()}\nperioder:  # ekonomens"),
        encoding="utf-8",
    )
    svar = _läs(arkiv, RAPPORT.replace("2019-04-30", "2019-03-31"), "--fråga-inte", fil="mars.csv")
    assert svar.returncode == 0, svar.stderr.decode()
    text = svar.stdout.decode()
    assert re.search(r"Basarvode +914 400 +914 400 +0\n", text)  # med budgetens tecken
    assert re.search(r"Lön arbetad tid +-495 000 +-165 000 +-330 000\n", text)
    assert re.search(r"\n5010 +Lokalhyra +14 333,50\n", text)
    post = _post(arkiv)
    assert [p["per"] for p in post["perioder"]] == ["2019-03-31", "2019-04-30"]
    assert "# ekonomens" in fil.read_text(encoding="utf-8")
    assert gns("formatera", "--kontrollera", cwd=arkiv).returncode == 0


def test_ett_kalkylblad_läses_som_en_csv(arkiv):
    bok = xlsxwriter.Workbook(arkiv / "april.xlsx")
    blad = bok.add_worksheet()
    for i, rad in enumerate(
        [
            ["Konto", "Kontonamn", "Saldo", "Projekt"],
            [3690, "Bidrag", -914400, "GNS"],
            ["5010 Hyra", None, 14333.5, None],
        ]
    ):
        blad.write_row(i, 0, rad)
    bok.close()
    svar = gns("utfall", "april.xlsx", "--per", "2019-04-30", "--fråga-inte", cwd=arkiv)
    assert svar.returncode == 0, svar.stderr.decode()
    assert _post(arkiv)["perioder"][0]["rader"] == [
        {"konto": "3690", "namn": "Bidrag", "belopp": "-914 400 kr", "projekt": "GNS"},
        {"konto": "5010", "namn": "Hyra", "belopp": "14 333,50 kr"},
    ]
    assert "Rapporten har ingen egen summa att stämma av mot" in svar.stdout.decode()


@pytest.mark.parametrize(
    ("ändring", "argument", "text"),
    [
        (("Konto;", "Kod;"), (), "huvudbok.csv har ingen rad med rubriker"),
        (("165 000,00", "hundra"), (), "huvudbok.csv:4:3: fel: 4010 har ”hundra”, som inte är något belopp"),
        (("165 000,00", ""), (), "4010 har inget belopp; skriv 0, eller öppna och spara filen"),
        (("165 000,00", "1.234"), (), "4010 har ”1.234”, som inte är något belopp, till exempel -1 234,50"),
        (("Huvudbok per 2019-04-30", "Huvudbok per 2019-04-30, 2020-04-30"), ("--per", "2021-04-30"), "huvudbok.csv är för 2020, inte 2021"),
        (("Huvudbok per 2019-04-30", "Huvudbok per 2098-04-30"), (), "2098-04-30 har inte varit än"),
        (("4010;", "lön;"), (), "”lön” är inget konto"),
        (("4010;", ";"), (), "raden har inget konto"),
        (("-735 066,50", "-735 066,51"), (), "raderna är tillsammans -735 066,50 kr, men summan i filen är -735 066,51 kr"),
        (("-735 066,50\n", "-735 066,50\n6000;x;1\n"), (), "raden står efter rapportens summa"),
        (("Huvudbok per 2019-04-30", "Huvudbok"), (), "huvudbok.csv säger inte vilken dag utfallet är till och med"),
        (("Huvudbok per 2019-04-30", "Huvudbok 2020"), ("--per", "2019-04-30"), "huvudbok.csv är för 2020, inte 2019"),
        (("Huvudbok per 2019-04-30", "2018 och 2019"), (), "huvudbok.csv nämner flera år: 2018, 2019"),
        (("", ""), ("--per", "2019-05-31"), "huvudbok.csv är per 2019-04-30, inte 2019-05-31"),
        (("Utfall\n", "Utfall;Saldo\n"), (), "huvudbok.csv har flera kolumner med belopp: Utfall, Saldo"),
        (("Utfall\n", "Utfall euro\n"), (), "huvudbok.csv säger en annan valuta än kronor"),
    ],
)  # fmt: skip
def test_det_som_är_fel_stoppar_allt(arkiv, ändring, argument, text):
    svar = _läs(arkiv, RAPPORT.replace(*ändring) if ändring[0] else RAPPORT, *argument, "--fråga-inte")
    assert svar.returncode == 2
    assert text in svar.stderr.decode()
    assert not (arkiv / "data" / "utfall").exists()


def test_ett_konto_som_heter_resultat_är_ingen_summa(arkiv):
    text = RAPPORT.replace("5010;Lokalhyra", "8010;Resultat från andelar")
    assert _läs(arkiv, text, "--fråga-inte").returncode == 0
    assert _post(arkiv)["perioder"][0]["rader"][2]["namn"] == "Resultat från andelar"


def test_samma_dag_läses_inte_in_två_gånger(arkiv):
    _läs(arkiv, RAPPORT, "--fråga-inte")
    före = (arkiv / "data" / "utfall" / "2019.yaml").read_bytes()
    svar = _läs(arkiv, RAPPORT, "--fråga-inte")
    assert svar.returncode == 2
    assert "utfallet per 2019-04-30 finns redan" in svar.stderr.decode()
    assert (arkiv / "data" / "utfall" / "2019.yaml").read_bytes() == före


@pytest.mark.parametrize(
    ("koppling", "text"),
    [
        ("  - konto: 4010\n    rad: Löner\n", "budgeten 2019 har ingen rad Löner"),
        ("  - konto: 40A\n    rad: Basarvode\n", "40A är inget konto och ingen följd av konton"),
        ("  - konto: 4099-4000\n    rad: Basarvode\n", "4099-4000 är inget konto och ingen följd av konton"),
        (
            "  - konto: 4000-4099\n    rad: Basarvode\n  - konto: 4010\n    rad: Kontorslokal\n",
            "4010 är redan kopplat till Basarvode",
        ),
    ],
)
def test_en_koppling_som_inte_går(arkiv, koppling, text):
    _läs(arkiv, RAPPORT, "--fråga-inte")
    fil = arkiv / "data" / "utfall" / "2019.yaml"
    fil.write_text(f"koppling:\n{koppling}{fil.read_text(encoding='utf-8')}", encoding="utf-8")
    svar = gns("kontrollera", cwd=arkiv)
    assert text in svar.stdout.decode() + svar.stderr.decode()
    assert svar.returncode in (1, 2)


UNDER = """Konto;Benämning;Utfall
;Intäkter;
3690;Bidrag;-914 400,00
;Summa intäkter;-914 400,00
;Kostnader;
4010;Löner;(100)
4020;Sociala avgifter;1.000,50-
;Delsumma löner;-1 100,50
Konto;Benämning;Utfall
5010;Lokalhyra;14 333,50
;Summa kostnader;13 233,00
;Årets resultat;-901 167,00
Utskriven 2019-05-04 av Eva Ek;;
;Sida 1 av 2;
"""


def test_delsummor_rubriker_och_sidfot_läses_som_redovisningen_skriver_dem(arkiv):
    svar = _läs(arkiv, UNDER, "--per", "2019-04-30", "--fråga-inte")
    assert svar.returncode == 0, svar.stderr.decode()
    (period,) = _post(arkiv)["perioder"]
    assert [r["belopp"] for r in period["rader"]] == ["-914 400 kr", "-100 kr", "-1 000,50 kr", "14 333,50 kr"]
    assert period["summa"] == "-901 167 kr"


@pytest.mark.parametrize(
    "summa", ["Delsumma löner;-1 100,5", "Summa intäkter;-914 400,00", "Summa kostnader;13 233,00"]
)
def test_en_delsumma_som_inte_är_någon_del_stoppar(arkiv, summa):
    namn, belopp = summa.split(";")
    svar = _läs(arkiv, UNDER.replace(summa, f"{namn};{belopp[:-1]}7"), "--per", "2019-04-30", "--fråga-inte")
    assert svar.returncode == 2
    assert "men summan i filen är" in svar.stderr.decode()


@pytest.mark.parametrize(
    "ovanför",
    ["Period 2019-01-01--2019-04-30;;\nUtskriven 2020-05-04;;", "Kontoplan 2017;;\n2019-01-01 - 2019-04-30;;",
     "Budget antagen 2018-12-18;;\nPeriod 2019-01-01 2019-04-30;;"],
)  # fmt: skip
def test_dagen_är_periodens_och_inte_utskriftens(arkiv, ovanför):
    svar = _läs(arkiv, RAPPORT.replace("Huvudbok per 2019-04-30;;", ovanför), "--fråga-inte")
    assert svar.returncode == 0, svar.stderr.decode()
    assert _post(arkiv)["perioder"][0]["per"] == "2019-04-30"


def test_omvända_tecken_stoppar_när_kopplingen_visar_dem(arkiv):
    (arkiv / "data" / "utfall").mkdir()
    fil = arkiv / "data" / "utfall" / "2019.yaml"
    fil.write_text(KOPPLING.lstrip(), encoding="utf-8")
    svar = _läs(arkiv, RAPPORT, "--fråga-inte")
    assert svar.returncode == 2
    assert "omvända tecken mot budgeten" in svar.stderr.decode()
    assert "lägg till --omvända-tecken" in svar.stderr.decode()
    fil.write_text(f"omvända_tecken: ja\n{KOPPLING.lstrip()}", encoding="utf-8")
    assert _läs(arkiv, RAPPORT, "--fråga-inte").returncode == 0
    rätta = RAPPORT.replace("-914 400,00", "914 400,00").replace("4010;Löner;", "4010;Löner;-")
    rätta = rätta.replace("-735 066,50", "763 733,50").replace("2019-04-30", "2019-08-31")
    svar = _läs(arkiv, rätta, "--fråga-inte")
    assert "ta bort omvända_tecken i data/utfall/2019.yaml" in svar.stderr.decode()


def test_kopplingen_kan_skrivas_före_det_första_utfallet(arkiv):
    (arkiv / "data" / "utfall").mkdir()
    fil = arkiv / "data" / "utfall" / "2019.yaml"
    fil.write_text(f"omvända_tecken: ja\n{KOPPLING.lstrip()}", encoding="utf-8")
    assert gns("kontrollera", "--regel", "POST-samband", cwd=arkiv).returncode == 0
    assert _läs(arkiv, RAPPORT, "--fråga-inte").returncode == 0
    assert [p["per"] for p in _post(arkiv)["perioder"]] == ["2019-04-30"]


def test_ett_konto_som_försvinner_sägs(arkiv):
    _läs(arkiv, RAPPORT, "--fråga-inte")
    augusti = (
        RAPPORT.replace("2019-04-30", "2019-08-31").replace("4010;Löner;165 000,00\n", "").replace("735 066", "900 066")
    )
    svar = _läs(arkiv, augusti, "--fråga-inte", fil="augusti.csv")
    assert "Konto 4010 fanns i perioden före men saknas här." in svar.stdout.decode()
    fynd = gns("kontrollera", "--regel", "EKONOMI-utfall", cwd=arkiv).stdout.decode()
    assert "konto 4010 fanns i perioden före men saknas per 2019-08-31" in " ".join(fynd.split())
    assert fynd.count("hör inte till någon budgetrad") == 2  # varje konto sägs en gång


def test_ett_år_utan_budgetår_sägs(arkiv):
    svar = _läs(arkiv, RAPPORT.replace("2019-04-30", "2022-04-30"))
    assert "Budgetåret 2022 finns inte i posterna" in " ".join(svar.stdout.decode().split())
