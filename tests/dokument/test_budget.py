"""Budgeten som handling: basfinansieringen delad i ören och månader, det som hindrar den, och exempeldata."""

import json
import shutil
from typing import Any

import pytest

from tests.hjalp import ROT, dokument


@pytest.fixture
def arkiv(tmp_path):
    shutil.copytree(ROT / "data", tmp_path / "data")
    return tmp_path


def _skriv(arkiv, text: str, år: int = 2022) -> None:
    (arkiv / "data" / "budgetar" / f"{år}.yaml").write_text(text, encoding="utf-8")


def _bas(arkiv, år: int = 2022) -> Any:
    return json.loads(dokument("budget", str(år), "--format", "json", cwd=arkiv))["bas"]


def test_ett_bidrag_i_ören_delas_i_ören(arkiv):
    _skriv(arkiv, "basfinansiering:\n  per_part: 50 800,50 kr\n  ursprung: fullmäktige\n")
    bas = _bas(arkiv)
    assert (bas["belopp_öre"], {d["belopp_öre"] for d in bas["delning"]["delar"]}) == (45_720_450, {5_080_050})


def test_den_som_anslöt_under_året_betalar_sina_månader(arkiv):
    _skriv(arkiv, "basfinansiering:\n  per_part: 12 000 kr\n  ursprung: fullmäktige\n", 2018)
    bas = _bas(arkiv, 2018)
    delar = {d["part"]: d["belopp_öre"] for d in bas["delning"]["delar"]}
    assert (delar["region"], delar["berg"], delar["bracke"]) == (1_200_000, 900_000, 600_000)
    assert bas["per_part_öre"] is None  # alla betalar inte lika mycket
    assert "Månader" in dokument("budget", "2018", cwd=arkiv).decode()


def test_det_som_hindrar_delningen_sägs(arkiv):
    _skriv(
        arkiv,
        "basfinansiering:\n  belopp: 100 kr\n  fördelningsnyckel: folkmängd\nnycklar:\n  - typ: folkmängd\n"
        "    mätdag: 2021-12-31\n    enhet: invånare\n    värden:\n      - part: are\n        värde: 1\n",
    )
    assert "Region Jämtland Härjedalen saknar värde i nyckeln folkmängd 2022" in _bas(arkiv)["hindras_av"]
    assert "Den går inte att dela: " in dokument("budget", "2022", cwd=arkiv).decode()


def test_exempeldata_när_basfinansieringen_delas_efter_en_sådan_nyckel(arkiv):
    text = (ROT / "data" / "budgetar" / "2021.yaml").read_text(encoding="utf-8")
    assert "EXEMPELDATA\n\nBudget 2021" not in dokument("budget", "2021", cwd=arkiv).decode()
    ny = "basfinansiering:\n  belopp: 457 200 kr\n  fördelningsnyckel: budgetomslutning\n"
    _skriv(arkiv, text.replace("basfinansiering:\n  beslut: 2020-12-18 § 19 a\n", ny), 2021)
    svar = dokument("budget", "2021", cwd=arkiv).decode()
    assert "EXEMPELDATA\n\nBudget 2021" in svar
    assert "Delning, 457 200 kr (exempeldata)" in svar


def test_gånger_skrivs_bara_när_alla_är_med_hela_året(arkiv):
    rader = "budget:\n  enhet: kr\n  grupper:\n    - namn: intäkter\n      rader:\n        - namn: Bidrag\n          hämtas: basfinansiering\n"
    bas = "basfinansiering:\n  per_part: 12 000 kr\n  ursprung: fullmäktige\n"
    for år, finns in ((2018, False), (2022, True)):
        _skriv(arkiv, bas + rader, år)
        assert ("12 000 kr gånger nämndens 9 parter" in dokument("budget", str(år), cwd=arkiv).decode()) is finns


def test_balansen_är_en_tabell_i_varje_format():
    rader = dokument("budget", "2019", "--format", "csv").decode("utf-8-sig").split("\r\n")
    assert any(rad.startswith("Ingående medel från 2018;745000;") for rad in rader)


INITIATIV = """
basfinansiering:
  belopp: 900 kr
  ursprung: fullmäktige
nycklar:
  - typ: budgetomslutning
    definition: omslutning
    värdeår: 2020
    enhet: tkr
    exempeldata: ja
    värden:
      - part: are
        värde: 1
      - part: berg
        värde: 3
initiativ:
  - id: support
    typ: köp-sälj
    namn: Support
    säljare: ostersund
    pris: 10 kr
    köpare:
      - part: are
        antal: 7
  - id: drift
    typ: gemensamt
    namn: Drift
    belopp: 100,40 kr
    fördelningsnyckel: budgetomslutning
    parter:
      - part: are
      - part: berg
  - id: okant
    typ: gemensamt
    namn: Okänt
    fördelningsnyckel: lika
    parter:
      - part: are
      - part: berg
"""


