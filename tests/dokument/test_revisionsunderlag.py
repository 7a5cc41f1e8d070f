"""Underlaget till revisorerna: varje rad leder till sin post, och det som inte går att se sägs."""

import io
import json
import re
import shutil
import zipfile

import openpyxl
import pytest

from tests.hjalp import ROT, docx_text, dokument, gns, pdf_text
from tests.kontroller.arkiv import BORT, skriv

PER = ("--per", "2021-04-15")


def _vy(*argument, cwd=ROT):
    return json.loads(dokument("revisionsunderlag", *argument, "--format", "json", cwd=cwd))


def _länkar(värde):
    if isinstance(värde, dict):
        if set(värde) == {"text", "till"}:
            yield värde
        for v in värde.values():
            yield from _länkar(v)
    elif isinstance(värde, list):
        for v in värde:
            yield from _länkar(v)


def _läge(vy):
    return {b["paragraf"]: (b["läge"], b["genom"]) for b in vy["beslut"]["årets"]}


@pytest.fixture(scope="module")
def vy():
    return _vy("2020", *PER)


def test_varje_länk_leder_till_rätt_rad(vy):
    rader: dict[str, list[str]] = {}
    alla = list(_länkar(vy))
    assert len(alla) > 60
    for länk in alla:
        fil, rad = länk["till"].split("#L")
        assert länk["text"] == f"{fil}:{rad}"
        rader.setdefault(fil, (ROT / fil).read_text(encoding="utf-8").splitlines())
        assert 0 < int(rad) <= len(rader[fil])
    for rad in vy["pengar"]["bokfört"]:
        fil, nr = rad["post"]["till"].split("#L")
        sagd = {"reserveringar": "- id: digital-samverkan"}.get(rad["vad"], f"{rad['vad']}:")
        assert rader[fil][int(nr) - 1].strip() == sagd
    for rad in vy["beslut"]["årets"]:
        fil, nr = rad["post"]["till"].split("#L")
        sista = rad["paragraf"].split(" ")[-1]
        assert rader[fil][int(nr) - 1].strip() == (f"- id: {sista}" if sista.isalpha() else "- |")
    (mål,) = [f["post"]["till"] for f in vy["kontroll"]["fynd"] if f["regel"] == "KL-6-6-mal"]
    fil, rad = mål.split("#L")
    assert rader[fil][int(rad) - 1].startswith("utan_mål:")


def test_besluten_2020_och_vad_som_hände(vy):
    läge = _läge(vy)
    assert läge["2020-12-18 § 19 a"] == ("verkställt", "inskrivet i budgetåret 2021")
    assert läge["2020-12-18 § 20 b"] == ("verkställt", "ärendet är avslutat")
    assert läge["2020-12-18 § 21 a"] == ("går inte att se", "ingen utbetalning är antecknad")
    assert läge["2020-12-18 § 24 a"] == ("återstår", "inte redovisat, utan sista dag")
    assert läge["2020-12-18 § 18 a"] == ("går inte att se", "0 av 4 hållna, 3 kommande, 1 utan uppgift")
    assert läge["2020-12-18 § 25"] == ("går inte att se", "posten säger inte vad beslutet gör")
    assert vy["beslut"]["räknat"]["verkställt"] == 8
    assert sum(vy["beslut"]["räknat"].values()) == len(vy["beslut"]["årets"])
    assert {u["uppdrag"]["uppdrag"]: u["uppdrag"]["tillstånd"] for u in vy["beslut"]["utifrån"]} == {
        "2019-06-03": "återtaget",
        "2019-12-06 § 38": "återtaget",
        "2020-05-29 § 14": "återtaget",
    }


def test_revisorernas_anmärkning_är_inte_åtgärdad(vy):
    (a,) = vy["anmärkningar"]
    assert (a["dnr"], a["ärendet"], a["läge"], a["senast"]) == ("GNS/6/2020", "avslutat", "inte åtgärdad", None)


