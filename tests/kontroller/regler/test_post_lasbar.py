"""POST-lasbar: varje post som går att läsa är uppfylld, och den som inte går är ett enda fynd."""

import json

from tests.cli.kontrollkor import kör
from tests.kontroller.arkiv import REN, skriv

ID = "POST-lasbar"


def _kontroll(mapp):
    return json.loads(kör(mapp, "kontrollera", "--regel", ID, "--alla", "--format", "json").ut)


def test_varje_läst_post_är_uppfylld(tmp_path):
    svaret = {"svar": [{"regel": "X", "svar": "Ja.\n", "av": "Eva Ek", "datum": "2024-05-02"}]}
    kontroll = _kontroll(skriv(tmp_path, {"svar/2024-03-04": {"": svaret}}))
    assert kontroll["fynd"] == []
    assert kontroll["antal"]["uppfyllda"] == kontroll["poster"] == len(REN) + 1


def test_en_trasig_post_är_bruten_med_sin_plats(tmp_path):
    skriv(tmp_path)
    (tmp_path / "data/anslag/2024-03-04.yaml").write_text("anslag:\n  - uppsatt: 2024-02-30\n", encoding="utf-8")
    kontroll = _kontroll(tmp_path)
    assert [(f["regel"], f["svar"], f["fil"], f["rad"], f["kolumn"]) for f in kontroll["fynd"]] == [
        (ID, "bruten", "data/anslag/2024-03-04.yaml", 2, 14)
    ]
    assert kontroll["antal"]["uppfyllda"] == len(REN) - 1


def test_en_fil_med_fel_namn_är_bruten(tmp_path):
    skriv(tmp_path)
    (tmp_path / "data/moten/2024-3-4.yaml").write_text("plats: x\n", encoding="utf-8")
    (fynd,) = _kontroll(tmp_path)["fynd"]
    assert (fynd["fil"], fynd["rad"], fynd["råd"]) == (
        "data/moten/2024-3-4.yaml",
        0,
        "döp om filen till 2024-03-04.yaml",
    )
