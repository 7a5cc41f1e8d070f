"""README:s genererade delar stämmer, och dess exempel på poster går att läsa."""

import json
import re
import shutil

import pytest
import yaml

from gns.modell.las import läs
from tests.hjalp import ROT, dokument, gns
from tests.hus.readme import README, omskriven

TEXT = README.read_text(encoding="utf-8")
NAMN = re.findall(r"- namn: (.+)", TEXT)


def test_de_genererade_delarna_är_aktuella():
    assert omskriven(TEXT) == TEXT, "kör .venv/bin/python -m tests.hus.readme"


def _exempel() -> list[dict[str, object]]:
    return [yaml.load(kod, Loader=yaml.BaseLoader) for kod in re.findall(r"```yaml\n(.*?)```", TEXT, re.DOTALL)]


def test_det_finns_exempel():
    assert len(_exempel()) == 9


@pytest.mark.parametrize("exempel", _exempel(), ids=lambda e: next(iter(e)))
def test_exemplens_nycklar_och_värden_går_att_läsa(exempel):
    """Ett utdrag ur en post får det som fattas; då återstår bara hur det hänger ihop med resten."""
    if {"basfinansiering", "ingående_balans", "kontering", "mål"} & exempel.keys():
        post, fel = läs("budget", "2021", exempel)
        assert post is not None, fel
        return
    if "perioder" in exempel:
        post, fel = läs("utfall", "2021", exempel)
        assert post is not None, fel
        assert fel == ()
        return
    if "yrkanden" in exempel:
        exempel = {"paragrafer": [{"nr": "1", "rubrik": "x", "beslut": ["Ja."], **exempel}]}
    post, fel = läs("mote", "2021-02-08", {"plats": "Salen", **exempel})
    assert post is not None, fel


def test_exemplet_på_ett_budgetår_bryter_ingen_regel(tmp_path):
    """Den som klistrar in det får en budget som går ihop, och delningar som går att räkna."""
    shutil.copytree(ROT / "data", tmp_path / "data")
    kod = next(kod for kod in re.findall(r"```yaml\n(.*?)```", TEXT, re.DOTALL) if kod.startswith("basfinansiering"))
    (tmp_path / "data" / "budgetar" / "2021.yaml").write_text(kod, encoding="utf-8")
    fynd = json.loads(gns("kontrollera", "--format", "json", cwd=tmp_path).stdout)["fynd"]
    assert [f["text"] for f in fynd if f["fil"] == "data/budgetar/2021.yaml" and not f["svaret"]] == []
    for nyckel in ("supporttimmar", "extern", "köp-sälj"):
        dokument("fördela", "--nyckel", nyckel, cwd=tmp_path)