def test_pengarna_2020(vy):
    pengar = vy["pengar"]
    assert [(b["vad"], b["belopp_öre"], b["beslut"]) for b in pengar["bokfört"]] == [
        ("basfinansiering", 91_440_000, None),
        ("reserveringar", 41_700_000, "2020-02-14 § 8"),
    ]
    (åter,) = pengar["återbetalt"]
    assert åter["beslut"] == "2020-12-18 § 21 a"
    assert [led["beslutat_öre"] for led in åter["led"]] == [5_201_000] * 9
    assert åter["summa"] == {
        "namn": "", "intern": False, "beslutat_öre": 46_809_000, "fakturerat_öre": None, "betalt_öre": None, "kvar_öre": None, "post": None,
    }  # fmt: skip
    assert [r["oförklarat_öre"] for r in pengar["rörelser"] if r["oförklarat_öre"]] == [5_109_100]


def test_fynden_är_kontrollens_och_varje_fynd_är_med_i_något_år(vy):
    alla = json.loads(gns("kontrollera", "--alla", "--format", "json").stdout)["fynd"]
    brutna = sorted((f["regel"], f["text"]) for f in alla if f["svar"] == "bruten")
    assert len(vy["kontroll"]["fynd"]) + vy["kontroll"]["andra"] == len(brutna)
    assert all(f["svar"] and f["av"] and f["datum"] for f in vy["kontroll"]["fynd"])
    åren = [_vy(år, *PER)["kontroll"]["fynd"] for år in ("2018", "2019", "2020", "2021")]
    visade = {(f["regel"], f["text"], f["post"]["text"]) for ett in åren for f in ett}
    assert sorted(f[:2] for f in visade) == brutna


@pytest.mark.parametrize("filformat", ["text", "md", "html", "pdf", "docx"])
def test_i_varje_format(filformat):
    ut = dokument("revisionsunderlag", "2020", *PER, "--format", filformat)
    text = {"pdf": pdf_text, "docx": docx_text}.get(filformat, bytes.decode)(ut)
    text = re.sub(r"<[^>]+>", "", text) if filformat == "html" else text
    text = " ".join(text.replace("\u00a0", " ").replace("\u202f", " ").replace("\u2011", "-").split())
    for ord_ in ("Revisionsunderlag 2020", "468 090", "inte åtgärdad", "Inget fynd är obesvarat", "utan sista dag"):
        assert ord_ in text


def test_länkarna_i_html_md_och_docx():
    html = dokument("revisionsunderlag", "2020", *PER, "--format", "html").decode()
    assert 'href="data/budgetar/2020.yaml#L3"' in html
    md = dokument("revisionsunderlag", "2020", *PER, "--format", "md").decode()
    assert "[data/budgetar/2020.yaml:3](<data/budgetar/2020.yaml#L3>)" in md
    docx = dokument("revisionsunderlag", "2020", *PER, "--format", "docx")
    with zipfile.ZipFile(io.BytesIO(docx)) as arkiv:
        assert 'Target="data/budgetar/2020.yaml#L3"' in arkiv.read("word/_rels/document.xml.rels").decode()


def test_arkivadressen_gör_länkarna_hela(tmp_path):
    shutil.copytree(ROT / "data", tmp_path / "data")
    fil = tmp_path / "data" / "namnd.yaml"
    text = fil.read_text(encoding="utf-8")
    fil.write_text(
        text.replace("\nparter:", "\narkivadress: https://git.example.se/gns/blob/main\nparter:"), encoding="utf-8"
    )
    länkar = list(_länkar(_vy("2020", *PER, cwd=tmp_path)))
    assert all(länk["till"].startswith("https://git.example.se/gns/blob/main/data/") for länk in länkar)
    fil.write_text(text.replace("\nparter:", "\narkivadress: http://a/\nparter:"), encoding="utf-8")
    ut = gns("revisionsunderlag", "2020", cwd=tmp_path)
    assert "är ingen adress att länka till" in ut.stderr.decode()


def test_samma_byte_från_vilken_mapp_som_helst():
    här = dokument("revisionsunderlag", "2020", *PER, "--format", "html")
    assert dokument("revisionsunderlag", "2020", *PER, "--format", "html", cwd=ROT / "data" / "moten") == här


def test_kalkylbladet_är_detsamma_två_gånger():
    ett, två = (dokument("revisionsunderlag", "2020", *PER, "--format", "xlsx") for _ in range(2))
    assert ett == två
    blad = openpyxl.load_workbook(io.BytesIO(ett))["Kontrollens fynd"]
    poster = [c for rad in blad.iter_rows() for c in rad if c.hyperlink]
    assert all(c.value.startswith("data/") and c.hyperlink.target.replace("\\", "/") in c.value for c in poster)
    assert len(poster) > 40
    csv = dokument("revisionsunderlag", "2020", *PER, "--format", "csv").decode("utf-8-sig")
    assert "Bergs kommun;52010;;;;" not in csv
    assert "Bergs kommun;52010;okänt;okänt;okänt;data/moten/2020-12-18.yaml:222;" in csv


