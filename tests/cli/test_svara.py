"""``gns svara``: svaret skrivs bara på ett fynd som finns, och inget annat i filen ändras."""

import pytest

from tests.cli.kontrollkor import ANSLAG, BRUTET, ID, MÖTE, SVARET, avtryck, kör
from tests.kontroller.arkiv import skriv

DAG = "2024-03-04"
FIL = f"data/svar/{DAG}.yaml"
ETT = {ANSLAG: {"anslag.1.uppsatt": "2024-03-20"}}
NYTT = """\
svar:
  - regel: KL-8-12-anslag
    slag: anslag
    plats: anslag are uppsatt
    svar: |
      Helgen kom emellan.
      Nämnden vet om det.
    av: Eva Ek
    datum: 2024-06-03
"""
SVAR = "Helgen kom emellan. Nämnden vet om det."


def test_ett_ensamt_fynd_får_sin_plats_i_svaret_och_stoppar_inte_mer(tmp_path):
    skriv(tmp_path, ETT)
    assert kör(tmp_path, "kontrollera", "--regel", ID).kod == 1
    svar = kör(tmp_path, "svara", ID, DAG, SVAR, "--av", "Eva Ek")
    assert (svar.kod, svar.ut) == (0, "")
    assert svar.fel == f"{FIL}: fyndet är besvarat av Eva Ek. Svaret gäller KL-8-12-anslag, anslag are uppsatt.\n"
    assert (tmp_path / FIL).read_text("utf-8") == NYTT
    assert kör(tmp_path, "kontrollera", "--regel", ID).kod == 0
    assert f"  svar: {SVAR} (Eva Ek, 2024-06-03)" in kör(tmp_path, "kontrollera", "--regel", ID, "--alla").ut
    assert kör(tmp_path, "formatera", "--kontrollera", FIL).kod == 0
    assert [f.name for f in (tmp_path / "data/svar").iterdir()] == [f"{DAG}.yaml"]


def test_flera_fynd_besvaras_tillsammans_eller_ett_och_ett(tmp_path):
    skriv(tmp_path / "a", BRUTET)
    svar = kör(tmp_path / "a", "svara", ID.lower(), DAG, SVAR, "--av", "Eva Ek")
    assert "2 fynd är besvarade" in svar.fel
    assert "plats:" not in (tmp_path / "a" / FIL).read_text("utf-8")
    assert kör(tmp_path / "a", "kontrollera", "--regel", ID).kod == 0
    skriv(tmp_path / "b", BRUTET)
    assert kör(tmp_path / "b", "svara", ID, DAG, SVAR, "--plats", " anslag  berg uppsatt", "--av", "Bo").kod == 0
    assert "plats: anslag berg uppsatt" in (tmp_path / "b" / FIL).read_text("utf-8")
    assert kör(tmp_path / "b", "kontrollera", "--regel", ID).kod == 1


def test_svaret_läggs_sist_i_filen_och_allt_annat_står_kvar(tmp_path):
    skriv(tmp_path, BRUTET)
    gammal = "# bara det som är frågat\nsvar:\n" + NYTT.partition("\n")[2].replace("are uppsatt", "berg uppsatt  # en")
    fil = tmp_path / FIL
    fil.parent.mkdir()
    fil.write_text(f"{gammal}# sist\n", encoding="utf-8")
    assert kör(tmp_path, "svara", ID, DAG, SVAR, "--av", "Eva Ek").kod == 0
    ny = fil.read_text("utf-8")
    assert ny == gammal + NYTT.partition("\n")[2] + "# sist\n"
    assert kör(tmp_path, "kontrollera", "--regel", ID).kod == 0


@pytest.mark.parametrize(
    ("ord", "text"),
    [
        (["XL-1", DAG, "x"], "det finns ingen regel XL-1"),
        (["POST-lasbar", DAG, "x"], "går inte att svara på"),
        ([ID, "2024-03-05", "x"], "det finns ingen post 2024-03-05"),
        ([ID, "GNS/99/2024", "x"], "det finns ingen post GNS-99-2024"),
        ([ID, "2022", "x"], "det finns ingen post 2022"),
        ([ID, "2024", "x"], "KL-8-12-anslag har inget fynd i 2024"),
        ([ID, "GNS/01/2024", "x"], "KL-8-12-anslag har inget fynd i GNS-1-2024"),
        ([ID, "nämnd", "x"], "KL-8-12-anslag har inget fynd i namnd"),
        ([ID, "2024-13-01", "x"], "”2024-13-01” är inget datum"),
        ([ID, "mötet", "x"], "”mötet” är ingen post"),
        ([ID, DAG, " "], "TEXT behöver ett ord"),
        ([ID, DAG, "x", "--av", ""], "--av behöver ett ord"),
        ([ID, DAG, "x", "--plats", "anslag ar uppsatt"], "inget fynd på anslag ar uppsatt"),
        ([ID, DAG, "a\x07b"], "U+0007 får inte stå i en post"),
        ([ID, DAG, "se[^1]"], "fotnoten [^1] saknar sin text"),
        ([ID, DAG, "x", "--av", "Eva\nEk"], "texten får bara vara en rad"),
        ([ID, DAG], "TEXT saknas"),
    ],
    ids=lambda v: ascii(v)[:50],
)
def test_det_som_inte_går_att_svara_på_sägs_och_inget_skrivs(ord, text, tmp_path):
    skriv(tmp_path, ETT)
    före = avtryck(tmp_path)
    svar = kör(tmp_path, "svara", *ord)
    assert (svar.kod, svar.ut) == (2, "")
    assert text in svar.fel
    assert avtryck(tmp_path) == före


