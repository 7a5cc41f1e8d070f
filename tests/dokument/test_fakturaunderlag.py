"""Fakturaunderlaget i varje format: e-fakturorna mot UBL:s scheman och Peppols regler, verifikationerna i balans."""

import io
import json
import re
import shutil
import zipfile
from decimal import Decimal

import openpyxl
import peppol
import pytest

from tests.hjalp import ROT, dokument, gns

PARTER = ("region", "berg", "bracke", "harjedalen", "krokom", "ragunda", "stromsund", "are", "ostersund")
KONTERING = {
    "avser": "basfinansiering", "konto": "3690", "motkonto": "1510", "ansvar": "4110", "projekt": "GNS §7", "moms": "utanför momsen",
    "momsskäl": "Bidrag enligt överenskommelsen – § 19",
}  # fmt: skip


def _yaml(nyckel, poster):
    rader = (f"{'  - ' if i == 0 else '    '}{k}: {v}\n" for p in poster for i, (k, v) in enumerate(p.items()))
    return f"{nyckel}:\n" + "".join(rader)


def _fakturor(avser="januari", **mer):
    return [
        {"nr": f"2021-{n}", "part": part, "avser": avser, "datum": "2021-01-04", "förfaller": "2021-01-31", **mer}
        for n, part in enumerate(PARTER, 100)
    ]


@pytest.fixture
def arkiv(tmp_path):
    shutil.copytree(ROT / "data", tmp_path / "data")
    nämnd = tmp_path / "data" / "namnd.yaml"
    text = nämnd.read_text(encoding="utf-8")
    text = re.sub(r"(orgnr: (\d{6})-\d{4}\n    från: \S+\n)", r"\1    motpart: \2\n    köparreferens: REF \2\n", text)
    nämnd.write_text(text, encoding="utf-8")
    return tmp_path


def _med(arkiv, kontering=KONTERING, fakturor=None, år=2021):
    fil = arkiv / "data" / "budgetar" / f"{år}.yaml"
    tillägg = _yaml("kontering", [kontering]) + _yaml("fakturor", fakturor or _fakturor())
    fil.write_text(fil.read_text(encoding="utf-8") + tillägg, encoding="utf-8")
    return arkiv


def _ubl(arkiv, år="2021", avser="januari"):
    data = dokument("fakturaunderlag", år, "--avser", avser, "--format", "ubl", cwd=arkiv)
    with zipfile.ZipFile(io.BytesIO(data)) as z:
        return {namn: z.read(namn) for namn in z.namelist()}


def _sie(arkiv, avser="januari"):
    return dokument("fakturaunderlag", "2021", "--avser", avser, "--format", "sie", cwd=arkiv)


def _giltig(xml):
    ok, fel = peppol.validate_xsd(xml)
    assert ok, fel
    assert [f for f in peppol.check_rules(xml) if f.severity == "fatal"] == []


def test_e_fakturorna_är_giltiga_och_värdorganisationen_får_ingen(arkiv):
    filer = _ubl(_med(arkiv))
    assert sorted(filer) == [f"2021-{n}.xml" for n in range(101, 109)]
    for xml in filer.values():
        _giltig(xml)
    åre = filer["2021-107.xml"].decode()
    for väntat in (
        '<cbc:EndpointID schemeID="0007">2120002494</cbc:EndpointID>', "<cbc:BuyerReference>REF 212000</cbc:BuyerReference>",
        '<cbc:PayableAmount currencyID="SEK">50800.00</cbc:PayableAmount>', "<cbc:DueDate>2021-01-31</cbc:DueDate>",
        "<cbc:TaxExemptionReason>Bidrag enligt överenskommelsen – § 19</cbc:TaxExemptionReason>",
    ):  # fmt: skip
        assert väntat in åre


@pytest.mark.parametrize(
    ("moms", "att_betala"), [("25 %", "63500.00"), ("6 %", "53848.00"), ("0 %", "50800.00"), ("undantaget", "50800.00")]
)
def test_momsen_som_posten_säger_den(arkiv, moms, att_betala):
    filer = _ubl(_med(arkiv, KONTERING | {"moms": moms, "momskonto": "2611"}))
    for xml in filer.values():
        _giltig(xml)
        assert f'<cbc:PayableAmount currencyID="SEK">{att_betala}</cbc:PayableAmount>' in xml.decode()
        assert "<cbc:CompanyID>SE232100021401</cbc:CompanyID>" in xml.decode()