def test_per_flyttar_läget():
    """Dagen efter mötet är alla planerade dagar kommande."""
    assert _läge(_vy("2020", "--per", "2020-12-19"))["2020-12-18 § 18 a"] == ("återstår", "0 av 4 hållna, 4 kommande")
    assert _vy("2020", "--per", "2020-12-17")["beslut"]["årets"] == []


def _i_rent(mapp, ändringar, *argument):
    return _vy("2024", "--per", "2024-06-03", *argument, cwd=skriv(mapp, ändringar))


MÖTE, ÅR = "moten/2024-03-04", "budgetar/2024"


def test_ett_uppdrag_som_är_sent_och_ett_som_är_klart(tmp_path):
    läge = _läge(_i_rent(tmp_path / "a", {}))
    assert läge["2024-03-04 § 3 a"] == (
        "påbörjat",
        "började verkställas 2024-04-03; inte redovisat, ska vara klart 2024-10-01",
    )
    sent = {MÖTE: {"paragrafer.2.innebär.0.senast": "2024-06-02"}}
    assert _läge(_i_rent(tmp_path / "b", sent))["2024-03-04 § 3 a"][0] == "försenat"
    avslutar = {
        "nr": "4", "rubrik": "Driften", "beslut": ["Uppdraget är klart.\n"],
        "innebär": [{"id": "a", "typ": "avslutar uppdrag", "uppdrag": "2024-03-04 § 3 a"}],
    }  # fmt: skip
    klart = _läge(_i_rent(tmp_path / "c", {MÖTE: {"paragrafer.3": avslutar}}))
    assert klart["2024-03-04 § 3 a"] == ("verkställt", "2024-03-04 § 4")


def _pengar(typ, **mer):
    text = f"Nämnden beslutar om {mer['belopp']}.\n"
    return {
        MÖTE: {
            "paragrafer.3": {
                "nr": "4",
                "rubrik": "Pengar",
                "beslut": [text],
                "innebär": [{"id": "a", "typ": typ, **mer}],
            }
        }
    }


def test_pengar_som_ingen_bokför_återstår(tmp_path):
    beslut = _pengar("fastställer", avser="basfinansiering", budgetår="2024", belopp="90 kr")
    assert _läge(_i_rent(tmp_path, beslut))["2024-03-04 § 4 a"] == ("återstår", "inget budgetår pekar på beslutet")


ÅTERBETALAR = _pengar("återbetalar", avser="överskottet", belopp="90 kr", fördelningsnyckel="lika", från_år=["2023"])


def _utbetalt(*betalt):
    """(part, kronor, dag) för varje utbetalning, efter en inbetalning från var och en."""
    alla = [(part, "500", "2024-01-31") for part in ("region", "are", "berg")]
    alla += [(part, f"-{kr}", dag) for part, kr, dag in betalt]
    return {
        ÅR: {
            "inbetalningar": [
                {"nr": f"v{i}", "part": part, "datum": dag, "belopp": f"{kr} kr"}
                for i, (part, kr, dag) in enumerate(alla)
            ]
        }
    }


@pytest.mark.parametrize(
    ("betalt", "läge"),
    [
        ([("are", 30, "2024-04-02")], ("återstår", "60 kr till 2 parter är inte utbetalda")),
        ([("are", 90, "2024-04-02")], ("återstår", "60 kr till 2 parter är inte utbetalda")),
        ([(p, 30, "2024-04-02") for p in ("region", "are", "berg")], ("verkställt", "90 kr är utbetalda")),
        (
            [(p, 30, "2024-06-04") for p in ("region", "are", "berg")],
            ("går inte att se", "ingen utbetalning är antecknad"),
        ),
    ],
)
def test_en_återbetalning_följs_till_betalningen(tmp_path, betalt, läge):
    vy = _i_rent(tmp_path, {**ÅTERBETALAR, **_utbetalt(*betalt)})
    assert _läge(vy)["2024-03-04 § 4 a"] == läge
    (åter,) = vy["pengar"]["återbetalt"]
    are = next(led for led in åter["led"] if led["namn"] == "Åre kommun")
    assert are["beslutat_öre"] == 3_000


