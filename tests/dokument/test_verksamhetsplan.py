"""Verksamhetsplanen 2019 mäts mot källan, och talen i den är räknade: ändras posten ändras de."""

import re
import shutil
from pathlib import Path

import pytest

from tests.hjalp import ROT, docx_text, dokument, pdf_text
from tests.matt import KÄLLOR, saknade

KÄLLA = (KÄLLOR / "verksamhetsplan-2019.txt").read_text(encoding="utf-8")

# Det som tas bort ur källan före jämförelsen är dess papper: fotnoterna, som står sist på sidan (här sist i sitt avsnitt) och
# prövas för sig, sidans nummer, och webbadresser som är brutna mitt i ord.
PAPPRET = r"(?ms)^1 Slutrapport, .*?^4 *$|^https://\S+$|^\(se motsvarande\).*?Norrbotten/ *$"
UTAN_PAPPER = re.sub(PAPPRET, "", KÄLLA)

# Resten av luckorna är ord som är avstavade i källans smala spalter, och notmärken som sitter ihop med sitt ord.
FÖRKLARAT = {"underlag2", "områden3", "specialistfunkti oner", "kärnve rksamhet", "identitetsoch", "identitets och"}


def _text(format: str) -> str:
    data = dokument("verksamhetsplan", "2019", "--format", format)
    return {"pdf": pdf_text, "docx": docx_text}.get(format, bytes.decode)(data)


@pytest.mark.parametrize("format", ["md", "html", "docx"])
def test_varje_ord_i_källan_står_i_dokumentet(format):
    andel, luckor = saknade(UTAN_PAPPER, _text(format))
    assert [lucka for lucka in luckor if lucka not in FÖRKLARAT] == []
    assert andel > 0.99


def test_det_som_togs_bort_är_papper():
    borta = len(KÄLLA.split()) - len(UTAN_PAPPER.split())
    assert 30 < borta < 50


def test_fotnoterna_finns_fast_på_annan_plats():
    text = _text("md").replace("\\", "")
    assert "Slutrapport, Förstudie kring regional samverkan i offentlig verksamhet" in text
    assert "Samverkan mellan kommunerna i Jämtlands län – Supercentra 2014" in text
    assert "(se motsvarande) https://www.esf.se/sv/Resultat/Projektbanken-2014-2020/" in text


def test_planen_i_pdf_har_samma_ord():
    andel, _ = saknade(KÄLLA, _text("pdf"))
    assert andel > 0.9  # tabellen läses spaltvis ur pdf:en


@pytest.fixture
def arkiv(tmp_path: Path) -> Path:
    shutil.copytree(ROT / "data", tmp_path / "data")
    return tmp_path / "data" / "budgetar" / "2019.yaml"


def _ändrad(fil: Path, gammalt: str, nytt: str) -> str:
    text = fil.read_text(encoding="utf-8")
    assert text.count(gammalt) == 1
    fil.write_text(text.replace(gammalt, nytt), encoding="utf-8")
    return dokument("verksamhetsplan", "2019", "--format", "md", cwd=fil.parents[2]).decode()


def test_beloppet_per_part_räknas_till_hela_beloppet_och_summorna(arkiv):
    text = _ändrad(arkiv, "per_part: 101 600 kr", "per_part: 100 000 kr")
    assert "bidrar varje part med 100 000 kr, totalt 900 000 kr." in text
    assert "| Basarvode | 900 | 100 000 kr gånger nämndens 9 parter |" in text
    assert "Angavs som 914,4 tkr, men raderna är 900 tkr." in text


def test_summan_visas_som_den_angavs_med_det_som_avrundades(arkiv):
    text = _ändrad(arkiv, "belopp: -46,4 tkr", "belopp: -46,3 tkr")
    assert "| **SUMMA OMKOSTNADER** | **-109** | Exakt -109,3 tkr; -0,3 tkr är avrundning. |" in text.replace(
        "| SUMMA OMKOSTNADER |", "| **SUMMA OMKOSTNADER** |"
    )
    assert "Angavs som 0 tkr, men raderna är 0,1 tkr." not in text
    assert "Exakt 0,1 tkr" in text


def test_avsnitten_numreras_och_ett_år_utan_text_visar_det_som_finns():
    text = _text("md")
    rubriker = [rad for rad in text.splitlines() if rad.startswith("##")]
    assert rubriker[:3] == [
        "## 1 Uppdrag och planeringsförutsättningar",
        "### 1.1 Nämndens uppgifter",
        "### 1.2 Planeringsförutsättningar",
    ]
    utan = dokument("verksamhetsplan", "2021", "--format", "md").decode()
    assert "Planens text är inte känd" in utan
    assert "| 8 februari | årsbokslut |  |" in utan
    assert "Basfinansieringen är 457 200 kr enligt beslut 2020-12-18 § 19 a, 50 800 kr" in utan


def test_ett_år_som_inte_finns_säger_vilka_som_finns():
    from tests.hjalp import gns

    svar = gns("verksamhetsplan", "2022")
    assert (svar.returncode, svar.stdout) == (2, b"")
    assert "det finns inget budgetår 2022" in svar.stderr.decode()
    assert "2018, 2019, 2020, 2021" in svar.stderr.decode()
