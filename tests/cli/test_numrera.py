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


def test_hänvisningar_i_fält_följer_med_och_de_i_text_sägs(arkiv):
    andra = ANDRA.replace(
        "rubrik: Två\n",
        "rubrik: Två\n    tidigare_behandling: [{vad: behandlat, när: 2021-05-03 § 1}]  # nyss\n"
        "    sammanfattning: |\n      Frågan rör 3 maj 2021 § 1.\n",
    )
    fil = arkiv / "data/moten/2021-05-03.yaml"
    fil.write_text(andra, encoding="utf-8")
    första = arkiv / "data/moten/2021-02-08.yaml"
    första.write_text(FÖRSTA.replace("Ja.", "Tas upp 2021-05-03 § 2."), encoding="utf-8")
    svar = gns("möte", "numrera", "2021-05-03", cwd=arkiv)
    assert svar.returncode == 0
    ny = andra.replace("paragraf: 2", "paragraf: 4").replace("nr: 2", "nr: 4").replace("nr: 1", "nr: 3")
    assert fil.read_text(encoding="utf-8") == ny.replace("när: 2021-05-03 § 1", "när: 2021-05-03 § 3")
    sagt = svar.stderr.decode()
    assert "data/moten/2021-02-08.yaml:9:17: varning: texten nämner 2021-05-03 § 2, men § 2 har blivit § 4" in sagt
    assert "varning: texten nämner 3 maj 2021 § 1, men § 1 har blivit § 3" in sagt
    assert sagt.count("  råd: rätta den för hand") == 2


def test_ett_senare_mötes_nummer_tas_inte(arkiv):
    tidigare = arkiv / "data/moten/2021-01-11.yaml"
    tidigare.write_text("plats: Salen\nparagrafer:\n  - nr: 1\n    rubrik: A\n  - nr: 9\n    rubrik: B\n")
    svar = gns("möte", "numrera", "2021-01-11", cwd=arkiv)
    assert (svar.returncode, svar.stdout) == (2, b"")
    assert "skulle få § 2, som mötet 2021-02-08 redan har" in svar.stderr.decode()
    assert "nr: 9" in tidigare.read_text()
