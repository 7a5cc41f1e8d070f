"""Kör gns som process, med den nyaste och den äldsta tillåtna typer."""

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
import threading
from dataclasses import dataclass
from pathlib import Path

from tests.hjalp import mätt

ROT = Path(__file__).parents[2]
HÄR = Path(__file__).parent
LÅTSAS = HÄR / "latsas.py"
ÄLDST = ROT / ".venv" / "typer-aldst"
TYPER = ("nyaste", "äldst")
_SLUT = b"\0slut\0"
_BORT = ("COLUMNS", "NO_COLOR", "PYTHONIOENCODING", "PYTHONUTF8", "GNS_FELSOK", "LATSAS", "PYTHONPATH")


@dataclass(frozen=True)
class Svar:
    kod: int
    data: bytes
    fel: str

    @property
    def ut(self) -> str:
        return self.data.decode()


def miljö(typer: str = "nyaste", **mer: str) -> dict[str, str]:
    """Miljön för en körning; den äldsta typer läggs först på sökvägen."""
    grund = {k: v for k, v in os.environ.items() if k not in _BORT and not k.startswith("LC_")}
    grund["LANG"] = "C.UTF-8"
    if typer == "äldst":
        assert (ÄLDST / "typer").is_dir(), (
            f"Den äldsta tillåtna typer saknas i {ÄLDST}. Kör make test, eller "
            f".venv/bin/pip install --target {ÄLDST} --no-deps typer==0.26.0"
        )
        grund["PYTHONPATH"] = str(ÄLDST)
    return mätt(grund | mer)


def gns(*ord: str | bytes, typer: str = "nyaste", cwd: Path | None = None, **mer: str) -> Svar:
    """Ett kommando med påhittade ärenden; ``mer`` läggs till miljön."""
    kommando = [sys.executable, str(LÅTSAS), *ord]
    svar = subprocess.run(kommando, capture_output=True, env=miljö(typer, **mer), cwd=cwd, timeout=60, check=False)
    return Svar(svar.returncode, svar.stdout, svar.stderr.decode())


def på_skärm(kommando: list[str], miljön: dict[str, str], cwd: Path | None = None, bredd: int = 0) -> Svar:
    """Kör med standard in, ut och fel på en terminal; allt som syns är ``data``. Bredden 0 är terminalens egen.

    Det som skrivs sist kan gå förlorat när terminalen stängs: den hålls öppen, och ett slutmärke skrivs när processen är klar.
    """
    herre, slav = pty.openpty()
    if bredd:
        fcntl.ioctl(slav, termios.TIOCSWINSZ, struct.pack("HHHH", 24, bredd, 0, 0))
    with subprocess.Popen(kommando, stdin=slav, stdout=slav, stderr=slav, env=miljön, cwd=cwd) as process:
        märkning = threading.Thread(target=lambda: (process.wait(), os.write(slav, _SLUT)))
        märkning.start()
        data = b""
        while not data.endswith(_SLUT):
            data += os.read(herre, 65536)
        märkning.join()
    os.close(slav)
    os.close(herre)
    return Svar(process.returncode, data.removesuffix(_SLUT).replace(b"\r\n", b"\n"), "")
