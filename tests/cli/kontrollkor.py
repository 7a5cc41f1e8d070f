"""Kör gns i samma process på ett litet arkiv, med en känd dag, och säger vad som kom på strömmarna."""

import contextlib
import hashlib
import io
from pathlib import Path
from typing import Any

import pytest

from gns.cli import val
from gns.cli.huvud import main
from tests.cli.kora import Svar
from tests.kontroller.arkiv import IDAG, skriv

MÖTE, ANSLAG, ÄRENDE = "moten/2024-03-04", "anslag/2024-03-04", "arenden/2024/GNS-1-2024"
ID = "KL-8-12-anslag"
BRUTET = {ANSLAG: {"anslag.1.uppsatt": "2024-03-20", "anslag.2.uppsatt": "2024-03-12"}}
SVARET = {
    "svar/2024-03-04": {
        "": {
            "svar": [
                {
                    "regel": ID,
                    "plats": "anslag berg uppsatt",
                    "svar": "Berg satte upp det efter helgen.\nInget mer görs.\n",
                    "av": "Eva Ek",
                    "datum": "2024-05-02",
                }
            ]
        }
    }
}


class _Ström(io.TextIOWrapper):
    def __init__(self) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8", write_through=True)

    @property
    def buffer(self) -> Any:
        return super().buffer


def kör(mapp: Path, *ord: str) -> Svar:
    """``gns`` i mappen, som dagen är ``IDAG``."""
    ut, fel = _Ström(), _Ström()
    with pytest.MonkeyPatch.context() as lapp:
        lapp.chdir(mapp)
        lapp.setattr(val, "idag", lambda: IDAG)
        with contextlib.redirect_stdout(ut), contextlib.redirect_stderr(fel):
            kod = main([*ord])
    return Svar(kod, ut.buffer.getvalue(), fel.buffer.getvalue().decode())


def litet(mapp: Path) -> Path:
    """Arkivet med ett obesvarat fynd, ett besvarat, ett som inte går att pröva och en trasig post."""
    skriv(mapp, {**BRUTET, **SVARET, "moten/2023-12-04": {"justering": {"justerat": "okänd dag"}}})
    trasig = mapp / "data" / f"{ÄRENDE}.yaml"
    trasig.write_text("rubrik: Avtal: drift\n", encoding="utf-8")
    return mapp


def avtryck(mapp: Path) -> dict[str, str]:
    """Varje fil och mapp i trädet, med filens innehåll och tid."""
    alla = sorted(mapp.rglob("*"))
    return {str(f): hashlib.sha256(f.read_bytes()).hexdigest() + str(f.stat().st_mtime_ns) for f in alla if f.is_file()}
