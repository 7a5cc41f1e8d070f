"""Facit för varje format av ``gns kontrollera``. ``python -m tests.cli.kontrollfacit`` skriver om dem; läs dem sedan."""

import tempfile
from pathlib import Path

from tests.cli.kontrollkor import ID, kör, litet

HÄR = Path(__file__).parent / "facit_kontroll"
FALL = {
    "text.txt": [],
    "text-alla.txt": ["--alla"],
    "json.json": ["--format", "json", "--alla"],
    "github.txt": ["--format", "github"],
    "github-alla.txt": ["--format", "github", "--alla"],
    "gitlab.json": ["--format", "gitlab", "--alla"],
    "sarif.json": ["--format", "sarif", "--alla"],
}


def utdata(mapp: Path, fall: str) -> str:
    """Det som kommandot skriver på standard ut i det lilla arkivet."""
    return kör(mapp, "kontrollera", "--regel", ID, *FALL[fall]).ut


if __name__ == "__main__":
    HÄR.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as tillfällig:
        litet(Path(tillfällig))
        for fall in FALL:
            (HÄR / fall).write_text(utdata(Path(tillfällig), fall), encoding="utf-8")