def test_en_återbetalning_är_en_kreditfaktura(arkiv):
    fakturor = [f | {"nr": f["nr"].replace("2021", "2020"), "datum": "2020-12-21"} for f in _fakturor("återbetalning")]
    for f in fakturor:
        del f["förfaller"]
    filer = _ubl(_med(arkiv, KONTERING | {"avser": "återbetalning"}, fakturor, 2020), "2020", "återbetalning")
    assert len(filer) == 8
    for xml in filer.values():
        _giltig(xml)
        assert b"<CreditNote " in xml
        assert b'<cbc:PayableAmount currencyID="SEK">52010.00</cbc:PayableAmount>' in xml


def test_verifikationerna_är_i_balans_i_formatets_teckentabell(arkiv):
    data = _sie(_med(arkiv, KONTERING | {"moms": "25 %", "momskonto": "2611"}))
    text = data.decode("cp437")
    assert text.startswith('#FLAGGA 0\r\n#PROGRAM "gns" ')
    assert "#FORMAT PC8\r\n#GEN 20210104\r\n#SIETYP 4\r\n#ORGNR 232100-0214\r\n" in text
    assert '#FNAMN "Region Jämtland Härjedalen"' in text
    assert '6 "GNS par.7"' in text  # tecknet finns inte i teckentabellen
    verifikationer = re.findall(r"#VER [^\r]*\r\n\{\r\n(.*?)\r\n\}\r\n", text, re.DOTALL)
    assert len(verifikationer) == 8  # värdorganisationens egen del är en intern bokning
    for rader in verifikationer:
        belopp = [Decimal(b) for b in re.findall(r"\} (-?[0-9]+\.[0-9]{2}) ", rader)]
        assert sum(belopp) == 0
        assert max(belopp) == Decimal("50800.00")
        assert Decimal("-12700.00") in belopp


@pytest.mark.parametrize("filformat", ["ubl", "sie", "xlsx", "pdf", "docx"])
def test_samma_byte_två_gånger(arkiv, filformat):
    _med(arkiv)
    argument = ("fakturaunderlag", "2021", "--avser", "januari", "--format", filformat)
    assert dokument(*argument, cwd=arkiv) == dokument(*argument, cwd=arkiv)


def test_kalkylbladet_har_konteringen_och_riktiga_tal(arkiv):
    _med(arkiv)
    blad = openpyxl.load_workbook(io.BytesIO(dokument("fakturaunderlag", "2021", "--format", "xlsx", cwd=arkiv)))
    rader = [rad for ett in blad for rad in ett.iter_rows(values_only=True)]
    rubriker = next(rad for rad in rader if rad[0] == "Part")
    åre = next(rad for rad in rader if rad[0] == "Åre kommun")
    assert dict(zip(rubriker, åre, strict=True)) | {"Belopp, kr": 50800} == {
        "Part": "Åre kommun", "Org.nr": "212000-2494", "Avser": "Basfinansiering", "Faktura": "2021-107", "Fakturadatum": "2021-01-04",
        "Förfaller": "2021-01-31", "Beslut": "2020-12-18 § 19 a", "Konto": "3690", "Motkonto": "1510", "Ansvar": "4110",
        "Projekt": "GNS §7", "Motpart": "212000", "Moms": "utanför momsen", "Belopp, kr": 50800,
    }  # fmt: skip
    assert åre[-1] == 50800


def test_beloppet_som_posten_säger_jämförs(arkiv):
    _med(arkiv, fakturor=_fakturor(belopp="457 200 kr"))
    text = dokument("fakturaunderlag", "2021", cwd=arkiv).decode()
    assert "Åre kommun, faktura 2021-107: posten säger 457 200 kr, men underlaget är\n50 800 kr." in text
    svar = gns("fakturaunderlag", "2021", "--avser", "januari", "--format", "sie", cwd=arkiv)
    assert svar.returncode == 2
    assert "faktura 2021-101 har ett annat belopp i posten än underlaget" in svar.stderr.decode()


@pytest.mark.parametrize(
    ("fil", "text"),
    [
        ("ut.zip", "fakturan för januari fattas för Bergs kommun, Bräcke kommun, "),
        ("ut.si", "konteringen för basfinansiering fattas\n  råd: skriv kontering med avser, konto, motkonto och moms"),
    ],
)
def test_allt_som_fattas_sägs_en_gång_var_och_inget_skrivs(arkiv, fil, text):
    svar = gns("fakturaunderlag", "2021", "--avser", "januari", "--ut", fil, cwd=arkiv)
    assert svar.returncode == 2
    assert svar.stderr.decode().count(text) == 1
    assert not (arkiv / fil).exists()


