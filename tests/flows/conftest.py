"""En egen kopia av arkivet att förstöra."""

import shutil
from pathlib import Path

import pytest

from tests.hjalp import ROT


@pytest.fixture
def arkiv(tmp_path: Path) -> Path:
    """En mapp med repots poster men utan egna mallar."""
    shutil.copytree(ROT / "data", tmp_path / "data")
    return tmp_path
