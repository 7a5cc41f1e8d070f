"""gns som verktyg: installerat i en egen miljö och kört i en postmapp som inte är det här repot och inte i git."""

import os
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from tests.program.arenden import DATUM, GNS, ROT


@pytest.fixture(scope="session")
def hjul(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Det byggda hjulet."""
    mapp = tmp_path_factory.mktemp("hjul")
    subprocess.run([sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", mapp, ROT], check=True)
    return next(mapp.glob("gns-*.whl"))


@pytest.fixture(scope="session")
def verktyg(hjul: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """``gns`` installerat från hjulet med allt det behöver, så som pipx och uv gör."""
    miljö = tmp_path_factory.mktemp("verktyg")
    venv.create(miljö, with_pip=True)
    subprocess.run([miljö / "bin" / "python", "-m", "pip", "install", "-q", hjul], check=True)
    return miljö / "bin" / "gns"


@pytest.fixture(scope="session")
def postmapp(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Bara posterna, i en mapp med mellanslag och å i namnet."""
    rot = tmp_path_factory.mktemp("post") / "Vår nämnd"
    shutil.copytree(ROT / "data", rot / "data")
    return rot


def _kör(gns: Path, mapp: Path, *argument: str, path: str = os.environ["PATH"]) -> bytes:
    svar = subprocess.run([gns, *argument], cwd=mapp, env={"PATH": path}, capture_output=True, check=False)
    assert svar.returncode == 0, svar.stderr.decode()
    return svar.stdout


def test_hjulet_bär_mallarna_och_inget_mer(hjul: Path) -> None:
    namn = set(zipfile.ZipFile(hjul).namelist())
    mallar = {p.relative_to(ROT).as_posix() for p in (ROT / "mallar").iterdir()}
    assert {f"gns/{m}" for m in mallar} <= namn
    assert {n.split("/")[0].split("-")[0] for n in namn} == {"gns"}


@pytest.mark.parametrize("ändelse", ["text", "md", "html", "pdf", "docx"])
def test_samma_dokument_som_i_repot(verktyg: Path, postmapp: Path, ändelse: str) -> None:
    argument = ("protokoll", DATUM, "--format", ändelse)
    assert _kör(verktyg, postmapp, *argument) == _kör(GNS, ROT, *argument)


def test_går_utan_git_och_i_en_undermapp(verktyg: Path, postmapp: Path, tmp_path: Path) -> None:
    tom = str(tmp_path)
    argument = ("protokoll", DATUM, "--format", "md")
    assert _kör(verktyg, postmapp / "data" / "moten", *argument, path=tom) == _kör(GNS, ROT, *argument)


def test_data_pekas_ut_med_flaggan(verktyg: Path, postmapp: Path, tmp_path: Path) -> None:
    argument = ("protokoll", DATUM, "--format", "md")
    assert _kör(verktyg, tmp_path, *argument, "--data", str(postmapp / "data")) == _kör(GNS, ROT, *argument)


def test_posterna_står_i_gns_egen_form(verktyg: Path, postmapp: Path) -> None:
    _kör(verktyg, postmapp, "formatera", "--kontrollera")
