"""``gns förklara``: en regel med sin lag och sina exempel, och listan över alla."""

import csv
import io
import json

import pytest

from gns.kontroller.lista import REGLER, alla_regler
from tests.cli.kontrollkor import ID, kör
from tests.cli.test_felanvandning import ENGELSKA

REGELN = """\
KL-8-12-anslag: fel
Sattes anslaget om justeringen upp senast den andra dagen efter den?

Lagrum:
  KL 8:12 i lydelsen SFS 2017:725, som gäller från 2018-01-01

Att protokollet är justerat ska tillkännages på anslagstavlan senast den andra
dagen efter justeringen.
"""


def test_en_regel_som_text(tmp_path):
    svar = kör(tmp_path, "förklara", ID)
    assert (svar.kod, svar.fel) == (0, "")
    assert svar.ut.startswith(REGELN)
    assert "\nRätt:\n    justerat: 2021-01-04          # i mötets post\n" in svar.ut
    assert "\nFel:\n    justerat: 2021-01-04\n    uppsatt: 2021-01-08\n" in svar.ut
    assert "\nGör så här:\n  - Rätta posten" in svar.ut
    assert f"gns svara {ID} POST" in svar.ut
    assert kör(tmp_path, "forklara", ID.lower()).ut == svar.ut


@pytest.mark.parametrize("id", REGLER)
def test_varje_regel_har_fråga_källa_och_exempel(id, tmp_path):
    svar = kör(tmp_path, "förklara", id)
    assert svar.kod == 0
    for del_ in ("\nRätt:\n", "\nFel:\n", "\nGör så här:\n", "?\n"):
        assert del_ in svar.ut, del_
    assert "\nLagrum:\n" in svar.ut or "\nPraxis: " in svar.ut
    assert "``" not in svar.ut
    assert not ENGELSKA.search(svar.ut)


def test_en_regel_som_json(tmp_path):
    regel = json.loads(kör(tmp_path, "förklara", ID, "--format", "json").ut)
    assert regel["lagrum"] == [{"lagrum": "KL 8:12", "sfs": "2017:725", "från": "2018-01-01", "till": None}]
    assert (regel["id"], regel["nivå"], regel["valfri"]) == (ID, "fel", False)
    assert regel["förklaring"].startswith("Att protokollet är justerat")


def test_alla_regler_i_tre_format(tmp_path):
    text = kör(tmp_path, "förklara").ut
    assert text.splitlines()[0].split() == ["Regel", "Nivå", "Lagrum", "Fråga"]
    assert max(map(len, text.splitlines())) <= 80
    rader = json.loads(kör(tmp_path, "förklara", "--format", "json").ut)
    assert [r["id"] for r in rader] == list(REGLER)
    assert set(rader[0]) == {"id", "nivå", "lagrum", "fråga", "valfri"}
    data = kör(tmp_path, "förklara", "--format", "csv").data.decode("utf-8-sig")
    tabell = list(csv.DictReader(io.StringIO(data), delimiter=";"))
    assert [(r["id"], r["fråga"]) for r in tabell] == [(r.id, r.fråga) for r in alla_regler()]


@pytest.mark.parametrize(
    ("ord", "text"),
    [
        ([ID, "--format", "csv"], "en regel är ingen lista"),
        (["--format", "xml"], "”xml” är inget format"),
        (
            [
                "",
            ],
            "ID behöver ett ord",
        ),
        ([ID, "mer"], "för många argument"),
        (["\x1b[31m"], r"det finns ingen regel \x1b[31m"),
    ],
)
def test_fel_användning(ord, text, tmp_path):
    svar = kör(tmp_path, "förklara", *ord)
    assert (svar.kod, svar.ut) == (2, "")
    assert text in svar.fel