def test_dagen_då_beslutet_började_verkställas_visas(tmp_path):
    ändring = {MÖTE: {**ÅTERBETALAR[MÖTE]}}
    ändring[MÖTE]["paragrafer.3"] = ändring[MÖTE]["paragrafer.3"] | {"verkställt": "2024-04-10"}
    läge = _läge(_i_rent(tmp_path, ändring))["2024-03-04 § 4 a"]
    assert läge == ("påbörjat", "började verkställas 2024-04-10; ingen utbetalning är antecknad")


def test_en_reservering_ersätts_inte_av_en_annan(tmp_path):
    """Pengar som glöms bort var revisorernas kritik: en orelaterad reservering gör inget åt dem."""
    beslut = _pengar("reserverar", ändamål="Projekt X", belopp="90 kr")
    annan = {
        "id": "annat",
        "ändamål": "Annat",
        "belopp": "50 kr",
        "från_år": "2023",
        "beslut": "2024-05-06 § 1",
        "källa": "a",
    }
    vy = _i_rent(tmp_path, {**beslut, ÅR: {"reserveringar": [annan]}})
    assert _läge(vy)["2024-03-04 § 4 a"] == ("återstår", "inget budgetår pekar på beslutet")


def test_pengarna_är_de_som_hade_rört_sig():
    före = _vy("2020", "--per", "2020-06-30")
    assert före["pengar"]["återbetalt"] == []
    assert [r["datum"] for r in före["pengar"]["rörelser"]] == ["2020-02-14", "2020-02-14"]
    assert före["beslut"]["årets"] == []


def test_ett_delbeslut_utan_verkan_är_med_och_det_ojusterade_sägs(tmp_path):
    två = {
        "nr": "4", "rubrik": "Två saker", "beslut": ["Driften ses över.\n", "Nämnden tackar för informationen.\n"],
        "innebär": [{"id": "a", "typ": "ger uppdrag", "till": "Driftchefen", "uppdrag": "Driften ses över", "delbeslut": "1"}],
    }  # fmt: skip
    vy = _i_rent(tmp_path, {MÖTE: {"paragrafer.3": två, "justering.justerat": BORT, "justering.underskrifter": BORT},
                            "anslag/2024-03-04": {"": BORT}})  # fmt: skip
    rader = {b["paragraf"]: (b["gör"], b["lydelse"], b["justerat"]) for b in vy["beslut"]["årets"]}
    assert rader["2024-03-04 § 4 delbeslut 2"] == ("", "Nämnden tackar för informationen.", False)
    assert "2024-03-04 § 4 delbeslut 1" not in rader
    assert "(EJ JUSTERAT)" in dokument("revisionsunderlag", "2024", "--per", "2024-06-03", cwd=tmp_path).decode()


def test_ett_senare_beslut_om_dagarna_gäller_först_när_det_är_fattat(tmp_path):
    nya = {
        "nr": "4", "rubrik": "Nya dagar", "beslut": ["Nämnden sammanträder 4 mars och 10 juni 2024.\n"],
        "innebär": [{"id": "a", "typ": "fastställer sammanträden", "år": "2024",
                     "dagar": [{"datum": "2024-03-04"}, {"datum": "2024-06-10"}]}],
    }  # fmt: skip
    arkiv = skriv(tmp_path, {MÖTE: {"paragrafer.3": nya}})

    def dagar(per):
        vy = json.loads(dokument("uppföljning", "2024", "--per", per, "--format", "json", cwd=arkiv))
        return [r["planerat"] for r in vy["sammanträden"]["rader"]]

    assert dagar("2024-02-01") == ["2024-03-04", "2024-06-03"]
    assert dagar("2024-03-04") == ["2024-03-04", "2024-06-10"]


