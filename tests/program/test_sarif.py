"""``gns kontrollera --format sarif`` mot schemat för SARIF 2.1.0, som npm-paketet @microsoft/jest-sarif bär med sig."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.cli.kontrollkor import kör, litet
from tests.kontroller.arkiv import skriv
from tests.program.arenden import ROT

MAPP = ROT / ".venv" / "sarif" / "node_modules"
PROGRAM = """
const Ajv = require('ajv');
const ajv = new Ajv({schemaId: 'auto', allErrors: true});
ajv.addMetaSchema(require('ajv/lib/refs/json-schema-draft-04.json'));
const gäller = ajv.compile(require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'));
gäller(JSON.parse(require('fs').readFileSync(0, 'utf8')));
console.log(JSON.stringify((gäller.errors || []).map(f => `${f.dataPath} ${f.message}`)));
"""


def _fel(logg: str) -> list[str]:
    """Vad schemat har att säga om loggen."""
    svar = subprocess.run(
        ["node", "-e", PROGRAM], input=logg, text=True, capture_output=True, cwd=MAPP, check=True, encoding="utf-8"
    )
    fel: list[str] = json.loads(svar.stdout)
    return fel


def _logg(mapp: Path, *ord: str) -> str:
    return kör(mapp, "kontrollera", "--format", "sarif", *ord).ut


@pytest.mark.parametrize("ord", [[], ["--alla"]])
def test_loggen_följer_schemat_med_fynd_av_varje_slag(ord: list[str], tmp_path: Path) -> None:
    logg = _logg(litet(tmp_path), *ord)
    (kört,) = json.loads(logg)["runs"]
    assert _fel(logg) == []
    assert {f["kind"] for f in kört["results"]} == ({"fail", "open"} if ord else {"fail"})
    assert any("suppressions" in f for f in kört["results"])


def test_loggen_följer_schemat_utan_fynd_och_med_de_riktiga_posterna(tmp_path: Path) -> None:
    assert _fel(_logg(skriv(tmp_path))) == []
    assert _fel(_logg(ROT, "--alla")) == []


@pytest.mark.parametrize("nyckel", ["version", "runs"])
def test_schemat_säger_ifrån_när_något_fattas(nyckel: str, tmp_path: Path) -> None:
    logg: dict[str, Any] = json.loads(_logg(skriv(tmp_path)))
    del logg[nyckel]
    assert _fel(json.dumps(logg)) == [f" should have required property '{nyckel}'"]
    logg = json.loads(_logg(litet(tmp_path)))
    logg["runs"][0]["results"][0]["level"] = "fel"
    assert any("level" in f for f in _fel(json.dumps(logg)))
