"""``gns rätta``: en öppen, daterad rättelse; det förseglade står kvar byte för byte."""

import pytest

from tests.cli.kontrollkor import avtryck, kör
from tests.history.sparrepo import ETT, TVÅ, kopia
from tests.kontroller.arkiv import BORT, skriv

FIL = f"data/rattelser/{TVÅ}.yaml"
VAD = ("--fel", "ett år", "--rätt", "två år", "--skäl", "Avskriften var fel. Rösterna visar det.", "--av", "Siv Sjö")
VÄNTAT = """\
rättelser:
  - datum: 2024-06-03
    paragraf: 2
    fel: |
      ett år
    rätt: |
      två år
    skäl: |
      Avskriften var fel.
      Rösterna visar det.
    av: Siv Sjö
"""


@pytest.fixture
def rot(två_förseglade, tmp_path):
    return kopia(två_förseglade, tmp_path / "repo")


def test_rättelsen_är_en_egen_post_och_trycks_med_protokollet_och_utdraget(rot):
    före = avtryck(rot / "data")
    svar = kör(rot, "rätta", TVÅ, "2", *VAD)
    assert (svar.kod, svar.fel) == (0, f"{FIL}: § 2 i protokollet {TVÅ} är rättat av Siv Sjö. Spara filen i git.\n")
    assert (rot / FIL).read_text("utf-8") == VÄNTAT
    efter = avtryck(rot / "data")
    assert {f for f in efter if efter.get(f) != före.get(f)} == {str(rot / FIL)}
    for ord_ in (("protokoll", TVÅ), ("protokoll", TVÅ, "--format", "md"), ("utdrag", TVÅ, "2")):
        text = kör(rot, *ord_).ut
        assert "Rättelser efter justeringen" in text
        assert "§ 2, 2024-06-03" in text
        assert "Rättat av Siv Sjö." in text
    assert "Rättelser" not in kör(rot, "utdrag", TVÅ, "3").ut
    assert "Rättelser" not in kör(rot, "protokoll", ETT).ut
    assert kör(rot, "verifiera").kod == 0
    assert kör(rot, "kontrollera", FIL).kod == 0


def test_en_till_läggs_sist_och_den_första_står_kvar(rot):
    kör(rot, "rätta", TVÅ, "2", *VAD)
    assert kör(rot, "rätta", TVÅ, *VAD).kod == 0
    text = (rot / FIL).read_text("utf-8")
    assert text.startswith(VÄNTAT)
    assert text.count("- datum:") == 2
    assert "Hela protokollet, 2024-06-03" in kör(rot, "utdrag", TVÅ, "3").ut


@pytest.mark.parametrize(
    ("ord_", "text"),
    [
        ((TVÅ, "9", *VAD), "har ingen § 9"),
        ((TVÅ, "2", *VAD[2:]), "--fel saknas"),
        (("2024-01-01", "2", *VAD), "det finns inget möte"),
        ((TVÅ, "2", *VAD[:3], "x\x07", *VAD[4:]), "rättelsen går inte att skriva"),
        ((TVÅ, "2", "--fel", "Något annat", *VAD[2:]), "§ 2 i protokollet 2024-03-04 säger inte ”Något annat”"),
        ((TVÅ, "2", *VAD[:3], f" {VAD[1]}", *VAD[4:]), "det rätta är detsamma som det som står"),
    ],
)
def test_det_som_inte_går_skriver_inget(rot, ord_, text):
    svar = kör(rot, "rätta", *ord_)
    assert (svar.kod, text in svar.fel) == (2, True), svar.fel
    assert not (rot / FIL).exists()


def test_ett_utkast_rättas_i_sin_egen_post(tmp_path):
    skriv(tmp_path, {f"moten/{TVÅ}": {"justering": BORT}, f"anslag/{TVÅ}": {"": BORT}})
    svar = kör(tmp_path, "rätta", TVÅ, "2", *VAD)
    assert (svar.kod, f"{TVÅ} är inte justerat" in svar.fel) == (2, True)


@pytest.mark.parametrize(
    ("punkt", "text"),
    [
        ({"paragraf": "9"}, f"§ 9 i mötet {TVÅ} finns inte"),
        ({"datum": "2024-03-01"}, f"2024-03-01 är före mötet {TVÅ}"),
    ],
)
def test_en_rättelse_som_inte_kan_stämma_är_ett_fel(tmp_path, punkt, text):
    grund = {"datum": "2024-06-03", "fel": "a", "rätt": "b", "skäl": "c", "av": "Siv Sjö"}
    skriv(tmp_path, {f"rattelser/{TVÅ}": {"": {"rättelser": [grund | punkt]}}})
    svar = kör(tmp_path, "kontrollera")
    assert (svar.kod, text in svar.ut) == (1, True)