def test_fel_plats_visar_de_som_finns(tmp_path):
    skriv(tmp_path, BRUTET)
    svar = kör(tmp_path, "svara", ID, DAG, "x", "--plats", "överallt")
    assert "fynden där är på anslag are uppsatt, anslag berg uppsatt" in svar.fel


def test_ett_besvarat_fynd_besvaras_inte_igen(tmp_path):
    skriv(tmp_path, {**BRUTET, **SVARET})
    svar = kör(tmp_path, "svara", ID, DAG, "x", "--plats", "anslag berg uppsatt")
    assert svar.kod == 2
    assert "fyndet är redan besvarat av Eva Ek 2024-05-02" in svar.fel
    assert f"data/svar/{DAG}.yaml" in svar.fel


@pytest.mark.parametrize("stam", [MÖTE, ANSLAG, f"svar/{DAG}", "namnd"])
def test_en_trasig_post_ska_rättas_först(stam, tmp_path):
    skriv(tmp_path, {**BRUTET, **SVARET})
    (tmp_path / "data" / f"{stam}.yaml").write_text("a: b: c\n", encoding="utf-8")
    före = avtryck(tmp_path)
    svar = kör(tmp_path, "svara", ID, DAG, "x")
    assert svar.kod == 2
    assert svar.fel.startswith(f"data/{stam}.yaml:1:5: fel: ")
    assert svar.fel.endswith("1 fel i 1 fil.\n")
    assert avtryck(tmp_path) == före


def test_en_annan_trasig_post_hindrar_inte(tmp_path):
    skriv(tmp_path, ETT)
    (tmp_path / "data/arenden/2024/GNS-1-2024.yaml").write_text("a: b: c\n", encoding="utf-8")
    assert kör(tmp_path, "svara", ID, DAG, "x").kod == 0


def test_utan_namn_svarar_den_som_är_inloggad(tmp_path, monkeypatch):
    skriv(tmp_path, ETT)
    monkeypatch.setenv("LOGNAME", "ingen-sådan-användare")
    assert kör(tmp_path, "svara", ID, DAG, "x").kod == 0
    assert "av: ingen-sådan-användare" in (tmp_path / FIL).read_text("utf-8")


def test_mappen_som_är_en_länk_vägras(tmp_path):
    skriv(tmp_path / "a", ETT)
    (tmp_path / "b").mkdir()
    (tmp_path / "a/data/svar").symlink_to(tmp_path / "b")
    svar = kör(tmp_path / "a", "svara", ID, DAG, "x")
    assert svar.kod == 2
    assert "länk" in svar.fel
    assert list((tmp_path / "b").iterdir()) == []


def test_en_fil_som_någon_annan_har_låst_rörs_inte(tmp_path):
    from gns.storage.skriv import lås

    skriv(tmp_path, ETT)
    (tmp_path / "data/svar").mkdir()
    with lås(tmp_path / FIL):
        svar = kör(tmp_path, "svara", ID, DAG, "x")
    assert svar.kod == 4
    assert not (tmp_path / FIL).exists()


def test_text_med_citattecken_listor_och_radslut_skrivs_som_den_är(tmp_path):
    skriv(tmp_path, ETT)
    text = 'Det sades "nej: nu".\n\n- ett # inte\n- två'
    assert kör(tmp_path, "svara", ID, DAG, text, "--av", "Eva: Ek").kod == 0
    sagt = (tmp_path / FIL).read_text("utf-8")
    assert '    svar: |\n      Det sades "nej: nu".\n\n      - ett # inte\n      - två\n' in sagt
    assert kör(tmp_path, "kontrollera", "--regel", ID).kod == 0
