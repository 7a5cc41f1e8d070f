"""Dokumenten som testerna ser på, webbläsaren och programmen de läses med."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.program.arenden import DATUM, GNS, ROT, ÄRENDEN, Dokument
from tests.program.chromium import Chromium


@pytest.fixture(scope="session")
def utkast_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Postmappen som den såg ut före justeringen."""
    rot = tmp_path_factory.mktemp("utkast")
    shutil.copytree(ROT / "data", rot / "data")
    möte = rot / "data" / "moten" / f"{DATUM}.yaml"
    justerat = möte.read_text(encoding="utf-8")
    utkast = re.sub(r"^ +justerat:.*\n", "", justerat, flags=re.MULTILINE)
    assert utkast != justerat
    möte.write_text(utkast, encoding="utf-8")
    (rot / "data" / "anslag" / f"{DATUM}.yaml").unlink()
    return rot


@pytest.fixture(scope="session")
def dokument(tmp_path_factory: pytest.TempPathFactory, utkast_data: Path) -> Dokument:
    """Ger filen för ett dokument ("protokoll", "utdrag", "utkast") i ett format; samma fil varje gång."""
    mapp = tmp_path_factory.mktemp("dokument")

    @cache
    def gör(namn: str, ändelse: str) -> Path:
        fil = mapp / f"{namn}.{ändelse}"
        rot = utkast_data if namn == "utkast" else ROT
        subprocess.run([GNS, *ÄRENDEN[namn], "--format", ändelse, "--ut", fil], cwd=rot, check=True)
        return fil

    return gör


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    """En webbläsare för alla tester."""
    with Chromium(tmp_path_factory.mktemp("chromium")) as webbläsare:
        yield webbläsare
