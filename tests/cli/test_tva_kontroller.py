"""``gns verifiera`` och den fristående kontrollen säger samma sak om historier som ingen har valt ut."""

import json
import random
from pathlib import Path

import pytest

from tests.cli.kontrollkor import kör
from tests.history import sparkontroll
from tests.history.sparrepo import ETT, TVÅ, git, kopia

FILER = [
    "sigill/0001.json", "sigill/0002.json", f"moten/{ETT}.yaml", f"moten/{TVÅ}.yaml", f"arkiv/{ETT}.md",
    f"arkiv/{TVÅ}.pdf", f"arkiv/{ETT}-undertecknat.pdf", "namnd.yaml",
]  # fmt: skip


def _vänd_en_byte(rot: Path, slump: random.Random) -> None:
    fil = rot / "data" / slump.choice(FILER)
    if fil.exists() and (rå := bytearray(fil.read_bytes())):
        rå[slump.randrange(len(rå))] ^= 1 << slump.randrange(7)
        fil.write_bytes(rå)


def _ta_bort(rot: Path, slump: random.Random) -> None:
    """Inte nämndens post, för utan den finns det ingen postmapp att pröva."""
    (rot / "data" / slump.choice(FILER[:-1])).unlink(missing_ok=True)


def _hämta_tillbaka(rot: Path, slump: random.Random) -> None:
    git(rot, "checkout", "-q", f"HEAD~{slump.randrange(2)}", "--", "data")


def _spara(rot: Path, _: random.Random) -> None:
    git(rot, "add", "-A")
    git(rot, "commit", "-q", "--allow-empty", "-m", "x")


def _ångra(rot: Path, _: random.Random) -> None:
    git(rot, "reset", "-q", "--hard", "HEAD")


def _crlf(rot: Path, slump: random.Random) -> None:
    fil = rot / "data" / slump.choice(FILER[:5])
    if fil.exists():
        fil.write_bytes(fil.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))


def _tagg_bort(rot: Path, slump: random.Random) -> None:
    git(rot, "update-ref", "-d", f"refs/tags/justerat/{slump.choice((ETT, TVÅ))}")


def _tagg_flyttad(rot: Path, slump: random.Random) -> None:
    git(rot, "tag", "-f", "-m", "x", f"justerat/{slump.choice((ETT, TVÅ))}", slump.choice(("HEAD", "HEAD~1", "HEAD~2")))


def _andras_skräp(rot: Path, slump: random.Random) -> None:
    git(rot, "tag", "-f", f"justerat/{2030 + slump.randrange(3)}-01-01", "HEAD~1")
    git(rot, "branch", "-f", f"skräp{slump.randrange(3)}", "HEAD~1")


def _omgjort_sigill(rot: Path, _: random.Random) -> None:
    """Ett annat sigill i det sistas ställe, genom en commit som tog bort det."""
    fil = rot / "data/sigill/0002.json"
    if fil.exists():
        rå = fil.read_bytes()
        fil.unlink()
        _spara(rot, _)
        fil.write_bytes(rå.replace(b'"2024-06-03"', b'"2024-06-04"'))
        _spara(rot, _)


def _sammanfört(rot: Path, slump: random.Random) -> None:
    """En sidogren förs in, med sitt eget innehåll eller utan."""
    git(rot, "reset", "-q", "--hard", "HEAD")
    git(rot, "switch", "-q", "-C", "sidan", f"HEAD~{slump.randrange(2)}")
    _vänd_en_byte(rot, slump)
    _spara(rot, slump)
    git(rot, "switch", "-q", "main")
    git(
        rot,
        "merge",
        "-q",
        "--no-edit",
        "--allow-unrelated-histories",
        *slump.choice((("-s", "ours"), ("-X", "theirs"))),
        "sidan",
    )


STEG = (
    _vänd_en_byte, _ta_bort, _hämta_tillbaka, _spara, _ångra, _crlf, _tagg_bort, _tagg_flyttad, _andras_skräp,
    _omgjort_sigill, _sammanfört,
)  # fmt: skip


@pytest.mark.parametrize("frö", [*range(40), *(pytest.param(f, marks=pytest.mark.lang) for f in range(40, 400))])
def test_samma_svar(två_förseglade, tmp_path, frö):
    slump = random.Random(frö)
    rot = kopia(två_förseglade, tmp_path / "repo")
    steg = [slump.choice(STEG) for _ in range(slump.randint(1, 5))]
    for ett in steg:
        ett(rot, slump)
    svar = json.loads(kör(rot, "verifiera", "--format", "json").ut)
    assert (svar["svar"] == "bruten") == (sparkontroll.pröva(rot) == "bruten"), ([s.__name__ for s in steg], svar)


def test_fröna_ger_både_intakta_och_brutna(två_förseglade, tmp_path):
    svaren = set()
    for frö in range(12):
        slump = random.Random(frö)
        rot = kopia(två_förseglade, tmp_path / str(frö))
        for _ in range(slump.randint(1, 5)):
            slump.choice(STEG)(rot, slump)
        svaren.add(sparkontroll.pröva(rot))
    assert svaren == {"intakt", "bruten"}