def test_per_part_är_basfinansieringen_och_initiativen_tillsammans(arkiv):
    _skriv(arkiv, INITIATIV)
    t = json.loads(dokument("budget", "2022", "--format", "json", cwd=arkiv))["per_part"]
    belopp = {p["namn"]: (p["bas_öre"], p["initiativ_öre"], p["summa_öre"]) for p in t["parter"]}
    assert belopp["Åre kommun"] == (10_000, 7_000 + 2_500, 19_500)
    assert belopp["Östersunds kommun"] == (10_000, -7_000, 3_000)
    assert belopp["Krokoms kommun"] == (10_000, 0, 10_000)
    assert t["summa"]["summa_öre"] == sum(summa for _, _, summa in belopp.values()) == 90_000 + 10_000
    assert [(u["namn"], u["orsak"]) for u in t["utelämnat"]] == [
        ("Drift", "0,40 kr är kvar odelat"), ("Okänt", "inte med, för beloppet är inte känt"),
    ]  # fmt: skip
    text = dokument("budget", "2022", cwd=arkiv).decode()
    assert "Att betala 2022 (exempeldata)" in text
    assert "EXEMPELDATA\n\nBudget 2022" in text


def test_utan_kända_initiativ_visas_inte_per_part():
    assert json.loads(dokument("budget", "2019", "--format", "json"))["per_part"] is None


def test_samma_basfinansiering_i_budgeten_och_fördelningen(arkiv):
    for bas in ("per_part: 50 800,50 kr", "belopp: 100,03 kr", "per_part: 100 kr"):
        _skriv(arkiv, f"basfinansiering:\n  {bas}\n  ursprung: fullmäktige\n")
        svar = json.loads(dokument("fördela", "--nyckel", "lika", "--år", "2022", "--format", "json", cwd=arkiv))
        (i_fördelningen,) = svar["fördelningar"]
        assert [d["belopp_öre"] for d in i_fördelningen["delar"]] == [
            d["belopp_öre"] for d in _bas(arkiv)["delning"]["delar"]
        ]


def _initiativ(belopp: str) -> str:
    return (
        f"initiativ:\n  - id: drift\n    typ: gemensamt\n    namn: Drift\n{belopp}    fördelningsnyckel: lika\n"
        "    parter:\n      - part: are\n      - part: berg\n"
    )


@pytest.mark.parametrize(("år", "mening"), [("2022", "är inte känt 2023"), ("2023", "är inte känt här")])
def test_ett_år_med_okänt_belopp_jämförs_i_andelar(arkiv, år, mening):
    _skriv(arkiv, _initiativ("    belopp: 600 tkr\n"), 2022)
    _skriv(arkiv, _initiativ(""), 2023)
    annat = {"2022": "2023", "2023": "2022"}[år]
    text = " ".join(dokument("fördela", "--nyckel", "lika", "--år", år, "--jämför", annat, cwd=arkiv).decode().split())
    assert f"Beloppet {mening}, så andelarna jämförs." in text
    assert "Jämförelsen delar" not in text
    assert f"Part Här Lika {annat} Skillnad, %" in text


def test_det_som_inte_går_att_dela_sägs_per_part(arkiv):
    nyckel = "nycklar:\n  - typ: folkmängd\n    mätdag: 2021-12-31\n    enhet: st\n    värden:\n      - part: are\n        värde: 1\n"
    ett = _initiativ("    belopp: 100 kr\n").replace("lika", "folkmängd")
    _skriv(arkiv, "basfinansiering:\n  per_part: 100 kr\n  ursprung: u\n" + nyckel + ett)
    text = " ".join(dokument("budget", "2022", cwd=arkiv).decode().split())
    assert "Drift: inte med; Bergs kommun saknar värde i nyckeln folkmängd 2022." in text
    _skriv(arkiv, _initiativ("    belopp: 100 kr\n"))
    text = " ".join(dokument("budget", "2022", cwd=arkiv).decode().split())
    assert "Basfinansieringen: inte med, för den är inte känd." in text


def test_lika_belopp_till_några_sägs_inte_gälla_alla(arkiv):
    utanför = "".join(
        f"      - part: {p}\n        deltar: nej\n"
        for p in ("region", "bracke", "harjedalen", "krokom", "ragunda", "stromsund", "ostersund")
    )
    _skriv(
        arkiv,
        "basfinansiering:\n  belopp: 90 tkr\n  fördelningsnyckel: folkmängd\n  ursprung: u\nnycklar:\n  - typ: folkmängd\n"
        "    mätdag: 2021-12-31\n    enhet: st\n    värden:\n      - part: are\n        värde: 1\n      - part: berg\n"
        f"        värde: 1\n{utanför}",
    )
    text = dokument("budget", "2022", cwd=arkiv).decode()
    assert "45 000" in text
    assert "för var och en av nämndens" not in " ".join(text.split())
