"""Registren på kommandoraden: formaten, valen, felen och att inget i posterna kan ställa till något."""

import csv
import io
import json
import os
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.kora import TYPER, Svar, gns, miljö, på_skärm
from tests.cli.test_felanvandning import ENGELSKA
from tests.registerarkiv import lägg_upp

LISTOR = [
    ["uppdrag"],
    ["beslut"],
    ["närvaro", "2020"],
    ["ärende", "lista"],
    ["delegation", "lista"],
]
ALLA = [*LISTOR, ["ärende", "visa", "GNS/2/2020"]]
Kör = Callable[..., Svar]


def riktigt(*ord: str | bytes, cwd: Path, typer: str = "nyaste", **mer: str) -> Svar:
    """``python -m gns`` genom alla våningar."""
    kommando = [sys.executable, "-m", "gns", *ord]
    svar = subprocess.run(kommando, capture_output=True, env=miljö(typer, **mer), cwd=cwd, timeout=60, check=False)
    return Svar(svar.returncode, svar.stdout, svar.stderr.decode(errors="surrogateescape"))


@pytest.fixture
def kör(tmp_path: Path) -> Kör:
    """Ett kommando i det lilla arkivet."""
    lägg_upp(tmp_path)

    def kör_här(*ord: str, **mer: str) -> Svar:
        return riktigt(*ord, cwd=tmp_path, **mer)

    return kör_här


@pytest.mark.parametrize("typer", TYPER)
@pytest.mark.parametrize("ord", ALLA, ids=" ".join)
def test_varje_register_som_text_på_standard_ut(tmp_path, ord, typer):
    svar = riktigt(*ord, cwd=lägg_upp(tmp_path), typer=typer)
    assert (svar.kod, svar.fel) == (0, "")
    assert svar.ut.endswith("\n")
    assert max(map(len, svar.ut.splitlines())) <= 80
    assert "\x1b" not in svar.ut


def test_uppdragen_som_text(kör):
    assert kör("uppdrag", "--per", "2020-12-31", COLUMNS="100").ut.splitlines() == [
        "Uppdrag           Till         Senast      Tillstånd                       Vad",
        "2019-06-03        e-strategen              återtaget 2020-09-07 § 4 (inte  (gavs utanför arkivet)",
        "                                           justerat)",
        "2020-05-04 § 1 a  chefen       2020-08-01  försenat, redovisat 2020-09-07  se över avtalet",
        "                                           (inte justerat)",
    ]


def test_besluten_som_text_visar_delbeslut_listor_och_det_som_inte_är_justerat(kör):
    assert kör("beslut", "--ärende", "GNS/1/2020").ut.splitlines() == [
        "2020-05-04 § 1 Avtal (GNS/1/2020)",
        "  1. Chefen och ekonomen får i uppdrag att se över avtalet. (utan förslag)",
        "  2. Ärendet bordläggs. (bordläggning)",
        "",
        "2020-09-07 § 3 Avtal (GNS/1/2020): utan förslag – inte justerat",
        "  Redovisningen läggs till handlingarna.",
    ]
    assert "  Svaren godkänns:\n\n  - driften\n  - avtalet\n\n  Ärendet avslutas.\n" in kör("beslut").ut


def test_närvaron_som_text(kör):
    assert kör("närvaro", "2020").ut.splitlines() == [
        "Namn                              Möten  Närvarande  Tjänstgjort      Paragrafer",
        "Eva Ek (S), ordförande, Regionen      2   2 (100 %)    2 (100 %)  4 av 4 (100 %)",
        "Ulf Uv (M), ledamot, Åre kommun       1   1 (100 %)    1 (100 %)   1 av 2 (50 %)",
        "Ada Ask, ledamot, Bergs kommun        1   1 (100 %)    1 (100 %)  2 av 2 (100 %)",
        "Bo By, ersättare, Åre kommun          2    1 (50 %)     1 (50 %)   1 av 4 (25 %)",
        "Li Lo, sekreterare                    –           1            –               –",
        "Rut Ro, ledamot, Åre kommun           –           1            1          2 av –",
        "",
        "2 möten 2020 har närvaron antecknad.",
    ]


def test_ärendena_som_text(kör):
    assert kör("ärende", "lista").ut.splitlines() == [
        "Dnr         Rubrik                Tillstånd                Senast behandlat",
        "GNS/1/2020  Avtal                 öppet                    2020-09-07 § 3",
        "GNS/2/2020  Remiss om drift       avslutat 2020-05-04 § 2  2020-05-04 § 2",
        "GNS/3/2020  Fråga från en kommun  avslutat 2020-06-01",
    ]


