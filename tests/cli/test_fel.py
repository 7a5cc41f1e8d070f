"""Undantag blir en svensk mening och rätt slutkod, också när strömmarna är stängda, fulla eller avbrutna."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from gns.cli.fel import utdrag
from tests.cli.kora import LÅTSAS, TYPER, Svar, gns, miljö

DAG = "2020-12-18"


def test_alla_fel_i_alla_filer_visas_i_ordning() -> None:
    svar = gns("protokoll", DAG, LATSAS="post")
    assert (svar.kod, svar.ut) == (2, "")
    assert svar.fel.splitlines() == [
        "data/arenden/2020/GNS-8-2020.yaml: fel: Filen är tom.",
        "data/moten/2020-12-18.yaml:3:5: fel: Okänd nyckel ”rubirk”.",
        "        rubirk: Å §",
        "        ^",
        "  råd: Menade du rubrik?",
        "data/namnd.yaml:9:12: varning: Dnr stavas GNS/3/2019.",
        "    ärenden: GNS/03/2019",
        "               ^",
        "2 fel och 1 varning i 3 filer.",
    ]


@pytest.mark.parametrize("typer", TYPER)
@pytest.mark.parametrize(
    ("läge", "kod", "rader"),
    [
        ("anvandning", 2, ["fel: Mötet 2020-12-19 finns inte.", "  råd: Menade du 2020-12-18?"]),
        ("konflikt", 4, ["fel: Någon annan har ändrat filen.", "  råd: Försök igen."]),
        ("disk", 5, ["fel: Disken är full."]),
        ("ratt", 5, ["fel: det gick inte att läsa eller skriva /rot/fil: rättighet saknas"]),
        ("minne", 70, ["fel: minnet räckte inte till", "  råd: stäng andra program och försök igen"]),
        ("styrtecken", 2, [r"fel: Ordet \x1b[31m\u202egick\nfel \udce5.", r"  råd: Se \x07 efter."]),
    ],
)
def test_varje_slags_fel_har_sin_slutkod(läge: str, kod: int, rader: list[str], typer: str) -> None:
    svar = gns("protokoll", DAG, typer=typer, LATSAS=läge)
    assert (svar.kod, svar.ut, svar.fel.splitlines()) == (kod, "", rader)


@pytest.mark.parametrize(
    ("läge", "slag"),
    [("krasch", "RuntimeError"), ("rekursion", "RecursionError"), ("utgang", "SystemExit"), ("ror", "BrokenPipeError")],
)
def test_ett_fel_i_gns_ber_om_en_rapport_och_visar_inget_inre(läge: str, slag: str) -> None:
    svar = gns("protokoll", DAG, LATSAS=läge)
    assert (svar.kod, svar.ut) == (70, "")
    första, andra = svar.fel.splitlines()
    assert första == f"fel: något oväntat gick fel inne i gns ({slag})"
    assert "GNS_FELSOK=1" in andra


def test_felsökning_visar_var_felet_kom() -> None:
    with _starta(["protokoll", DAG], LATSAS="krasch", GNS_FELSOK="1") as process:
        _, fel = process.communicate(timeout=30)
    assert process.returncode == 70
    assert b"Traceback" in fel
    assert b"hemlig detalj" in fel


@pytest.mark.parametrize("typer", TYPER)
def test_ctrl_c_ger_130_och_ingen_spårning(typer: str) -> None:
    with _starta(["protokoll", DAG], typer=typer, LATSAS="avbryt") as process:
        assert process.stderr is not None
        assert process.stderr.readline() == b"redo\n"
        process.send_signal(signal.SIGINT)
        _, fel = process.communicate(timeout=30)
    assert (process.returncode, fel.decode()) == (130, "Avbrutet.\n")


@pytest.mark.parametrize("typer", TYPER)
@pytest.mark.parametrize("filformat", ["text", "md", "pdf"])
def test_en_läsare_som_slutar_läsa_stör_ingen(filformat: str, typer: str) -> None:
    with _starta(["protokoll", DAG, "--format", filformat], typer=typer, LATSAS="stort") as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"rad\n"
        process.stdout.close()
        assert process.stderr is not None
        assert process.stderr.read() == b""
    assert process.returncode == 141


@pytest.mark.parametrize("ord", [["--help"], ["--version"], ["protokoll", "--help"], ["komplettering", "bash"]])
def test_ett_rör_som_redan_är_stängt_stör_ingen(ord: list[str]) -> None:
    läs, skriv = os.pipe()
    os.close(läs)
    svar = _kör(ord, stdout=skriv)
    os.close(skriv)
    assert (svar.kod, svar.fel) == (141, "")


@pytest.mark.parametrize("ord", [["--help"], ["protokoll", DAG], ["protokoll", DAG, "--format", "pdf"]])
def test_full_disk_under_standard_ut_sägs_en_gång(ord: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        svar = _kör(ord, stdout=full.fileno())
    assert (svar.kod, svar.fel) == (5, "fel: det gick inte att skriva på standard ut: disken är full\n")


@pytest.mark.parametrize("ord", ["--help", f"protokoll {DAG}"])
def test_stängd_standard_ut_är_ett_fel(ord: str) -> None:
    svar = _skal(f'"$0" "$1" {ord} >&-')
    assert (svar.kod, svar.fel) == (5, "fel: standard ut är stängd\n  råd: lägg till --ut FIL\n")


def test_stängt_standard_fel_ändrar_inget() -> None:
    assert _skal('"$0" "$1" protokol 2>&-').kod == 2
    assert _skal('"$0" "$1" protokol 2>/dev/full').kod == 2
    assert _skal('"$0" "$1" --version <&- 2>&-').kod == 0


@pytest.mark.parametrize(
    ("rad", "kolumn", "väntat"),
    [
        ("a: b", 4, ["a: b", "   ^"]),
        ("a: b", 0, ["a: b"]),
        ("a: b", 99, ["a: b"]),
        ("\ta\x1b\u202eb\n", 5, [" a��b", "    ^"]),
        ("x" * 200, 1, ["x" * 100 + "…", "^"]),
        ("x" * 199 + "y", 200, ["…" + "x" * 74 + "y", " " * 75 + "^"]),
    ],
)
def test_utdraget_pekar_på_kolumnen(rad: str, kolumn: int, väntat: list[str]) -> None:
    assert utdrag(rad, kolumn) == väntat


def _starta(ord: list[str], *, typer: str = "nyaste", **mer: str) -> subprocess.Popen[bytes]:
    rör = subprocess.PIPE
    return subprocess.Popen([sys.executable, LÅTSAS, *ord], stdout=rör, stderr=rör, env=miljö(typer, **mer))


def _kör(ord: list[str], stdout: int) -> Svar:
    svar = subprocess.run(
        [sys.executable, LÅTSAS, *ord], stdout=stdout, stderr=subprocess.PIPE, env=miljö(), check=False
    )
    return Svar(svar.returncode, b"", svar.stderr.decode())


def _skal(rad: str) -> Svar:
    kommando = ["sh", "-c", rad, sys.executable, str(LÅTSAS)]
    svar = subprocess.run(kommando, capture_output=True, env=miljö(), check=False)
    return Svar(svar.returncode, svar.stdout, svar.stderr.decode())
