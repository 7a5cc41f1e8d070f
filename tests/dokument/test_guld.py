"""Det riktiga protokollet, ett utdrag, verksamhetsplanen, budgeten, avräkningen, en uppföljning, ett revisionsunderlag och en fördelning, ord för ord som de lästes och godtogs."""

from pathlib import Path

import pytest

from tests.hjalp import dokument

GULD = Path(__file__).parent.parent / "guld"


@pytest.mark.parametrize(
    ("fil", "argument"),
    [
        ("protokoll-2020-12-18.md", ("protokoll", "2020-12-18", "--format", "md")),
        ("protokoll-2020-12-18.txt", ("protokoll", "2020-12-18")),
        ("protokoll-2020-12-18.html", ("protokoll", "2020-12-18", "--format", "html")),
        ("utdrag-2020-12-18-19.md", ("utdrag", "2020-12-18", "19", "--format", "md")),
        ("verksamhetsplan-2019.md", ("verksamhetsplan", "2019", "--format", "md")),
        ("budget-2019.txt", ("budget", "2019")),
        ("avrakning-2018-2020.txt", ("avräkning", "2020", "--från", "2018")),
        ("uppfoljning-2020-08-31.txt", ("uppföljning", "2020", "--per", "2020-08-31")),
        ("revisionsunderlag-2020.txt", ("revisionsunderlag", "2020", "--per", "2021-04-15")),
        ("fordelning-folkmangd.txt", ("fördela", "100000", "--nyckel", "folkmängd", "--jämför", "lika")),
    ],
    ids=lambda v: v if isinstance(v, str) else "",
)
def test_handlingen_är_som_den_godtogs(fil, argument):
    assert dokument(*argument) == (GULD / fil).read_bytes()
