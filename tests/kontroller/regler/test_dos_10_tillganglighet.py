"""DOS-10-tillganglighet: det som publiceras går att läsa för alla, och texten går att följa utan att se."""

import pytest

from tests.kontroller.arkiv import BORT, prova, sagt

ID = "DOS-10-tillganglighet"
ÄRENDE, MÖTE = "arenden/2024/GNS-1-2024", "moten/2024-03-04"
ADRESS = "https://regionen.example/avtal.pdf"
FÄLT = "handlingar Avtal om drift"


def _fynd(tmp_path, **fält):
    return sagt(tmp_path, ID, {ÄRENDE: {f"handlingar.0.{k}": v for k, v in ({"adress": ADRESS} | fält).items()}})


def test_en_publicerad_handling_som_inte_går_att_läsa(tmp_path):
    text = f"handlingen ”Avtal om drift” finns på {ADRESS} men går inte att läsa för alla"
    assert _fynd(tmp_path / "a", tillgänglig="nej") == [("bruten", f"{FÄLT} tillgänglig", text)]
    assert _fynd(tmp_path / "b", tillgänglig="ja") == []
    assert _fynd(tmp_path / "c", tillgänglig="nej", adress="Pärm 3 i arkivet") == []


def test_det_är_ett_fel(tmp_path):
    (fynd,) = prova(tmp_path, ID, {ÄRENDE: {"handlingar.0.adress": ADRESS, "handlingar.0.tillgänglig": "nej"}})
    assert (fynd["nivå"], fynd["lagrum"]) == ("fel", "DOS-lagen 10 §")


def test_utan_uppgift_går_det_inte_att_pröva(tmp_path):
    text = "det står inte om handlingen ”Avtal om drift” går att läsa för alla"
    assert _fynd(tmp_path / "a", tillgänglig=BORT) == [("går inte att pröva", FÄLT, text)]
    assert _fynd(tmp_path / "b", tillgänglig=BORT, adress="Pärm 3") == []


@pytest.mark.parametrize(("datum", "svar"), [("2018-09-22", "går inte att pröva"), ("2018-09-23", "bruten")])
def test_en_gammal_handling_kan_vara_undantagen(tmp_path, datum, svar):
    assert [s for s, _, _ in _fynd(tmp_path, tillgänglig="nej", datum=datum)] == [svar]


@pytest.mark.parametrize(
    ("text", "ord_"),
    [
        ("För mer, Klicka här.", "Klicka här"),
        ("Se bilden nedan.", "Se bilden nedan"),
        ("se figur till höger", "se figur till höger"),
        ("Läs mer här: https://x.example", "Läs mer här"),
        ("Klicka härefter på knappen.", None),
        ("Parterna kan se bilden av läget.", None),
        ("Diagrammet visar kostnaden per part.", None),
    ],
)
def test_text_som_bara_går_att_följa_för_den_som_ser(tmp_path, text, ord_):
    sammanfattning = f"Driftens avtal löper ut.\n{text}\n"
    ändringar = {MÖTE: {"justering.justerat": BORT, "paragrafer.1.sammanfattning": sammanfattning}}
    ändringar["anslag/2024-03-04"] = {"": BORT}
    fynd = [(f["nivå"], f["fält"], f["text"]) for f in prova(tmp_path / "a", ID, ändringar)]
    sagt_ = f"”{ord_}” säger inget för den som lyssnar på texten"
    assert fynd == ([("varning", "§ 2 sammanfattning", sagt_)] if ord_ else [])
    del ändringar[MÖTE]["justering.justerat"]
    assert sagt(tmp_path / "b", ID, ändringar) == []
    ändringar[MÖTE] |= {"justering.justerat": BORT, "paragrafer.1.omedelbart_justerad": "2024-03-04"}
    assert sagt(tmp_path / "c", ID, ändringar) == []