def test_ett_ärende_som_text(kör):
    assert kör("ärende", "visa", "GNS/2/2020").ut.splitlines() == [
        "GNS/2/2020 Remiss om drift",
        "avslutat 2020-05-04 § 2",
        "",
        "Behandlat",
        "  2020-05-04 § 2 Remiss om drift: utan förslag",
        "    Svaren godkänns:",
        "",
        "    - driften",
        "    - avtalet",
        "",
        "    Ärendet avslutas.",
        "    → avslutar ärendet GNS/2/2020",
        "",
        "Remiss",
        "  sänd 2020-02-01, svar senast 2020-04-01",
        "  Part          Svar         Datum",
        "  Regionen      inte svarat  tiden har gått ut",
        "  Åre kommun    godkänner    2020-03-01",
        "  Bergs kommun  avstyrker    2020-04-10, för sent",
        "  2 av 3 har svarat: 1 godkänner, 1 avstyrker; 1 har inte svarat",
        "",
        "Hänvisar till",
        "  2019-05-29 § 14: mötet har ingen post (nämns i 2020-05-04 § 2)",
        "  GNS/1/2020: finns i arkivet (nämns i 2020-05-04 § 2)",
    ]


def test_ett_ärende_med_handlingar_uppdrag_och_omnämnanden(kör):
    ut = kör("ärende", "visa", "GNS/1/2020").ut
    assert ut.startswith("GNS/1/2020 Avtal\nöppet, registrerat 2020-01-15\n\nHandlingar\n")
    assert "\n  Avtalet (avtal, 2020-01-10, från Leverantören)\n" in ut
    assert "\nUppdrag\n  Uppdrag           Till" in ut
    assert "\nNämns i\n  2020-05-04 § 2 Remiss om drift\n" in ut
    assert "    → bordlägger ärendet till mötet 2020-09-07\n" in ut


def test_registrators_avslut_visas_med_sitt_skäl(kör):
    ut = kör("ärende", "visa", "GNS/3/2020").ut
    assert ut == "GNS/3/2020 Fråga från en kommun\navslutat 2020-06-01: frågan återkallades\n"


def test_remissen_säger_när_mottagarna_inte_är_kända(tmp_path):
    mottagare = "  mottagare:\n    - region\n    - are\n    - berg\n"
    ord = ("ärende", "visa", "GNS/2/2020")
    sänd = riktigt(*ord, cwd=lägg_upp(tmp_path / "a", mottagare, "")).ut
    assert "  2 av de 3 som var parter då har svarat: 1 godkänner, 1 avstyrker; 1 har inte" in sänd
    okänd = riktigt(
        *ord, cwd=lägg_upp(tmp_path / "b", f"  sänd: 2020-02-01\n  svar_senast: 2020-04-01\n{mottagare}", "")
    )
    assert "vilka som fick remissen är inte antecknat" in " ".join(okänd.ut.split())
    assert "  2 har svarat: 1 godkänner, 1 avstyrker;" in okänd.ut


def test_det_som_ska_anmälas_som_text(kör):
    assert kör("delegation", "lista", COLUMNS="100").ut.splitlines() == [
        "Datum       Nr      Rubrik                       Delegat  Anmält",
        "2020-04-01  2020-1  =Hyra av lokal (GNS/1/2020)  chefen   2020-09-07 (inte justerat)",
        "2020-04-15  2020-2  Anställning                  chefen   aldrig anmält (mötet 2020-05-04 hölls",
        "                                                          efter)",
        "2020-05-20  2020-3  Inköp, brådskande            Eva Ek   aldrig anmält (mötet 2020-09-07 hölls",
        "                                                          efter)",
        "2020-12-01  2020-4  Utbildning                   chefen   väntar på nästa möte",
    ]


