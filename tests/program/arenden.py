"""Vad programmen får se på: tre dokument från samma möte, och de om pengar och uppföljning."""

import sys
from collections.abc import Callable
from pathlib import Path

ROT = Path(__file__).resolve().parents[2]
GNS = Path(sys.executable).parent / "gns"
DATUM = "2020-12-18"
MÖTETS = {
    "protokoll": ("protokoll", DATUM),
    "utdrag": ("utdrag", DATUM, "19"),
    "utkast": ("protokoll", DATUM),
}
ÄRENDEN = MÖTETS | {
    "plan": ("verksamhetsplan", "2019"),
    "budget": ("budget", "2019"),
    "uppfoljning": ("uppföljning", "2019"),
    "revision": ("revisionsunderlag", "2020", "--per", "2021-04-15"),
    "fordelning": ("fördela", "100000", "--nyckel", "elevantal", "--jämför", "lika"),
}
Dokument = Callable[[str, str], Path]  # (dokument, format) → fil
