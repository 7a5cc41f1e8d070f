"""Öppnar en fil i det program som systemet har valt för den."""

import os
import subprocess
import sys
from pathlib import Path
from shutil import which

from gns.grund.fel import Användningsfel

_VÄNTA = 1.0  # sekunder: så snabbt säger öppnaren ifrån när inget program kan visa filen


def öppna(fil: Path) -> None:
    """Öppnar filen; Användningsfel som säger var den ligger när inget program finns."""
    hela = str(fil.resolve())
    if sys.platform == "win32":
        os.startfile(hela)  # noqa: S606 – filen som gns själv skrev
        return
    program = which("open" if sys.platform == "darwin" else "xdg-open")
    if program is None or not _starta(program, hela):
        raise Användningsfel("det finns inget program här som kan visa filen", f"den är skriven och ligger i {hela}")


def _starta(program: str, fil: str) -> bool:
    tyst = subprocess.DEVNULL
    process = subprocess.Popen([program, fil], stdin=tyst, stdout=tyst, stderr=tyst, start_new_session=True)
    try:
        return process.wait(_VÄNTA) == 0
    except subprocess.TimeoutExpired:
        return True  # visaren är igång och lever vidare efter gns
