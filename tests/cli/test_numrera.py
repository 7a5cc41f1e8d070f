"""``gns möte numrera`` ändrar numren och det som pekar på dem, och inget annat i filen."""

from pathlib import Path

import pytest

from tests.hjalp import gns

NÄMND = """\
namn: Gemensam nämnd
prefix: GNS
värdorganisation: region
parter:
  - id: region
    namn: Regionen
    orgnr: 232100-0214
"""
FÖRSTA = """\
plats: Salen
justering:
  justerat: 2021-02-20
paragrafer:
  - nr: 1
    rubrik: Ett
    beslut:
      - |
        Ja.
  - nr: 2
    rubrik: Två
    slag: information
"""
ANDRA = """\
plats: Salen  # samma som sist
närvaro:
  - namn: Eva Ek
    som: ledamot
    roll: ordförande
händelser:
  - typ: går   # tåget
    namn: Eva Ek
    paragraf: 2
paragrafer:
  # föredragningslistan kommer först
  - nr: 1
    rubrik: "Ett: igen"
  - nr: 2
    rubrik: Två
"""


@pytest.fixture
def arkiv(tmp_path: Path) -> Path:
    (tmp_path / "data/moten").mkdir(parents=True)
    (tmp_path / "data/namnd.yaml").write_text(NÄMND, encoding="utf-8")
    (tmp_path / "data/moten/2021-02-08.yaml").write_text(FÖRSTA, encoding="utf-8")
    (tmp_path / "data/moten/2021-05-03.yaml").write_text(ANDRA, encoding="utf-8")
    return tmp_path


def test_numren_fortsätter_och_alla_andra_tecken_står_kvar(arkiv):
    svar = gns("möte", "numrera", "2021-05-03", cwd=arkiv)
    assert (svar.returncode, svar.stdout.decode()) == (0, "§ 1 → § 3\n§ 2 → § 4\n")
    assert "2 nummer ändrade" in svar.stderr.decode()
    ny = ANDRA.replace("paragraf: 2", "paragraf: 4").replace("nr: 2", "nr: 4").replace("nr: 1", "nr: 3")
    assert (arkiv / "data/moten/2021-05-03.yaml").read_text(encoding="utf-8") == ny
    igen = gns("möte", "numrera", "2021-05-03", cwd=arkiv)
    assert (igen.returncode, igen.stdout) == (0, b"")
    assert "redan rätt" in igen.stderr.decode()


@pytest.mark.parametrize(
    ("argument", "ord"),
    [(["2021-02-08"], "protokollet är justerat"), (["2021-02-09"], "det finns inget möte"), ([], "DATUM saknas")],
)
def test_det_som_inte_går_att_numrera_sägs(arkiv, argument, ord):
    före = {p: p.read_bytes() for p in (arkiv / "data/moten").iterdir()}
    svar = gns("möte", "numrera", *argument, cwd=arkiv)
    assert (svar.returncode, svar.stdout) == (2, b"")
    assert ord in svar.stderr.decode()
    assert före == {p: p.read_bytes() for p in (arkiv / "data/moten").iterdir()}


def test_dubbla_nummer_mellan_möten_är_just_det_som_numreras(arkiv):
    assert "§ 1 och 1 till finns redan" in gns("formatera", "--kontrollera", cwd=arkiv).stderr.decode()
    assert gns("möte", "numrera", "2021-05-03", cwd=arkiv).returncode == 0
    assert "finns redan" not in gns("formatera", "--kontrollera", cwd=arkiv).stderr.decode()
