"""Bara spåret startar git och ssh-keygen; inget annat kommando startar något program eller öppnar någon förbindelse.

Då kan inget som ett förråd ställer in i git, och inget som miljön ställer in för git, ha någon verkan i dem. Kommandona som
startar git prövas med varje gift för sig i ``tests/history/test_forgiftat.py``; tillsammans är de alla i tabellen.
"""

import os
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from gns.cli.tabell import KOMMANDON
from tests.cli.kontrollkor import kör
from tests.cli.test_numrera import ANDRA
from tests.flows.test_budgetar_ny import CSV
from tests.flows.test_utfall import RAPPORT
from tests.history.test_forgiftat import KOMMANDON as FÖRGIFTADE
from tests.hjalp import ROT

DAG = "2020-12-18"
ORD: dict[str, tuple[str, ...]] = {
    "protokoll": (DAG, "--format", "pdf", "--ut", "p.pdf"),
    "utdrag": (DAG, "19", "--format", "docx", "--ut", "u.docx"),
    "verksamhetsplan": ("2019",),
    "budget": ("2019",),
    "fördela": ("--nyckel", "budgetomslutning", "--format", "xlsx", "--ut", "f.xlsx"),
    "avräkning": ("2019",),
    "fakturaunderlag": ("2019",),
    "utfall": ("huvudbok.csv", "--omvända-tecken", "--fråga-inte"),
    "uppföljning": ("2019",),
    "uppdrag": (),
    "beslut": (),
    "närvaro": ("2020",),
    "ärende lista": (),
    "ärende visa": ("GNS/8/2020",),
    "delegation lista": (),
    "kontrollera": (),
    "förklara": ("KL-8-12-anslag",),
    "svara": ("KL-5-67-propositionsordning", DAG, "Prövat.", "--av", "Eva Ek"),
    "revisionsunderlag": ("2020",),
    "rätta": (DAG, "21", "--fel", "468 091 kr", "--rätt", "468 090 kr", "--skäl", "Fel.", "--av", "Eva Ek"),
    "budgetår ny": ("--från", "b.csv", "--fråga-inte"),
    "möte numrera": ("2021-05-03",),
    "formatera": (),
    "schema": ("--ut", ".gns-schema"),
    "komplettering": ("bash",),
}
# En gren av den egna processen (``os.fork``) är inget program; det den gör hörs också.
_STARTAR = re.compile(r"subprocess\.|os\.(exec|posix_spawn|spawn|startfile|system)|pty\.|socket\.")
_hörs: int | None = None


def _lyssna(händelse: str, argument: object) -> None:
    if _hörs is not None and _STARTAR.match(händelse):
        os.write(_hörs, f"{händelse} {argument}\n".encode())


sys.addaudithook(_lyssna)


@pytest.fixture
def hört(tmp_path: Path) -> Iterator[Path]:
    """Filen med det som Python, också i en gren, startar eller ansluter till medan testen kör."""
    global _hörs  # noqa: PLW0603 – en audithook går inte att ta bort
    fil = tmp_path / "hört"
    _hörs = os.open(fil, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    yield fil
    os.close(_hörs)
    _hörs = None


@pytest.fixture(scope="module")
def poster(tmp_path_factory: pytest.TempPathFactory) -> Path:
    mapp = tmp_path_factory.mktemp("startar") / "arkiv"
    shutil.copytree(ROT / "data", mapp / "data")
    (mapp / "huvudbok.csv").write_text(RAPPORT, encoding="utf-8")
    (mapp / "b.csv").write_text(CSV, encoding="utf-8")
    return mapp


@pytest.mark.parametrize("kommando", ORD)
def test_kommandot_startar_inget(poster: Path, tmp_path: Path, kommando: str, hört: Path) -> None:
    rot = shutil.copytree(poster, tmp_path / "arkiv")
    if kommando == "möte numrera":
        (rot / "data/moten/2021-05-03.yaml").write_text(ANDRA, encoding="utf-8")
    if kommando == "svara":
        (rot / f"data/svar/{DAG}.yaml").unlink()
    svar = kör(rot, *kommando.split(), *ORD[kommando])
    assert svar.kod == 0, svar.fel
    assert hört.read_text("utf-8") == ""


def test_ett_program_som_startas_syns(hört: Path) -> None:
    """Annars prövar det ovan ingenting."""
    assert kör(ROT, "kontrollera", "--sedan", "HEAD").kod in {0, 1, 2}
    assert "git" in hört.read_text("utf-8")


def test_varje_kommando_prövas_här_eller_med_varje_gift() -> None:
    förgiftade = {ord_[0] for ord_, _ in FÖRGIFTADE.values()} | {"justera"}
    assert {k.namn for k in KOMMANDON} == set(ORD) | förgiftade