def test_en_bordläggning_återstår_tills_ärendet_tas_upp(tmp_path):
    bordlägger = {
        "nr": "4", "rubrik": "Avtal om drift", "dnr": "GNS/1/2024", "beslut": ["Ärendet bordläggs.\n"],
        "innebär": [{"id": "a", "typ": "bordlägger"}],
    }  # fmt: skip
    assert _läge(_i_rent(tmp_path / "a", {MÖTE: {"paragrafer.3": bordlägger}}))["2024-03-04 § 4 a"] == (
        "återstår",
        "ärendet har inte tagits upp igen",
    )
    igen = {"nr": "5", "rubrik": "Avtal om drift", "dnr": "GNS/1/2024", "beslut": ["Avtalet förlängs.\n"]}
    vy = _i_rent(tmp_path / "b", {MÖTE: {"paragrafer.3": bordlägger, "paragrafer.4": igen}})
    assert _läge(vy)["2024-03-04 § 4 a"] == ("verkställt", "ärendet togs upp igen 2024-03-04 § 5")
    avslut = {"arenden/2024/GNS-1-2024": {"avslutat": {"datum": "2024-04-01", "skäl": "inaktuellt"}}}
    vy = _i_rent(tmp_path / "c", {MÖTE: {"paragrafer.3": bordlägger}, **avslut})
    assert _läge(vy)["2024-03-04 § 4 a"] == ("ersatt", "ärendet avslutades utan att tas upp igen")


def test_ett_äldre_uppdrag_som_återstår_är_med_nästa_år(tmp_path):
    vy = _vy("2025", "--per", "2025-01-31", cwd=skriv(tmp_path, {"budgetar/2025": {"": {"utan_mål": "bokslutet"}}}))
    assert [(b["paragraf"], b["läge"]) for b in vy["beslut"]["äldre"]] == [
        ("2023-12-04 § 2 a", "går inte att se"),
        ("2024-03-04 § 3 a", "försenat"),
    ]
    assert vy["beslut"]["årets"] == []


def test_ett_obesvarat_fynd_står_först(tmp_path):
    vy = _i_rent(tmp_path, {ÅR: {"mål": BORT, "utan_mål": "bokslutet"}})
    assert [(f["regel"], f["svar"]) for f in vy["kontroll"]["fynd"]][:1] == [("KL-6-6-mal", None)]
    text = dokument("revisionsunderlag", "2024", "--per", "2024-06-03", cwd=tmp_path).decode()
    assert "Obesvarade fynd" in text


@pytest.mark.parametrize(
    ("argument", "text"),
    [
        (("2017",), "det finns inget budgetår 2017"),
        (("2020", "--per", "igår"), "är inget datum"),
        (("2020", "--per", "2019-12-31"), "2019-12-31 är före 2020"),
        (("2020", "--per", "2098-01-01"), "har inte varit än"),
    ],
)
def test_fel_argument(argument, text):
    ut = gns("revisionsunderlag", *argument)
    assert (ut.returncode, ut.stdout) == (2, b"")
    assert text in ut.stderr.decode()


def test_en_post_som_inte_går_att_läsa_stoppar(tmp_path):
    shutil.copytree(ROT / "data", tmp_path / "data")
    (tmp_path / "data" / "budgetar" / "2018.yaml").write_text("redovisat: x\n", encoding="utf-8")
    ut = gns("revisionsunderlag", "2020", cwd=tmp_path)
    assert (ut.returncode, ut.stdout) == (2, b"")
    assert "data/budgetar/2018.yaml:1" in ut.stderr.decode()


def test_värdens_egen_del_är_intern_och_kvar_räknas_på_det_fakturerade(tmp_path):
    bas = {"belopp": "300 kr", "ursprung": "fullmäktige"}
    fakturor = [
        {"nr": nr, "part": part, "avser": "januari", "datum": "2024-01-04", "belopp": belopp}
        for nr, part, belopp in (("1", "are", "110 kr"), ("2", "berg", "100 kr"))
    ]
    betalt = [{"nr": "v1", "part": "are", "datum": "2024-01-31", "belopp": "100 kr", "faktura": "1"}]
    vy = _i_rent(tmp_path, {ÅR: {"basfinansiering": bas, "fakturor": fakturor, "inbetalningar": betalt}})
    bidrag = vy["pengar"]["bidrag"]
    assert [(led["namn"], led["intern"], led["kvar_öre"]) for led in bidrag["led"]] == [
        ("Region Ett", True, None), ("Åre kommun", False, 1_000), ("Bergs kommun", False, 10_000),
    ]  # fmt: skip
    assert bidrag["summa"]["kvar_öre"] == sum(led["kvar_öre"] for led in bidrag["led"] if not led["intern"])
    text = dokument("revisionsunderlag", "2024", "--per", "2024-06-03", cwd=tmp_path).decode()
    assert "internt" in text
