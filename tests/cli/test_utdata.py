"""Data på standard ut, allt annat på standard fel; format, filer och visning."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from gns.cli.utmatning import storlek
from tests.cli.kora import LÅTSAS, TYPER, gns, miljö
from tests.cli.latsas import TEXT

DAG = "2020-12-18"


@pytest.mark.parametrize("typer", TYPER)
@pytest.mark.parametrize("ord", [["protokoll", DAG], ["utdrag", DAG, "19"]])
@pytest.mark.parametrize("filformat", [None, "text", "md", "html"])
def test_texten_går_till_standard_ut_som_utf8(ord: list[str], filformat: str | None, typer: str) -> None:
    svar = gns(*ord, *(["--format", filformat] if filformat else []), typer=typer)
    assert (svar.kod, svar.ut, svar.fel) == (0, TEXT, "")


@pytest.mark.parametrize("filformat", ["pdf", "docx", "PDF"])
def test_binära_format_går_orörda_genom_ett_rör(filformat: str) -> None:
    svar = gns("protokoll", DAG, "--format", filformat)
    assert (svar.kod, svar.data, svar.fel) == (0, b"%PDF\xff\x00", "")


@pytest.mark.parametrize(
    ("fil", "mer", "väntat"),
    [
        ("p.txt", [], "text"),
        ("p.md", [], "md"),
        ("p.html", [], "html"),
        ("p.pdf", [], "pdf"),
        ("P.DOCX", [], "docx"),
        ("p.pdf", ["--format", "pdf"], "pdf"),
        ("p", ["--format", "md"], "md"),
        ("p.doc", ["--format=docx"], "docx"),
        ("a\u030ar.md", [], "md"),
    ],
)
def test_formatet_följer_filnamnet_eller_valet(fil: str, mer: list[str], väntat: str, tmp_path: Path) -> None:
    svar = gns("protokoll", DAG, "--ut", fil, *mer, cwd=tmp_path, LATSAS="eko")
    assert (svar.kod, svar.ut) == (0, "")
    innehåll = (tmp_path / fil).read_text("utf-8")
    assert innehåll == f"(None, '{DAG}', '{väntat}')"
    assert svar.fel == f"Skrev {fil} ({len(innehåll)} byte).\n"


def test_streck_som_fil_är_standard_ut() -> None:
    assert gns("protokoll", DAG, "--ut", "-").ut == TEXT


@pytest.mark.parametrize(("antal", "text"), [(0, "0 byte"), (999, "999 byte"), (1000, "1 kB"), (123_456, "123 kB")])
def test_storlek_i_små_tal(antal: int, text: str) -> None:
    assert storlek(antal) == text


@pytest.mark.parametrize(("antal", "text"), [(999_499, "999 kB"), (999_500, "1,0 MB"), (12_345_678, "12,3 MB")])
def test_storlek_i_stora_tal(antal: int, text: str) -> None:
    assert storlek(antal) == text


@pytest.mark.parametrize("skrivet", [["19"], ["§19"], ["§ 19"], ["§", "19"], ["019"], ["§\u00a019"]])
def test_paragrafen_kan_skrivas_på_flera_sätt(skrivet: list[str]) -> None:
    assert gns("utdrag", DAG, *skrivet, LATSAS="eko").ut == f"(None, '{DAG}', 19, 'text')"


def test_dag_och_paragraf_kan_stå_i_ett_ord() -> None:
    assert gns("utdrag", f"{DAG} § 19", LATSAS="eko").ut == f"(None, '{DAG}', 19, 'text')"


def test_katalogen_når_ärendet_som_den_skrevs() -> None:
    mapp = Path("a\u030a/b")
    assert gns("protokoll", DAG, "--data", str(mapp), LATSAS="eko").ut == f"({mapp!r}, '{DAG}', 'text')"


@pytest.mark.parametrize(
    ("ord", "läge", "kod", "ut", "fel"),
    [
        ([], "", 0, "", "3 poster, ingen form att ändra.\n"),
        ([], "andrad", 0, "data/namnd.yaml\n", "3 poster, 1 ändrad.\n"),
        (["--kontrollera"], "andrad", 1, "data/namnd.yaml\n", "3 poster, 1 skulle ändras.\n"),
        (["--kontrollera"], "", 0, "", "3 poster, ingen form att ändra.\n"),
        (["a\u030a.yaml", "--", "-b"], "eko", 0, "a\u030a.yaml\n-b\n", "3 poster, 2 ändrade.\n"),
    ],
)
def test_formatera_säger_vad_som_ändrades(ord: list[str], läge: str, kod: int, ut: str, fel: str) -> None:
    svar = gns("formatera", *ord, LATSAS=läge)
    assert (svar.kod, svar.ut, svar.fel) == (kod, ut, fel)


@pytest.mark.parametrize("ord", [[], ["--kontrollera"]])
def test_formatera_med_trasig_post_ger_två(ord: list[str]) -> None:
    svar = gns("formatera", *ord, LATSAS="trasig")
    assert (svar.kod, svar.ut) == (2, "data/namnd.yaml\n")
    assert "data/moten/2020-12-18.yaml:3:5: fel:" in svar.fel
    assert gns("formatera", *ord, LATSAS="varning").kod == 0


def _visare(mapp: Path, skript: str) -> str:
    fil = mapp / ("open" if sys.platform == "darwin" else "xdg-open")
    fil.write_text(f"#!/bin/sh\n{skript}\n")
    fil.chmod(0o755)
    return f"{mapp}{os.pathsep}{os.environ['PATH']}"


def test_visa_öppnar_filen_som_skrevs(tmp_path: Path) -> None:
    sökväg = _visare(tmp_path, f'printf %s "$1" > {tmp_path}/visad')
    svar = gns("protokoll", DAG, "--ut", "p.md", "--visa", cwd=tmp_path, PATH=sökväg)
    assert (svar.kod, svar.ut) == (0, "")
    assert (tmp_path / "visad").read_text() == str(tmp_path / "p.md")


def test_visa_utan_fil_gör_en_pdf_som_ingen_annan_kommer_åt(tmp_path: Path) -> None:
    sökväg = _visare(tmp_path, f'printf %s "$1" > {tmp_path}/visad')
    svar = gns("utdrag", DAG, "19", "--visa", PATH=sökväg, TMPDIR=str(tmp_path))
    fil = Path((tmp_path / "visad").read_text())
    assert (svar.kod, svar.ut) == (0, "")
    assert svar.fel == f"Skrev {fil} (6 byte).\n"
    assert fil.name == "utdrag-2020-12-18-19.pdf"
    assert fil.parent.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("finns", [True, False])
def test_ingen_visare_säger_var_filen_ligger(finns: bool, tmp_path: Path) -> None:
    sökväg = _visare(tmp_path, "exit 3") if finns else str(tmp_path)
    svar = gns("protokoll", DAG, "--ut", "p.pdf", "--visa", cwd=tmp_path, PATH=sökväg)
    assert svar.kod == 2
    assert "fel: det finns inget program här som kan visa filen\n" in svar.fel
    assert str(tmp_path / "p.pdf") in svar.fel
    assert (tmp_path / "p.pdf").exists()


def test_varningar_visas_men_ändrar_inte_slutkoden() -> None:
    svar = gns("protokoll", DAG, LATSAS="varning")
    assert (svar.kod, svar.ut) == (0, TEXT)
    assert svar.fel.splitlines() == [
        "data/namnd.yaml:9:12: varning: Dnr stavas GNS/3/2019.",
        "    ärenden: GNS/03/2019",
        "               ^",
        "1 varning i 1 fil.",
    ]


@pytest.mark.parametrize("namn", ["protokoll", "PROTOKOLL", "Protokoll"])
def test_kommandon_och_val_bryr_sig_inte_om_stora_bokstäver(namn: str) -> None:
    assert gns(namn, DAG, "--FORMAT", "MD").ut == TEXT


def test_modulen_går_att_köra() -> None:
    svar = subprocess.run([sys.executable, "-m", "gns", "--version"], capture_output=True, env=miljö(), check=True)
    assert svar.stdout.startswith(b"gns ")
    assert LÅTSAS.exists()
