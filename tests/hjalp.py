"""Kör gns som en process och läser tillbaka det som kommer ut."""

import io
import os
import subprocess
import sys
import zipfile
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree as ET

ROT = Path(__file__).resolve().parent.parent
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


_STARTER: Counter[str] = Counter()
_MÄTS = 1


def mätt(miljö: dict[str, str]) -> dict[str, str]:
    """Miljön för en start av gns, där bara den första i varje testfunktion mäter täckningen.

    Att mäta en start tar lika lång tid som starten själv; resten av en funktions starter går i huvudsak samma väg.
    """
    test = os.environ.get("PYTEST_CURRENT_TEST", "").partition("[")[0].partition(" ")[0]
    _STARTER[test] += 1
    return miljö if _STARTER[test] <= _MÄTS else {k: v for k, v in miljö.items() if k != "COVERAGE_PROCESS_CONFIG"}


def gns(*argument: str, cwd: Path = ROT, **miljö: str) -> subprocess.CompletedProcess[bytes]:
    """Kör ``gns`` i miljöns egen Python; ut och fel som byte."""
    return subprocess.run(
        [sys.executable, "-m", "gns", *argument],
        cwd=cwd,
        env=mätt(os.environ | miljö),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=120,
        check=False,
    )


def dokument(*argument: str, cwd: Path = ROT, **miljö: str) -> bytes:
    """Det som gns skriver på standard ut; felet visas om det gick fel."""
    svar = gns(*argument, cwd=cwd, **miljö)
    assert svar.returncode == 0, svar.stderr.decode()
    return svar.stdout


def pdf_text(data: bytes) -> str:
    """All text i en pdf, sida för sida."""
    from pypdf import PdfReader

    return "\n".join(sida.extract_text() for sida in PdfReader(io.BytesIO(data)).pages)


def docx_text(data: bytes) -> str:
    """Sidhuvudet, brödtexten och sidfoten i en docx, ett stycke per rad."""
    with zipfile.ZipFile(io.BytesIO(data)) as arkiv:
        delar = sorted(n for n in arkiv.namelist() if n.startswith("word/header"))
        delar += ["word/document.xml", *sorted(n for n in arkiv.namelist() if n.startswith("word/footer"))]
        rötter = [ET.fromstring(arkiv.read(del_)) for del_ in delar]
    return "\n".join("".join(_löpande(stycke)) for rot in rötter for stycke in rot.iter(f"{W}p"))


def _löpande(stycke: ET.Element) -> list[str]:
    tecken = {f"{W}noBreakHyphen": "-", f"{W}tab": "\t", f"{W}br": "\n"}
    return [(e.text or "") if e.tag == f"{W}t" else tecken.get(e.tag, "") for e in stycke.iter()]