def test_e_fakturor_ur_exempeldata_görs_inte(arkiv):
    initiativ = (
        "initiativ:\n  - id: skola\n    typ: gemensamt\n    namn: Skolsystem\n    belopp: 600 tkr\n    fördelningsnyckel: elevantal\n"
        "    parter:\n      - part: are\n      - part: krokom\n"
    )
    fil = arkiv / "data" / "budgetar" / "2021.yaml"
    fil.write_text(fil.read_text(encoding="utf-8") + initiativ, encoding="utf-8")
    for filformat in ("ubl", "sie"):
        svar = gns("fakturaunderlag", "2021", "--avser", "maj", "--format", filformat, cwd=arkiv)
        assert svar.returncode == 2
        assert "underlaget för maj vilar på exempeldata" in svar.stderr.decode()
    assert "EXEMPELDATA" in dokument("fakturaunderlag", "2021", "--avser", "maj", cwd=arkiv).decode()


def test_två_nummer_som_skulle_få_samma_filnamn(arkiv):
    fakturor = _fakturor()
    fakturor[1]["nr"], fakturor[2]["nr"] = "2021/1", "2021_1"
    svar = gns("fakturaunderlag", "2021", "--avser", "januari", "--format", "ubl", cwd=_med(arkiv, fakturor=fakturor))
    assert "fakturorna 2021/1, 2021_1 skulle få samma filnamn" in svar.stderr.decode()


def test_kontot_i_en_verifikation_är_siffror(arkiv):
    svar = gns(
        "fakturaunderlag",
        "2021",
        "--avser",
        "januari",
        "--format",
        "sie",
        cwd=_med(arkiv, KONTERING | {"konto": "36a"}),
    )
    assert "konto 36a för basfinansiering är inte bara siffror" in svar.stderr.decode()


def test_en_handling_skriver_inte_över_en_post_genom_en_länk(arkiv):
    (arkiv / "l.csv").symlink_to(arkiv / "data" / "namnd.yaml")
    före = (arkiv / "data" / "namnd.yaml").read_bytes()
    svar = gns("fakturaunderlag", "2021", "--ut", "l.csv", cwd=arkiv)
    assert svar.returncode == 2
    assert (arkiv / "data" / "namnd.yaml").read_bytes() == före


@pytest.mark.parametrize(
    ("argument", "text"),
    [
        (("1999",), "det finns inget budgetår 1999"),
        (("2021", "--avser", "juni"), "”juni” är inget tillfälle\n  råd: välj januari, maj, återbetalning"),
        (("2021", "--avser", "aterbetalning", "--format", "sie"), "det finns inget att fakturera 2021"),
    ],
)
def test_fel_säger_vad_man_gör(argument, text):
    svar = gns("fakturaunderlag", *argument)
    assert svar.returncode == 2
    assert text in svar.stderr.decode()


def test_två_fakturor_med_ett_nummer_och_ett_okänt_initiativ(arkiv):
    for tillägg, text in (
        (_yaml("fakturor", [_fakturor()[0], _fakturor()[0]]), "fakturan 2021-100 står två gånger"),
        (_yaml("kontering", [KONTERING | {"avser": "drift"}]), "drift faktureras inte 2021"),
        (
            _yaml("kontering", [{k: v for k, v in KONTERING.items() if k != "momsskäl"}]),
            "utanför momsen behöver ett skäl",
        ),
    ):
        fil = arkiv / "data" / "budgetar" / "2021.yaml"
        text_före = fil.read_text(encoding="utf-8")
        fil.write_text(text_före + tillägg, encoding="utf-8")
        svar = gns("fakturaunderlag", "2021", cwd=arkiv)
        fil.write_text(text_före, encoding="utf-8")
        assert svar.returncode == 2
        assert text in svar.stderr.decode()


def test_json_har_varje_faktura():
    vy = json.loads(dokument("fakturaunderlag", "2020", "--format", "json"))
    belopp = {t["tillfälle"]: t["summa_öre"] for t in vy["tillfällen"]}
    assert belopp == {"januari": 91_440_000, "maj": 0, "återbetalning": -46_809_000}
    assert vy["tillfällen"][2]["utelämnat"] == [
        {"vad": "återstående medel från 2018 och 2019", "orsak": "1 kr av 468 091 kr får ingen part", "hindrar": False}
    ]
