"""Ett kommando laddar bara det som det använder (importer är lata, design § 2 och README om fart)."""

import subprocess
import sys

import pytest

from tests.hus.trad import ROT

KALKYL = {"openpyxl", "xlsxwriter"}
ALLT = {"docx", "jinja2", "lxml", "pydantic", "rich", "ruamel", "typer", "typst", "yaml"} | KALKYL
HANDLINGAR = {"docx", "jinja2", "lxml", "ruamel", "typst"} | KALKYL
PROGRAM = """
import sys
from gns.cli.huvud import main
kod = main(sys.argv[2:])
print("laddat:", *(set(sys.argv[1].split()) & set(sys.modules)), file=sys.stderr)
sys.exit(kod)
"""


@pytest.mark.parametrize(
    ("argument", "onödigt"),
    [
        (("--version",), ALLT),
        (("--help",), ALLT),
        (("--komplettera", "1", "pro"), ALLT),
        (("protokoll", "--help"), ALLT - {"typer"}),
        (("protokoll", "2020-12-18", "--format", "md"), {"docx", "lxml", "rich", "ruamel", "typst", *KALKYL}),
        (("fördela", "100", "--nyckel", "lika"), {"docx", "lxml", "rich", "ruamel", "typst", *KALKYL}),
        (
            ("fördela", "100", "--nyckel", "lika", "--format", "csv"),
            {"docx", "lxml", "rich", "ruamel", "typst", *KALKYL},
        ),
        (("fördela", "100", "--nyckel", "lika", "--format", "json"), HANDLINGAR | {"rich"}),
        (("budget", "2019", "--format", "xlsx"), {"docx", "lxml", "rich", "ruamel", "typst", "openpyxl"}),
        (("verksamhetsplan", "2019"), {"docx", "lxml", "rich", "ruamel", "typst", *KALKYL}),
        (("kontrollera",), HANDLINGAR | {"rich"}),
        (("kontrollera", "--format", "sarif"), HANDLINGAR | {"rich"}),
        (("förklara", "KL-8-12-anslag"), HANDLINGAR | {"rich", "yaml"}),
        (("schema", "mote"), HANDLINGAR | {"rich", "yaml"}),
        (("uppdrag",), HANDLINGAR | {"rich"}),
        (("beslut", "--format", "json"), HANDLINGAR | {"rich"}),
        (("närvaro", "2020", "--format", "csv"), HANDLINGAR | {"rich"}),
        (("ärende", "lista"), HANDLINGAR | {"rich"}),
        (("ärende", "visa", "GNS/3/2019"), HANDLINGAR | {"rich"}),
        (("historik", "GNS/8/2020"), HANDLINGAR | {"rich"}),
        (("protokoll", "2020-12-18", "--format", "pdf"), {"docx", "lxml", "rich", "ruamel"}),
        (("protokoll", "2020-12-18", "--format", "docx"), {"rich", "ruamel", "typst"}),
    ],
    ids=lambda värde: " ".join(värde) if isinstance(värde, tuple) else "",
)
def test_inget_onödigt_laddas(argument: tuple[str, ...], onödigt: set[str]) -> None:
    kommando = [sys.executable, "-c", PROGRAM, " ".join(sorted(onödigt)), *argument]
    svar = subprocess.run(kommando, cwd=ROT, capture_output=True, check=False)
    assert svar.returncode == 0, svar.stderr.decode()
    assert svar.stderr.decode().splitlines()[-1].split() == ["laddat:"]
