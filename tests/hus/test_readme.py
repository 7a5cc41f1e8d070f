"""README:s genererade delar stämmer, och dess exempel på poster går att läsa."""

import re

import pytest
import yaml

from gns.modell.las import läs
from tests.hus.readme import README, omskriven

TEXT = README.read_text(encoding="utf-8")
NAMN = re.findall(r"- namn: (.+)", TEXT)


def test_de_genererade_delarna_är_aktuella():
    assert omskriven(TEXT) == TEXT, "kör .venv/bin/python -m tests.hus.readme"


def _exempel() -> list[dict[str, object]]:
    return [yaml.load(kod, Loader=yaml.BaseLoader) for kod in re.findall(r"```yaml\n(.*?)```", TEXT, re.DOTALL)]


def test_det_finns_exempel():
    assert len(_exempel()) == 5


@pytest.mark.parametrize("exempel", _exempel(), ids=lambda e: next(iter(e)))
def test_exemplens_nycklar_och_värden_går_att_läsa(exempel):
    """Ett utdrag ur en post får det som fattas; då återstår bara hur det hänger ihop med resten."""
    if "basfinansiering" in exempel:
        post, fel = läs("budget", "2021", exempel)
        assert post is not None, fel
        return
    if "yrkanden" in exempel:
        exempel = {"paragrafer": [{"nr": "1", "rubrik": "x", "beslut": ["Ja."], **exempel}]}
    post, fel = läs("mote", "2021-02-08", {"plats": "Salen", **exempel})
    assert post is not None, fel
