"""Vad programmen får se på: tre dokument från samma möte."""

import sys
from collections.abc import Callable
from pathlib import Path

ROT = Path(__file__).resolve().parents[2]
GNS = Path(sys.executable).parent / "gns"
DATUM = "2020-12-18"
ÄRENDEN = {
    "protokoll": ("protokoll", DATUM),
    "utdrag": ("utdrag", DATUM, "19"),
    "utkast": ("protokoll", DATUM),
}
Dokument = Callable[[str, str], Path]  # (dokument, format) → fil