@pytest.mark.parametrize("ord", LISTOR, ids=" ".join)
def test_json_och_csv_säger_samma_sak(kör, ord):
    objekt = json.loads(kör(*ord, "--format", "json").data)
    svar = kör(*ord, "--format", "CSV")
    assert svar.data.startswith(b"\xef\xbb\xbf")
    assert svar.data.endswith(b"\r\n")
    rader = list(csv.DictReader(io.StringIO(svar.data.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert [list(o) for o in objekt] == [list(rad) for rad in rader]
    for o, rad in zip(objekt, rader, strict=True):
        assert rad == {k: som_cell(v) for k, v in o.items()}


def som_cell(värde: object) -> str:
    """Ett json-värde som det står i csv."""
    if isinstance(värde, list):
        return ", ".join(värde)
    text = "" if värde is None else {True: "ja", False: "nej"}[värde] if isinstance(värde, bool) else str(värde)
    return f"'{text}" if text.startswith("=") else text


def test_json_har_svenska_nycklar_iso_datum_och_läsbara_bokstäver(kör):
    data = kör("uppdrag", "--format", "json").data.decode()
    assert data.startswith('[\n  {\n    "uppdrag": "2019-06-03",\n')
    assert data.endswith("]\n")
    assert '"lydelse": "se över avtalet",\n    "senast": "2020-08-01",\n    "tillstånd": "försenat",' in data


def test_ett_ärende_som_json_har_hela_livet(kör):
    ärende = json.loads(kör("ärende", "visa", "GNS/2/2020", "--format", "json").data)
    assert ärende["läge"] == {
        "tillstånd": "avslutat",
        "sedan": "2020-05-04",
        "beslut": "2020-05-04 § 2",
        "till_möte": None,
    }
    assert ärende["remiss"]["antal"] == {"godkänner": 1, "avstyrker": 1}
    assert ärende["behandlingar"][0]["innebär"] == ["avslutar ärendet GNS/2/2020"]


@pytest.mark.parametrize("tecken", ["=1+1", "+1", "-1", "@SUM(A1)"])
def test_en_cell_i_csv_blir_aldrig_en_formel(tmp_path, tecken):
    lägg_upp(tmp_path, "rubrik: Avtal", f"rubrik: '{tecken}'")
    data = riktigt("ärende", "lista", "--format", "csv", cwd=tmp_path).data.decode("utf-8-sig")
    assert f";'{tecken};" in data


TOMMA = [
    (["uppdrag", "--till", "kungen"], "Inga uppdrag finns för ”kungen” per"),
    (["uppdrag", "--per", "2000-01-01"], "Inga uppdrag finns per 2000-01-01."),
    (["uppdrag", "--öppna", "--till", "e-strategen"], "Inga öppna uppdrag finns för ”e-strategen” per"),
    (["beslut", "--ärende", "GNS/3/2020"], "Inga beslut finns i GNS/3/2020."),
    (["beslut", "--ärende", "GNS/3/2020", "--år", "2020"], "Inga beslut finns i GNS/3/2020 från 2020."),
]


@pytest.mark.parametrize(("ord", "mening"), TOMMA, ids=lambda v: " ".join(v) if isinstance(v, list) else "")
def test_inget_att_visa_sägs_i_en_mening_och_är_inget_fel(kör, ord, mening):
    for filformat in ("text", "json", "csv"):
        svar = kör(*ord, "--format", filformat)
        assert svar.kod == 0
        assert svar.fel.startswith(mening)
        assert len(svar.data.splitlines()) == (0 if filformat == "text" else 1)
    assert kör(*ord, "--format", "json").ut == "[]\n"


def test_ett_tomt_arkiv_ger_bara_en_mening(tmp_path):
    lägg_upp(tmp_path)
    for mapp in ("moten", "arenden/2020", "delegation"):
        for fil in (tmp_path / "data" / mapp).iterdir():
            fil.unlink()
    svar = riktigt("ärende", "lista", cwd=tmp_path)
    assert (svar.ut, svar.fel) == ("", "Inga ärenden finns.\n")
    svar = riktigt("delegation", "lista", "--oanmälda", cwd=tmp_path)
    assert (svar.kod, svar.ut, svar.fel) == (0, "", "Inget oanmält som ska anmälas finns.\n")
    svar = riktigt("närvaro", "2020", cwd=tmp_path)
    assert (svar.kod, svar.fel) == (2, "fel: det finns inga möten från 2020\n")


@pytest.mark.parametrize("skrivet", ["GNS/1/2020", "GNS/01/2020", "GNS-1-2020", "gns/1/2020", " GNS/1/2020"])
def test_diarienumret_kan_skrivas_på_flera_sätt(kör, skrivet):
    assert len(json.loads(kör("beslut", "--ärende", skrivet, "--format", "json").data)) == 3
    assert kör("ärende", "visa", skrivet).ut.startswith("GNS/1/2020 ")


@pytest.mark.parametrize("ord", [["arende", "lista"], ["ÄRENDE", "LISTA"], ["ärende lista"], ["ärende", "lista"]])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_kommandon_med_prickar_och_två_ord(kör, ord, form):
    skrivet = [unicodedata.normalize(form, o) for o in ord]
    assert kör(*skrivet).ut == kör("ärende", "lista").ut


@pytest.mark.parametrize("val", ["--öppna", "--oppna", "--o\u0308ppna", "--ÖPPNA"])
def test_val_med_prickar(kör, val):
    assert [o["dnr"] for o in json.loads(kör("ärende", "lista", val, "--format", "json").data)] == ["GNS/1/2020"]


def test_oanmälda_och_ett_år(kör):
    def nummer(*ord: str) -> list[str]:
        return [o["nr"] for o in json.loads(kör("delegation", "lista", *ord, "--format", "json").data)]

    assert nummer("--oanmälda") == ["2020-2", "2020-3", "2020-4"]
    assert nummer("2020") == ["2020-1", "2020-2", "2020-3", "2020-4"]


FEL = [
    (["uppdrag", "--per", "i går"], "”i går” är inget datum", "ÅÅÅÅ-MM-DD"),
    (["uppdrag", "--per", "2021-02-29"], "”2021-02-29” är inget datum", ""),
    (["uppdrag", "--per"], "valet --per saknar värde", "skriv --per DATUM"),
    (["uppdrag", "--till", " "], "--till behöver ett ord, men fick ” ”", ""),
    (["uppdrag", "--oppnna"], "valet ”--oppnna” finns inte", "menade du ”--öppna”?"),
    (["uppdrag", "2020"], "för många argument: ”2020”", "skriv: gns uppdrag [VAL]"),
    (["uppdrag", "--format", "pdf"], "”pdf” är inget format", "välj text, json, csv"),
    (["uppdrag", "--format", "cvs"], "”cvs” är inget format", "menade du ”csv”? välj text, json, csv"),
    (["uppdrag", "--format", ""], "”” är inget format", "välj text, json, csv"),
    (["beslut", "--ärende", "8"], "”8” är inget diarienummer", "skriv till exempel GNS/8/2020"),
    (["beslut", "--ärende", ""], "”” är inget diarienummer", ""),
    (["beslut", "--ärende", "GNS/8/2020\x1b"], r"”GNS/8/2020\x1b” är inget diarienummer", ""),
    (["beslut", "--ärende"], "valet --ärende saknar värde", "skriv --ärende DNR"),
    (["beslut", "--år", "20"], "”20” är inget år", "fyra siffror"),
    (["beslut", "--år", "²020"], "är inget år", ""),
    (["beslut", "--år", "3020"], "”3020” är inget år", ""),
    (["närvaro"], "ÅR saknas", "skriv till exempel: gns närvaro 2020"),
    (["närvaro", "tjugo"], "”tjugo” är inget år", ""),
    (["närvaro", "2020", "2021"], "för många argument: ”2021”", "gns närvaro [VAL] ÅR"),
    (["ärende"], "”ärende” behöver ett ord till", "skriv gns ärende lista eller gns ärende visa"),
    (["arende", "--format"], "”ärende” behöver ett ord till", "skriv gns ärende lista"),
    (["ärende", "vsa"], "”ärende vsa” är inget kommando", "menade du ”ärende visa”? Skriv gns ärende lista"),
    (["ärende", "xyzzy", "1"], "”ärende xyzzy” är inget kommando", "skriv gns ärende lista eller"),
    (["ärenden"], "”ärenden” är inget kommando", "menade du ”ärende”?"),
    (["ärende", "visa"], "DNR saknas", "skriv till exempel: gns ärende visa GNS/8/2020"),
    (["ärende", "visa", "GNS/8/20"], "”GNS/8/20” är inget diarienummer", ""),
    (["ärende", "visa", "GNS/8/2020", "--format", "csv"], "går inte att skriva som csv", "välj text eller json"),
    (["delegation"], "”delegation” behöver ett ord till", "skriv gns delegation lista"),
    (["delegation", "lista", "x"], "”x” är inget år", ""),
]


@pytest.mark.parametrize("typer", TYPER)
@pytest.mark.parametrize(("ord", "text", "råd"), FEL, ids=lambda v: ascii(v)[:60] if isinstance(v, list) else "")
def test_fel_användning(ord, text, råd, typer):
    svar = gns(*ord, typer=typer)
    assert (svar.kod, svar.ut) == (2, "")
    första, _, resten = svar.fel.partition("\n")
    assert första.startswith("fel: ")
    assert text in första
    assert råd in resten
    assert not ENGELSKA.search(svar.fel), svar.fel


OKÄNT = [
    (["uppdrag", "--data", "x"], "x är ingen postmapp: data/namnd.yaml saknas", "ange mappen där posterna ligger"),
    (["beslut", "--ärende", "GNS/11/2020"], "det finns inget ärende GNS/11/2020", "menade du ”GNS/1/2020”?"),
    (["ärende", "visa", "ABC/7777/1999"], "det finns inget ärende ABC/7777/1999", "gns ärende lista"),
    (["beslut", "--år", "1999"], "det finns inga möten från 1999", "möten finns från 2020"),
    (["närvaro", "2019"], "det finns inga möten från 2019", "möten finns från 2020"),
    (["delegation", "lista", "2019"], "det finns inga möten eller anmälningar från 2019", "finns från 2020"),
]


@pytest.mark.parametrize(("ord", "text", "råd"), OKÄNT, ids=lambda v: " ".join(v) if isinstance(v, list) else "")
def test_det_som_inte_finns_ger_två_och_ett_förslag(kör, ord, text, råd):
    svar = kör(*ord)
    assert (svar.kod, svar.ut) == (2, "")
    assert svar.fel.startswith(f"fel: {text}\n  råd: ")
    assert råd in svar.fel


@pytest.mark.parametrize("ord", ALLA, ids=" ".join)
def test_trasiga_poster_sägs_alla_på_en_gång(tmp_path, ord):
    lägg_upp(tmp_path, "plats: Salen", "plts: Salen")
    (tmp_path / "data/arenden/2020/GNS-1-2020.yaml").write_text("rubrk: x\n", encoding="utf-8")
    (tmp_path / "data/moten/2020-5-4.yaml").write_text("plats: Salen\n", encoding="utf-8")
    svar = riktigt(*ord, cwd=tmp_path)
    assert (svar.kod, svar.ut) == (2, "")
    filer = ("moten/2020-05-04.yaml:1", "moten/2020-09-07.yaml:1", "GNS-1-2020.yaml:1", "2020-5-4.yaml: fel")
    assert [fil for fil in filer if fil not in svar.fel] == []


def test_felen_kommer_först_och_ett_justerat_protokolls_varningar_inte_alls(tmp_path):
    """Det första mötet är justerat; varningen om Rut Ro står i det andra, före felet i GNS/2/2020."""
    lägg_upp(tmp_path, "  - part: are\n      svar", "  - part: arre\n      svar")
    första = tmp_path / "data/moten/2020-05-04.yaml"
    text = första.read_text(encoding="utf-8")
    första.write_text(text.replace("29 maj 2019 § 14", "7 september 2020 § 99"), encoding="utf-8")
    assert "2020-05-04.yaml" in riktigt("formatera", "--kontrollera", cwd=tmp_path).fel
    svar = riktigt("beslut", cwd=tmp_path)
    assert (svar.kod, svar.ut) == (2, "")
    nivåer = [rad.split(": ")[1] for rad in svar.fel.splitlines() if ": fel: " in rad or ": varning: " in rad]
    assert nivåer[0] == "fel"
    assert nivåer == sorted(nivåer)
    assert "varning" in nivåer
    assert "2020-05-04.yaml" not in svar.fel


def test_varningar_visas_inte(kör):
    assert kör("formatera", "--kontrollera").fel.count(": varning:") >= 1
    assert kör("beslut").fel == ""


def test_poster_kan_inte_styra_skärmen(tmp_path):
    lägg_upp(tmp_path, "rubrik: Avtal", "rubrik: Av\ue000tal")
    for ord in (["ärende", "lista"], ["beslut"], ["ärende", "visa", "GNS/1/2020"]):
        assert r"Av\ue000tal" in riktigt(*ord, cwd=tmp_path).ut


@pytest.mark.parametrize("ord", ALLA, ids=" ".join)
def test_c_lokalen_och_en_uttalad_kodning(kör, ord):
    assert kör(*ord, LC_ALL="C").data == kör(*ord).data
    svar = kör(*ord, PYTHONIOENCODING="cp1252")
    assert (svar.kod, svar.fel) == (0, "")
    svar.data.decode("cp1252")


@pytest.mark.parametrize("filformat", ["text", "json", "csv"])
@pytest.mark.parametrize("ord", LISTOR, ids=" ".join)
def test_en_läsare_som_slutat_läsa_stör_ingen(tmp_path, ord, filformat):
    läs, skriv = os.pipe()
    os.close(läs)
    kommando = [sys.executable, "-m", "gns", *ord, "--format", filformat]
    svar = subprocess.run(
        kommando, stdout=skriv, stderr=subprocess.PIPE, env=miljö(), cwd=lägg_upp(tmp_path), check=False
    )
    os.close(skriv)
    assert (svar.returncode, svar.stderr) == (141, b"")


def skärm(mapp: Path, *ord: str, **mer: str) -> bytes:
    """Det som syns när standard ut är en terminal."""
    svar = på_skärm([sys.executable, "-m", "gns", *ord], miljö(**mer), mapp)
    assert svar.kod == 0, svar.data
    return svar.data


def test_på_en_skärm_är_det_samma_ord_med_fet_rubrik(tmp_path):
    mapp = lägg_upp(tmp_path)
    vanlig = riktigt("ärende", "lista", cwd=mapp, COLUMNS="80").ut
    fet = skärm(mapp, "ärende", "lista", COLUMNS="80", TERM="xterm").decode()
    enkel = skärm(mapp, "ärende", "lista", COLUMNS="80", TERM="xterm", NO_COLOR="1").decode()
    assert "\x1b[1m" in fet
    assert "\x1b" not in enkel
    assert [rad for rad in enkel.splitlines() if set(rad) != {"─"}] == vanlig.splitlines()


@pytest.mark.parametrize("kodning", ["cp1252", "ascii", "latin-1"])
def test_en_skärm_utan_svenska_tecken(tmp_path, kodning):
    text = skärm(lägg_upp(tmp_path), "ärende", "lista", PYTHONIOENCODING=kodning, NO_COLOR="1").decode(kodning)
    assert set(text.splitlines()[1]) == {"-"}
    assert "GNS/1/2020" in text
    assert "?" not in text


def test_dagen_i_dag_är_den_som_gäller_utan_per(monkeypatch, tmp_path, capfdbinary):
    import datetime as dt

    from gns.cli import val
    from gns.cli.huvud import main

    monkeypatch.chdir(lägg_upp(tmp_path))
    for dag, tillstånd in (("2020-08-01", '"öppet"'), ("2020-08-02", '"försenat"')):
        monkeypatch.setattr(val, "idag", lambda dag=dag: dt.date.fromisoformat(dag))
        assert main(["uppdrag", "--till", "ekonomen", "--format", "json"]) == 0
        assert tillstånd in capfdbinary.readouterr().out.decode()
    monkeypatch.undo()
    assert abs((val.idag() - dt.datetime.now(dt.UTC).date()).days) <= 1


def test_i_en_mapp_nedanför_och_med_data(tmp_path, tmp_path_factory):
    mapp = lägg_upp(tmp_path)
    väntat = riktigt("uppdrag", cwd=mapp).ut
    assert riktigt("uppdrag", cwd=mapp / "data/moten").ut == väntat
    assert riktigt("uppdrag", "--data", str(mapp), cwd=tmp_path_factory.mktemp("annan")).ut == väntat


@pytest.mark.parametrize(
    ("ord", "väntat"),
    [
        (["ärende", "visa", "GNS/"], ["GNS/1/2020", "GNS/2/2020", "GNS/3/2020"]),
        (["beslut", "--ärende", ""], ["GNS/1/2020", "GNS/2/2020", "GNS/3/2020"]),
        (["beslut", "--år", "20"], ["2020"]),
        (["närvaro", ""], ["2020"]),
        (["delegation", "lista", ""], ["2020"]),
        (["uppdrag", "--format", "j"], ["json"]),
        (["ärende", "visa", "--format", ""], ["text", "json"]),
        (["uppdrag", "--till", ""], []),
    ],
)
def test_kompletteringen_känner_arkivet(kör, ord, väntat):
    svar = kör("--komplettera", str(len(ord)), *ord)
    assert [rad.partition("\t")[0] for rad in svar.ut.splitlines()] == väntat


def test_hjälpen_för_ett_första_ord_visar_kommandona():
    svar = gns("arende", "--help", COLUMNS="80")
    assert (svar.kod, svar.fel) == (0, "")
    assert svar.ut.startswith("Användning: gns ärende KOMMANDO …\n\nKommandon:\n  ärende lista  Visar")
    assert gns("ärende", "-h", COLUMNS="80").ut == svar.ut
