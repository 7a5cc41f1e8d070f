"""Hjälpen, ord för ord. Ny text: COLUMNS=80 gns KOMMANDO --help > tests/cli/facit/KOMMANDO.txt, och läs den."""

import pytest

from gns import __version__
from gns.cli.tabell import KOMMANDON
from gns.grund.tecken import ascii_form
from tests.cli.kora import HÄR, TYPER, gns
from tests.cli.test_felanvandning import ENGELSKA

NAMN = ["gns", *(k.namn for k in KOMMANDON)]


@pytest.mark.parametrize("typer", TYPER)
@pytest.mark.parametrize("namn", NAMN)
def test_hjälpen_är_den_som_är_läst(namn: str, typer: str) -> None:
    ord = [] if namn == "gns" else namn.split()
    svar = gns(*ord, "--help", typer=typer, COLUMNS="80")
    facit = HÄR / "facit" / f"{ascii_form(namn).replace(' ', '-')}.txt"
    assert (svar.kod, svar.fel) == (0, "")
    assert svar.ut == facit.read_text("utf-8")
    assert not ENGELSKA.search(svar.ut.replace("--help", "").replace("Argument", ""))


def test_kort_val_och_inget_alls_ger_samma_hjälp() -> None:
    assert gns().ut == gns("-h").ut == gns("--help").ut
    assert gns("utdrag", "-h").ut == gns("utdrag", "--help").ut == gns("utdrag", "2020", "-h", "--data", "x").ut


@pytest.mark.parametrize(("namn", "kolumner"), [(n, k) for n in NAMN for k in ("40", "500")])
def test_hjälpen_ryms_i_skärmens_bredd(namn: str, kolumner: str) -> None:
    svar = gns(*([] if namn == "gns" else namn.split()), "--help", COLUMNS=kolumner)
    bredd = min(int(kolumner), 100)
    fasta = ("  gns ", "  eval ", "Användning:")  # det som ska kunna kopieras bryts aldrig
    assert svar.kod == 0
    assert [r for r in svar.ut.splitlines() if len(r) > bredd and not r.startswith(fasta)] == []


@pytest.mark.parametrize("kolumner", ["", "0", "-3", "1", "x", "9" * 30])
def test_orimlig_bredd_ger_ändå_läsbar_hjälp(kolumner: str) -> None:
    rader = gns("--help", COLUMNS=kolumner).ut.splitlines()
    assert "    protokoll" in {rad[:13] for rad in rader}
    assert max(map(len, rader)) <= 100


def test_versionen_är_paketets() -> None:
    assert gns("--version").ut == f"gns {__version__}\n"
